package cairn.decision;

import cairn.value.Value;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is asked: something for these placements of a channel, in a context.
 *
 * @param placements slots in the order they are filled; one name may come several times
 * @param limit at most so many in all
 */
public record DecisionRequest(
    String channel, List<String> placements, Map<String, Value> context, int limit) {
  /** The most slots of one request. */
  public static final int PLACEMENTS_MAX = 20;

  /** The most context values of one request. */
  public static final int CONTEXT_MAX = 64;

  public DecisionRequest {
    placements = List.copyOf(placements);
    context = Collections.unmodifiableMap(new TreeMap<>(context));
    if (placements.isEmpty() || placements.size() > PLACEMENTS_MAX) {
      throw new IllegalArgumentException("a request names 1 to " + PLACEMENTS_MAX + " placements");
    }
    if (context.size() > CONTEXT_MAX) {
      throw new IllegalArgumentException(
          "a request has at most " + CONTEXT_MAX + " context values");
    }
    if (limit < 1 || limit > PLACEMENTS_MAX) {
      throw new IllegalArgumentException("a limit lies between 1 and " + PLACEMENTS_MAX);
    }
  }
}
