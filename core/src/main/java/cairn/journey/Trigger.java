package cairn.journey;

import cairn.rule.Condition;

/**
 * An event that matters, if its condition holds.
 *
 * @param event the event's name, or {@link #ANY} for all but responses
 */
public record Trigger(String event, Condition when) {
  /** Matches every event that is sent to us. */
  public static final String ANY = "*";

  /**
   * What the event begins with that a journey sees when a person responds to a decision; the kind
   * of response follows, as in {@code response:accepted}. Only a response makes it happen.
   */
  public static final String RESPONSE = "response:";

  /** Whether an event of this name is a response to a decision. */
  public static boolean isResponse(String name) {
    return name.startsWith(RESPONSE);
  }

  /** Whether an event of this name is meant; responses are meant only by their names. */
  public boolean mayMatch(String name) {
    return event.equals(name) || (event.equals(ANY) && !isResponse(name));
  }
}
