package cairn.server.round;

import cairn.journey.Beginning;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** When a schedule comes round in a time zone. */
final class Timetable {
  private Timetable() {}

  /**
   * The day of the latest time it came round after one moment and by another, or null if it did
   * not. An hour that a change of clocks skips moves forward; of one that comes twice the first
   * counts.
   */
  static @Nullable LocalDate latest(
      Beginning.OnSchedule schedule, ZoneId zone, Instant after, Instant by) {
    var day = LocalDate.ofInstant(by, zone);
    for (var at = at(schedule, day, zone); at.isAfter(after); at = at(schedule, day, zone)) {
      if (!at.isAfter(by) && fallsOn(schedule, day)) {
        return day;
      }
      day = day.minusDays(1);
    }
    return null;
  }

  /** The moment it comes round on a day. */
  static Instant at(Beginning.OnSchedule schedule, LocalDate day, ZoneId zone) {
    return ZonedDateTime.of(day, schedule.time(), zone).toInstant();
  }

  private static boolean fallsOn(Beginning.OnSchedule schedule, LocalDate day) {
    return (schedule.days().isEmpty() || schedule.days().contains(day.getDayOfWeek()))
        && (schedule.dayOfMonth() == 0 || schedule.dayOfMonth() == day.getDayOfMonth());
  }
}
