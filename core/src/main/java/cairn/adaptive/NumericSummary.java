package cairn.adaptive;

import java.util.Arrays;

/**
 * What was seen so far of one number: how many, mean, spread, and a small sample for quantiles.
 *
 * <p>Mean and spread follow Welford (1962). The sample is the first {@link #QUANTILES_AFTER}
 * values. Owned by one trainer.
 */
public final class NumericSummary {
  /** So many values are seen before quantile edges are taken. */
  public static final int QUANTILES_AFTER = 500;

  /** Scaled numbers stay within ± this. */
  public static final double CLIP = 4;

  private static final double SPREAD_MIN = 1e-6;

  private long count;
  private double mean;
  private double squares;
  private double[] first = new double[0];

  /** Takes one more value into account. */
  public void include(double value) {
    count++;
    double step = value - mean;
    mean += step / count;
    squares += step * (value - mean);
    if (count <= QUANTILES_AFTER) {
      if (first.length < count) {
        first = Arrays.copyOf(first, Math.min(QUANTILES_AFTER, Math.max(16, 2 * first.length)));
      }
      first[(int) count - 1] = value;
    }
  }

  /** (value − mean) / spread, clipped to ±4; a spread below 1e-6 counts as 1. */
  public double scale(double value) {
    return scale(value, mean, spread());
  }

  static double scale(double value, double mean, double spread) {
    double divisor = spread < SPREAD_MIN ? 1 : spread;
    return Math.max(-CLIP, Math.min(CLIP, (value - mean) / divisor));
  }

  public long count() {
    return count;
  }

  public double mean() {
    return mean;
  }

  /** The standard deviation (divisor n). */
  public double spread() {
    return count == 0 ? 0 : Math.sqrt(squares / count);
  }

  /** Rising edges that cut the first values into equal parts; empty while too few were seen. */
  double[] edges(int bins) {
    if (count < QUANTILES_AFTER) {
      return new double[0];
    }
    double[] sorted = first.clone();
    Arrays.sort(sorted);
    double[] edges = new double[bins - 1];
    int kept = 0;
    for (int i = 1; i < bins; i++) {
      double edge = sorted[(int) ((long) i * sorted.length / bins)];
      if (edge > sorted[0] && (kept == 0 || edge > edges[kept - 1])) {
        edges[kept++] = edge;
      }
    }
    return Arrays.copyOf(edges, kept);
  }

  void write(ByteSink sink) {
    sink.count(count);
    sink.float64(mean);
    sink.float64(squares);
    sink.doubles(Arrays.copyOf(first, (int) Math.min(count, QUANTILES_AFTER)));
  }

  static NumericSummary read(ByteSource source) {
    NumericSummary summary = new NumericSummary();
    summary.count = source.longCount();
    summary.mean = source.float64();
    summary.squares = source.float64();
    summary.first = source.doubles();
    return summary;
  }
}
