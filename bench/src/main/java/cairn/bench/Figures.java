package cairn.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Named figures in their order: one JSON object for scripts, or a table for people. */
public final class Figures {
  private final Map<String, Double> values = new LinkedHashMap<>();
  private final Map<String, String> notes = new LinkedHashMap<>();

  /**
   * Adds a figure.
   *
   * @param name small letters and underscores, the unit last: {@code p99_ms}
   * @param note what it is or is held against, in a few words
   */
  public void put(String name, double value, String note) {
    values.put(name, value);
    notes.put(name, note);
  }

  /** A figure; not a number where there is none. */
  public double get(String name) {
    return values.getOrDefault(name, Double.NaN);
  }

  /** Whole numbers without a fraction; what could not be measured as null. */
  public String toJson() {
    ObjectNode node = new ObjectMapper().createObjectNode();
    values.forEach((name, value) -> {
      if (!Double.isFinite(value)) {
        node.putNull(name);
      } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
        node.put(name, (long) (double) value);
      } else {
        node.put(name, value);
      }
    });
    return node.toString();
  }

  /** A line each: name, value, note. */
  public String toTable() {
    StringBuilder table = new StringBuilder();
    values.forEach((name, value) -> {
      var number =
          value == Math.rint(value) && Math.abs(value) < 1e15
              ? "%,d".formatted((long) (double) value)
              : "%.5g".formatted(value);
      table.append("%-28s %14s   %s%n".formatted(name, number, notes.get(name)));
    });
    return table.toString();
  }
}
