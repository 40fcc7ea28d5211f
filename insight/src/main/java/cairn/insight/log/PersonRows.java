package cairn.insight.log;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All rows of one person, in the order they happened; what happened at the same time stays in the
 * order of the source.
 *
 * @param person whose they are
 * @param attributes what the log says about the case as a whole, where it does
 * @param rows at least one, at most {@link #ROWS_MAX}
 */
public record PersonRows(
    String person, Map<String, AttributeValue> attributes, List<EventRow> rows) {

  /** Rows kept for one person: beyond it a column was mistaken for a person, or a robot acted. */
  public static final int ROWS_MAX = 100_000;

  /** Keeps unchangeable copies; refuses none or too many rows, and those of somebody else. */
  public PersonRows {
    rows = List.copyOf(rows);
    attributes =
        attributes.isEmpty()
            ? Map.of()
            : Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    if (rows.isEmpty() || rows.size() > ROWS_MAX) {
      throw new IllegalArgumentException("a person has 1 to %d rows".formatted(ROWS_MAX));
    }
    for (EventRow row : rows) {
      if (!row.person().equals(person)) {
        throw new IllegalArgumentException("every row belongs to the same person");
      }
    }
  }

  /** The rows of each case, in order; cases in the order they began. */
  public Map<String, List<EventRow>> cases() {
    String first = rows.getFirst().caseId();
    if (rows.stream().allMatch(row -> row.caseId().equals(first))) {
      return Map.of(first, rows);
    }
    var byCase = new LinkedHashMap<String, List<EventRow>>();
    for (EventRow row : rows) {
      byCase.computeIfAbsent(row.caseId(), id -> new ArrayList<>()).add(row);
    }
    return byCase;
  }
}
