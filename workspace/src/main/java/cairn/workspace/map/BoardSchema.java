package cairn.workspace.map;

import cairn.map.Field;
import cairn.map.Kind;
import cairn.map.Lane;
import cairn.map.LaneRole;
import cairn.workspace.map.BoardJson.Writing;

/** The kinds of elements with their fields, as JSON for clients: written from the code itself. */
public final class BoardSchema {
  private BoardSchema() {}

  /**
   * The schema: {@code schema}, then {@code kinds} by name with {@code max} and {@code fields}
   * (each {@code name, type, bound, default} and whether the board writes it), and the standard
   * {@code lanes} with {@code id, role, name}.
   */
  public static String write() {
    Writing schema =
        json -> {
          json.writeStartObject();
          json.writeNumberField("schema", BoardJson.SCHEMA);
          json.writeObjectFieldStart("kinds");
          for (Kind kind : Kind.values()) {
            json.writeObjectFieldStart(kind.wireName());
            json.writeNumberField("max", kind.countMax());
            json.writeArrayFieldStart("fields");
            for (Field<?> field : kind.shape().fields()) {
              json.writeStartObject();
              json.writeStringField("name", field.name());
              json.writeStringField("type", Field.wireName(field.type()));
              json.writeStringField("bound", field.bound());
              json.writeFieldName("default");
              BoardWriter.value(json, field.fallback());
              json.writeBooleanField("stamped", field.isStamped());
              json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
          }
          json.writeEndObject();
          json.writeArrayFieldStart("lanes");
          for (LaneRole role : LaneRole.values()) {
            if (role != LaneRole.FREE) {
              json.writeStartObject();
              json.writeStringField("id", Lane.standardId(role).text());
              json.writeStringField("role", Field.wireName(role));
              json.writeStringField("name", role.title());
              json.writeEndObject();
            }
          }
          json.writeEndArray();
          json.writeEndObject();
        };
    return BoardJson.text(schema);
  }
}
