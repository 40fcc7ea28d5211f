package cairn.insight.log;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The starts of the Open University's courses. Its tables count days from the start of a
 * presentation and name that only by a year and a letter: B for February and J for October. The day
 * within the month is not published; we take the first, at midnight UTC. So 2013J begins on
 * 2013-10-01 and 2013B on 2013-02-01.
 */
final class Presentations {

  private static final Pattern CODE = Pattern.compile("(19|20)([0-9]{2})([BJ])");

  /** Different codes a column may hold to be taken for presentations. */
  private static final int CODES_MAX = 200;

  private Presentations() {}

  /** The first day of a presentation; empty when this is no code of one. */
  static Optional<LocalDate> start(String code) {
    Matcher parts = CODE.matcher(code);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Month month = parts.group(3).equals("B") ? Month.FEBRUARY : Month.OCTOBER;
    return Optional.of(LocalDate.of(Integer.parseInt(parts.group(1) + parts.group(2)), month, 1));
  }

  /**
   * The starts of all presentations from two years before to two years after those in a column of
   * codes, since a column's beginning may not show all; empty when anything else stands in it.
   */
  static Map<String, LocalDate> starts(List<String> column) {
    var starts = new TreeMap<String, LocalDate>();
    for (String code : column) {
      Optional<LocalDate> start = start(code);
      if (start.isEmpty() || starts.size() > CODES_MAX) {
        return Map.of();
      }
      starts.put(code, start.get());
    }
    if (starts.isEmpty()) {
      return Map.of();
    }
    int first = starts.firstEntry().getValue().getYear();
    int last = starts.lastEntry().getValue().getYear();
    for (int year = first - 2; year <= last + 2; year++) {
      for (String letter : List.of("B", "J")) {
        String code = year + letter;
        start(code).ifPresent(day -> starts.put(code, day));
      }
    }
    return starts;
  }
}
