package cairn.adaptive;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The transparent baseline as it learns: shown beside every model so that its worth can be seen.
 *
 * <p>Each label of each source of features is a bin of its predictor; scores fall into classifier
 * bins, and the propensity pools a few neighbouring ones. Counts decay with every lesson. At most
 * {@link #BINS_MAX} bins are counted; later ones say nothing. One thread.
 */
public final class NaiveBayesModel {
  /** The most bins of all predictors together. */
  public static final int BINS_MAX = 4_096;

  private static final double BIN_SHARE = 0.5;
  private static final double SCORE_OFFSET = 4;
  private static final double RESCALE_BELOW = 1e-100;

  private final int classifierBins;
  private final double binsPerUnit;
  private final int pooled;
  private final double decay;
  private final Map<Long, double[]> bins = new LinkedHashMap<>();
  private double[] classifierWanted;
  private double[] classifierOthers;
  private double wanted;
  private double others;
  private double unit = 1;

  /**
   * An empty model.
   *
   * @param classifierBins how many bins scores fall into
   * @param binsPerUnit how many of them one unit of the score spans
   * @param pooled how many neighbours on each side count too
   * @param decay what remains of every count after one more lesson, in (0, 1]
   */
  public NaiveBayesModel(int classifierBins, double binsPerUnit, int pooled, double decay) {
    if (classifierBins < 1 || pooled < 0 || !(decay > 0 && decay <= 1)) {
      throw new IllegalArgumentException("at least one bin, a decay in (0, 1]");
    }
    this.classifierBins = classifierBins;
    this.binsPerUnit = binsPerUnit;
    this.pooled = pooled;
    this.decay = decay;
    this.classifierWanted = new double[classifierBins];
    this.classifierOthers = new double[classifierBins];
  }

  /** The baseline shown in the product. */
  public static NaiveBayesModel standard() {
    return new NaiveBayesModel(200, 25, 3, 0.999);
  }

  /** The chance it gives. */
  public double propensity(FeatureVector x) {
    double[] evidence = evidence(x);
    return NaiveBayes.propensity(evidence[0], evidence[1]);
  }

  /** Wanted and other outcomes behind that chance. */
  public double[] evidence(FeatureVector x) {
    return evidence(classifierBin(labelled(x)));
  }

  private double[] evidence(int bin) {
    double pos = 0;
    double neg = 0;
    for (int b = Math.max(0, bin - pooled); b <= Math.min(classifierBins - 1, bin + pooled); b++) {
      pos += classifierWanted[b] / unit;
      neg += classifierOthers[b] / unit;
    }
    return new double[] {pos, neg};
  }

  /** Learns one outcome, 1 wanted or 0 not. */
  public void learn(FeatureVector x, double outcome) {
    learn(labelled(x), outcome);
  }

  private static long[] labelled(FeatureVector x) {
    long[] keys = new long[x.size()];
    int used = 0;
    for (int i = 0; i < keys.length; i++) {
      if (!x.label(i).isEmpty()) {
        keys[used++] = x.key(i);
      }
    }
    return Arrays.copyOf(keys, used);
  }

  /** Learns one outcome of what fell into these bins; the chance it gave before. */
  double learn(long[] keys, double outcome) {
    int bin = classifierBin(keys);
    double[] evidence = evidence(bin);
    // Instead of shrinking every count, the newest counts more.
    unit /= decay;
    count(keys, bin, unit * outcome, unit * (1 - outcome));
    if (unit > 1 / RESCALE_BELOW) {
      rescale();
    }
    return NaiveBayes.propensity(evidence[0], evidence[1]);
  }

  /** What was learned as one outcome was another: from now on it counts as that. */
  void correct(long[] keys, double change) {
    count(keys, classifierBin(keys), unit * change, -unit * change);
  }

  private void count(long[] keys, int bin, double yes, double no) {
    wanted = Math.max(0, wanted + yes);
    others = Math.max(0, others + no);
    classifierWanted[bin] = Math.max(0, classifierWanted[bin] + yes);
    classifierOthers[bin] = Math.max(0, classifierOthers[bin] + no);
    for (long key : keys) {
      double[] counts = bins.get(key);
      if (counts == null && bins.size() < BINS_MAX) {
        counts = new double[2];
        bins.put(key, counts);
      }
      if (counts != null) {
        counts[0] = Math.max(0, counts[0] + yes);
        counts[1] = Math.max(0, counts[1] + no);
      }
    }
  }

  private static final double[] NONE = new double[2];

  private int classifierBin(long[] keys) {
    double score = NaiveBayes.base(wanted / unit, others / unit);
    double shift = StrictMath.log(1 + others / unit) - StrictMath.log(1 + wanted / unit);
    for (long key : keys) {
      double[] counts = bins.getOrDefault(key, NONE);
      score +=
          StrictMath.log(counts[0] / unit + BIN_SHARE)
              - StrictMath.log(counts[1] / unit + BIN_SHARE)
              + shift;
    }
    double place = Math.floor(binsPerUnit * (score / (1 + keys.length) + SCORE_OFFSET));
    return (int) Math.max(0, Math.min(classifierBins - 1, place));
  }

  private void rescale() {
    wanted /= unit;
    others /= unit;
    for (int b = 0; b < classifierBins; b++) {
      classifierWanted[b] /= unit;
      classifierOthers[b] /= unit;
    }
    for (double[] counts : bins.values()) {
      counts[0] /= unit;
      counts[1] /= unit;
    }
    unit = 1;
  }

  void write(ByteSink sink) {
    sink.float64(wanted);
    sink.float64(others);
    sink.float64(unit);
    sink.doubles(classifierWanted);
    sink.doubles(classifierOthers);
    sink.count(bins.size());
    bins.forEach((key, counts) -> {
      sink.int64(key);
      sink.float64(counts[0]);
      sink.float64(counts[1]);
    });
  }

  /** Reads what {@link #write} wrote of a {@link #standard} model. */
  static NaiveBayesModel readStandard(ByteSource source) {
    NaiveBayesModel model = standard();
    model.wanted = source.float64();
    model.others = source.float64();
    model.unit = source.float64();
    model.classifierWanted = source.doubles();
    model.classifierOthers = source.doubles();
    if (model.classifierWanted.length != model.classifierBins
        || model.classifierOthers.length != model.classifierBins) {
      throw new IllegalArgumentException("as many classifier bins as the standard has");
    }
    for (int i = source.count(); i > 0; i--) {
      model.bins.put(source.int64(), new double[] {source.float64(), source.float64()});
    }
    return model;
  }
}
