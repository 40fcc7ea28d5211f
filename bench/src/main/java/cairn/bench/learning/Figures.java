package cairn.bench.learning;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Named figures in their order: one JSON object for scripts, or a table for people. */
final class Figures {
  private final Map<String, Double> values = new LinkedHashMap<>();
  private final Map<String, String> notes = new LinkedHashMap<>();

  void put(String name, double value, String note) {
    values.put(name, value);
    notes.put(name, note);
  }

  double get(String name) {
    return values.getOrDefault(name, Double.NaN);
  }

  /** Whole numbers without a fraction; what could not be measured as null. */
  String toJson() {
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

  String toTable() {
    StringBuilder table = new StringBuilder();
    values.forEach((name, value) ->
        table.append("%-24s %12.5g   %s%n".formatted(name, value, notes.get(name))));
    return table.toString();
  }
}
