package cairn.blueprint.file;

import cairn.blueprint.Channel;
import cairn.blueprint.Question;
import cairn.blueprint.Treatment;
import cairn.blueprint.rule.Nearest;
import cairn.person.Limits;
import cairn.rule.Schema;
import cairn.value.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what needs no rules: the profile, events, channels, questions and treatments. */
final class DeclaredFiles {
  private static final Map<String, ValueType> TYPES =
      Map.of(
          "flag", ValueType.FLAG,
          "whole", ValueType.WHOLE,
          "decimal", ValueType.DECIMAL,
          "text", ValueType.TEXT,
          "time", ValueType.TIME,
          "texts", ValueType.TEXTS);

  private static final Map<String, Channel.Kind> CHANNELS =
      Map.of(
          "email", Channel.Kind.EMAIL,
          "inbound", Channel.Kind.INBOUND,
          "webhook", Channel.Kind.WEBHOOK,
          "assisted", Channel.Kind.ASSISTED);

  private static final Map<String, Question.Kind> QUESTIONS =
      Map.of(
          "choice", Question.Kind.CHOICE,
          "text", Question.Kind.TEXT,
          "number", Question.Kind.NUMBER,
          "yesNo", Question.Kind.YES_NO,
          "feeling", Question.Kind.FEELING,
          "effort", Question.Kind.EFFORT);

  /** Words that CEL keeps for itself. */
  private static final Set<String> RESERVED =
      Set.of(
          "as",
          "break",
          "const",
          "continue",
          "else",
          "false",
          "for",
          "function",
          "if",
          "import",
          "in",
          "let",
          "loop",
          "package",
          "namespace",
          "null",
          "return",
          "true",
          "var",
          "void",
          "while");

  private static final Pattern PERSON_FIELD =
      Pattern.compile("\\{[{%][^}%]*?\\bperson\\.([A-Za-z_][A-Za-z0-9_]*)");

  private DeclaredFiles() {}

  static String word(ValueType type) {
    for (var known : TYPES.entrySet()) {
      if (known.getValue() == type) {
        return known.getKey();
      }
    }
    throw new IllegalStateException("every type has a word");
  }

  /** The type that was meant: a misspelt one is told by its shape and must not be told twice. */
  static @Nullable ValueType type(Tree.@Nullable Scalar scalar) {
    return scalar == null ? null : meant(TYPES, scalar.text(), ValueType.TEXT);
  }

  private static <T> T meant(Map<String, T> words, String word, T otherwise) {
    var exact = words.get(word);
    if (exact != null) {
      return exact;
    }
    var near = Nearest.of(word, words.keySet()).map(words::get);
    return near.orElse(otherwise);
  }

  static Map<String, ValueType> types(Tree.Mapping mapping) {
    var types = new LinkedHashMap<String, ValueType>();
    FileReading.scalarFields(mapping)
        .forEach((name, scalar) -> {
          var type = type(scalar);
          if (type != null) {
            types.put(name, type);
          }
        });
    return types;
  }

  /**
   * The schema after an earlier one: attributes keep their slots for ever, new ones are added at
   * the end, and those no longer declared are given up.
   */
  static Schema schema(@Nullable FileReading profile, @Nullable Schema previous) {
    var declared = new LinkedHashMap<String, Schema.Attribute>();
    if (profile != null) {
      var fields = FileReading.mapping(profile.root(), "attributes").fields();
      fields.forEach((name, field) -> {
        var attribute = attribute(profile, name, field);
        if (attribute != null) {
          declared.put(name, attribute);
        }
      });
    }
    var all = new ArrayList<Schema.Attribute>();
    for (var old : previous == null ? List.<Schema.Attribute>of() : previous.attributes()) {
      var now = declared.remove(old.name());
      all.add(now == null ? given(old) : at(old.slot(), now));
      if (now != null && now.type() != old.type() && profile != null) {
        var field = FileReading.mapping(profile.root(), "attributes").fields().get(old.name());
        profile.problem(
            field == null ? Place.START : field.key(),
            old.name() + " was of type " + word(old.type()) + " and stays so.",
            "Give the new attribute another name.");
      }
    }
    declared.values().forEach(attribute -> all.add(at(all.size(), attribute)));
    if (all.size() > Schema.ATTRIBUTES_MAX && profile != null) {
      profile.problem(
          Place.START,
          "A profile has at most " + Schema.ATTRIBUTES_MAX + " attributes, given up ones included.",
          "Use attributes that are there again.");
      return new Schema(all.subList(0, Schema.ATTRIBUTES_MAX));
    }
    return new Schema(all);
  }

