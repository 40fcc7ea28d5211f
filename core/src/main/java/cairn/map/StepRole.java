package cairn.map;

/** What a step of the map is for when the map runs; the kinds of steps of a live journey. */
public enum StepRole {
  /** Nobody has said yet. */
  OPEN,
  /** Something is awaited: an event, a time, or either. */
  WAIT_FOR,
  /** A message or a task through a channel. */
  TALK,
  /** A next best action or question is chosen. */
  DECIDE,
  /** The person is asked. */
  ASK,
  /** The ways part by a rule. */
  SPLIT,
  /** A team takes over. */
  HAND_OVER,
  /** The journey ends. */
  ENDING
}
