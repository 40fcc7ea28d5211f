package cairn.server.intake;

import cairn.engine.Command;
import cairn.engine.Command.TakeEvent;
import cairn.engine.Envelope;
import cairn.engine.Host;
import cairn.log.Entry;
import cairn.person.Identifier;
import cairn.server.http.HttpRefusal;
import cairn.value.Era;
import cairn.value.Value;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message of Segment's kinds, turned into commands. Traits become attributes; an identify with
 * both ids, and an alias, seal the anonymous record into the known person's; all else are events.
 *
 * @param path where the message stands in the request, for refusals
 * @param sentAt when its sender's clock said it was sent, or null
 * @param received when it came by our clock
 */
record SegmentMessage(
    Host host,
    JsonNode body,
    JsonNode context,
    String path,
    @Nullable Instant sentAt,
    Instant received) {

  /**
   * What is kept of a message's context: what the person did and saw. Network address, user agent
   * and library are left out, because no journey needs them.
   */
  private static final List<String> CONTEXT_KEPT =
      List.of("page", "campaign", "referrer", "app", "screen", "locale", "timezone", "groupId");

  /** Adds the commands of this message. */
  void addTo(List<Envelope> envelopes, String type) {
    switch (type) {
      case "identify" -> identify(envelopes);
      case "track" -> event(envelopes, required("event"), Map.of());
      case "page", "screen" -> event(envelopes, type, named());
      case "group" -> group(envelopes);
      case "alias" -> alias(envelopes);
      default ->
          throw HttpRefusal.invalid(
              path + "type", "A type is identify, track, page, screen, group or alias.");
    }
  }

  private void identify(List<Envelope> envelopes) {
    var who = who();
    var traits = settings("traits");
    envelopes.add(envelope(who, "", new Command.SetAttributes(traits)));
    var anonymous = text("anonymousId");
    if (who.kind() == Identifier.Kind.USER && anonymous != null) {
      var other = identifier("anonymousId", anonymous, false);
      envelopes.add(envelope(other, ":seal", new Command.Seal(host.key(who))));
    }
  }

  private void alias(List<Envelope> envelopes) {
    var who = who();
    var previous = required("previousId");
    var user = identifier("previousId", previous, true);
    var known = host.read(host.key(user));
    var other = known.isUnknown() ? identifier("previousId", previous, false) : user;
    envelopes.add(envelope(who, "", new Command.SetAttributes(Map.of())));
    envelopes.add(envelope(other, ":seal", new Command.Seal(host.key(who))));
  }

  private void group(List<Envelope> envelopes) {
    var settings = new HashMap<String, @Nullable Value>();
    settings.put("group", new Value.Text(required("groupId")));
    settings("traits").forEach((name, value) -> settings.put("group." + name, value));
    envelopes.add(envelope(who(), "", new Command.SetAttributes(settings)));
  }

  private void event(List<Envelope> envelopes, String name, Map<String, Value> more) {
    if (name.length() > TakeEvent.NAME_CHARS_MAX) {
      throw HttpRefusal.invalid(
          path + "event",
          "An event's name has at most " + TakeEvent.NAME_CHARS_MAX + " characters.");
    }
    var properties = new HashMap<>(properties("properties", body.path("properties")));
    more.forEach(properties::putIfAbsent);
    for (var part : CONTEXT_KEPT) {
      var kept = context.path(part);
      if (kept.isObject()) {
        properties("context." + part, kept)
            .forEach((key, value) -> properties.putIfAbsent("context." + part + "." + key, value));
      } else if (kept.isTextual() && kept.textValue().length() <= Value.TEXT_CHARS_MAX) {
        properties.putIfAbsent("context." + part, new Value.Text(kept.textValue()));
      }
    }
    if (properties.size() > TakeEvent.PROPERTIES_MAX) {
      throw HttpRefusal.invalid(
          path + "properties", "An event has at most " + TakeEvent.PROPERTIES_MAX + " properties.");
    }
    envelopes.add(envelope(who(), "", new TakeEvent(name, text("channel"), properties)));
  }

  private Map<String, Value> named() {
    var named = new HashMap<String, Value>();
    for (var field : List.of("name", "category")) {
      var text = text(field);
      if (text != null) {
        named.put(field, new Value.Text(text));
      }
    }
    return named;
  }

  private Envelope envelope(Identifier who, String suffix, Command command) {
    var message = text("messageId");
    var id = (message == null ? EventReader.freshId() : message) + suffix;
    return new Envelope(host.key(who), who, CommandIds.of(id), Entry.Origin.LIVE, at(), command);
  }

  /** Known people before devices: what somebody does signed in belongs to them. */
  private Identifier who() {
    var user = text("userId");
    if (user != null) {
      return identifier("userId", user, true);
    }
    var anonymous = text("anonymousId");
    if (anonymous != null) {
      return identifier("anonymousId", anonymous, false);
    }
    throw HttpRefusal.invalid(path + "userId", "Send a userId or an anonymousId.");
  }

  private Identifier identifier(String field, String value, boolean known) {
    if (value.length() > Identifier.CHARS_MAX) {
      throw HttpRefusal.invalid(
          path + field, "An id has at most " + Identifier.CHARS_MAX + " characters.");
    }
    return known ? Identifier.user(value) : Identifier.anonymous(value);
  }

  /**
   * When it occurred, by our clock: the time of receiving less how long before sending it occurred
   * by theirs. Never ahead of now, and as they say where their clock makes no sense.
   */
  private Instant at() {
    var occurred = time("timestamp");
    if (occurred == null) {
      return received;
    }
    var sent = sentAt == null ? time("sentAt") : sentAt;
    var corrected = sent == null ? occurred : received.minus(Duration.between(occurred, sent));
    var told = Era.holds(corrected) ? corrected : occurred;
    return told.isAfter(received) ? received : told;
  }

  private @Nullable Instant time(String field) {
    var text = text(field);
    return text == null ? null : time(text, path + field);
  }

  static Instant time(String text, String field) {
    try {
      var time = text.endsWith("Z") ? Instant.parse(text) : OffsetDateTime.parse(text).toInstant();
      return Intake.kept(time, field);
    } catch (DateTimeException e) {
      throw HttpRefusal.invalid(field, "Write times as 2026-03-01T09:30:00.000Z.");
    }
  }

  private String required(String field) {
    var text = text(field);
    if (text == null) {
      throw HttpRefusal.invalid(path + field, "This kind of message needs it.");
    }
    return text;
  }

  /** A text or number as text; null where it is absent or blank. */
  private @Nullable String text(String field) {
    var node = body.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.isTextual() && !node.isNumber()) {
      throw HttpRefusal.invalid(path + field, "Send a text.");
    }
    var text = node.asText();
    return text.isBlank() ? null : text;
  }

  private Map<String, Value> properties(String field, JsonNode node) {
    if (node.isMissingNode()) {
      return Map.of();
    }
    try (var parser = node.traverse()) {
      parser.nextToken();
      return Flattened.read(parser, path + field);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, @Nullable Value> settings(String field) {
    var node = body.path(field);
    if (node.isMissingNode()) {
      return Map.of();
    }
    try (var parser = node.traverse()) {
      parser.nextToken();
      return Flattened.readSettings(parser, path + field);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
