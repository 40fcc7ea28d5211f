package cairn.person;

/** How a journey ended. A no is a completed journey and a success of clarity. */
public enum Ending {
  /** The person did what they set out to do, with us or elsewhere. */
  ACHIEVED,
  /** The person said no: this is not for them. */
  DECLINED,
  /** The person now wants something else. */
  CHANGED_PURPOSE,
  /** The person went without a word. */
  LEFT,
  /** The time set for the journey ran out. */
  TIMED_OUT
}
