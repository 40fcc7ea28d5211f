package cairn.journey;

import cairn.rule.Condition;

/**
 * An event that matters, if its condition holds.
 *
 * @param event the event's name, or {@link #ANY}
 */
public record Trigger(String event, Condition when) {
  /** Matches every event. */
  public static final String ANY = "*";

  public boolean mayMatch(String name) {
    return event.equals(name) || event.equals(ANY);
  }
}
