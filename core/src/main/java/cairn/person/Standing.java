package cairn.person;

/** What a record stands for. */
public enum Standing {
  /** A person. */
  OPEN,
  /** A pointer: what comes here is sent on to the record of a known person. */
  SEALED,
  /** Nothing but an erasure and its objections. */
  ERASED
}
