package cairn.workspace.map;

import cairn.map.BatchId;
import cairn.map.ElementId;
import cairn.map.Verdict.Reason;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;

/** Reads the smallest parts of a board from JSON: texts, numbers, ids and times, each bounded. */
final class BoardScalars {
  private BoardScalars() {}

  static double finite(JsonParser json, String field) throws IOException {
    if (!json.currentToken().isNumeric() || !Double.isFinite(json.getDoubleValue())) {
      throw Unreadable.field(Reason.INVALID, field, "A number is expected, of a usual size.");
    }
    return json.getDoubleValue();
  }

  static BatchId batchId(JsonParser json) throws IOException {
    String text = bounded(json, "id", BatchId.LENGTH_MAX);
    if (text.isEmpty()) {
      throw new Unreadable(Reason.INVALID, "A batch has an id of its own.");
    }
    return new BatchId(text);
  }

  static ElementId elementId(JsonParser json) throws IOException {
    String text = string(json, "id");
    if (!ElementId.isValid(text)) {
      throw new Unreadable(
          Reason.INVALID, "An element id has 1 to 120 letters, digits or one of - _ . :");
    }
    return new ElementId(text);
  }

  static Instant instant(JsonParser json) throws IOException {
    try {
      return Instant.parse(string(json, "at"));
    } catch (DateTimeException unreadable) {
      throw new Unreadable(Reason.INVALID, "A time is an ISO-8601 instant.");
    }
  }

  static String bounded(JsonParser json, String field, int lengthMax) throws IOException {
    String text = string(json, field);
    if (text.length() > lengthMax) {
      throw Unreadable.field(
          Reason.TOO_LARGE,
          field,
          "The field " + Unreadable.cut(field) + " has at most " + lengthMax + " characters.");
    }
    if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw Unreadable.field(
          Reason.INVALID,
          field,
          "The field " + Unreadable.cut(field) + " holds a character that cannot be stored.");
    }
    return text;
  }

  static String string(JsonParser json, String field) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw Unreadable.field(
          Reason.INVALID, field, "The field " + Unreadable.cut(field) + " is a text.");
    }
    return json.getText();
  }

  static void expect(JsonParser json, JsonToken token, String otherwise) throws IOException {
    if (json.currentToken() != token) {
      throw new Unreadable(Reason.INVALID, otherwise);
    }
  }
}
