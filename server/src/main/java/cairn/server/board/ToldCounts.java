package cairn.server.board;

import cairn.workspace.board.ToldGroups;
import cairn.workspace.board.ToldGroups.Group;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Remembers what was told about which people, so that nearly the same people get the same answer:
 * two rules that differ in a few persons say nothing about those. It is kept in the workspace
 * before it is told, so that a restart is no way to ask anew.
 */
final class ToldCounts {
  /** The last groups that are remembered; each costs eight bytes a person. */
  static final int ASKED_MAX = ToldGroups.PLACES_MAX;

  /** An answer is given anew when a group is this much larger or smaller, and the time is over. */
  static final int OUTGROWN_BY = 3 * PersonaRoute.GROUP_MIN;

  /** For how long an answer stands at least. */
  static final Duration STANDS_FOR = Duration.ofMinutes(10);

  /**
   * A group that nobody asked about for so long is forgotten, and with it the numbers of those who
   * were erased meanwhile.
   */
  static final Duration REMEMBERED_FOR = Duration.ofDays(30);

  /** How often {@link #forget} is due, whether anybody asks or not. */
  static final Duration FORGETS_EVERY = Duration.ofHours(1);

  /** How often it is noted that the same group was asked about. */
  private static final Duration NOTED_EVERY = Duration.ofDays(1);

  private final ToldGroups kept;
  private final Deque<Group> asked = new ArrayDeque<>();
  private final BitSet places = new BitSet(ASKED_MAX);
  private long turn;

  /** Goes on with what is kept there; nobody else may keep anything there. */
  ToldCounts(ToldGroups kept, Instant now) {
    this.kept = kept;
    kept.forget(now.minus(REMEMBERED_FOR));
    for (var group : kept.all()) {
      asked.addLast(group);
      places.set(group.place());
      turn = group.turn();
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
    forget(now);
    Group nearest = null;
    int least = PersonaRoute.GROUP_MIN;
    for (var before : asked) {
      int apart = apart(before.who(), who, least);
      if (apart < least) {
        nearest = before;
        least = apart;
      }
    }
    boolean anew = nearest == null || isOutgrown(nearest, who.length, now);
    if (nearest != null
        && !anew
        && least == 0
        && now.isBefore(nearest.askedAt().plus(NOTED_EVERY))) {
      return nearest.count();
    }
    var goes = least == 0 ? nearest : asked.size() == ASKED_MAX ? asked.getFirst() : null;
    int place = goes == null ? places.nextClearBit(0) : goes.place();
    var told =
        nearest == null || anew
            ? new Group(place, ++turn, now, now, who.length, fresh.get(), who)
            : new Group(
                place, ++turn, now, nearest.since(), nearest.people(), nearest.count(), who);
    kept.keep(told);
    if (goes != null) {
      asked.remove(goes);
    }
    places.set(place);
    asked.addLast(told);
    return told.count();
  }

  /** Forgets what nobody asked about for {@link #REMEMBERED_FOR}, in the workspace too. */
  synchronized void forget(Instant now) {
    var before = now.minus(REMEMBERED_FOR);
    if (asked.stream().noneMatch(group -> group.askedAt().isBefore(before))) {
      return;
    }
    kept.forget(before);
    asked.removeIf(group -> group.askedAt().isBefore(before));
    places.clear();
    asked.forEach(group -> places.set(group.place()));
  }

  private static boolean isOutgrown(Group told, int people, Instant now) {
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
