package cairn.adaptive;

/**
 * The chance of each candidate to be the best when every logit is drawn from its own normal
 * distribution: what Thompson sampling does, without sampling.
 *
 * <p>Candidate a is worth w σ(s), s ~ N(z, τ²). With F_a the distribution of its worth and G = Π
 * F_c that of the best, p_a = ∫ G d(ln F_a). On a grid of worths, a cell gives a the share Δ(ln
 * F_a)/Δ(ln G) of ΔG; the shares of a cell sum to 1 and ΔG telescopes, so that the chances sum to 1
 * whatever the grid. Cells are halved until halving no longer matters.
 */
final class ThompsonProbabilities {
  private static final double REACH = 8.5;
  private static final double DEVIATION_MIN = 1e-6;
  private static final int CELLS = 64;
  private static final int DEPTH_MAX = 24;
  private static final double TOLERANCE = 1e-7;

  private final double[] logits;
  private final double[] deviations;
  private final double[] weights;
  private final int size;
  private final double[] chances;

  private ThompsonProbabilities(double[] logits, double[] deviations, double[] weights) {
    this.logits = logits;
    this.deviations = deviations;
    this.weights = weights;
    this.size = logits.length;
    this.chances = new double[size];
  }

  static double[] of(double[] logits, double[] deviations, double[] weights) {
    if (logits.length == 1) {
      return new double[] {1};
    }
    double[] wide = deviations.clone();
    for (int i = 0; i < wide.length; i++) {
      wide[i] = Math.max(DEVIATION_MIN, wide[i]);
    }
    return new ThompsonProbabilities(logits, wide, weights).integrate();
  }

  private double[] integrate() {
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int a = 0; a < size; a++) {
      if (weights[a] > 0) {
        low = Math.max(low, logWorth(a, logits[a] - REACH * deviations[a]));
        high = Math.max(high, logWorth(a, logits[a] + REACH * deviations[a]));
      }
    }
    if (low == Double.NEGATIVE_INFINITY) {
      chances[0] = 1;
      return chances;
    }
    double[] before = logDistributions(low);
    for (int cell = 1; cell <= CELLS; cell++) {
      double from = low + (high - low) * (cell - 1) / CELLS;
      double to = low + (high - low) * cell / CELLS;
      double[] after = logDistributions(to);
      refine(from, to, before, after, DEPTH_MAX);
      before = after;
    }
    return normalised();
  }

  private void refine(double from, double to, double[] before, double[] after, int depth) {
    double gain = Logistic.exp(after[size]) - Logistic.exp(before[size]);
    if (gain < TOLERANCE * TOLERANCE) {
      share(before, after, gain);
      return;
    }
    double middle = from + (to - from) / 2;
    double[] between = logDistributions(middle);
    double lower = Logistic.exp(between[size]) - Logistic.exp(before[size]);
    double upper = gain - lower;
    if (depth == 0 || isFine(before, between, after, lower, upper)) {
      shareExtrapolated(before, between, after, lower, upper);
      return;
    }
    refine(from, middle, before, between, depth - 1);
    refine(middle, to, between, after, depth - 1);
  }

  private boolean isFine(
      double[] before, double[] between, double[] after, double lower, double upper) {
    for (int a = 0; a < size; a++) {
      double coarse = part(a, before, after, lower + upper);
      double fine = part(a, before, between, lower) + part(a, between, after, upper);
      if (Math.abs(coarse - fine) > TOLERANCE) {
        return false;
      }
    }
    return true;
  }

  private double part(int a, double[] before, double[] after, double gain) {
    double all = after[size] - before[size];
    return all > 0 ? gain * (after[a] - before[a]) / all : 0;
  }

  private void share(double[] before, double[] after, double gain) {
    for (int a = 0; a < size; a++) {
      chances[a] += part(a, before, after, gain);
    }
  }

  /** Two halves and a third of what they changed: the error of a cell falls with its square. */
  private void shareExtrapolated(
      double[] before, double[] between, double[] after, double lower, double upper) {
    for (int a = 0; a < size; a++) {
      double coarse = part(a, before, after, lower + upper);
      double fine = part(a, before, between, lower) + part(a, between, after, upper);
      chances[a] += fine + (fine - coarse) / 3;
    }
  }

  /** ln F_a at this worth for every a, and their sum, ln G. */
  private double[] logDistributions(double logWorth) {
    double[] logs = new double[size + 1];
    for (int a = 0; a < size; a++) {
      logs[a] = logDistribution(a, logWorth);
      logs[size] += logs[a];
    }
    return logs;
  }

  private double logDistribution(int a, double logWorth) {
    if (weights[a] <= 0) {
      return 0;
    }
    double share = Logistic.exp(logWorth - StrictMath.log(weights[a]));
    if (share >= 1) {
      return 0;
    }
    double x = (Logistic.logit(share) - logits[a]) / deviations[a];
    return x > 0
        ? StrictMath.log1p(-Logistic.normal(-x))
        : StrictMath.log(Math.max(Double.MIN_NORMAL, Logistic.normal(x)));
  }

  private double logWorth(int a, double logit) {
    return StrictMath.log(weights[a]) + StrictMath.log(Logistic.sigmoid(logit));
  }

  /** Removes what rounding left, so that the chances sum to 1. */
  private double[] normalised() {
    double sum = 0;
    for (double chance : chances) {
      sum += chance;
    }
    for (int a = 0; a < size; a++) {
      chances[a] = Math.max(0, chances[a] / sum);
    }
    return chances;
  }
}
