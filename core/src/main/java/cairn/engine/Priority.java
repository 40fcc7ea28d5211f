package cairn.engine;

/** Who waits for whom when there is much to do. */
public enum Priority {
  /** Somebody waits for the answer. */
  INTERACTIVE,
  /** Events and timers. */
  STREAM,
  /** Imports and scans. */
  BATCH
}
