package cairn.decision;

import cairn.adaptive.ChoiceRule;

/**
 * How survivors are weighed: {@code P x C x L x Vorg^a x Vperson^(1-a)} inside a purpose class.
 *
 * @param a the published weight of the organisation's value, 0 to 1
 * @param unit the published unit: the organisation's value counts as at least this much
 * @param classMax the published maximum of a score, by which scores are divided before a draw
 */
public record Arbitration(
    double a,
    double unit,
    double classMax,
    ChoiceRule choice,
    boolean usePropensity,
    boolean useContext,
    boolean useLevers,
    boolean useValue) {
  public Arbitration {
    if (!(a >= 0 && a <= 1) || !(unit > 0) || !(classMax > 0)) {
      throw new IllegalArgumentException(
          "a lies between 0 and 1; unit and class maximum are above 0");
    }
  }
}
