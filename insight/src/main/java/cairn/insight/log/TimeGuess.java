package cairn.insight.log;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds out how the times of a column are written.
 *
 * @param pattern the form's name, see {@link TimeForm#of}
 * @param share the part of the sample that can be read so, in (0, 1]
 * @param ambiguous the form with day and month swapped, when it reads the sample as well; else
 *     empty
 */
record TimeGuess(String pattern, double share, Optional<String> ambiguous) {

  /** The least share of a sample that a form must read. */
  static final double SHARE_MIN = 0.5;

  private static final LocalDate ANY_DAY = LocalDate.EPOCH;
  private static final int TRIED_FIRST = 50;

  private static final List<String> DATES =
      List.of(
          "yyyy/M/d",
          "yyyy.M.d",
          "d.M.yyyy",
          "d.M.yy",
          "d/M/yyyy",
          "M/d/yyyy",
          "d/M/yy",
          "M/d/yy",
          "d-M-yyyy",
          "M-d-yyyy",
          "d-M-yy",
          "d-MMM-yyyy",
          "d-MMM-yy",
          "d MMM yyyy",
          "d MMMM yyyy",
          "MMM d, yyyy",
          "EEE MMM d yyyy",
          "yyyyMMdd");

  private static final List<String> TIMES =
      List.of(
          "",
          " H:mm",
          " H:mm:ss",
          " H:mm:ss.SSS",
          " H:mm:ss,SSS",
          " h:mm a",
          " h:mm:ss a",
          "'T'H:mm",
          "'T'H:mm:ss",
          "'T'H:mm:ss.SSS",
          " HHmmss",
          "HHmmss",
          " H:mmXXX",
          " H:mm:ssXXX",
          " H:mm:ss XX");

  private static final List<String> PATTERNS = patterns();

  private static List<String> patterns() {
    var all = new ArrayList<String>();
    all.add(TimeForm.ISO);
    for (String date : DATES) {
      for (String time : TIMES) {
        all.add(date + time);
      }
    }
    return List.copyOf(all);
  }

  /** The form that reads the most of the sample; empty when none reads {@link #SHARE_MIN} of it. */
  static Optional<TimeGuess> of(List<String> sample) {
    var texts = sample.stream().filter(text -> !text.isBlank()).toList();
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    Optional<TimeGuess> number = wholeNumbers(texts);
    if (number.isPresent()) {
      return number;
    }
    var first = texts.subList(0, Math.min(TRIED_FIRST, texts.size()));
    String best = "";
    String rival = "";
    double bestShare = 0;
    for (String pattern : PATTERNS) {
      if (share(pattern, first) == 0) {
        continue;
      }
      double share = share(pattern, texts);
      if (share > bestShare) {
        best = pattern;
        bestShare = share;
        rival = "";
      } else if (share == bestShare && pattern.equals(swapped(best))) {
        rival = pattern;
      }
    }
    return bestShare < SHARE_MIN
        ? Optional.empty()
        : Optional.of(
            new TimeGuess(
                best, bestShare, rival.isEmpty() ? Optional.empty() : Optional.of(rival)));
  }

  private static String swapped(String pattern) {
    return pattern.startsWith("d/M/") || pattern.startsWith("d-M-y")
        ? "M" + pattern.charAt(1) + "d" + pattern.substring(3)
        : "";
  }

  /**
   * Numbers are days when they are small, a compact date when they all are one, and otherwise
   * seconds or milliseconds between 1990 and 2100.
   */
  private static Optional<TimeGuess> wholeNumbers(List<String> texts) {
    long numbers = texts.stream().filter(TimeGuess::isWholeNumber).count();
    double share = (double) numbers / texts.size();
    if (share < SHARE_MIN) {
      return Optional.empty();
    }
    var sizes =
        texts.stream()
            .filter(TimeGuess::isWholeNumber)
            .mapToLong(text -> Math.abs(Long.parseLong(text.strip())))
            .summaryStatistics();
    if (sizes.getMax() < 100_000) {
      return found(TimeForm.DAYS, share);
    }
    if (share("yyyyMMdd", texts) == share) {
      return found("yyyyMMdd", share);
    }
    if (sizes.getMin() >= 631_152_000L && sizes.getMax() <= 4_102_444_800L) {
      return found(TimeForm.SECONDS, share);
    }
    if (sizes.getMin() >= 631_152_000_000L && sizes.getMax() <= 4_102_444_800_000L) {
      return found(TimeForm.MILLISECONDS, share);
    }
    return Optional.empty();
  }

  private static Optional<TimeGuess> found(String pattern, double share) {
    return Optional.of(new TimeGuess(pattern, share, Optional.empty()));
  }

  private static boolean isWholeNumber(String text) {
    String stripped = text.strip();
    int digits = stripped.startsWith("-") ? 1 : 0;
    return stripped.length() > digits
        && stripped.length() <= 14 + digits
        && stripped.chars().skip(digits).allMatch(letter -> letter >= '0' && letter <= '9');
  }

  private static double share(String pattern, List<String> texts) {
    TimeForm form = TimeForm.of(pattern, TimeForm.DEFAULT_ZONE);
    long read = texts.stream().filter(text -> reads(form, text)).count();
    return (double) read / texts.size();
  }

  private static boolean reads(TimeForm form, String text) {
    try {
      form.read(text, ANY_DAY);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
