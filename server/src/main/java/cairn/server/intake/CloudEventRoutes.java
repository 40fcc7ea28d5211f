package cairn.server.intake;

import cairn.engine.Command.TakeEvent;
import cairn.engine.Envelope;
import cairn.engine.Host;
import cairn.log.Entry;
import cairn.person.Identifier;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.value.Value;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.format.EventDeserializationException;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.rw.CloudEventRWException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * CloudEvents 1.0 over HTTP: binary, structured and batched. Type is the event's name, subject the
 * person, source and id together the key by which it is taken once, data the properties.
 */
public final class CloudEventRoutes {
  /** The largest request, in bytes. */
  static final int BODY_BYTES_MAX = 1024 * 1024;

  /** The most events of one batch. */
  static final int EVENTS_MAX = 1_000;

  static final String BATCH_TYPE = "application/cloudevents-batch+json";

  private final Host host;
  private final Intake intake;
  private final InstantSource clock;
  private final JsonFormat format = new JsonFormat();

  record AcceptedBody(int accepted, int duplicates) {}

  public CloudEventRoutes(Host host, Intake intake, InstantSource clock) {
    this.host = host;
    this.intake = intake;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.post(
            "/v1/cloudevents",
            EventRoutes.SENDERS,
            "intake",
            "Takes CloudEvents 1.0: binary, structured or a batch.",
            Shape.media("application/cloudevents+json"),
            Shape.of(AcceptedBody.class),
            this::take));
  }

  private Reply take(Request request) {
    var now = clock.instant();
    var body = request.body(BODY_BYTES_MAX);
    var type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    var envelopes = new ArrayList<Envelope>();
    try {
      if (type.startsWith(BATCH_TYPE)) {
        batch(body, now, envelopes);
      } else {
        envelopes.add(envelope(one(request, body), "", now));
      }
    } catch (CloudEventRWException | EventDeserializationException | IllegalArgumentException e) {
      throw new HttpRefusal(Code.INVALID, "This is not a CloudEvent of version 1.0.");
    }
    int accepted = 0;
    int duplicates = 0;
    for (var outcome : intake.take(envelopes)) {
      switch (outcome) {
        case cairn.engine.Outcome.Taken any -> accepted++;
        case cairn.engine.Outcome.Duplicate any -> duplicates++;
        case cairn.engine.Outcome.Refused any -> {}
        case cairn.engine.Outcome.Overloaded any -> {}
        case cairn.engine.Outcome.Unavailable any -> {}
      }
    }
    return Reply.json(new AcceptedBody(accepted, duplicates));
  }

  private static CloudEvent one(Request request, byte[] body) {
    return HttpMessageFactory.createReader(each -> request.raw().headers(each), body).toEvent();
  }

  private void batch(byte[] body, Instant now, List<Envelope> envelopes) {
    var batch = tree(body);
    if (!batch.isArray()) {
      throw new HttpRefusal(Code.INVALID, "A batch is a list of events.");
    }
    if (batch.size() > EVENTS_MAX) {
      throw new HttpRefusal(Code.INVALID, "Send at most " + EVENTS_MAX + " events at once.");
    }
    for (int i = 0; i < batch.size(); i++) {
      var event = format.deserialize(Json.bytes(batch.path(i)));
      envelopes.add(envelope(event, "[" + i + "].", now));
    }
  }

  private Envelope envelope(CloudEvent event, String path, Instant now) {
    var subject = event.getSubject();
    if (subject == null || subject.isBlank()) {
      throw HttpRefusal.invalid(path + "subject", "The subject names the person; send one.");
    }
    if (subject.length() > Identifier.CHARS_MAX) {
      throw HttpRefusal.invalid(
          path + "subject", "An id has at most " + Identifier.CHARS_MAX + " characters.");
    }
    if (event.getType().length() > TakeEvent.NAME_CHARS_MAX) {
      throw HttpRefusal.invalid(
          path + "type", "A type has at most " + TakeEvent.NAME_CHARS_MAX + " characters.");
    }
    var who = Identifier.user(subject);
    var time = event.getTime();
    return new Envelope(
        host.key(who),
        who,
        CommandIds.of("ce:" + event.getSource() + "|" + event.getId()),
        Entry.Origin.LIVE,
        time == null ? now : Intake.notAhead(time.toInstant(), now, path + "time"),
        new TakeEvent(event.getType(), null, properties(event, path)));
  }

  private static Map<String, Value> properties(CloudEvent event, String path) {
    var data = event.getData();
    if (data == null) {
      return Map.of();
    }
    var type = event.getDataContentType();
    var bytes = data.toBytes();
    if (type == null || type.contains("json")) {
      try (var parser = Json.FACTORY.createParser(bytes)) {
        return parser.nextToken() == null ? Map.of() : Flattened.read(parser, path + "data");
      } catch (IOException e) {
        throw HttpRefusal.invalid(path + "data", "The data is not valid JSON.");
      }
    }
    if (type.startsWith("text/") && bytes.length <= Value.TEXT_CHARS_MAX) {
      return Map.of("data", new Value.Text(new String(bytes, StandardCharsets.UTF_8)));
    }
    throw HttpRefusal.invalid(path + "data", "Data is a JSON object or a short text.");
  }

  private static JsonNode tree(byte[] body) {
    try {
      return Json.MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new HttpRefusal(Code.INVALID, "The body is not valid JSON.");
    } catch (IOException e) {
      throw new HttpRefusal(Code.INVALID, "The body broke off.");
    }
  }
}
