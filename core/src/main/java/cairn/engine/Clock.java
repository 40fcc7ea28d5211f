package cairn.engine;

import cairn.journey.Moment;
import cairn.person.Limits;
import cairn.person.PersonState;
import cairn.person.Timer;
import cairn.value.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Works out moments in a person's own time. A local time that a change of clocks skips moves
 * forward by the gap; one that comes twice means the first.
 */
final class Clock {
  private final Turn turn;

  Clock(Turn turn) {
    this.turn = turn;
  }

  private ZoneId zone() {
    return turn.blueprint.zone(turn.state);
  }

  /** When a wait that began at a time is over. */
  Timer timer(String id, String subject, Moment moment, Instant from) {
    var zone = zone();
    return switch (moment) {
      case Moment.After m -> timer(id, subject, from.plus(m.duration()), null);
      case Moment.AtLocalTime m -> {
        var earliest = from.plus(m.notBefore());
        var day = LocalDate.ofInstant(earliest, zone);
        while (!m.days().contains(day.getDayOfWeek())
            || at(day, m.time(), zone).isBefore(earliest)
            || !at(day, m.time(), zone).isAfter(from)) {
          day = day.plusDays(1);
        }
        yield timer(id, subject, at(day, m.time(), zone), new Timer.Local(m.time(), zone.getId()));
      }
      case Moment.OnProfileDate m -> {
        var date = date(turn.state, m, zone);
        yield timer(id, subject, date == null || date.isBefore(from) ? from : date, null);
      }
    };
  }

  /**
   * When these quiet hours are over, or null outside them. Hours that begin and end alike are the
   * whole day.
   */
  @Nullable Instant quietUntil(Limits.QuietHours quiet, Instant now) {
    var zone = zone();
    var local = ZonedDateTime.ofInstant(now, zone);
    var time = local.toLocalTime();
    boolean overnight = !quiet.from().isBefore(quiet.to());
    boolean inside =
        overnight
            ? !time.isBefore(quiet.from()) || time.isBefore(quiet.to())
            : !time.isBefore(quiet.from()) && time.isBefore(quiet.to());
    if (!inside) {
      return null;
    }
    var day = local.toLocalDate();
    if (overnight && !time.isBefore(quiet.from())) {
      day = day.plusDays(1);
    }
    var end = ZonedDateTime.of(day, quiet.to(), zone);
    return end.toInstant().isAfter(now)
        ? end.toInstant()
        : end.withLaterOffsetAtOverlap().toInstant();
  }

  private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
    return ZonedDateTime.of(day, time, zone).toInstant();
  }

  private static Timer timer(String id, String subject, Instant due, Timer.@Nullable Local local) {
    return new Timer(id, Timer.Kind.STEP, subject, due, local);
  }

  private static @Nullable Instant date(
      PersonState state, Moment.OnProfileDate moment, ZoneId zone) {
    var value = state.attributes().get(moment.slot());
    Instant instant =
        switch (value) {
          case Value.Time t -> t.value();
          case Value.Text t -> parse(t.value(), zone);
          case null, default -> null;
        };
    if (instant == null) {
      return null;
    }
    var moved = instant.plus(moment.offset());
    return moment.time() == null
        ? moved
        : ZonedDateTime.of(LocalDate.ofInstant(moved, zone), moment.time(), zone).toInstant();
  }

  private static @Nullable Instant parse(String text, ZoneId zone) {
    try {
      return text.length() > 10
          ? Instant.parse(text)
          : LocalDate.parse(text).atStartOfDay(zone).toInstant();
    } catch (DateTimeException notADate) {
      return null;
    }
  }
}
