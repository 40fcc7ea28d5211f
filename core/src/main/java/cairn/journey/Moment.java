package cairn.journey;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How long a step waits. Local moments are worked out in the person's own time zone. */
public sealed interface Moment {
  /** A length of time after the step was entered. */
  record After(Duration duration) implements Moment {
    public After {
      if (duration.isNegative()) {
        throw new IllegalArgumentException("a wait is not negative");
      }
    }
  }

  /**
   * The next time it is this hour on one of these days: after the step was entered, and at least so
   * long after. A gap in local time moves forward; in an overlap the first one counts.
   *
   * @param days the days it may be; all seven if none is named
   */
  record AtLocalTime(LocalTime time, Set<DayOfWeek> days, Duration notBefore) implements Moment {
    public AtLocalTime {
      days = days.isEmpty() ? Set.of(DayOfWeek.values()) : Set.copyOf(days);
    }
  }

  /**
   * A date the profile holds, moved by an offset; at once where it is unknown or past.
   *
   * @param slot the attribute's slot; a time, or a text holding an ISO date
   * @param time the local time of day, or null for the instant itself
   */
  record OnProfileDate(int slot, String attribute, Duration offset, @Nullable LocalTime time)
      implements Moment {}
}
