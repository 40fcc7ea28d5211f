package cairn.workspace.map;

import cairn.map.Batch;
import cairn.map.BatchId;
import cairn.map.BoardState;
import cairn.map.Bounds;
import cairn.map.ElementId;
import cairn.map.Field;
import cairn.map.Member;
import cairn.map.MemberId;
import cairn.map.Revision;
import cairn.map.Verdict;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The messages between a browser and the server about one board, each one JSON object with a {@code
 * type}. Thread-safe.
 */
public final class BoardMessages {
  /** Elements that one person may have selected at once, as shown to others. */
  public static final int SELECTION_MAX = 50;

  /** What a browser sends. */
  public sealed interface FromClient {
    /** A gesture. */
    record Gesture(Batch batch) implements FromClient {}

    /**
     * The first message, and the one after a break.
     *
     * @param since the last revision the client has, or 0 for none: then a snapshot follows
     */
    record Join(long since) implements FromClient {}

    /** Where this person is; replaces what they said before. */
    record Here(Presence presence) implements FromClient {}
  }

  /**
   * Where somebody is on the board; never stored.
   *
   * @param x the cursor in board coordinates, as the client defines them
   * @param y as {@code x}
   * @param at the element or cell the cursor is in; empty for none
   * @param selection what is selected
   * @param typing the element whose text is being written: a soft lock
   */
  public record Presence(
      double x, double y, String at, List<ElementId> selection, Optional<ElementId> typing) {
    public Presence {
      selection = List.copyOf(selection);
    }
  }

  /** Somebody on the board, as the others are shown them. */
  public record Someone(MemberId id, String name, String role, Presence presence) {}

  private BoardMessages() {}

  /** Reads what a browser sent. */
  public static Reading<FromClient> read(String text) {
    return BoardJson.reading(text, BoardMessages::message);
  }

  /** The answer to a join: who one is, and the board as one may see it. */
  public static String welcome(Member member, String name, Instant at, BoardState snapshot) {
    return BoardJson.text(json -> {
      begin(json, "welcome");
      writeMember(json, member, name, at);
      json.writeFieldName("snapshot");
      BoardWriter.state(json, snapshot);
      json.writeEndObject();
    });
  }

