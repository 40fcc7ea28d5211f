package cairn.decision.measure;

import java.util.Arrays;

/** How decisions spread over actions. */
public final class Variation {
  private Variation() {}

  /** How many actions, the most frequent first, it takes to cover so large a share. */
  public static int covering(long[] winners, double share) {
    var sorted = sorted(winners);
    long all = Arrays.stream(sorted).sum();
    long sum = 0;
    int count = 0;
    for (int i = sorted.length - 1; i >= 0 && sum < share * all; i--) {
      sum += sorted[i];
      count++;
    }
    return count;
  }

  /** Gini's coefficient: 0 where all win alike, towards 1 where one wins all. */
  public static double gini(long[] winners) {
    var sorted = sorted(winners);
    double weighted = 0;
    double sum = 0;
    for (int i = 0; i < sorted.length; i++) {
      weighted += (i + 1.0) * sorted[i];
      sum += sorted[i];
    }
    int n = sorted.length;
    return sum == 0 ? 0 : 2 * weighted / (n * sum) - (n + 1.0) / n;
  }

  private static long[] sorted(long[] winners) {
    var sorted = winners.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
