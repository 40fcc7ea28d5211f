package cairn.map;

/** How well a statement on the board is known; its source says from where. */
public enum Evidence {
  /** A guess of the room. */
  GUESS,
  /** Said by a real person: an interview, a letter, a recorded call. */
  SAID,
  /** Measured in real journeys. */
  MEASURED
}
