package cairn.server.imports;

import cairn.engine.Command;
import cairn.engine.Command.TakeEvent;
import cairn.engine.Envelope;
import cairn.insight.log.AttributeValue;
import cairn.insight.log.EventRow;
import cairn.insight.log.ImportIds;
import cairn.insight.log.PersonRows;
import cairn.log.Entry;
import cairn.person.Identifier;
import cairn.person.PersonKey;
import cairn.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns rows of a log into commands whose ids are the same on every import of the same rows. */
public final class LogValues {
  private LogValues() {}

  /**
   * The commands of one person, in order.
   *
   * @param source the log's name
   * @param keys gives the key of an identifier
   */
  public static List<Envelope> envelopes(
      String source, PersonRows person, Function<Identifier, PersonKey> keys) {
    var who = Identifier.user(cut(person.person(), Identifier.CHARS_MAX));
    var key = keys.apply(who);
    var ids = ImportIds.of(source, person);
    var envelopes = new ArrayList<Envelope>(ids.size() + 1);
    if (!person.attributes().isEmpty()) {
      envelopes.add(
          new Envelope(
              key,
              who,
              ids.getFirst() + ":attributes",
              Entry.Origin.IMPORT,
              person.rows().getFirst().at(),
              new Command.SetAttributes(attributes(person.attributes()))));
    }
    for (int i = 0; i < ids.size(); i++) {
      var row = person.rows().get(i);
      envelopes.add(new Envelope(key, who, ids.get(i), Entry.Origin.IMPORT, row.at(), event(row)));
    }
    return envelopes;
  }

  /** The event of a row. */
  static TakeEvent event(EventRow row) {
    var properties = new HashMap<String, Value>();
    for (var attribute : row.attributes().entrySet()) {
      if (properties.size() < TakeEvent.PROPERTIES_MAX - 3) {
        properties.put(attribute.getKey(), value(attribute.getValue()));
      }
    }
    if (!row.caseId().equals(row.person())) {
      properties.put("case", text(row.caseId()));
    }
    put(properties, "resource", row.resource());
    put(properties, "lifecycle", row.lifecycle());
    return new TakeEvent(cut(row.activity(), TakeEvent.NAME_CHARS_MAX), null, properties);
  }

  private static void put(Map<String, Value> properties, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      properties.putIfAbsent(name, text(value));
    }
  }

  private static Map<String, @Nullable Value> attributes(Map<String, AttributeValue> given) {
    var attributes = new HashMap<String, @Nullable Value>();
    given.forEach((name, value) -> attributes.put(name, value(value)));
    return attributes;
  }

  private static Value value(AttributeValue value) {
    return switch (value) {
      case AttributeValue.Text(var text) -> text(text);
      case AttributeValue.Whole(var whole) -> new Value.Whole(whole);
      case AttributeValue.Real(var real) ->
          Double.isFinite(real) ? new Value.Decimal(real) : text(value.asText());
      case AttributeValue.Flag(var flag) -> new Value.Flag(flag);
      case AttributeValue.Moment(var moment) -> new Value.Time(moment);
    };
  }

  private static Value text(String text) {
    return new Value.Text(cut(text, Value.TEXT_CHARS_MAX));
  }

  private static String cut(String text, int charsMax) {
    return text.length() <= charsMax ? text : text.substring(0, charsMax);
  }
}
