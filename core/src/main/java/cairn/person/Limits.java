package cairn.person;

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
  }

  /**
   * At most so many contacts in any window of this length.
   *
   * @param channel the channel it counts, or null for all together
   */
  public record Cap(@Nullable String channel, int contactsMax, Duration window) {
    public Cap {
      if (contactsMax < 0 || window.isNegative() || window.isZero()) {
        throw new IllegalArgumentException("a cap counts 0 or more contacts in a positive window");
      }
    }
  }

  /** Local hours without contact, from one time to another, over midnight if from is later. */
  public record QuietHours(LocalTime from, LocalTime to) {}
}
