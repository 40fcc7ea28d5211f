package cairn.engine;

import cairn.journey.Moment;
import cairn.person.Limits;
import cairn.person.PersonState;
import cairn.person.Timer;
import cairn.value.Value;
import java.time.DateTimeException;
import java.time.Duration;
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

  /**
   * When a wait that began at a time is over; never before now, or what follows would be done for a
   * time long gone. What ran out while nothing could move is over now; an hour of the day that
   * passed comes again.
   */
  Timer timer(String id, String subject, Moment moment, Instant from) {
    var timer = counted(id, subject, moment, from);
    if (!timer.due().isBefore(turn.clock)) {
      return timer;
    }
    return switch (moment) {
      case Moment.After _, Moment.OnProfileDate _ -> timer(id, subject, turn.clock, null);
      case Moment.AtLocalTime m -> counted(id, subject, again(m), turn.clock);
    };
  }

  /**
   * A wait for an hour of the day, in a new zone: counted from the beginning of the step again, or
   * where a rest came between, the same day there. An hour that passed meanwhile comes again.
   */
  Timer moved(Timer timer, Moment.AtLocalTime moment, Instant entered) {
    var local = timer.local();
    if (local == null) {
      return timer;
    }
    var before = ZoneId.of(local.zone());
    var zone = zone();
    var due =
        next(moment, entered, before).equals(timer.due())
            ? next(moment, entered, zone)
            : at(LocalDate.ofInstant(timer.due(), before), moment.time(), zone);
    if (due.isBefore(turn.clock)) {
      due = next(again(moment), turn.clock, zone);
    }
    return timer(timer.id(), timer.subject(), due, new Timer.Local(moment.time(), zone.getId()));
  }

  private static Moment.AtLocalTime again(Moment.AtLocalTime moment) {
    return new Moment.AtLocalTime(moment.time(), moment.days(), Duration.ZERO);
  }

  private Timer counted(String id, String subject, Moment moment, Instant from) {
    var zone = zone();
    return switch (moment) {
      case Moment.After m -> timer(id, subject, from.plus(m.duration()), null);
      case Moment.AtLocalTime m ->
          timer(id, subject, next(m, from, zone), new Timer.Local(m.time(), zone.getId()));
      case Moment.OnProfileDate m -> {
        var date = date(turn.state, m, zone);
        yield timer(id, subject, date == null || date.isBefore(from) ? from : date, null);
      }
    };
  }

  private static Instant next(Moment.AtLocalTime moment, Instant from, ZoneId zone) {
    var earliest = from.plus(moment.notBefore());
    var day = LocalDate.ofInstant(earliest, zone);
    while (!moment.days().contains(day.getDayOfWeek())
        || at(day, moment.time(), zone).isBefore(earliest)
        || !at(day, moment.time(), zone).isAfter(from)) {
      day = day.plusDays(1);
    }
    return at(day, moment.time(), zone);
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
