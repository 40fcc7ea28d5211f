package cairn.decision;

/**
 * The editions of how decisions are made. A recorded decision is made again by the edition that
 * made it first, so that it comes out the same after the rules below have changed.
 */
public final class Edition {
  /** The edition that decides now. */
  public static final int NOW = 2;

  /** From this edition on chance draws nothing for people who left experiments. */
  static final int LEAVING_ENDS_DRAWS = 2;

  /** From this edition on what is chosen by propensity alone is drawn on a scale of its own. */
  static final int PROPENSITY_HAS_ITS_SCALE = 2;

  /** From this edition on a silence is said by what dropped most, before by what dropped last. */
  static final int SILENCE_TELLS_MOST = 2;

  private Edition() {}
}
