package cairn.decision;

/** What sort of proposal an action is, which decides the limits it keeps. */
public enum ActionKind {
  /** Keeps every policy and is weighed against the others. */
  DEFAULT,
  /** Skips the organisation's limits and the weighing, never the person's own limits. */
  MANDATORY,
  /** Part of what the person asked for: not counted by the organisation's limits. */
  TRANSACTIONAL,
  /** Legally required service or safety notice, listed as such: passes every limit. */
  REQUIRED,
  /** A question to the person; it competes with actions. */
  QUESTION
}
