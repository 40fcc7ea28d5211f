package cairn.person;

import java.time.Instant;

/** "Not now" to an action, until a date the person picked. */
public record NotNow(String subject, Instant until) {
  /** The most of these one person has; the earliest goes first. */
  public static final int KEPT_MAX = 64;
}
