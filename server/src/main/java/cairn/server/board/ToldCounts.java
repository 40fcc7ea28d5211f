package cairn.server.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was told about which people, so that nearly the same people get the same answer:
 * two rules that differ in a few persons say nothing about those. Lost with the process.
 */
final class ToldCounts {
  /** The last groups that are remembered; each costs eight bytes a person. */
  static final int ASKED_MAX = 128;

  /** An answer is given anew when a group is this much larger or smaller, and the time is over. */
  static final int OUTGROWN_BY = 3 * PersonaRoute.GROUP_MIN;

  /** For how long an answer stands at least. */
  static final Duration STANDS_FOR = Duration.ofMinutes(10);

  private final Deque<Asked> asked = new ArrayDeque<>();

  /** What was told, when and of how many it was first said. */
  private record Told(OptionalLong count, int people, Instant since) {}

  private static final class Asked {
    private final long[] who;
    private final Told told;

    Asked(long[] who, Told told) {
      this.who = who;
      this.told = told;
    }
  }

  /**
   * What to tell about a group: what was told about the nearest one, if it differs in fewer than
   * {@link PersonaRoute#GROUP_MIN} people.
   *
   * @param who a number for each person, in rising order; kept, so never changed afterwards
   * @param fresh what to tell where no such group is remembered; empty for "few"
   */
  synchronized OptionalLong tell(long[] who, Instant now, Supplier<OptionalLong> fresh) {
    Asked nearest = null;
    int least = PersonaRoute.GROUP_MIN;
    for (Asked before : asked) {
      int apart = apart(before.who, who, least);
      if (apart < least) {
        nearest = before;
        least = apart;
      }
    }
    var told =
        nearest == null || isOutgrown(nearest.told, who.length, now)
            ? new Told(fresh.get(), who.length, now)
            : nearest.told;
    if (nearest == null || least > 0 || !nearest.told.equals(told)) {
      remember(new Asked(who, told), least == 0 ? nearest : null);
    }
    return told.count();
  }

  private void remember(Asked now, @Nullable Asked insteadOf) {
    asked.remove(insteadOf);
    if (asked.size() == ASKED_MAX) {
      asked.removeFirst();
    }
    asked.addLast(now);
  }

  private static boolean isOutgrown(Told told, int people, Instant now) {
    return Math.abs(people - told.people()) >= OUTGROWN_BY
        && !now.isBefore(told.since().plus(STANDS_FOR));
  }

  /** How many are in one of two groups alone; counted no further than to {@code most}. */
  private static int apart(long[] one, long[] other, int most) {
    int apart = 0;
    int left = 0;
    int right = 0;
    while (apart < most && left < one.length && right < other.length) {
      if (one[left] == other[right]) {
        left++;
        right++;
      } else {
        apart++;
        if (one[left] < other[right]) {
          left++;
        } else {
          right++;
        }
      }
    }
    return Math.min(most, apart + one.length - left + other.length - right);
  }
}
