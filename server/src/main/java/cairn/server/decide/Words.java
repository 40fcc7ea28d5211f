package cairn.server.decide;

import cairn.server.http.HttpRefusal;
import cairn.value.Value;
import cairn.value.ValueType;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Constants and values as the interface writes and reads them. */
final class Words {
  private Words() {}

  /** {@code notNow} for {@code NOT_NOW}. */
  static String camel(Enum<?> constant) {
    var word = new StringBuilder();
    boolean raise = false;
    for (char c : constant.name().toCharArray()) {
      if (c == '_') {
        raise = true;
      } else {
        word.append(raise ? c : Character.toLowerCase(c));
        raise = false;
      }
    }
    return word.toString();
  }

  /** The constant of a word, or a refusal that lists the words. */
  static <E extends Enum<E>> E constant(List<E> all, String field, @Nullable String word) {
    for (var one : all) {
      if (camel(one).equals(word)) {
        return one;
      }
    }
    throw HttpRefusal.invalid(
        field, "Send one of " + String.join(", ", all.stream().map(Words::camel).toList()) + ".");
  }

  static Object plain(Value value) {
    return switch (value) {
      case Value.Flag(var flag) -> flag;
      case Value.Whole(var whole) -> whole;
      case Value.Decimal(var decimal) -> decimal;
      case Value.Text(var text) -> text;
      case Value.Time(var time) -> time.toString();
      case Value.Texts(var texts) -> texts;
    };
  }

  /** What to send where a value of a type is wanted. */
  static String kind(ValueType type) {
    return switch (type) {
      case FLAG -> "true or false";
      case WHOLE -> "a whole number";
      case DECIMAL -> "a number";
      case TEXT -> "a text";
      case TIME -> "a time as 2026-12-31T12:00:00Z";
      case TEXTS -> "a list of texts";
    };
  }

  /** The named values of an object; null ones are left out. */
  static Map<String, Value> values(@Nullable JsonNode object, String field, int most) {
    var values = new TreeMap<String, Value>();
    if (object == null || object.isNull()) {
      return values;
    }
    if (!object.isObject()) {
      throw HttpRefusal.invalid(field, "Send an object of names and values.");
    }
    if (object.size() > most) {
      throw HttpRefusal.invalid(field, "Send at most " + most + " values.");
    }
    object
        .properties()
        .forEach(one -> {
          if (!one.getValue().isNull()) {
            values.put(one.getKey(), value(one.getValue(), field + "." + one.getKey()));
          }
        });
    return values;
  }

  private static Value value(JsonNode node, String field) {
    try {
      if (node.isBoolean()) {
        return Value.of(node.booleanValue());
      }
      if (node.isIntegralNumber() && node.canConvertToLong()) {
        return Value.of(node.longValue());
      }
      if (node.isNumber()) {
        return Value.of(node.doubleValue());
      }
      if (node.isTextual()) {
        return Value.of(node.textValue());
      }
      if (node.isArray()) {
        var texts = new ArrayList<String>();
        for (var one : node) {
          if (!one.isTextual()) {
            throw HttpRefusal.invalid(field, "A list holds texts.");
          }
          texts.add(one.textValue());
        }
        return new Value.Texts(texts);
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw HttpRefusal.invalid(field, "Send a text, a number, true or false, or a list of texts.");
  }
}
