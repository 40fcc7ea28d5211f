package cairn.insight.log;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Guesses columns by what stands in them, when their names say nothing. */
final class ContentGuess {

  /*
   * The case: exports mostly write case after case, so look first at columns whose equal values stand
   * together, else at all; of these the one with the most different values that still repeat, and of
   * which a case has not absurdly many rows.
   *
   * The activity: of the columns of words that change within most cases, the one in which most cases
   * begin alike, since journeys begin in few ways; of several the one with the fewest values.
   */

  private static final double REPEATING = 0.9;
  private static final double TOGETHER = 0.9;

  /**
   * Rows a case of the sample may have on average; a case with more is rather a month or a branch.
   */
  private static final int ROWS_PER_CASE_MAX = 200;

  private static final double MOST_CASES = 0.5;

  private ContentGuess() {}

  static OptionalInt caseColumn(CsvSample sample, Set<Integer> taken) {
    OptionalInt together = mostDifferent(sample, taken, TOGETHER);
    return together.isPresent() ? together : mostDifferent(sample, taken, 0);
  }

  private static OptionalInt mostDifferent(
      CsvSample sample, Set<Integer> taken, double togetherMin) {
    int best = -1;
    int most = 1;
    for (int index = 0; index < sample.columns().size(); index++) {
      List<String> values = sample.column(index);
      int distinct = new HashSet<>(values).size();
      boolean fits =
          !taken.contains(index)
              && distinct <= values.size() * REPEATING
              && distinct >= runs(values) * togetherMin
              && values.size() <= (long) distinct * ROWS_PER_CASE_MAX;
      if (fits && distinct > most) {
        best = index;
        most = distinct;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  /** How many stretches of equal values there are. */
  private static int runs(List<String> values) {
    int runs = 0;
    String before = null;
    for (String value : values) {
      runs += value.equals(before) ? 0 : 1;
      before = value;
    }
    return runs;
  }

  static OptionalInt activityColumn(CsvSample sample, int caseColumn, Set<Integer> taken) {
    int best = -1;
    double bestAlike = 0;
    int fewest = Integer.MAX_VALUE;
    for (int index = 0; index < sample.columns().size(); index++) {
      List<String> values = sample.column(index);
      int distinct = new HashSet<>(values).size();
      boolean fits =
          !taken.contains(index)
              && values.stream().anyMatch(value -> value.chars().anyMatch(Character::isLetter))
              && changing(sample, caseColumn, index) >= MOST_CASES;
      double alike = fits ? alikeAtFirst(sample, caseColumn, index) : 0;
      if (alike > bestAlike || (alike > 0 && alike == bestAlike && distinct < fewest)) {
        best = index;
        bestAlike = alike;
        fewest = distinct;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  /** The share of cases of several rows in which a column changes. */
  private static double changing(CsvSample sample, int caseColumn, int column) {
    Map<String, Set<String>> values = new HashMap<>();
    Map<String, Integer> rows = new HashMap<>();
    for (List<String> row : sample.rows()) {
      String id = row.get(caseColumn);
      values.computeIfAbsent(id, first -> new HashSet<>()).add(row.get(column));
      rows.merge(id, 1, Integer::sum);
    }
    long several = rows.values().stream().filter(count -> count > 1).count();
    long changed = values.values().stream().filter(set -> set.size() > 1).count();
    return several == 0 ? 0 : (double) changed / several;
  }

  /** The share of cases whose first row has the commonest value. */
  private static double alikeAtFirst(CsvSample sample, int caseColumn, int column) {
    Map<String, String> firsts = new HashMap<>();
    for (List<String> row : sample.rows()) {
      firsts.putIfAbsent(row.get(caseColumn), row.get(column));
    }
    Map<String, Integer> counts = new HashMap<>();
    firsts.values().forEach(value -> counts.merge(value, 1, Integer::sum));
    int most = counts.values().stream().max(Integer::compare).orElse(0);
    return (double) most / firsts.size();
  }
}
