package cairn.person;

import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Something that will happen to a person at a time, unless something else comes first.
 *
 * @param id unique within the person; planting the same id again replaces it
 * @param subject what it is about: a journey instance, a segment, an event name
 * @param local the rule behind a local-time wait, so that a changed zone can move it
 */
public record Timer(String id, Kind kind, String subject, Instant due, @Nullable Local local)
    implements Comparable<Timer> {

  /** What a timer does when it fires. */
  public enum Kind {
    /** The wait of the step a journey stands on is over. */
    STEP,
    /** A hold the person asked for is over. */
    HOLD,
    /** A journey has gone on for as long as its definition allows. */
    JOURNEY,
    /** An event has not come for as long as a beginning asks. */
    ABSENCE,
    /** Time alone may have changed a segment. */
    SEGMENT
  }

  /**
   * A wait in the person's own time.
   *
   * @param time the local time of day waited for
   * @param zone the zone it was worked out in
   */
  public record Local(LocalTime time, String zone) {}

  /** Timers fire in order of due time, then id. */
  @Override
  public int compareTo(Timer other) {
    int byDue = due.compareTo(other.due);
    return byDue != 0 ? byDue : id.compareTo(other.id);
  }
}
