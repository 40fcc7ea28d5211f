package cairn.adaptive;

import org.jspecify.annotations.Nullable;

/**
 * A mean and a full covariance over up to {@link LearnerSettings#FULL_DIMENSION_MAX} coordinates.
 *
 * <p>The covariance is the packed upper triangle, column by column: entry (i, j) with i ≤ j lies at
 * j(j+1)/2 + i. Columns are appended as features appear. It is kept in single precision here, which
 * halves what a decision must fetch; learning keeps double precision.
 */
public final class FullBelief implements Belief {
  private final int dimension;
  private final double priorVariance;
  private final double[] mean;
  private final float[] covariance;
  private final int @Nullable [] coordinateOfSlot;

  FullBelief(
      int dimension,
      double priorVariance,
      double[] mean,
      float[] covariance,
      int @Nullable [] coordinateOfSlot) {
    this.dimension = dimension;
    this.priorVariance = priorVariance;
    this.mean = mean;
    this.covariance = covariance;
    this.coordinateOfSlot = coordinateOfSlot;
  }

  @Override
  public double logit(ActiveFeatures x) {
    ActiveFeatures active = coordinateOfSlot == null ? x : x.mapped(coordinateOfSlot);
    return logit(active, mean, dimension);
  }

  static double logit(ActiveFeatures x, double[] mean, int dimension) {
    int[] slots = x.slots;
    double[] values = x.values;
    int known = x.below(dimension);
    double even = 0;
    double odd = 0;
    int i = 0;
    for (; i + 1 < known; i += 2) {
      even += mean[slots[i]] * values[i];
      odd += mean[slots[i + 1]] * values[i + 1];
    }
    if (i < known) {
      even += mean[slots[i]] * values[i];
    }
    return even + odd;
  }

  @Override
  public double variance(ActiveFeatures x) {
    ActiveFeatures active = coordinateOfSlot == null ? x : x.mapped(coordinateOfSlot);
    int[] slots = active.slots;
    double[] values = active.values;
    int known = active.below(dimension);
    double sum = 0;
    for (int b = 0; b < known; b++) {
      int column = slots[b] * (slots[b] + 1) / 2;
      double inner = 0;
      for (int a = 0; a < b; a++) {
        inner += values[a] * covariance[column + slots[a]];
      }
      sum += values[b] * (2 * inner + values[b] * covariance[column + slots[b]]);
    }
    double fresh =
        coordinateOfSlot == null
            ? active.squaresFrom(known)
            : x.squaresWithout(coordinateOfSlot, LearnerSettings.FULL_DIMENSION_MAX - dimension);
    return Math.max(0, sum) + priorVariance * fresh;
  }

  @Override
  public double weight(int slot, long key) {
    int coordinate = coordinate(slot);
    return coordinate < 0 ? 0 : mean[coordinate];
  }

  @Override
  public double weightVariance(int slot, long key) {
    int coordinate = coordinate(slot);
    return coordinate < 0 ? priorVariance : covariance[coordinate * (coordinate + 3) / 2];
  }

  private int coordinate(int slot) {
    int coordinate = slot;
    if (coordinateOfSlot != null) {
      coordinate = slot < coordinateOfSlot.length ? coordinateOfSlot[slot] : -1;
    }
    return coordinate < dimension ? coordinate : -1;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  void write(ByteSink sink) {
    sink.float64(priorVariance);
    sink.count(dimension);
    sink.doubles(mean);
    sink.floats(covariance);
    sink.int8(coordinateOfSlot == null ? 0 : 1);
    if (coordinateOfSlot != null) {
      sink.ints(coordinateOfSlot);
    }
  }

  static FullBelief read(ByteSource source) {
    double priorVariance = source.float64();
    int dimension = source.count();
    double[] mean = source.doubles();
    float[] covariance = source.floats();
    int[] map = source.int8() == 0 ? null : source.ints();
    if (mean.length != dimension || covariance.length != dimension * (dimension + 1) / 2) {
      throw new IllegalArgumentException("a belief whose parts do not fit");
    }
    return new FullBelief(dimension, priorVariance, mean, covariance, map);
  }
}
