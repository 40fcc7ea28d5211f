package cairn.workspace.map;

import cairn.map.Batch;
import cairn.map.BoardState;
import cairn.map.Element;
import cairn.map.Field;
import cairn.map.Op;
import cairn.map.Revision;
import cairn.map.Value;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.SortedMap;

/** Writes what a board is made of into JSON, every field of it. */
final class BoardWriter {
  private BoardWriter() {}

  static void revisionFields(JsonGenerator json, Revision revision) throws IOException {
    json.writeNumberField("rev", revision.rev());
    json.writeStringField("at", revision.at().toString());
    json.writeFieldName("batch");
    batch(json, revision.batch());
  }

  static void batch(JsonGenerator json, Batch batch) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", batch.id().text());
    json.writeStringField("author", batch.author().text());
    json.writeStringField("label", batch.label());
    json.writeArrayFieldStart("ops");
    for (Op op : batch.ops()) {
      json.writeStartObject();
      switch (op) {
        case Op.Put(var element) -> {
          json.writeStringField("op", "put");
          json.writeFieldName("element");
          element(json, element);
        }
        case Op.Set set -> {
          json.writeStringField("op", "set");
          json.writeStringField("id", set.id().text());
          json.writeFieldName("fields");
          values(json, set.fields());
          if (!set.was().isEmpty()) {
            json.writeFieldName("was");
            values(json, set.was());
          }
        }
        case Op.Del(var id) -> {
          json.writeStringField("op", "del");
          json.writeStringField("id", id.text());
        }
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  static void state(JsonGenerator json, BoardState state) throws IOException {
    json.writeStartObject();
    json.writeNumberField("schema", BoardJson.SCHEMA);
    json.writeNumberField("rev", state.rev());
    json.writeArrayFieldStart("elements");
    for (Element element : state.elements()) {
      element(json, element);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("deleted");
    for (Element element : state.deletedElements()) {
      element(json, element);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  static void element(JsonGenerator json, Element element) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", element.kind().wireName());
    json.writeStringField("id", element.id().text());
    for (Field<?> field : element.kind().shape().fields()) {
      json.writeFieldName(field.name());
      value(json, element.fields().value(field.name()));
    }
    json.writeEndObject();
  }

  static void value(JsonGenerator json, Value value) throws IOException {
    switch (value) {
      case Value.Text(var text) -> json.writeString(text);
      case Value.Amount(var number) -> number(json, number);
      case Value.Flag(var flag) -> json.writeBoolean(flag);
      case Value.Texts(var texts) -> {
        json.writeStartArray();
        for (String text : texts) {
          json.writeString(text);
        }
        json.writeEndArray();
      }
      case Value.Sourced(var number, var source) -> {
        json.writeStartObject();
        json.writeFieldName("number");
        number(json, number);
        json.writeStringField("source", Field.wireName(source));
        json.writeEndObject();
      }
      case Value.Nothing() -> json.writeNull();
    }
  }

  private static void values(JsonGenerator json, SortedMap<String, Value> values)
      throws IOException {
    json.writeStartObject();
    for (var entry : values.entrySet()) {
      json.writeFieldName(entry.getKey());
      value(json, entry.getValue());
    }
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, double number) throws IOException {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      json.writeNumber((long) number);
    } else {
      json.writeNumber(number);
    }
  }
}
