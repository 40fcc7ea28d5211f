package cairn.decision;

/**
 * How a person's decisions are made: in full, or deliberately weakened to measure what it brings.
 */
public enum Arm {
  FULL,
  /** Any eligible action, each as likely. */
  RANDOM_ELIGIBLE,
  /** By propensity alone. */
  PROPENSITY_ONLY,
  /** Without levers. */
  NO_LEVERS,
  /** Eligibility alone, without applicability and suitability, then by weight. */
  ELIGIBILITY_ONLY,
  /** With a propensity drawn at random. */
  RANDOM_MODEL
}
