package cairn.blueprint.rule;

import cairn.rule.Schema;
import cairn.value.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names a rule may use.
 *
 * @param events each declared event's properties by name; none where events are not declared, and
 *     then any event name will do
 * @param context the declared properties of a decision request; where none is declared any will do
 */
public record Vocabulary(
    Schema schema,
    Map<String, Map<String, ValueType>> events,
    Map<String, ValueType> context,
    Set<String> segments,
    List<String> channels,
    Set<String> journeys) {
  public Vocabulary {
    events = Map.copyOf(events);
    context = Map.copyOf(context);
    segments = Set.copyOf(segments);
    channels = List.copyOf(channels);
    journeys = Set.copyOf(journeys);
  }

  /** Only a schema: any event, nothing else. */
  public static Vocabulary of(Schema schema) {
    return new Vocabulary(schema, Map.of(), Map.of(), Set.of(), List.of(), Set.of());
  }

  boolean knowsEvent(String name) {
    return events.isEmpty() || events.containsKey(name);
  }
}
