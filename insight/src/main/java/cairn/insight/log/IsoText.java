package cairn.insight.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code 2013-10-01T09:00:00.5+01:00} and its common shapes without a formatter: a day, a T
 * or a space, hours, minutes and seconds, a fraction or none, Z, an offset with a colon, or none.
 * Logs have millions of these.
 */
final class IsoText {

  private static final int SECONDS_END = 19;
  private static final int NANO_DIGITS = 9;
  private static final String SHAPE = "0000-00-00T00:00:00";

  private IsoText() {}

  /** The moment, or null when the text has another shape or names no moment. */
  static @Nullable Instant read(String text, ZoneId zone) {
    if (text.length() < SECONDS_END || !hasShape(text)) {
      return null;
    }
    int at = SECONDS_END;
    int nanos = 0;
    if (at < text.length() && text.charAt(at) == '.') {
      int digits = 0;
      while (++at < text.length() && isDigit(text, at)) {
        digits++;
        if (digits <= NANO_DIGITS) {
          nanos = nanos * 10 + text.charAt(at) - '0';
        }
      }
      if (digits == 0 || digits > NANO_DIGITS) {
        return null;
      }
      for (; digits < NANO_DIGITS; digits++) {
        nanos *= 10;
      }
    }
    try {
      var local =
          LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              number(text, 11, 13),
              number(text, 14, 16),
              number(text, 17, SECONDS_END),
              nanos);
      if (at == text.length()) {
        return local.atZone(zone).toInstant();
      }
      ZoneOffset offset = offset(text, at);
      return offset == null ? null : local.toInstant(offset);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable ZoneOffset offset(String text, int at) {
    char sign = text.charAt(at);
    if (sign == 'Z' && at + 1 == text.length()) {
      return ZoneOffset.UTC;
    }
    boolean fits =
        (sign == '+' || sign == '-')
            && text.length() == at + 6
            && isDigit(text, at + 1)
            && isDigit(text, at + 2)
            && text.charAt(at + 3) == ':'
            && isDigit(text, at + 4)
            && isDigit(text, at + 5);
    if (!fits) {
      return null;
    }
    int direction = sign == '-' ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(
        direction * number(text, at + 1, at + 3), direction * number(text, at + 4, at + 6));
  }

  private static boolean hasShape(String text) {
    for (int index = 0; index < SECONDS_END; index++) {
      char wanted = SHAPE.charAt(index);
      char found = text.charAt(index);
      boolean fits =
          switch (wanted) {
            case '0' -> isDigit(text, index);
            case 'T' -> found == 'T' || found == ' ';
            default -> found == wanted;
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(String text, int index) {
    char letter = text.charAt(index);
    return letter >= '0' && letter <= '9';
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int index = from; index < to; index++) {
      number = number * 10 + text.charAt(index) - '0';
    }
    return number;
  }
}
