package cairn.adaptive;

import java.util.HashMap;
import java.util.Map;

/**
 * The transparent baseline as it learns: shown beside every model so that its worth can be seen.
 *
 * <p>Each label of each source of features is a bin of its predictor; scores fall into classifier
 * bins, and the propensity pools a few neighbouring ones. Counts decay with every lesson. One
 * thread.
 */
public final class NaiveBayesModel {
  private static final double BIN_SHARE = 0.5;
  private static final double SCORE_OFFSET = 4;
  private static final double RESCALE_BELOW = 1e-100;

  private final int classifierBins;
  private final double binsPerUnit;
  private final int pooled;
  private final double decay;
  private final Map<Long, double[]> bins = new HashMap<>();
  private final double[] classifierWanted;
  private final double[] classifierOthers;
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
    int bin = classifierBin(x);
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
    int bin = classifierBin(x);
    // Instead of shrinking every count, the newest counts more.
    unit /= decay;
    wanted += unit * outcome;
    others += unit * (1 - outcome);
    classifierWanted[bin] += unit * outcome;
    classifierOthers[bin] += unit * (1 - outcome);
    for (int i = 0; i < x.size(); i++) {
      double[] counts = bins.computeIfAbsent(x.key(i), key -> new double[2]);
      counts[0] += unit * outcome;
      counts[1] += unit * (1 - outcome);
    }
    if (unit > 1 / RESCALE_BELOW) {
      rescale();
    }
  }

  private double score(FeatureVector x) {
    double sum = NaiveBayes.base(wanted / unit, others / unit);
    double shift = StrictMath.log(1 + others / unit) - StrictMath.log(1 + wanted / unit);
    int active = 0;
    for (int i = 0; i < x.size(); i++) {
      if (!x.label(i).isEmpty()) {
        double[] counts = bins.getOrDefault(x.key(i), NONE);
        sum +=
            StrictMath.log(counts[0] / unit + BIN_SHARE)
                - StrictMath.log(counts[1] / unit + BIN_SHARE)
                + shift;
        active++;
      }
    }
    return sum / (1 + active);
  }

  private static final double[] NONE = new double[2];

  private int classifierBin(FeatureVector x) {
    double place = Math.floor(binsPerUnit * (score(x) + SCORE_OFFSET));
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
}
