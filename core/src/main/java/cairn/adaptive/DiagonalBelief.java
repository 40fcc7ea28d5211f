package cairn.adaptive;

/** A mean and a variance for each of 2^bits coordinates, found by the key of a feature. */
public final class DiagonalBelief implements Belief {
  private final double[] mean;
  private final double[] variance;

  DiagonalBelief(double[] mean, double[] variance) {
    this.mean = mean;
    this.variance = variance;
  }

  static int coordinate(long key, int size) {
    return (int) (key >>> 17) & (size - 1);
  }

  @Override
  public double logit(ActiveFeatures x) {
    double sum = 0;
    for (int i = 0; i < x.size; i++) {
      sum += x.values[i] * mean[coordinate(x.keys[i], mean.length)];
    }
    return sum;
  }

  @Override
  public double variance(ActiveFeatures x) {
    double sum = 0;
    for (int i = 0; i < x.size; i++) {
      sum += x.values[i] * x.values[i] * variance[coordinate(x.keys[i], mean.length)];
    }
    return sum;
  }

  @Override
  public double weight(int slot, long key) {
    return mean[coordinate(key, mean.length)];
  }

  @Override
  public double weightVariance(int slot, long key) {
    return variance[coordinate(key, mean.length)];
  }

  @Override
  public int dimension() {
    return mean.length;
  }

  void write(ByteSink sink) {
    sink.doubles(mean);
    sink.doubles(variance);
  }

  static DiagonalBelief read(ByteSource source) {
    double[] mean = source.doubles();
    double[] variance = source.doubles();
    if (mean.length != variance.length || Integer.bitCount(mean.length) != 1) {
      throw new IllegalArgumentException("a belief whose parts do not fit");
    }
    return new DiagonalBelief(mean, variance);
  }
}
