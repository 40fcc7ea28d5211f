package cairn.server.decide;

import cairn.blueprint.Blueprint;
import cairn.decision.DecisionRequest;
import cairn.engine.Host;
import cairn.person.Identifier;
import cairn.person.PersonKey;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.server.people.People;
import cairn.server.publish.Published;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads who asks for what out of a request's body, and refuses precisely what cannot be. */
final class Asking {
  /** The largest body of one request, in bytes. */
  static final int BODY_BYTES_MAX = 64 * 1024;

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");
  private static final Set<String> FIELDS =
      Set.of("person", "anonymous", "channel", "placements", "context", "limit", "id", "at");

  /** Who is meant. */
  record Who(PersonKey key, @Nullable Identifier identifier) {}

  private Asking() {}

  /** The person of {@code person} or {@code anonymous}. */
  static Who who(JsonNode body, Host host, People people) {
    for (var names = body.fieldNames(); names.hasNext(); ) {
      var name = names.next();
      if (!FIELDS.contains(name)) {
        throw HttpRefusal.invalid(name, "This field is unknown here.");
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
      throw HttpRefusal.invalid("person", "This is no identifier.");
    }
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
    var context = Words.values(body.get("context"), "context", DecisionRequest.CONTEXT_MAX);
    return new DecisionRequest(channel, placements, context, most);
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
