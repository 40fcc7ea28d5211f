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
import cairn.map.Verdict;
import cairn.map.Verdict.Reason;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a board: elements, operations, batches, revisions and snapshots.
 *
 * <p>An element is one flat object: {@code kind}, {@code id}, then its fields. Values are texts,
 * numbers, true and false, lists of texts, {@code {"number", "source"}}, or null. What is written
 * holds every field; what is read may leave fields out, which then are as when nothing was said.
 * Thread-safe.
 */
public final class BoardJson {
  /** The version of the forms, in every snapshot. */
  public static final int SCHEMA = 1;

  /** Longest message that is read from outside, in characters: a template with all its notes. */
  public static final int MESSAGE_MAX = 4_000_000;

  private static final int DEPTH_MAX = 8;

  static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH_MAX)
                  .maxStringLength(MESSAGE_MAX)
                  .maxNumberLength(40)
                  .build())
          .build();

  /** Writes into a generator. */
  @FunctionalInterface
  interface Writing {
    void write(JsonGenerator json) throws IOException;
  }

  /** Reads from a parser that stands on the first token. */
  @FunctionalInterface
  interface Parsing<T> {
    T read(JsonParser json) throws IOException;
  }

  private BoardJson() {}

  /** A batch as JSON. */
  public static String write(Batch batch) {
    return text(json -> writeBatch(json, batch));
  }

  /** A revision as JSON. */
  public static String write(Revision revision) {
    return text(json -> {
      json.writeStartObject();
      writeRevisionFields(json, revision);
      json.writeEndObject();
    });
  }

  /** A snapshot as JSON: the complete board without its history. */
  public static String write(BoardState state) {
    return text(json -> writeState(json, state));
  }

  /** An element as JSON. */
  public static String write(Element element) {
    return text(json -> writeElement(json, element));
  }

  /** Reads a batch from outside; what cannot be read is refused, never thrown. */
  public static Reading<Batch> readBatch(String text) {
    return reading(text, BoardJson::batch);
  }

  /** Reads a snapshot from outside, such as an export of another board. */
  public static Reading<BoardState> readSnapshot(String text) {
    return reading(text, BoardJson::state);
  }

  /** Reads a revision that this house has written; anything else is a fault and throws. */
  public static Revision readRevision(String text) {
    return own(text, BoardJson::revision);
  }

  /** Reads a batch that this house has written; anything else is a fault and throws. */
  public static Batch readStoredBatch(String text) {
    return own(text, BoardJson::batch);
  }

  /** Reads a snapshot that this house has written; anything else is a fault and throws. */
  public static BoardState readState(String text) {
    return own(text, BoardJson::state);
  }

  static String text(Writing writing) {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(text)) {
      writing.write(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  static <T> Reading<T> reading(String text, Parsing<T> parsing) {
    if (text.length() > MESSAGE_MAX) {
      return new Reading.Unreadable<>(
          Optional.empty(),
          refusal(Reason.TOO_LARGE, null, "", "This is too much at once: send it in parts."));
    }
    try (var json = JSON.createParser(text)) {
      json.nextToken();
      var value = parsing.read(json);
      if (json.nextToken() != null) {
        throw new Unreadable(
            Reason.INVALID, "After the message there is more: send one at a time.");
      }
      return new Reading.Read<>(value);
    } catch (Unreadable unreadable) {
      return new Reading.Unreadable<>(Optional.ofNullable(unreadable.batch), unreadable.refusal);
    } catch (IOException broken) {
      return new Reading.Unreadable<>(
          Optional.empty(), refusal(Reason.INVALID, null, "", "This is not JSON as expected."));
    }
  }

  private static <T> T own(String text, Parsing<T> parsing) {
    try (var json = JSON.createParser(text)) {
      json.nextToken();
      return parsing.read(json);
    } catch (IOException broken) {
      throw new UncheckedIOException("a stored board cannot be read", broken);
    }
  }

  static void writeRevisionFields(JsonGenerator json, Revision revision) throws IOException {
    json.writeNumberField("rev", revision.rev());
    json.writeStringField("at", revision.at().toString());
    json.writeFieldName("batch");
    writeBatch(json, revision.batch());
  }

  static void writeBatch(JsonGenerator json, Batch batch) throws IOException {
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
          writeElement(json, element);
        }
        case Op.Set set -> {
          json.writeStringField("op", "set");
          json.writeStringField("id", set.id().text());
          json.writeFieldName("fields");
          writeValues(json, set.fields());
          if (!set.was().isEmpty()) {
            json.writeFieldName("was");
            writeValues(json, set.was());
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

  static void writeState(JsonGenerator json, BoardState state) throws IOException {
    json.writeStartObject();
    json.writeNumberField("schema", SCHEMA);
    json.writeNumberField("rev", state.rev());
    json.writeArrayFieldStart("elements");
    for (Element element : state.elements()) {
      writeElement(json, element);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("deleted");
    for (Element element : state.deletedElements()) {
      writeElement(json, element);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  static void writeElement(JsonGenerator json, Element element) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", element.kind().wireName());
    json.writeStringField("id", element.id().text());
    for (Field<?> field : element.kind().shape().fields()) {
      json.writeFieldName(field.name());
      writeValue(json, element.fields().value(field.name()));
    }
    json.writeEndObject();
  }

  static void writeValue(JsonGenerator json, Value value) throws IOException {
    switch (value) {
      case Value.Text(var text) -> json.writeString(text);
      case Value.Amount(var number) -> writeNumber(json, number);
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
        writeNumber(json, number);
        json.writeStringField("source", Field.wireName(source));
        json.writeEndObject();
      }
      case Value.Nothing() -> json.writeNull();
    }
  }

  private static void writeValues(JsonGenerator json, SortedMap<String, Value> values)
      throws IOException {
    json.writeStartObject();
    for (var entry : values.entrySet()) {
      json.writeFieldName(entry.getKey());
      writeValue(json, entry.getValue());
    }
    json.writeEndObject();
  }

  private static void writeNumber(JsonGenerator json, double number) throws IOException {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      json.writeNumber((long) number);
    } else {
      json.writeNumber(number);
    }
  }

  static Batch batch(JsonParser json) throws IOException {
    expect(json, JsonToken.START_OBJECT, "A batch is an object.");
    BatchId id = null;
    MemberId author = MemberId.NOBODY;
    String label = "";
    List<Op> ops = List.of();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "id" -> id = batchId(json);
        case "author" -> author = new MemberId(bounded(json, name, MemberId.LENGTH_MAX));
        case "label" -> label = bounded(json, name, Bounds.NAME_MAX);
        case "ops" -> {
          try {
            ops = ops(json);
          } catch (Unreadable unreadable) {
            throw unreadable.in(id);
          }
        }
        default -> throw unknown(name).in(id);
      }
    }
    if (id == null) {
      throw new Unreadable(Reason.INVALID, "A batch has an id of its own.");
    }
    return new Batch(id, author, label, ops);
  }

  private static List<Op> ops(JsonParser json) throws IOException {
    expect(json, JsonToken.START_ARRAY, "The operations are a list.");
    var ops = new ArrayList<Op>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      ops.add(op(json));
    }
    return ops;
  }

  private static Op op(JsonParser json) throws IOException {
    expect(json, JsonToken.START_OBJECT, "An operation is an object.");
    String op = "";
    ElementId id = null;
    Element element = null;
    SortedMap<String, Value> fields = new TreeMap<>();
    SortedMap<String, Value> was = new TreeMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "op" -> op = string(json, name);
        case "id" -> id = elementId(json);
        case "element" -> element = element(json);
        case "fields" -> fields = values(json);
        case "was" -> was = values(json);
        default -> throw unknown(name);
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
            refusal(Reason.INVALID, id, "was", "A set may expect only fields that it changes."));
      }
      return new Op.Set(id, fields, was);
    }
    throw new Unreadable(
        Reason.INVALID,
        "An operation is put with an element, set with an id and fields, or del with an id.");
  }

  static Revision revision(JsonParser json) throws IOException {
    expect(json, JsonToken.START_OBJECT, "A revision is an object.");
    long rev = 0;
    Instant at = null;
    Batch batch = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "rev" -> rev = json.getLongValue();
        case "at" -> at = instant(json);
        case "batch" -> batch = batch(json);
        default -> throw unknown(name);
      }
    }
    if (rev < 1 || at == null || batch == null) {
      throw new Unreadable(Reason.INVALID, "A revision has a number, a time and a batch.");
    }
    return new Revision(rev, at, batch);
  }

  static BoardState state(JsonParser json) throws IOException {
    expect(json, JsonToken.START_OBJECT, "A snapshot is an object.");
    long rev = 0;
    List<Element> live = List.of();
    List<Element> deleted = List.of();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "schema" -> {
          expect(json, JsonToken.VALUE_NUMBER_INT, "The schema is a number.");
          if (json.getLongValue() != SCHEMA) {
            throw new Unreadable(
                Reason.INVALID, "This snapshot has another schema: only 1 can be read.");
          }
        }
        case "rev" -> {
          expect(json, JsonToken.VALUE_NUMBER_INT, "The revision is a number.");
          rev = Math.max(0, json.getLongValue());
        }
        case "elements" -> live = elements(json);
        case "deleted" -> deleted = elements(json);
        default -> throw unknown(name);
      }
    }
    return BoardState.of(rev, live, deleted);
  }

  private static List<Element> elements(JsonParser json) throws IOException {
    expect(json, JsonToken.START_ARRAY, "The elements are a list.");
    var elements = new ArrayList<Element>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      elements.add(element(json));
    }
    return elements;
  }

  private static Element element(JsonParser json) throws IOException {
    expect(json, JsonToken.START_OBJECT, "An element is an object.");
    String kindName = "";
    ElementId id = null;
    var values = new TreeMap<String, Value>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "kind" -> kindName = string(json, name);
        case "id" -> id = elementId(json);
        default -> values.put(name, value(json, name));
      }
    }
    if (id == null) {
      throw new Unreadable(Reason.INVALID, "An element has an id.");
    }
    var kind = Kind.named(kindName);
    if (kind.isEmpty()) {
      throw new Unreadable(
          refusal(
              Reason.UNKNOWN_KIND,
              id,
              "kind",
              "There is no such kind of element: reload the page, it may be of an older version."));
    }
    return switch (kind.get().read(id, values)) {
      case Kind.Reading.Read(var element) -> element;
      case Kind.Reading.Unreadable(var field, var problem) ->
          throw new Unreadable(
              refusal(
                  kind.get().shape().field(field).isPresent()
                      ? Reason.INVALID
                      : Reason.UNKNOWN_FIELD,
                  id,
                  cut(field),
                  "The field " + cut(field) + " " + problem + "."));
    };
  }

  private static SortedMap<String, Value> values(JsonParser json) throws IOException {
    expect(json, JsonToken.START_OBJECT, "Fields are an object.");
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
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Value.of(finite(json, field));
      case VALUE_TRUE -> Value.of(true);
      case VALUE_FALSE -> Value.of(false);
      case VALUE_NULL -> Value.NOTHING;
      case START_ARRAY -> texts(json, field);
      case START_OBJECT -> sourced(json, field);
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new Unreadable(refusal(Reason.INVALID, null, cut(field), "A value is missing."));
    };
  }

  private static Value texts(JsonParser json, String field) throws IOException {
    var texts = new ArrayList<String>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      texts.add(string(json, field));
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
        number = finite(json, field);
      } else if (name.equals("source")) {
        String text = string(json, field);
        for (NumberSource each : NumberSource.values()) {
          source = Field.wireName(each).equals(text) ? each : source;
        }
      } else {
        throw unknown(name);
      }
    }
    if (source == null || Double.isNaN(number)) {
      throw new Unreadable(
          refusal(
              Reason.INVALID,
              null,
              cut(field),
              "A sourced number has a number and a source: measured, voted or assumed."));
    }
    return new Value.Sourced(number, source);
  }

  private static double finite(JsonParser json, String field) throws IOException {
    if (!json.currentToken().isNumeric() || !Double.isFinite(json.getDoubleValue())) {
      throw new Unreadable(
          refusal(Reason.INVALID, null, cut(field), "A number is expected, of a usual size."));
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

  private static Instant instant(JsonParser json) throws IOException {
    try {
      return Instant.parse(string(json, "at"));
    } catch (DateTimeException unreadable) {
      throw new Unreadable(Reason.INVALID, "A time is an ISO-8601 instant.");
    }
  }

  static String bounded(JsonParser json, String field, int lengthMax) throws IOException {
    String text = string(json, field);
    if (text.length() > lengthMax) {
      throw new Unreadable(
          refusal(
              Reason.TOO_LARGE,
              null,
              cut(field),
              "The field " + cut(field) + " has at most " + lengthMax + " characters."));
    }
    if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new Unreadable(
          refusal(
              Reason.INVALID,
              null,
              cut(field),
              "The field " + cut(field) + " holds a character that cannot be stored."));
    }
    return text;
  }

  static String string(JsonParser json, String field) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw new Unreadable(
          refusal(Reason.INVALID, null, cut(field), "The field " + cut(field) + " is a text."));
    }
    return json.getText();
  }

  static void expect(JsonParser json, JsonToken token, String otherwise) throws IOException {
    if (json.currentToken() != token) {
      throw new Unreadable(Reason.INVALID, otherwise);
    }
  }

  static Unreadable unknown(String name) {
    return new Unreadable(
        refusal(Reason.UNKNOWN_FIELD, null, cut(name), "There is no field " + cut(name) + "."));
  }

  static Verdict.Refused refusal(
      Reason reason, @Nullable ElementId element, String field, String message) {
    return new Verdict.Refused(
        reason, Optional.ofNullable(element), field, message, Optional.empty());
  }

  private static String cut(String name) {
    return name.length() <= 60 ? name : name.substring(0, 60) + "...";
  }

  /** What was sent cannot be read; never leaves this package. */
  static final class Unreadable extends IOException {
    private static final long serialVersionUID = 1L;

    final transient Verdict.Refused refusal;
    transient @Nullable BatchId batch;

    Unreadable(Verdict.Refused refusal) {
      super(refusal.message());
      this.refusal = refusal;
    }

    Unreadable(Reason reason, String message) {
      this(BoardJson.refusal(reason, null, "", message));
    }

    Unreadable in(@Nullable BatchId id) {
      batch = batch == null ? id : batch;
      return this;
    }
  }
}
