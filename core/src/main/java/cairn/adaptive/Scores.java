package cairn.adaptive;

/**
 * Predictions beside what came of them, in memory that does not grow: sums, and counts by bins of
 * the predicted logit. Inside a bin order is not known and counts as a tie. One thread.
 */
final class Scores {
  private static final LogitBins LOGIT_BINS = new LogitBins(100);
  private static final int BINS = LOGIT_BINS.count();
  private static final int GROUPS = 10;

  private long count;
  private double logLoss;
  private double brier;
  private double[] predicted = new double[BINS];
  private double[] wanted = new double[BINS];
  private double[] others = new double[BINS];

  /** Takes in what was predicted before an outcome (1 wanted, 0 not) was learned. */
  void include(double chance, double outcome) {
    count++;
    logLoss += Accuracy.logLoss(chance, outcome);
    brier += (chance - outcome) * (chance - outcome);
    int bin = LOGIT_BINS.of(chance);
    predicted[bin] += chance;
    (outcome > 0.5 ? wanted : others)[bin]++;
  }

  Scorecard card() {
    return count == 0
        ? Scorecard.NONE
        : new Scorecard(logLoss / count, brier / count, auc(), calibrationError());
  }

  private double auc() {
    double below = 0;
    double positives = 0;
    double area = 0;
    for (int bin = 0; bin < BINS; bin++) {
      area += wanted[bin] * (below + others[bin] / 2);
      below += others[bin];
      positives += wanted[bin];
    }
    return positives == 0 || below == 0 ? 0.5 : area / positives / below;
  }

  /** Over about ten groups of like size; a bin is never divided. */
  private double calibrationError() {
    double error = 0;
    double gap = 0;
    double held = 0;
    for (int bin = 0; bin < BINS; bin++) {
      gap += predicted[bin] - wanted[bin];
      held += wanted[bin] + others[bin];
      if (held >= (double) count / GROUPS || bin == BINS - 1) {
        error += Math.abs(gap);
        gap = 0;
        held = 0;
      }
    }
    return error / count;
  }

  void write(ByteSink sink) {
    sink.count(count);
    sink.float64(logLoss);
    sink.float64(brier);
    sink.doubles(predicted);
    sink.doubles(wanted);
    sink.doubles(others);
  }

  static Scores read(ByteSource source) {
    Scores scores = new Scores();
    scores.count = source.longCount();
    scores.logLoss = source.float64();
    scores.brier = source.float64();
    scores.predicted = source.doubles();
    scores.wanted = source.doubles();
    scores.others = source.doubles();
    return scores;
  }
}
