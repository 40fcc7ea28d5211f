package cairn.blueprint.file;

import cairn.blueprint.Channel;
import cairn.blueprint.Question;
import cairn.blueprint.Treatment;
import cairn.blueprint.rule.Nearest;
import cairn.journey.Trigger;
import cairn.rule.Schema;
import cairn.value.ValueType;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything a blueprint declares by name, so that whatever refers to a name can be checked. */
record Known(
    Schema schema,
    Map<String, Map<String, ValueType>> events,
    Map<String, ValueType> context,
    Map<String, Channel> channels,
    Map<String, Question> questions,
    Map<String, Treatment> treatments,
    Set<String> segments,
    Set<String> journeys) {

  /** Adds a problem where a name is not among the known ones. */
  static boolean check(
      FileReading reading, Tree.Scalar name, String what, Collection<String> names) {
    if (names.contains(name.text())) {
      return true;
    }
    reading.problem(
        name.place(),
        "There is no " + what + " " + name.text() + ".",
        Nearest.remedy(name.text(), names));
    return false;
  }

  /** The slot of the attribute named, or -1 with a problem. */
  int slot(FileReading reading, Tree.Scalar name) {
    var attribute = schema.attribute(name.text());
    if (attribute == null) {
      var names =
          schema.attributes().stream().filter(Schema.Attribute::given).map(Schema.Attribute::name);
      check(reading, name, "attribute", names.toList());
      return -1;
    }
    return attribute.slot();
  }

  /** The channel that a mapping names, or null, with a problem where there is none of that name. */
  @Nullable String channel(FileReading reading, Tree.Mapping mapping) {
    var channel = FileReading.scalar(mapping, "channel");
    return channel != null && check(reading, channel, "channel", channels.keySet())
        ? channel.text()
        : null;
  }

  /** Adds a problem where events are declared and this is none of them, or it is a response. */
  void event(FileReading reading, Tree.Scalar name) {
    if (Trigger.isResponse(name.text())) {
      reading.objection(
          name.place(),
          "A response is not remembered as an event.",
          "Name it where a journey goes on: in waitFor, moves, exits or goals.");
      return;
    }
    if (!events.isEmpty() && !name.text().equals("*")) {
      check(reading, name, "event", events.keySet());
    }
  }
}
