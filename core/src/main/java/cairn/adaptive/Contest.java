package cairn.adaptive;

/**
 * A model beside two simpler ways to predict, on the same outcomes in the same order.
 *
 * @param outcomes how many, each as it was first learned
 * @param model what the model predicted
 * @param naiveBayes what the transparent baseline predicted
 * @param baseRate what the running mean predicted
 */
public record Contest(long outcomes, Scorecard model, Scorecard naiveBayes, Scorecard baseRate) {
  /** Without any outcome. */
  public static final Contest NONE = new Contest(0, Scorecard.NONE, Scorecard.NONE, Scorecard.NONE);
}
