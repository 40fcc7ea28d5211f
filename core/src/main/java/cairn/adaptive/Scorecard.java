package cairn.adaptive;

/**
 * How well predictions did, each made before its outcome was learned.
 *
 * @param logLoss mean log-loss, natural logarithm
 * @param brier mean squared error
 * @param auc the chance that a wanted outcome was predicted above another one; 0.5 tells nothing
 * @param calibrationError mean |predicted − observed| over groups of like predictions
 */
public record Scorecard(double logLoss, double brier, double auc, double calibrationError) {
  /** Of no prediction. */
  public static final Scorecard NONE = new Scorecard(0, 0, 0.5, 0);
}
