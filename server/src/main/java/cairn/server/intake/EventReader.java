package cairn.server.intake;

import cairn.engine.Command;
import cairn.engine.Command.TakeEvent;
import cairn.engine.Envelope;
import cairn.engine.Host;
import cairn.log.Entry;
import cairn.person.Identifier;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.value.Value;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Reads events in our own form straight from bytes to envelopes: one event, or {@code
 * {"events":[…]}} with at most {@link #EVENTS_MAX}.
 */
final class EventReader {
  /** The most events of one request. */
  static final int EVENTS_MAX = 1_000;

  /** The largest body, in bytes: a thousand events of the size Segment allows would not fit. */
  static final int BODY_BYTES_MAX = 8 * 1024 * 1024;

  private final Host host;
  private final Instant now;
  private final List<Envelope> envelopes = new ArrayList<>(128);

  EventReader(Host host, Instant now) {
    this.host = host;
    this.now = now;
  }

  /** What was sent. */
  record Sent(List<Envelope> envelopes, boolean single) {}

  Sent read(byte[] body) {
    try (var parser = Json.FACTORY.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new HttpRefusal(Code.INVALID, "Send a JSON object.");
      }
      boolean single = true;
      var event = new Draft("");
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        var name = parser.currentName();
        parser.nextToken();
        if (name.equals("events")) {
          single = false;
          events(parser);
        } else {
          event.field(parser, name);
        }
      }
      if (single) {
        envelopes.add(event.envelope());
      } else if (event.touched) {
        throw HttpRefusal.invalid("events", "Send one event, or a list of events.");
      }
      if (parser.nextToken() != null) {
        throw new HttpRefusal(Code.INVALID, "Something follows the JSON object.");
      }
      return new Sent(envelopes, single);
    } catch (JsonProcessingException e) {
      throw new HttpRefusal(Code.INVALID, "The body is not valid JSON.");
    } catch (IOException e) {
      throw new HttpRefusal(Code.INVALID, "The body broke off.");
    }
  }

  private void events(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw HttpRefusal.invalid("events", "Send a list.");
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      var at = "events[" + envelopes.size() + "].";
      if (envelopes.size() == EVENTS_MAX) {
        throw HttpRefusal.invalid("events", "Send at most " + EVENTS_MAX + " events at once.");
      }
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw HttpRefusal.invalid("events", "Each event is an object.");
      }
      var event = new Draft(at);
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        var name = parser.currentName();
        parser.nextToken();
        event.field(parser, name);
      }
      envelopes.add(event.envelope());
    }
  }

  /** One event as far as it has been read. */
  private final class Draft {
    private final String path;
    private boolean touched;
    private @Nullable String person;
    private @Nullable String anonymous;
    private @Nullable String name;
    private @Nullable String id;
    private @Nullable String channel;
    private Instant at = now;
    private Map<String, Value> properties = Map.of();

    Draft(String path) {
      this.path = path;
    }

    void field(JsonParser parser, String field) throws IOException {
      touched = true;
      switch (field) {
        case "person" -> person = text(parser, field, Identifier.CHARS_MAX);
        case "anonymous" -> anonymous = text(parser, field, Identifier.CHARS_MAX);
        case "name" -> name = text(parser, field, TakeEvent.NAME_CHARS_MAX);
        case "id" -> id = text(parser, field, Entry.COMMAND_ID_CHARS_MAX);
        case "channel" -> channel = text(parser, field, TakeEvent.NAME_CHARS_MAX);
        case "at" -> at = time(text(parser, field, 40), path + "at", now);
        case "properties" -> properties = Flattened.read(parser, path + "properties");
        default ->
            throw HttpRefusal.invalid(
                path + "?",
                "An event has person or anonymous, name, at, id, properties and channel.");
      }
    }

    private @Nullable String text(JsonParser parser, String field, int charsMax)
        throws IOException {
      if (parser.currentToken() == JsonToken.VALUE_NULL) {
        return null;
      }
      var number = parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
      if (parser.currentToken() != JsonToken.VALUE_STRING && !number) {
        throw HttpRefusal.invalid(path + field, "Send a text.");
      }
      var text = parser.getText();
      if (text.isBlank() || text.length() > charsMax) {
        throw HttpRefusal.invalid(path + field, "Send 1 to " + charsMax + " characters.");
      }
      return text;
    }

    Envelope envelope() {
      var who = identifier();
      if (name == null) {
        throw HttpRefusal.invalid(path + "name", "Every event has a name.");
      }
      return new Envelope(
          host.key(who),
          who,
          id == null ? freshId() : id,
          Entry.Origin.LIVE,
          at,
          new Command.TakeEvent(name, channel, properties));
    }

    private Identifier identifier() {
      if (person != null) {
        return Identifier.user(person);
      }
      if (anonymous != null) {
        return Identifier.anonymous(anonymous);
      }
      throw HttpRefusal.invalid(path + "person", "Every event names a person or is anonymous.");
    }
  }

  /** An id for an event whose sender gave none: 128 random bits, so that none is met twice. */
  static String freshId() {
    var random = ThreadLocalRandom.current();
    return "srv-"
        + Long.toUnsignedString(random.nextLong(), 36)
        + "-"
        + Long.toUnsignedString(random.nextLong(), 36);
  }

  /** Reads an ISO-8601 time with a zone; absent means now. */
  static Instant time(@Nullable String text, String field, Instant now) {
    if (text == null) {
      return now;
    }
    try {
      var time = text.endsWith("Z") ? Instant.parse(text) : OffsetDateTime.parse(text).toInstant();
      return Intake.notAhead(time, now, field);
    } catch (DateTimeException e) {
      throw HttpRefusal.invalid(field, "Write times as 2026-03-01T09:30:00Z.");
    }
  }
}
