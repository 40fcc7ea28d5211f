package cairn.server.intake;

import cairn.server.http.HttpRefusal;
import cairn.value.Value;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Reads one plain JSON value: a text, a number, true or false. */
public final class PlainValue {
  private PlainValue() {}

  /**
   * The value. Whole numbers beyond 64 bits keep their size and lose their last digits.
   *
   * @param field what it is called in messages
   * @throws HttpRefusal where it is absent, of another kind or out of bounds
   */
  public static Value read(@Nullable JsonNode value, String field) {
    if (value == null || !(value.isTextual() || value.isNumber() || value.isBoolean())) {
      throw HttpRefusal.invalid(field, "Send a text, a number, true or false.");
    }
    try {
      if (value.isBoolean()) {
        return Value.of(value.booleanValue());
      }
      if (value.isIntegralNumber() && value.canConvertToLong()) {
        return Value.of(value.longValue());
      }
      return value.isNumber() ? Value.of(value.doubleValue()) : Value.of(value.textValue());
    } catch (IllegalArgumentException beyond) {
      throw HttpRefusal.invalid(
          field, "A text holds at most " + Value.TEXT_CHARS_MAX + " characters.");
    }
  }
}
