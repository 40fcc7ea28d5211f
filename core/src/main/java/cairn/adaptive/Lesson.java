package cairn.adaptive;

/** What a {@link Trainer} made of an observation. */
public enum Lesson {
  /** A model was declared, or had been. */
  DECLARED,
  /** The outcome is awaited. */
  WAITING,
  /** One or more outcomes were learned. */
  LEARNED,
  /** An outcome learned before was corrected. */
  CORRECTED,
  /** Another response that comes to the same outcome: no model changed. */
  NOTED,
  /** Known already, or older than what is known: nothing changed. */
  REPEATED,
  /** A response that came before what it responds to; kept for a while. */
  EARLY,
  /** Nothing was due. */
  NOTHING,
  /** The features belong to another version of the schema. */
  WRONG_SCHEMA,
  /** More outcomes are awaited than {@link Trainer#WAITING_MAX}. */
  FULL
}
