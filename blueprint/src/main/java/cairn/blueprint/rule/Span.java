package cairn.blueprint.rule;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A length of time as people write it: {@code 90s}, {@code 2h}, {@code 3d}, {@code 1w}, or several
 * together such as {@code 1d12h}, up to twenty thousand years. A day is 24 hours, a week 7 days.
 */
public final class Span {
  private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ns|us|ms|s|m|h|d|w)");
  private static final int CHARS_MAX = 120;

  /** Longer than anything a journey waits for, and short enough for all arithmetic on times. */
  private static final BigDecimal NANOS_MAX =
      BigDecimal.valueOf(Duration.ofDays(20_000 * 366L).toSeconds(), -9);

  private Span() {}

  /** Reads a span; empty if the text is none. A leading minus is allowed. */
  public static Optional<Duration> parse(String text) {
    var rest = text.strip();
    boolean negative = rest.startsWith("-");
    if (negative) {
      rest = rest.substring(1);
    }
    if (rest.isEmpty() || rest.length() > CHARS_MAX) {
      return Optional.empty();
    }
    if (rest.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    var parts = PART.matcher(rest);
    var nanos = BigDecimal.ZERO;
    int read = 0;
    while (parts.find() && parts.start() == read) {
      nanos = nanos.add(new BigDecimal(parts.group(1)).multiply(nanosOf(parts.group(2))));
      read = parts.end();
    }
    if (read != rest.length()) {
      return Optional.empty();
    }
    return nanos.compareTo(NANOS_MAX) > 0
        ? Optional.empty()
        : Optional.of(exact(negative ? nanos.negate() : nanos));
  }

  /** Writes a span in the fewest whole parts: {@code 1d12h}. */
  public static String write(Duration span) {
    if (span.isZero()) {
      return "0s";
    }
    var text = new StringBuilder(span.isNegative() ? "-" : "");
    var left = span.abs();
    long days = left.toDays();
    if (days % 7 == 0 && left.equals(Duration.ofDays(days))) {
      return text.append(days / 7).append('w').toString();
    }
    part(text, days, "d");
    part(text, left.toHoursPart(), "h");
    part(text, left.toMinutesPart(), "m");
    part(text, left.toSecondsPart(), "s");
    part(text, left.toMillisPart(), "ms");
    return text.toString();
  }

  private static void part(StringBuilder text, long count, String unit) {
    if (count != 0) {
      text.append(count).append(unit);
    }
  }

  /** Parts of a nanosecond are cut off. */
  private static Duration exact(BigDecimal nanos) {
    var parts = nanos.divideAndRemainder(BigDecimal.valueOf(1_000_000_000));
    return Duration.ofSeconds(parts[0].longValue(), parts[1].longValue());
  }

  private static BigDecimal nanosOf(String unit) {
    return BigDecimal.valueOf(
        switch (unit) {
          case "ns" -> 1L;
          case "us" -> 1_000L;
          case "ms" -> 1_000_000L;
          case "s" -> 1_000_000_000L;
          case "m" -> 60_000_000_000L;
          case "h" -> 3_600_000_000_000L;
          case "d" -> 86_400_000_000_000L;
          case "w" -> 604_800_000_000_000L;
          default -> throw new IllegalStateException("the pattern lets no unit " + unit + " pass");
        });
  }
}
