package cairn.decision;

/** The stages of a decision, in order. */
public enum Stage {
  VALIDITY,
  CHANNEL,
  PURPOSE,
  ELIGIBILITY,
  APPLICABILITY,
  SUITABILITY,
  PERSONS_LIMITS,
  JOURNEY,
  CONTACT,
  VOLUME,
  FLOOR,
  ARBITRATION,
  PLACEMENT
}
