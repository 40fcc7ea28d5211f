package cairn.server.intake;

import cairn.engine.Envelope;
import cairn.engine.Host;
import cairn.server.http.Access;
import cairn.server.http.Caller;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.server.http.RawRequest;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.workspace.key.Scope;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What Segment's clients send, as they send it: one message of each kind, or a batch. A batch's
 * context lies under its messages' own. Nothing of a request is taken before all of it was read.
 */
public final class SegmentRoutes {
  /** The largest request, in bytes: what clients allow themselves, and room for the wrapping. */
  static final int BODY_BYTES_MAX = 640 * 1024;

  /** The largest message, in characters of JSON: 32 KB as Segment has it, and room for spaces. */
  static final int MESSAGE_CHARS_MAX = 34 * 1024;

  /** The most messages of one batch. */
  static final int MESSAGES_MAX = 2_500;

  private static final Access SENDERS = new Access.KeyInBody(Scope.EVENTS_WRITE);

  private static final String MESSAGE =
      """
      {"type":"object","properties":{"messageId":{"type":"string"},"userId":{"type":"string"},
       "anonymousId":{"type":"string"},"timestamp":{"type":"string","format":"date-time"},
       "sentAt":{"type":"string","format":"date-time"},"context":{"type":"object"},
       "traits":{"type":"object"},"properties":{"type":"object"},"event":{"type":"string"},
       "name":{"type":"string"},"groupId":{"type":"string"},"previousId":{"type":"string"},
       "writeKey":{"type":"string"}}}
      """;

  private static final String BATCH =
      """
      {"type":"object","required":["batch"],"properties":{
       "batch":{"type":"array","items":{"type":"object"}},"context":{"type":"object"},
       "sentAt":{"type":"string","format":"date-time"},"writeKey":{"type":"string"}}}
      """;

  private final Host host;
  private final Intake intake;
  private final InstantSource clock;
  private final BiFunction<RawRequest, String, Caller> keys;

  /** What clients wait for. */
  record SuccessBody(boolean success) {}

  /**
   * Routes into this host.
   *
   * @param keys finds the machine behind a write key that came in a body
   */
  public SegmentRoutes(
      Host host, Intake intake, InstantSource clock, BiFunction<RawRequest, String, Caller> keys) {
    this.host = host;
    this.intake = intake;
    this.clock = clock;
    this.keys = keys;
  }

  public List<Route> routes() {
    var routes = new ArrayList<Route>();
    for (var type : List.of("identify", "track", "page", "screen", "group", "alias")) {
      routes.add(
          Route.post(
              "/v1/" + type,
              SENDERS,
              "segment",
              "Takes one " + type + " message.",
              Shape.described(MESSAGE),
              Shape.of(SuccessBody.class),
              request -> one(request, type)));
    }
    // A client that appends its path to one that ends in it already asks for the third of these.
    for (var path : List.of("/v1/batch", "/v1/import", "/v1/import/v1/import")) {
      routes.add(
          Route.post(
              path,
              SENDERS,
              "segment",
              "Takes a batch of messages.",
              Shape.described(BATCH),
              Shape.of(SuccessBody.class),
              this::batch));
    }
    return routes;
  }

  private Reply one(Request request, String type) {
    var body = read(request);
    check(body, "");
    var envelopes = new ArrayList<Envelope>();
    message(body, body.path("context"), "", null).addTo(envelopes, type);
    intake.take(envelopes);
    return Reply.json(new SuccessBody(true));
  }

  private Reply batch(Request request) {
    var body = read(request);
    var batch = body.path("batch");
    if (!batch.isArray()) {
      throw HttpRefusal.invalid("batch", "Send a list of messages.");
    }
    if (batch.size() > MESSAGES_MAX) {
      throw HttpRefusal.invalid("batch", "Send at most " + MESSAGES_MAX + " messages at once.");
    }
    var sentAt = body.path("sentAt");
    var sent = sentAt.isTextual() ? SegmentMessage.time(sentAt.textValue(), "sentAt") : null;
    var envelopes = new ArrayList<Envelope>(batch.size() + 8);
    for (int i = 0; i < batch.size(); i++) {
      var item = batch.path(i);
      var path = "batch[" + i + "].";
      if (!item.isObject()) {
        throw HttpRefusal.invalid(path, "A message is an object.");
      }
      check(item, path);
      var context = under(item.path("context"), body.path("context"));
      message(item, context, path, sent).addTo(envelopes, item.path("type").asText());
    }
    intake.take(envelopes);
    return Reply.json(new SuccessBody(true));
  }

  private SegmentMessage message(
      JsonNode body, JsonNode context, String path, @Nullable Instant sentAt) {
    return new SegmentMessage(host, body, context, path, sentAt, clock.instant());
  }

  private static void check(JsonNode message, String path) {
    if (message.toString().length() > MESSAGE_CHARS_MAX) {
      throw HttpRefusal.invalid(path, "A message has at most 32 KB.");
    }
  }

  /** The item's own context, with the batch's filling what it leaves open. */
  private static JsonNode under(JsonNode own, JsonNode batch) {
    if (!batch.isObject()) {
      return own;
    }
    ObjectNode all = batch.deepCopy();
    if (own.isObject()) {
      own.properties()
          .forEach(
              field -> all.set(field.getKey(), under(field.getValue(), all.path(field.getKey()))));
      return all;
    }
    return own.isMissingNode() || own.isNull() ? all : own;
  }

  private JsonNode read(Request request) {
    var bytes = request.body(BODY_BYTES_MAX);
    JsonNode body;
    try (var parser = Json.FACTORY.createParser(bytes)) {
      body = Json.MAPPER.readTree(parser);
    } catch (JsonProcessingException e) {
      throw new HttpRefusal(Code.INVALID, "The body is not valid JSON.");
    } catch (IOException e) {
      throw new HttpRefusal(Code.INVALID, "The body broke off.");
    }
    if (body == null || !body.isObject()) {
      throw new HttpRefusal(Code.INVALID, "Send a JSON object.");
    }
    authorise(request, body.path("writeKey"));
    return body;
  }

  /** The key may stand in the header, in the body, or in both where they agree. */
  private void authorise(Request request, JsonNode writeKey) {
    var caller = request.caller();
    if (writeKey.isTextual() && !(caller instanceof Caller.Colleague)) {
      var inBody = keys.apply(request.raw(), writeKey.textValue());
      boolean inHeader = request.header("Authorization").isPresent();
      if (inHeader && !inBody.equals(caller)) {
        throw HttpRefusal.invalid("writeKey", "The keys in header and body are two.");
      }
      caller = inBody;
    }
    if (!caller.may(Scope.EVENTS_WRITE)) {
      throw caller.actor().isEmpty()
          ? new HttpRefusal(Code.UNAUTHORISED, "Send a write key.")
          : new HttpRefusal(Code.FORBIDDEN, "This key may not send events.");
    }
  }
}