  private static Schema.@Nullable Attribute attribute(
      FileReading profile, String name, Tree.Field field) {
    if (RESERVED.contains(name)) {
      profile.problem(
          field.key(), name + " is a word of the rule language.", "Choose another name.");
      return null;
    }
    if (field.value() instanceof Tree.Scalar scalar) {
      var type = type(scalar);
      return type == null ? null : new Schema.Attribute(0, name, type, "", true, false, true);
    }
    if (!(field.value() instanceof Tree.Mapping mapping)) {
      return null;
    }
    var type = type(FileReading.scalar(mapping, "type"));
    return type == null
        ? null
        : new Schema.Attribute(
            0,
            name,
            type,
            FileReading.text(mapping, "description", ""),
            FileReading.flag(mapping, "personal", true),
            FileReading.flag(mapping, "sensitive", false),
            true);
  }

  private static Schema.Attribute at(int slot, Schema.Attribute a) {
    return new Schema.Attribute(
        slot, a.name(), a.type(), a.description(), a.personal(), a.sensitive(), true);
  }

  private static Schema.Attribute given(Schema.Attribute a) {
    return new Schema.Attribute(
        a.slot(), a.name(), a.type(), a.description(), a.personal(), a.sensitive(), false);
  }

  static void events(FileReading reading, Map<String, Map<String, ValueType>> into) {
    FileReading.mapping(reading.root(), "events")
        .fields()
        .forEach((name, field) -> {
          var properties =
              field.value() instanceof Tree.Mapping mapping
                  ? types(FileReading.mapping(mapping, "properties"))
                  : Map.<String, ValueType>of();
          once(reading, field.key(), "event", name, into, properties);
        });
  }

  /** The names for people among the fields of declarations. */
  static void names(FileReading reading, String declarations, Map<String, String> into) {
    FileReading.mapping(reading.root(), declarations)
        .fields()
        .forEach((id, field) -> {
          var name =
              field.value() instanceof Tree.Mapping mapping
                  ? FileReading.text(mapping, "name")
                  : null;
          if (name != null && !name.isBlank()) {
            into.putIfAbsent(id, name.strip());
          }
        });
  }

  private static <T> void once(
      FileReading reading, Place place, String what, String name, Map<String, T> into, T value) {
    if (into.putIfAbsent(name, value) != null) {
      reading.problem(
          place,
          "The " + what + " " + name + " stands in another file too.",
          "Keep one of them, or rename one.");
    }
  }

  static void channels(FileReading reading, Schema schema, Map<String, Channel> into) {
    FileReading.mapping(reading.root(), "channels")
        .fields()
        .forEach((id, field) -> {
          var channel =
              field.value() instanceof Tree.Mapping mapping
                  ? channel(reading, schema, id, mapping)
                  : null;
          if (channel != null) {
            once(reading, field.key(), "channel", id, into, channel);
          }
        });
  }

  private static Channel channel(
      FileReading reading, Schema schema, String id, Tree.Mapping fields) {
    var kind = meant(CHANNELS, FileReading.text(fields, "kind", ""), Channel.Kind.INBOUND);
    var known =
        new Known(schema, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Set.of(), Set.of());
    var address = FileReading.scalar(fields, "address");
    int slot = address == null ? -1 : known.slot(reading, address);
    var said = FileReading.scalar(fields, "kind");
    if (kind == Channel.Kind.EMAIL && address == null && said != null) {
      reading.problem(
          said.place(), "Mail needs an address.", "Add address: and the attribute that holds it.");
    }
    var quiet = FileReading.mapping(fields, "quiet");
    var from = FileReading.clock(quiet, "from");
    var to = FileReading.clock(quiet, "to");
    var caps = new ArrayList<Channel.Cap>();
    for (var cap : FileReading.mappings(fields, "caps")) {
      var within = FileReading.span(cap, "within");
      if (within != null) {
        caps.add(new Channel.Cap(FileReading.whole(cap, "contacts", 0), within));
      }
    }
    return new Channel(
        id,
        FileReading.text(fields, "name", id),
        kind,
        slot,
        FileReading.text(fields, "consent"),
        from == null || to == null ? null : new Limits.QuietHours(from, to),
        FileReading.text(quiet, "otherwise", "wait").equals("drop"),
        caps,
        placements(reading, fields));
  }

