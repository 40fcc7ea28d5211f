package cairn.server.intake;

import cairn.engine.Command.TakeEvent;
import cairn.server.http.HttpRefusal;
import cairn.value.Value;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object as plain values by name. Names of nested objects are joined by dots, a list
 * of plain values becomes texts, a list with objects is counted: {@code products.0.sku}. Nulls say
 * nothing and are left out.
 */
final class Flattened {
  /** The longest joined name, in characters. */
  static final int NAME_CHARS_MAX = 200;

  private final Map<String, @Nullable Value> values = new HashMap<>();
  private final String field;
  private final boolean forgets;

  private Flattened(String field, boolean forgets) {
    this.field = field;
    this.forgets = forgets;
  }

  /**
   * Reads the object that the parser stands on, and leaves it on its end.
   *
   * @param field what it is called in messages
   */
  @SuppressWarnings("NullAway") // nulls are left out
  static Map<String, Value> read(JsonParser parser, String field) throws IOException {
    return read(parser, new Flattened(field, false));
  }

  /** The same, where a null says that a value is to be forgotten. */
  static Map<String, @Nullable Value> readSettings(JsonParser parser, String field)
      throws IOException {
    return read(parser, new Flattened(field, true));
  }

  private static Map<String, @Nullable Value> read(JsonParser parser, Flattened flattened)
      throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return Map.of();
    }
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw HttpRefusal.invalid(flattened.field, "Send an object.");
    }
    flattened.object(parser, "");
    return flattened.values;
  }

  private void object(JsonParser parser, String prefix) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      parser.nextToken();
      value(parser, prefix.isEmpty() ? name : prefix + "." + name);
    }
  }

  private void value(JsonParser parser, String name) throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, name);
      case START_ARRAY -> array(parser, name);
      case VALUE_NULL -> {
        if (forgets) {
          put(name, null);
        }
      }
      case VALUE_TRUE -> put(name, new Value.Flag(true));
      case VALUE_FALSE -> put(name, new Value.Flag(false));
      case VALUE_STRING -> put(name, text(parser.getText()));
      case VALUE_NUMBER_INT -> put(name, whole(parser));
      case VALUE_NUMBER_FLOAT -> put(name, decimal(parser));
      default -> throw HttpRefusal.invalid(field, "This is not plain JSON.");
    }
  }

  private void array(JsonParser parser, String name) throws IOException {
    List<String> texts = new ArrayList<>();
    int index = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      switch (parser.currentToken()) {
        case START_OBJECT, START_ARRAY -> value(parser, name + "." + index);
        case VALUE_NULL -> {}
        default -> texts.add(text(parser.getText()).value());
      }
      index++;
      if (index > Value.TEXTS_MAX) {
        throw HttpRefusal.invalid(field, "A list holds at most " + Value.TEXTS_MAX + " values.");
      }
    }
    if (!texts.isEmpty()) {
      put(name, new Value.Texts(texts));
    }
  }

  private void put(String name, @Nullable Value value) {
    if (name.isEmpty() || name.length() > NAME_CHARS_MAX) {
      throw HttpRefusal.invalid(
          field, "A name, joined by dots, has 1 to " + NAME_CHARS_MAX + " characters.");
    }
    values.put(name, value);
    if (values.size() > TakeEvent.PROPERTIES_MAX) {
      throw HttpRefusal.invalid(
          field, "Send at most " + TakeEvent.PROPERTIES_MAX + " values, nested ones included.");
    }
  }

  private Value.Text text(String text) {
    if (text.length() > Value.TEXT_CHARS_MAX) {
      throw HttpRefusal.invalid(
          field, "A text holds at most " + Value.TEXT_CHARS_MAX + " characters.");
    }
    return new Value.Text(text);
  }

  /** Whole numbers beyond 64 bits keep their size and lose their last digits. */
  private static Value whole(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT, LONG -> new Value.Whole(parser.getLongValue());
      default -> new Value.Decimal(parser.getDoubleValue());
    };
  }

  private Value decimal(JsonParser parser) throws IOException {
    double number = parser.getDoubleValue();
    if (!Double.isFinite(number)) {
      throw HttpRefusal.invalid(field, "A number is too large.");
    }
    return new Value.Decimal(number);
  }
}
