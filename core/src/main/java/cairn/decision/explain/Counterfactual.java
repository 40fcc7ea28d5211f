package cairn.decision.explain;

/**
 * One change, and nothing else, that would have put an action to the person. Every one was decided
 * again and did.
 *
 * @param what the attribute, the action whose weight it is, or the word that was given
 * @param from as it is, and to as it would be
 * @param sentence it in words
 */
public record Counterfactual(
    Kind kind, String action, String what, String from, String to, String sentence) {
  /** What was changed. */
  public enum Kind {
    /** Something known of the person. */
    FACT,
    /** The organisation's weight on the action. */
    LEVER,
    /** The moment. */
    TIME,
    /** Something the person said: a purpose, an objection, a consent, a limit. */
    WORD
  }
}
