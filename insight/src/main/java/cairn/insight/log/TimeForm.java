package cairn.insight.log;

import static java.time.temporal.ChronoField.NANO_OF_SECOND;

import cairn.value.Era;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way of writing times. A time without a zone is taken in the zone given: in a gap of the clock
 * it moves forward, in an overlap it is the first.
 */
sealed interface TimeForm {

  /** The name of ISO-8601 in a mapping. */
  String ISO = "iso";

  /** The name of seconds since 1970 in a mapping. */
  String SECONDS = "seconds";

  /** The name of milliseconds since 1970 in a mapping. */
  String MILLISECONDS = "milliseconds";

  /** The name of whole days since an epoch in a mapping. */
  String DAYS = "days";

  /**
   * The moment that a text names.
   *
   * @param epoch the day that whole-number days are counted from
   * @throws DateTimeException when it is not written in this way
   */
  Instant read(String text, LocalDate epoch);

  /**
   * The way of writing that a mapping names.
   *
   * @throws IllegalArgumentException when it is no pattern
   */
  static TimeForm of(String name, ZoneId zone) {
    return switch (name) {
      case ISO -> new Iso(zone);
      case SECONDS -> new Counted(1_000);
      case MILLISECONDS -> new Counted(1);
      case DAYS -> new Days(zone);
      default -> new Formatted(PatternForm.formatter(name), zone);
    };
  }

  /**
   * The moment that a text names, as {@link #read} does, in years that can be kept.
   *
   * @throws DateTimeException also where it lies outside them
   */
  default Instant readKept(String text, LocalDate epoch) {
    var moment = read(text, epoch);
    if (!Era.holds(moment)) {
      throw new DateTimeException("not in the years 1 to 9999");
    }
    return moment;
  }

  /** Times written as a formatter says. */
  record Formatted(DateTimeFormatter formatter, ZoneId zone) implements TimeForm {
    @Override
    public Instant read(String text, LocalDate epoch) {
      TemporalAccessor parsed =
          formatter.parseBest(
              text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      return switch (parsed) {
        case OffsetDateTime exact -> exact.toInstant();
        case LocalDateTime local -> local.atZone(zone).toInstant();
        case LocalDate day -> day.atStartOfDay(zone).toInstant();
        default -> throw new DateTimeException("a time has at least a day");
      };
    }
  }

  /** ISO-8601: the common shapes at once, the rest by a formatter. */
  record Iso(ZoneId zone) implements TimeForm {
    @Override
    public Instant read(String text, LocalDate epoch) {
      Instant quick = IsoText.read(text, zone);
      return quick == null ? new Formatted(IsoForm.FORMATTER, zone).read(text, epoch) : quick;
    }
  }

  /** Times written as a whole number of units since 1970. */
  record Counted(long millisPerUnit) implements TimeForm {
    @Override
    public Instant read(String text, LocalDate epoch) {
      return Instant.ofEpochMilli(Math.multiplyExact(wholeNumber(text), millisPerUnit));
    }
  }

  /** Times written as a whole number of days since an epoch. */
  record Days(ZoneId zone) implements TimeForm {
    /** Days from the epoch: some 2,700 years; a larger number is no day. */
    private static final long DAYS_MAX = 1_000_000;

    @Override
    public Instant read(String text, LocalDate epoch) {
      long days = wholeNumber(text);
      if (Math.abs(days) > DAYS_MAX) {
        throw new DateTimeException("too many days");
      }
      return epoch.plusDays(days).atStartOfDay(zone).toInstant();
    }
  }

  private static long wholeNumber(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new DateTimeException("not a whole number", e);
    }
  }

  /** ISO-8601 as it is met: with T or a space, any precision, any form of offset or none. */
  final class IsoForm {
    static final DateTimeFormatter FORMATTER =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendPattern("[' ']")
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH", "Z")
            .optionalEnd()
            .optionalStart()
            .appendLiteral(" UTC")
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private IsoForm() {}
  }

  /** Patterns as people write them, read strictly: there is no 31 April. */
  final class PatternForm {

    private static final Pattern FRACTION = Pattern.compile("([.,])S+");

    private PatternForm() {}

    static DateTimeFormatter formatter(String pattern) {
      var builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
      String strict = yearsWithoutEra(pattern);
      Matcher fraction = FRACTION.matcher(strict);
      int done = 0;
      while (fraction.find()) {
        if (fraction.start() > done) {
          builder.appendPattern(strict.substring(done, fraction.start()));
        }
        if (fraction.group(1).equals(",")) {
          builder.appendLiteral(',').appendFraction(NANO_OF_SECOND, 1, 9, false);
        } else {
          builder.appendFraction(NANO_OF_SECOND, 1, 9, true);
        }
        done = fraction.end();
      }
      if (done < strict.length()) {
        builder.appendPattern(strict.substring(done));
      }
      return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    /** The letter y needs an era when read strictly; u is the plain year. */
    private static String yearsWithoutEra(String pattern) {
      var plain = new StringBuilder(pattern.length());
      boolean quoted = false;
      for (int index = 0; index < pattern.length(); index++) {
        char letter = pattern.charAt(index);
        quoted ^= letter == '\'';
        plain.append(!quoted && letter == 'y' ? 'u' : letter);
      }
      return plain.toString();
    }
  }

  /** The zone of times that name none and for which none was given. */
  ZoneId DEFAULT_ZONE = ZoneOffset.UTC;
}