  /** The answer to a join that can go on from the client's revision: what it missed. */
  public static String resumed(Member member, String name, Instant at, List<Revision> missed) {
    return BoardJson.text(json -> {
      begin(json, "resumed");
      writeMember(json, member, name, at);
      json.writeArrayFieldStart("missed");
      for (Revision revision : missed) {
        json.writeStartObject();
        BoardWriter.revisionFields(json, revision);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  /** A revision, one's own included. */
  public static String revision(Revision revision) {
    return BoardJson.text(json -> {
      begin(json, "revision");
      BoardWriter.revisionFields(json, revision);
      json.writeEndObject();
    });
  }

  /** A gesture was taken before. */
  public static String repeated(BatchId batch, long rev) {
    return BoardJson.text(json -> {
      begin(json, "repeated");
      json.writeStringField("batch", batch.text());
      json.writeNumberField("rev", rev);
      json.writeEndObject();
    });
  }

  /** A gesture, or a message that could not be read, is refused. */
  public static String refused(Optional<BatchId> batch, Verdict.Refused refusal) {
    return BoardJson.text(json -> {
      begin(json, "refused");
      if (batch.isPresent()) {
        json.writeStringField("batch", batch.get().text());
      }
      json.writeStringField("code", code(refusal.reason()));
      json.writeStringField("message", refusal.message());
      if (refusal.element().isPresent()) {
        json.writeStringField("element", refusal.element().get().text());
      }
      if (!refusal.field().isEmpty()) {
        json.writeStringField("field", refusal.field());
      }
      if (refusal.theirs().isPresent()) {
        json.writeFieldName("theirs");
        BoardWriter.value(json, refusal.theirs().get());
      }
      json.writeEndObject();
    });
  }

  /** Everybody on the board, gathered into one frame. */
  public static String people(List<Someone> everybody) {
    return BoardJson.text(json -> {
      begin(json, "people");
      json.writeArrayFieldStart("people");
      for (Someone someone : everybody) {
        json.writeStartObject();
        json.writeStringField("id", someone.id().text());
        json.writeStringField("name", someone.name());
        json.writeStringField("role", someone.role());
        writePresence(json, someone.presence());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  /** The stable code of a refusal: {@code FORGED_AUTHOR} is {@code forged_author}. */
  public static String code(Verdict.Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  private static void begin(JsonGenerator json, String type) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", type);
  }

  private static void writeMember(JsonGenerator json, Member member, String name, Instant at)
      throws IOException {
    json.writeStringField("member", member.id().text());
    json.writeStringField("name", name);
    json.writeStringField("role", Field.wireName(member.role()));
    json.writeStringField("at", at.toString());
  }

  private static void writePresence(JsonGenerator json, Presence presence) throws IOException {
    json.writeNumberField("x", presence.x());
    json.writeNumberField("y", presence.y());
    json.writeStringField("at", presence.at());
    json.writeArrayFieldStart("selection");
    for (ElementId id : presence.selection()) {
      json.writeString(id.text());
    }
    json.writeEndArray();
    json.writeStringField("typing", presence.typing().map(ElementId::text).orElse(""));
  }

  private static FromClient message(JsonParser json) throws IOException {
    BoardScalars.expect(json, JsonToken.START_OBJECT, "A message is an object.");
    json.nextToken();
    if (!"type".equals(json.currentName())) {
      throw new Unreadable(Verdict.Reason.INVALID, "A message begins with its type.");
    }
    json.nextToken();
    String type = BoardScalars.string(json, "type");
    return switch (type) {
      case "batch" -> gesture(json);
      case "join" -> join(json);
      case "here" -> here(json);
      default ->
          throw new Unreadable(Verdict.Reason.INVALID, "A message is of type batch, join or here.");
    };
  }

  private static FromClient gesture(JsonParser json) throws IOException {
    Batch batch = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      if (!name.equals("batch")) {
        throw Unreadable.unknownField(name);
      }
      batch = BoardReader.batch(json);
    }
    if (batch == null) {
      throw new Unreadable(Verdict.Reason.INVALID, "The batch is missing.");
    }
    return new FromClient.Gesture(batch);
  }

  private static FromClient join(JsonParser json) throws IOException {
    long since = 0;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      if (!name.equals("since")) {
        throw Unreadable.unknownField(name);
      }
      BoardScalars.expect(json, JsonToken.VALUE_NUMBER_INT, "The last revision is a number.");
      since = json.getLongValue();
    }
    return new FromClient.Join(Math.max(0, since));
  }

  private static FromClient here(JsonParser json) throws IOException {
    double x = 0;
    double y = 0;
    String at = "";
    List<ElementId> selection = List.of();
    Optional<ElementId> typing = Optional.empty();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "x" -> x = coordinate(json);
        case "y" -> y = coordinate(json);
        case "at" -> at = BoardScalars.bounded(json, name, Bounds.NAME_MAX);
        case "selection" -> selection = selection(json);
        case "typing" ->
            typing =
                BoardScalars.string(json, name).isEmpty()
                    ? Optional.empty()
                    : Optional.of(BoardScalars.elementId(json));
        default -> throw Unreadable.unknownField(name);
      }
    }
    return new FromClient.Here(new Presence(x, y, at, selection, typing));
  }

  private static List<ElementId> selection(JsonParser json) throws IOException {
    BoardScalars.expect(json, JsonToken.START_ARRAY, "The selection is a list.");
    var selection = new ArrayList<ElementId>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (selection.size() < SELECTION_MAX) {
        selection.add(BoardScalars.elementId(json));
      }
    }
    return selection;
  }

  private static double coordinate(JsonParser json) throws IOException {
    if (!json.currentToken().isNumeric() || !Double.isFinite(json.getDoubleValue())) {
      throw new Unreadable(Verdict.Reason.INVALID, "A coordinate is a number.");
    }
    return json.getDoubleValue();
  }
}
