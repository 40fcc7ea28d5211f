package cairn.value;

import java.time.Instant;

/** The years that times may lie in: 1 to 9999, so that every time fits every file and message. */
public final class Era {
  public static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  public static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  private Era() {}

  public static boolean holds(Instant time) {
    return !time.isBefore(FIRST) && !time.isAfter(LAST);
  }

  /** The same time; refuses one that lies outside. */
  public static Instant check(Instant time) {
    if (!holds(time)) {
      throw new IllegalArgumentException("a time lies in the years 1 to 9999");
    }
    return time;
  }
}
