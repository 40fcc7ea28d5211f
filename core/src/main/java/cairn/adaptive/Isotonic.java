package cairn.adaptive;

import java.util.Arrays;

/**
 * A rising map from predicted to observed chance, fitted by pooling adjacent violators (Ayer et al.
 * 1955): the closest rising sequence to the observed rates, weighted by counts.
 */
public final class Isotonic {
  private final double[] predicted;
  private final double[] observed;

  private Isotonic(double[] predicted, double[] observed) {
    this.predicted = predicted;
    this.observed = observed;
  }

  /** The closest non-falling sequence to these values under these positive weights. */
  public static double[] pool(double[] values, double[] weights) {
    int n = values.length;
    double[] level = new double[n];
    double[] weight = new double[n];
    int[] count = new int[n];
    int blocks = 0;
    for (int i = 0; i < n; i++) {
      level[blocks] = values[i];
      weight[blocks] = weights[i];
      count[blocks] = 1;
      blocks++;
      while (blocks > 1 && level[blocks - 2] > level[blocks - 1]) {
        double total = weight[blocks - 2] + weight[blocks - 1];
        level[blocks - 2] =
            (level[blocks - 2] * weight[blocks - 2] + level[blocks - 1] * weight[blocks - 1])
                / total;
        weight[blocks - 2] = total;
        count[blocks - 2] += count[blocks - 1];
        blocks--;
      }
    }
    double[] pooled = new double[n];
    int at = 0;
    for (int block = 0; block < blocks; block++) {
      Arrays.fill(pooled, at, at + count[block], level[block]);
      at += count[block];
    }
    return pooled;
  }

  /** Fits the map to groups with these mean predictions (rising), rates and counts. */
  public static Isotonic fit(double[] meanPredictions, double[] rates, double[] counts) {
    if (meanPredictions.length == 0) {
      throw new IllegalArgumentException("nothing to fit");
    }
    return new Isotonic(meanPredictions.clone(), pool(rates, counts));
  }

  /** The mapped chance: straight lines between the groups, level beyond the outermost. */
  public double apply(double chance) {
    int last = predicted.length - 1;
    if (chance <= predicted[0]) {
      return observed[0];
    }
    if (chance >= predicted[last]) {
      return observed[last];
    }
    int above = 1;
    while (predicted[above] < chance) {
      above++;
    }
    double share = (chance - predicted[above - 1]) / (predicted[above] - predicted[above - 1]);
    return observed[above - 1] + share * (observed[above] - observed[above - 1]);
  }

  void write(ByteSink sink) {
    sink.doubles(predicted);
    sink.doubles(observed);
  }

  static Isotonic read(ByteSource source) {
    return new Isotonic(source.doubles(), source.doubles());
  }
}
