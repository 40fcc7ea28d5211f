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
   * What the event begins with that a journey sees when a person responds to what a step of its own
   * put to them; the kind of response follows, as in {@code response:accepted}. Only a response
   * makes it happen.
   */
  public static final String RESPONSE = "response:";

  /** The same for a response to anything, whatever put it to the person. */
  public static final String ANY_RESPONSE = "anyResponse:";

  /** Whether an event of this name is a response to a decision. */
  public static boolean isResponse(String name) {
    return name.startsWith(RESPONSE) || name.startsWith(ANY_RESPONSE);
  }

  /** The kind of response that the name of one ends with. */
  public static String responseKind(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  /** Whether an event of this name is meant; responses are meant only by their names. */
  public boolean mayMatch(String name) {
    return event.equals(name) || (event.equals(ANY) && !isResponse(name));
  }

  /**
   * Whether a response of this kind is meant.
   *
   * @param own whether it is to what the journey itself put to the person
   */
  public boolean mayMatchResponse(String kind, boolean own) {
    return event.equals(ANY_RESPONSE + kind) || (own && event.equals(RESPONSE + kind));
  }
}
