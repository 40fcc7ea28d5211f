package cairn.workspace.map;

import cairn.map.Batch;
import cairn.map.BatchId;
import cairn.map.BoardState;
import cairn.map.Bounds;
import cairn.map.Element;
import cairn.map.ElementId;
import cairn.map.Field;
import cairn.map.Kind;
import cairn.map.MemberId;
import cairn.map.NumberSource;
import cairn.map.Op;
import cairn.map.Revision;
import cairn.map.Value;
import cairn.map.Verdict.Reason;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads what a board is made of from JSON. What cannot be read is told by {@link Unreadable}, with
 * the batch and the field it stands in.
 */
final class BoardReader {
  private BoardReader() {}

  static Batch batch(JsonParser json) throws IOException {
    BoardScalars.expect(json, JsonToken.START_OBJECT, "A batch is an object.");
    BatchId id = null;
    MemberId author = MemberId.NOBODY;
    String label = "";
    List<Op> ops = List.of();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "id" -> id = BoardScalars.batchId(json);
        case "author" ->
            author = new MemberId(BoardScalars.bounded(json, name, MemberId.LENGTH_MAX));
        case "label" -> label = BoardScalars.bounded(json, name, Bounds.NAME_MAX);
        case "ops" -> {
          try {
            ops = ops(json);
          } catch (Unreadable unreadable) {
            throw unreadable.in(id);
          }
        }
        default -> throw Unreadable.unknownField(name).in(id);
      }
    }
    if (id == null) {
      throw new Unreadable(Reason.INVALID, "A batch has an id of its own.");
    }
    return new Batch(id, author, label, ops);
  }

  private static List<Op> ops(JsonParser json) throws IOException {
    BoardScalars.expect(json, JsonToken.START_ARRAY, "The operations are a list.");
    var ops = new ArrayList<Op>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      ops.add(op(json));
    }
    return ops;
  }

  private static Op op(JsonParser json) throws IOException {
    BoardScalars.expect(json, JsonToken.START_OBJECT, "An operation is an object.");
    String op = "";
    ElementId id = null;
    Element element = null;
    SortedMap<String, Value> fields = new TreeMap<>();
    SortedMap<String, Value> was = new TreeMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "op" -> op = BoardScalars.string(json, name);
        case "id" -> id = BoardScalars.elementId(json);
        case "element" -> element = element(json);
        case "fields" -> fields = values(json);
        case "was" -> was = values(json);
        default -> throw Unreadable.unknownField(name);
      }
    }
    if (op.equals("put") && element != null) {
      return new Op.Put(element);
    }
    if (op.equals("del") && id != null) {
      return new Op.Del(id);
    }
    if (op.equals("set") && id != null && !fields.isEmpty()) {
      if (!fields.keySet().containsAll(was.keySet())) {
        throw new Unreadable(
            Unreadable.refusal(
                Reason.INVALID, id, "was", "A set may expect only fields that it changes."));
      }
      return new Op.Set(id, fields, was);
    }
    throw new Unreadable(
        Reason.INVALID,
        "An operation is put with an element, set with an id and fields, or del with an id.");
  }

  static Revision revision(JsonParser json) throws IOException {
    BoardScalars.expect(json, JsonToken.START_OBJECT, "A revision is an object.");
    long rev = 0;
    Instant at = null;
    Batch batch = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "rev" -> rev = json.getLongValue();
        case "at" -> at = BoardScalars.instant(json);
        case "batch" -> batch = batch(json);
        default -> throw Unreadable.unknownField(name);
      }
    }
    if (rev < 1 || at == null || batch == null) {
      throw new Unreadable(Reason.INVALID, "A revision has a number, a time and a batch.");
    }
    return new Revision(rev, at, batch);
  }

  static BoardState state(JsonParser json) throws IOException {
    BoardScalars.expect(json, JsonToken.START_OBJECT, "A snapshot is an object.");
    long rev = 0;
    List<Element> live = List.of();
    List<Element> deleted = List.of();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "schema" -> {
          BoardScalars.expect(json, JsonToken.VALUE_NUMBER_INT, "The schema is a number.");
          if (json.getLongValue() != BoardJson.SCHEMA) {
            throw new Unreadable(
                Reason.INVALID, "This snapshot has another schema: only 1 can be read.");
          }
        }
        case "rev" -> {
          BoardScalars.expect(json, JsonToken.VALUE_NUMBER_INT, "The revision is a number.");
          rev = Math.max(0, json.getLongValue());
        }
        case "elements" -> live = elements(json);
        case "deleted" -> deleted = elements(json);
        default -> throw Unreadable.unknownField(name);
      }
    }
    return BoardState.of(rev, live, deleted);
  }

  private static List<Element> elements(JsonParser json) throws IOException {
    BoardScalars.expect(json, JsonToken.START_ARRAY, "The elements are a list.");
    var elements = new ArrayList<Element>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      elements.add(element(json));
    }
    return elements;
  }

  private static Element element(JsonParser json) throws IOException {
    BoardScalars.expect(json, JsonToken.START_OBJECT, "An element is an object.");
    String kindName = "";
    ElementId id = null;
    var values = new TreeMap<String, Value>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "kind" -> kindName = BoardScalars.string(json, name);
        case "id" -> id = BoardScalars.elementId(json);
        default -> values.put(name, value(json, name));
      }
    }
    if (id == null) {
      throw new Unreadable(Reason.INVALID, "An element has an id.");
    }
    var kind = Kind.named(kindName);
    if (kind.isEmpty()) {
      throw new Unreadable(
          Unreadable.refusal(
              Reason.UNKNOWN_KIND,
              id,
              "kind",
              "There is no such kind of element: reload the page, it may be of an older version."));
    }
    return switch (kind.get().read(id, values)) {
      case Kind.Reading.Read(var element) -> element;
      case Kind.Reading.Unreadable(var field, var problem) ->
          throw new Unreadable(
              Unreadable.refusal(
                  kind.get().shape().field(field).isPresent()
                      ? Reason.INVALID
                      : Reason.UNKNOWN_FIELD,
                  id,
                  Unreadable.cut(field),
                  "The field " + Unreadable.cut(field) + " " + problem + "."));
    };
  }

  private static SortedMap<String, Value> values(JsonParser json) throws IOException {
    BoardScalars.expect(json, JsonToken.START_OBJECT, "Fields are an object.");
    var values = new TreeMap<String, Value>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      values.put(name, value(json, name));
    }
    return values;
  }

  private static Value value(JsonParser json, String field) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_STRING -> Value.of(json.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Value.of(BoardScalars.finite(json, field));
      case VALUE_TRUE -> Value.of(true);
      case VALUE_FALSE -> Value.of(false);
      case VALUE_NULL -> Value.NOTHING;
      case START_ARRAY -> texts(json, field);
      case START_OBJECT -> sourced(json, field);
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw Unreadable.field(Reason.INVALID, field, "A value is missing.");
    };
  }

  private static Value texts(JsonParser json, String field) throws IOException {
    var texts = new ArrayList<String>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      texts.add(BoardScalars.string(json, field));
    }
    return Value.of(texts);
  }

  private static Value sourced(JsonParser json, String field) throws IOException {
    double number = Double.NaN;
    NumberSource source = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      if (name.equals("number")) {
        number = BoardScalars.finite(json, field);
      } else if (name.equals("source")) {
        String text = BoardScalars.string(json, field);
        for (NumberSource each : NumberSource.values()) {
          source = Field.wireName(each).equals(text) ? each : source;
        }
      } else {
        throw Unreadable.unknownField(name);
      }
    }
    if (source == null || Double.isNaN(number)) {
      throw Unreadable.field(
          Reason.INVALID,
          field,
          "A sourced number has a number and a source: measured, voted or assumed.");
    }
    return new Value.Sourced(number, source);
  }
}
