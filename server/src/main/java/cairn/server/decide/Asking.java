package cairn.server.decide;

import cairn.blueprint.Blueprint;
import cairn.decision.DecisionRequest;
import cairn.engine.Host;
import cairn.log.Entry;
import cairn.person.Identifier;
import cairn.person.PersonKey;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.server.people.People;
import cairn.server.publish.Published;
import cairn.value.Value;
import cairn.value.ValueType;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads who asks for what out of a request's body, and refuses precisely what cannot be. */
final class Asking {
  /** The largest body of one request, in bytes. */
  static final int BODY_BYTES_MAX = 64 * 1024;

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");
  private static final List<String> FIELDS =
      List.of("person", "anonymous", "channel", "placements", "context", "limit", "id");

  /** What comes before the id somebody gave their request. */
  private static final String ID_PREFIX = "dec-";

  /** Who is meant. */
  record Who(PersonKey key, @Nullable Identifier identifier) {}

  private Asking() {}

  /** The person of {@code person} or {@code anonymous}. */
  static Who who(JsonNode body, Host host, People people) {
    for (var names = body.fieldNames(); names.hasNext(); ) {
      var name = names.next();
      if (!FIELDS.contains(name)) {
        throw HttpRefusal.invalid(
            name, "This field is unknown here; there are " + String.join(", ", FIELDS) + ".");
      }
    }
    var person = text(body, "person");
    var anonymous = text(body, "anonymous");
    if (person != null && anonymous != null) {
      throw HttpRefusal.invalid("person", "Send exactly one of person and anonymous.");
    }
    try {
      if (anonymous != null) {
        var identifier = Identifier.anonymous(anonymous);
        return new Who(host.key(identifier), identifier);
      }
      if (person == null) {
        throw HttpRefusal.invalid("person", "Send exactly one of person and anonymous.");
      }
      if (HEX.matcher(person).matches() || person.startsWith("anon:")) {
        return new Who(people.known(person).key(), null);
      }
      var identifier = Identifier.user(person.startsWith("user:") ? person.substring(5) : person);
      return new Who(host.key(identifier), identifier);
    } catch (IllegalArgumentException e) {
      throw HttpRefusal.invalid(
          anonymous == null ? "person" : "anonymous",
          "An identifier has 1 to " + Identifier.CHARS_MAX + " characters.");
    }
  }

  /** The id a request is taken once by: the one it brings, or a new one. */
  static String id(JsonNode body) {
    var given = text(body, "id");
    var id = ID_PREFIX + (given == null ? UUID.randomUUID() : given);
    if (id.length() > Entry.COMMAND_ID_CHARS_MAX) {
      int most = Entry.COMMAND_ID_CHARS_MAX - ID_PREFIX.length();
      throw HttpRefusal.invalid("id", "An id has 1 to " + most + " characters.");
    }
    return id;
  }

  private static @Nullable String text(JsonNode body, String field) {
    var node = body.get(field);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isTextual() || node.textValue().isBlank()) {
      throw HttpRefusal.invalid(field, "Send a text.");
    }
    return node.textValue();
  }

  /** What is asked for. */
  static DecisionRequest request(JsonNode body, Blueprint blueprint) {
    var channel = channel(text(body, "channel"), blueprint);
    var placements = new ArrayList<String>();
    var given = body.get("placements");
    if (given == null || !given.isArray() || given.isEmpty()) {
      throw HttpRefusal.invalid("placements", "Send a list of placements.");
    }
    if (given.size() > DecisionRequest.PLACEMENTS_MAX) {
      throw HttpRefusal.invalid(
          "placements", "Send at most " + DecisionRequest.PLACEMENTS_MAX + " placements.");
    }
    for (var one : given) {
      if (!one.isTextual()) {
        throw HttpRefusal.invalid("placements", "A placement is a text.");
      }
      placements.add(placement(one.textValue(), channel, blueprint));
    }
    var limit = body.get("limit");
    int most = placements.size();
    if (limit != null && !limit.isNull()) {
      if (!limit.isInt() || limit.intValue() < 1 || limit.intValue() > most) {
        throw HttpRefusal.invalid("limit", "Send a whole number from 1 to " + most + ".");
      }
      most = limit.intValue();
    }
    var context = context(body.get("context"), blueprint.catalogue().notes().context());
    return new DecisionRequest(channel, placements, context, most);
  }

  /** What the request tells, in the types it is declared with; other names are free. */
  private static Map<String, Value> context(
      @Nullable JsonNode given, Map<String, ValueType> declared) {
    var context = Words.values(given, "context", DecisionRequest.CONTEXT_MAX);
    declared.forEach((name, wanted) -> {
      var value = context.get(name);
      if (value != null) {
        var fits = fitting(value, wanted);
        if (fits == null) {
          throw HttpRefusal.invalid("context." + name, "Send " + Words.kind(wanted) + ".");
        }
        context.put(name, fits);
      }
    });
    return context;
  }

  /** A whole number is a decimal too, and a time is written as text; else the type must be it. */
  private static @Nullable Value fitting(Value value, ValueType wanted) {
    boolean converts =
        switch (wanted) {
          case DECIMAL -> value instanceof Value.Whole;
          case WHOLE -> value instanceof Value.Decimal;
          case TIME -> value instanceof Value.Text;
          case FLAG, TEXT, TEXTS -> false;
        };
    return value.type() == wanted || converts ? value.as(wanted) : null;
  }

  static String channel(@Nullable String channel, Blueprint blueprint) {
    if (channel == null || blueprint.channel(channel) == null) {
      throw HttpRefusal.invalid(
          "channel", "Send one of " + String.join(", ", blueprint.channels().keySet()) + ".");
    }
    return channel;
  }

  static String placement(String placement, String channel, Blueprint blueprint) {
    var catalogue = blueprint.catalogue();
    var known = new HashSet<>(catalogue.placements(channel));
    if (!known.isEmpty() && !catalogue.fills(channel, placement)) {
      throw HttpRefusal.invalid(
          "placements",
          "Nothing is made for this placement; "
              + channel
              + " has "
              + String.join(", ", known.stream().sorted(Comparator.naturalOrder()).toList())
              + ".");
    }
    return placement;
  }

  /** The blueprint that runs. */
  static Blueprint running(Published published) {
    return published
        .current()
        .orElseThrow(() -> new HttpRefusal(Code.CONFLICT, "No blueprint is published yet."));
  }

  /** Placements to look at an action by: those it was made for, or any. */
  static List<String> placementsOf(cairn.decision.Rendering rendering) {
    return rendering.placements().isEmpty()
        ? List.of("any")
        : rendering.placements().stream().sorted().limit(1).toList();
  }
}