  /** What placements are called; two of a channel that are called alike could not be told apart. */
  private static Map<String, String> placements(FileReading reading, Tree.Mapping channel) {
    var names = new LinkedHashMap<String, String>();
    FileReading.scalarFields(FileReading.mapping(channel, "placements"))
        .forEach((id, scalar) -> {
          var name = scalar.text().strip();
          if (name.isEmpty()) {
            reading.problem(
                scalar.place(),
                "The placement " + id + " has no name.",
                "Say what people call it, or take the line out.");
          } else if (names.containsValue(name)) {
            reading.problem(
                scalar.place(),
                "Another placement of this channel is called " + name + " too.",
                "Give each its own name.");
          }
          names.put(id, name);
        });
    return names;
  }

  static void questions(FileReading reading, Schema schema, Map<String, Question> into) {
    FileReading.mapping(reading.root(), "questions")
        .fields()
        .forEach((id, field) -> {
          var question =
              field.value() instanceof Tree.Mapping mapping
                  ? question(reading, schema, id, field.key(), mapping)
                  : null;
          if (question != null) {
            once(reading, field.key(), "question", id, into, question);
          }
        });
  }

  private static Question question(
      FileReading reading, Schema schema, String id, Place place, Tree.Mapping fields) {
    var kind = meant(QUESTIONS, FileReading.text(fields, "kind", ""), Question.Kind.TEXT);
    var choices = FileReading.scalars(fields, "choices").stream().map(Tree.Scalar::text).toList();
    if (kind == Question.Kind.CHOICE && choices.isEmpty()) {
      reading.problem(place, "A choice needs choices.", "Add choices: and what can be answered.");
    }
    if (kind != Question.Kind.CHOICE && !choices.isEmpty()) {
      reading.problem(place, "Only a choice has choices.", "Write kind: choice, or take them out.");
    }
    var keep = FileReading.scalar(fields, "keep");
    if (keep != null) {
      var names =
          schema.attributes().stream().filter(Schema.Attribute::given).map(Schema.Attribute::name);
      Known.check(reading, keep, "attribute", names.toList());
      Keeping.check(reading, schema, keep, kind);
    }
    return new Question(
        id, FileReading.text(fields, "text", ""), kind, choices, keep == null ? null : keep.text());
  }

  static void treatments(FileReading reading, Known known, Map<String, Treatment> into) {
    FileReading.mapping(reading.root(), "treatments")
        .fields()
        .forEach((id, field) -> {
          if (field.value() instanceof Tree.Mapping mapping) {
            var treatment = treatment(reading, known, id, mapping);
            once(reading, field.key(), "treatment", id, into, treatment);
          }
        });
  }

  private static Treatment treatment(
      FileReading reading, Known known, String id, Tree.Mapping fields) {
    var words = new HashMap<String, String>();
    FileReading.scalarFields(fields)
        .forEach((name, scalar) -> {
          if (!name.equals("channel")) {
            words.put(name, scalar.text());
            words(reading, known.schema(), scalar);
          }
        });
    var channel = FileReading.scalar(fields, "channel");
    if (channel != null) {
      Known.check(reading, channel, "channel", known.channels().keySet());
    }
    return new Treatment(id, channel == null ? "" : channel.text(), words);
  }

  /** Checks words that people read: what they fill in is known, and they press nobody. */
  static void words(FileReading reading, Schema schema, Tree.Scalar words) {
    personFields(reading, schema, words);
    PressingWords.check(reading, words);
  }

  private static void personFields(FileReading reading, Schema schema, Tree.Scalar words) {
    var found = PERSON_FIELD.matcher(words.text());
    while (found.find()) {
      if (schema.attribute(found.group(1)) == null) {
        var names =
            schema.attributes().stream()
                .filter(Schema.Attribute::given)
                .map(Schema.Attribute::name)
                .toList();
        reading.problem(
            words.at(found.start(1)),
            "There is no attribute " + found.group(1) + ".",
            Nearest.remedy(found.group(1), names));
      }
    }
  }
}
