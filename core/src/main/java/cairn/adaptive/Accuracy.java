package cairn.adaptive;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How well chances foretell outcomes, over a batch of both (outcome 1 wanted, 0 not). */
public final class Accuracy {
  /** Chances are clipped to this distance from 0 and 1 before their logarithm is taken. */
  public static final double CHANCE_MIN = 1e-4;

  private static final int CALIBRATION_BINS = 10;

  private Accuracy() {}

  /**
   * The chance that a wanted outcome was given more than another one; ties count half.
   *
   * @return 0.5 when one of the two kinds is absent
   */
  public static double auc(double[] chances, double[] outcomes) {
    int[] order = order(chances);
    double ranks = 0;
    long positives = 0;
    int at = 0;
    while (at < order.length) {
      int end = at;
      long tied = 0;
      while (end < order.length && chances[order[end]] == chances[order[at]]) {
        tied += outcomes[order[end]] > 0.5 ? 1 : 0;
        end++;
      }
      ranks += tied * (at + 1 + end) / 2.0;
      positives += tied;
      at = end;
    }
    long negatives = order.length - positives;
    if (positives == 0 || negatives == 0) {
      return 0.5;
    }
    return (ranks - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
  }

  /** Mean log-loss, natural logarithm. */
  public static double logLoss(double[] chances, double[] outcomes) {
    double sum = 0;
    for (int i = 0; i < chances.length; i++) {
      double clipped = clipped(chances[i]);
      sum -= outcomes[i] * StrictMath.log(clipped);
      sum -= (1 - outcomes[i]) * StrictMath.log(1 - clipped);
    }
    return sum / chances.length;
  }

  /** Log-loss of one chance, natural logarithm. */
  static double logLoss(double chance, double outcome) {
    double clipped = clipped(chance);
    return -StrictMath.log(outcome > 0.5 ? clipped : 1 - clipped);
  }

  /** A chance whose logarithm may be taken, and that of its opposite. */
  static double clipped(double chance) {
    return Math.max(CHANCE_MIN, Math.min(1 - CHANCE_MIN, chance));
  }

  /** Mean squared error. */
  public static double brier(double[] chances, double[] outcomes) {
    double sum = 0;
    for (int i = 0; i < chances.length; i++) {
      sum += (chances[i] - outcomes[i]) * (chances[i] - outcomes[i]);
    }
    return sum / chances.length;
  }

  /** Mean |predicted − observed| over ten groups of like size (quantiles), weighted by size. */
  public static double calibrationError(double[] chances, double[] outcomes) {
    int[] order = order(chances);
    double error = 0;
    for (int bin = 0; bin < CALIBRATION_BINS; bin++) {
      int from = (int) ((long) bin * order.length / CALIBRATION_BINS);
      int to = (int) ((long) (bin + 1) * order.length / CALIBRATION_BINS);
      double gap = 0;
      for (int i = from; i < to; i++) {
        gap += chances[order[i]] - outcomes[order[i]];
      }
      error += Math.abs(gap);
    }
    return error / chances.length;
  }

  private static int[] order(double[] chances) {
    return IntStream.range(0, chances.length)
        .boxed()
        .sorted((one, other) -> Double.compare(chances[one], chances[other]))
        .mapToInt(i -> i)
        .toArray();
  }

  /** The part of a batch from one row to another, for measures over time. */
  public static double[] slice(double[] values, int from, int to) {
    return Arrays.copyOfRange(values, from, to);
  }
}
