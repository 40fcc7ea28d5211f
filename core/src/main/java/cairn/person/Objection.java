package cairn.person;

import java.time.Instant;

/** A person's objection to being contacted or profiled; it holds from the next decision on. */
public record Objection(Scope scope, String subject, Instant at) {
  /**
   * The most objections a person raises by themselves; a no to an action is always kept, and so is
   * an objection to everything or to being profiled.
   */
  public static final int KEPT_MAX = 256;

  /** The most objections after two records became one; more become one to everything. */
  public static final int MERGED_MAX = 4 * KEPT_MAX;

  /** What an objection covers. */
  public enum Scope {
    /** Every contact that is not legally required. */
    EVERYTHING,
    /** One channel; the subject names it. */
    CHANNEL,
    /** One journey; the subject names its definition. */
    JOURNEY,
    /** One action or group of actions; the subject names it. */
    ACTION,
    /** Being profiled: decisions use no model of this person. */
    PROFILING
  }
}
