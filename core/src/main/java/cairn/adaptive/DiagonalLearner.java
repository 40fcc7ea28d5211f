package cairn.adaptive;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Bayesian logistic regression with one variance a weight, over 2^bits hashed coordinates.
 *
 * <p>With s_j the variances, f the forgetting and the rest as in {@link FullLearner}:
 *
 * <pre>
 *   s_j ← min(v0, s_j/f + δ);  v = Σ s_j x_j²;  g_j = s_j x_j/(1 + hv)
 *   μ_j ← μ_j + g_j (y − p);   s_j ← s_j − h s_j x_j g_j
 * </pre>
 */
public final class DiagonalLearner implements Learner {
  private static final double CURVATURE_MIN = 1e-6;

  private final double priorVariance;
  private final double drift;
  private final double forget;
  private final double[] mean;
  private final double[] variance;
  private final int[] touched;

  /** A learner that starts with these weights (2^bits of them) and full uncertainty. */
  DiagonalLearner(LearnerSettings settings, int sources, double[] startingWeights) {
    this(
        settings.weightVariance(sources),
        settings.drift(),
        settings.diagonalForget(),
        startingWeights.clone(),
        new double[startingWeights.length],
        new int[startingWeights.length]);
    Arrays.fill(variance, priorVariance);
  }

  private DiagonalLearner(
      double priorVariance,
      double drift,
      double forget,
      double[] mean,
      double[] variance,
      int[] touched) {
    this.priorVariance = priorVariance;
    this.drift = drift;
    this.forget = forget;
    this.mean = mean;
    this.variance = variance;
    this.touched = touched;
  }

  /** A learner that knows nothing but the weight of the constant, which has this key. */
  static DiagonalLearner fresh(LearnerSettings settings, int sources, long constantKey) {
    double[] weights = new double[1 << settings.diagonalBits()];
    weights[DiagonalBelief.coordinate(constantKey, weights.length)] = settings.priorLogit();
    return new DiagonalLearner(settings, sources, weights);
  }

  private double logit(ActiveFeatures x) {
    double sum = 0;
    for (int i = 0; i < x.size; i++) {
      sum += x.values[i] * mean[at(x, i)];
    }
    return sum;
  }

  private double variance(ActiveFeatures x) {
    double sum = 0;
    for (int i = 0; i < x.size; i++) {
      sum += x.values[i] * x.values[i] * variance[at(x, i)];
    }
    return sum;
  }

  private int at(ActiveFeatures x, int i) {
    return DiagonalBelief.coordinate(x.keys[i], mean.length);
  }

  @Override
  public double propensity(ActiveFeatures x) {
    return Logistic.propensity(logit(x), variance(x));
  }

  @Override
  public double learn(ActiveFeatures x, double outcome) {
    for (int i = 0; i < x.size; i++) {
      int j = at(x, i);
      variance[j] = Math.min(priorVariance, variance[j] / forget + drift);
      touched[j] += touched[j] == Integer.MAX_VALUE ? 0 : 1;
    }
    double v = variance(x);
    double p = Logistic.propensity(logit(x), v);
    double h = Math.max(p * (1 - p), CURVATURE_MIN);
    for (int i = 0; i < x.size; i++) {
      int j = at(x, i);
      double gain = variance[j] * x.values[i] / (1 + h * v);
      mean[j] += gain * (outcome - p);
      variance[j] = Math.max(0, variance[j] - h * variance[j] * x.values[i] * gain);
    }
    return p;
  }

  @Override
  public void correct(ActiveFeatures x, double change) {
    for (int i = 0; i < x.size; i++) {
      int j = at(x, i);
      mean[j] += variance[j] * x.values[i] * change;
    }
  }

  @Override
  public DiagonalLearner finer() {
    double[] wider = variance.clone();
    for (int j = 0; j < wider.length; j++) {
      wider[j] = Math.min(priorVariance, wider[j] + FINER_VARIANCE * priorVariance);
    }
    return new DiagonalLearner(priorVariance, drift, forget, mean.clone(), wider, touched.clone());
  }

  @Override
  public DiagonalBelief belief() {
    return new DiagonalBelief(mean.clone(), variance.clone());
  }

  double[] weights() {
    return mean.clone();
  }

  /** A full learner over the most frequently touched features, with the same weights. */
  FullLearner promote(LearnerSettings settings, FeatureSpace space) {
    List<Integer> chosen =
        IntStream.range(0, space.size())
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer slot) -> -touched[coordinate(space, slot)])
                    .thenComparingInt(slot -> slot))
            .limit(LearnerSettings.FULL_DIMENSION_MAX)
            .sorted()
            .toList();
    int[] coordinateOfSlot = new int[space.size()];
    Arrays.fill(coordinateOfSlot, -1);
    double[] weights = new double[chosen.size()];
    double[] variances = new double[chosen.size()];
    for (int i = 0; i < chosen.size(); i++) {
      coordinateOfSlot[chosen.get(i)] = i;
      weights[i] = mean[coordinate(space, chosen.get(i))];
      variances[i] = variance[coordinate(space, chosen.get(i))];
    }
    return new FullLearner(settings, priorVariance, coordinateOfSlot, weights, variances);
  }

  private int coordinate(FeatureSpace space, int slot) {
    return DiagonalBelief.coordinate(space.key(slot), mean.length);
  }

  void write(ByteSink sink) {
    sink.float64(priorVariance);
    sink.float64(drift);
    sink.float64(forget);
    sink.doubles(mean);
    sink.doubles(variance);
    sink.ints(touched);
  }

  static DiagonalLearner read(ByteSource source) {
    return new DiagonalLearner(
        source.float64(),
        source.float64(),
        source.float64(),
        source.doubles(),
        source.doubles(),
        source.ints());
  }
}
