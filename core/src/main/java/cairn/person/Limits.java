package cairn.person;

import cairn.value.Era;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The limits a person set themselves. Hard: an organisation may only go below them. */
public record Limits(List<Cap> caps, @Nullable QuietHours quiet, @Nullable Instant silentUntil) {
  public static final Limits NONE = new Limits(List.of(), null, null);

  /** The most caps one person keeps. */
  public static final int CAPS_MAX = 32;

  public Limits {
    caps = List.copyOf(caps);
    if (caps.size() > CAPS_MAX) {
      throw new IllegalArgumentException("a person keeps at most " + CAPS_MAX + " caps");
    }
    if (silentUntil != null) {
      Era.check(silentUntil);
    }
  }

  /**
   * At most so many contacts in any window of this length.
   *
   * @param channel the channel it counts, or null for all together
   * @param contactsMax at most as many as a {@link Recall} remembers, or it would never bind
   */
  public record Cap(@Nullable String channel, int contactsMax, Duration window) {
    /** The longest window: a leap year. */
    public static final Duration WINDOW_MAX = Duration.ofDays(366);

    private static final Duration WINDOW_MIN = Duration.ofMillis(1);

    public Cap {
      if (contactsMax < 0 || contactsMax > Recall.TIMES_MAX) {
        throw new IllegalArgumentException("a cap is 0 to " + Recall.TIMES_MAX + " contacts");
      }
      if (window.compareTo(WINDOW_MIN) < 0 || window.compareTo(WINDOW_MAX) > 0) {
        throw new IllegalArgumentException("a cap's window is a millisecond to a year long");
      }
    }
  }

  /** Local hours without contact, from one time to another, over midnight if from is later. */
  public record QuietHours(LocalTime from, LocalTime to) {}
}
