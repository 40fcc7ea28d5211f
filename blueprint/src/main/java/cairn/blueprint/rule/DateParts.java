package cairn.blueprint.rule;

import cairn.rule.Situation;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Parts of dates and of lengths of time, and when the next one begins. */
final class DateParts {
  private final Translator translator;

  DateParts(Translator translator) {
    this.translator = translator;
  }

  Term of(CelExpr part) {
    var operands = Translator.operands(part);
    var value = translator.term(operands.getFirst());
    var unit = part.call().function();
    if (translator.kind(operands.getFirst()) == CelKind.DURATION) {
      return ofDuration(part, value, unit);
    }
    if (translator.kind(operands.getFirst()) != CelKind.TIMESTAMP
        || value.slope() < 0
        || value.slope() > 1) {
      return translator.refused(part);
    }
    var zone = operands.size() == 1 ? ZoneOffset.UTC : zone(operands.get(1));
    if (zone == null) {
      return Term.constant(0L);
    }
    boolean moves = value.slope() == 1;
    return new Term(
        situation ->
            value.get(situation) instanceof Instant is ? (Object) read(unit, is, zone) : null,
        value.reads(),
        0,
        moves
            ? value.steps().and(situation -> nextBoundary(value, unit, zone, situation))
            : value.steps());
  }

  private @Nullable ZoneId zone(CelExpr part) {
    var id = translator.literal(part, "The time zone");
    try {
      return id == null ? null : ZoneId.of(id);
    } catch (DateTimeException noZone) {
      translator.refuse(
          part,
          "There is no time zone " + id + ".",
          Nearest.remedy(id == null ? "" : id, ZoneId.getAvailableZoneIds()));
      return null;
    }
  }

  private static long read(String unit, Instant time, ZoneId zone) {
    var local = time.atZone(zone);
    return switch (unit) {
      case "getFullYear" -> local.getYear();
      case "getMonth" -> local.getMonthValue() - 1L;
      case "getDate" -> local.getDayOfMonth();
      case "getDayOfMonth" -> local.getDayOfMonth() - 1L;
      case "getDayOfWeek" -> local.getDayOfWeek().getValue() % 7;
      case "getDayOfYear" -> local.getDayOfYear() - 1L;
      case "getHours" -> local.getHour();
      case "getMinutes" -> local.getMinute();
      default -> local.getSecond();
    };
  }

  private static long nextBoundary(Term value, String unit, ZoneId zone, Situation situation) {
    if (!(value.get(situation) instanceof Instant time)) {
      return Term.NEVER;
    }
    var local = time.atZone(zone);
    var boundary =
        switch (unit) {
          case "getHours" -> next(local, ChronoUnit.HOURS);
          case "getMinutes" -> next(local, ChronoUnit.MINUTES);
          case "getSeconds" -> next(local, ChronoUnit.SECONDS);
          default -> nextDay(local.toLocalDate(), zone);
        };
    return situation.now().plus(Duration.between(time, boundary)).toEpochMilli();
  }

  private static Instant next(ZonedDateTime local, ChronoUnit unit) {
    return local.truncatedTo(unit).plus(1, unit).toInstant();
  }

  private static Instant nextDay(LocalDate date, ZoneId zone) {
    return date.plusDays(1).atStartOfDay(zone).toInstant();
  }

  private Term ofDuration(CelExpr part, Term value, String unit) {
    long seconds =
        switch (unit) {
          case "getHours" -> 3_600;
          case "getMinutes" -> 60;
          case "getSeconds" -> 1;
          default -> 0;
        };
    if (seconds == 0 || Math.abs(value.slope()) > 1) {
      return translator.refused(part);
    }
    long millis = seconds * 1_000;
    int slope = value.slope();
    return new Term(
        situation ->
            value.get(situation) instanceof Duration is
                ? (Object) (is.toSeconds() / seconds)
                : null,
        value.reads(),
        0,
        slope == 0
            ? value.steps()
            : value.steps().and(situation -> nextMultiple(value, millis, slope, situation)));
  }

  private static long nextMultiple(Term value, long millis, int slope, Situation situation) {
    if (!(value.get(situation) instanceof Duration span)) {
      return Term.NEVER;
    }
    long over = Math.floorMod(span.toMillis(), millis);
    return situation.now().toEpochMilli() + (slope > 0 ? millis - over : over + 1);
  }
}
