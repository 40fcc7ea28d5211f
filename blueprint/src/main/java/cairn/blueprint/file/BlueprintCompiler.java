package cairn.blueprint.file;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Channel;
import cairn.blueprint.Glossary;
import cairn.blueprint.Question;
import cairn.blueprint.Segment;
import cairn.blueprint.rule.Nearest;
import cairn.blueprint.rule.RuleLanguage;
import cairn.blueprint.rule.Scope;
import cairn.blueprint.rule.Vocabulary;
import cairn.journey.JourneyDefinition;
import cairn.rule.Schema;
import cairn.value.ValueType;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Files in; a checked, compiled blueprint, or everything that is wrong with the files, out. */
public final class BlueprintCompiler {
  /** The most problems told at once; after these a person mends first. */
  public static final int PROBLEMS_MAX = 200;

  private final Bundle bundle;
  private final int number;
  private final @Nullable Schema previous;
  private final List<Problem> problems = new ArrayList<>();

  /** Kept apart: they stand in the way of publishing, not of running. */
  private final List<Problem> objections = new ArrayList<>();

  private final Map<FileKind, List<FileReading>> files = new EnumMap<>(FileKind.class);

  private BlueprintCompiler(Bundle bundle, @Nullable Schema previous, int number) {
    this.bundle = bundle;
    this.previous = previous;
    this.number = number;
  }

  /**
   * Compiles a bundle. Pure: the same arguments give the same result.
   *
   * @param previous the schema of the version before, whose slots stay, or null for a first version
   * @param number the number the blueprint is published under
   */
  public static Compilation compile(Bundle bundle, @Nullable Schema previous, int number) {
    return new BlueprintCompiler(bundle, previous, number).compile(true);
  }

  /**
   * Compiles what was published before, as {@link #compile} does, and lets stand what could not be
   * published any more although it runs: words that press people, or a journey that decides by
   * itself and leads to nobody. People stand on it, and a check that came later must not stop them.
   */
  public static Compilation compilePublished(Bundle bundle, @Nullable Schema previous, int number) {
    return new BlueprintCompiler(bundle, previous, number).compile(false);
  }

  /**
   * The language of a bundle's rules, to check one while it is written. What the files declare is
   * known as far as they can be read; their mistakes are told by {@link #compile}.
   *
   * @param previous the schema of the version before, whose slots stay
   */
  public static RuleLanguage language(Bundle bundle, @Nullable Schema previous) {
    var declaring = new TreeMap<>(bundle.files());
    declaring.keySet().removeIf(file -> FileKind.of(file).filter(FileKind::declares).isEmpty());
    var compiler = new BlueprintCompiler(new Bundle(declaring), previous, 1);
    compiler.read();
    return language(compiler.declared());
  }

  /** The JSON Schema of all files, for editors. */
  public static String jsonSchema() {
    return Shape.instance().text();
  }

  private Compilation compile(boolean anew) {
    boolean readable = read();
    var compiled = readable ? build() : null;
    if (anew) {
      problems.addAll(objections);
    }
    if (compiled == null || !problems.isEmpty()) {
      var sorted = new ArrayList<>(new TreeSet<>(problems));
      return new Compilation.Refused(sorted.subList(0, Math.min(sorted.size(), PROBLEMS_MAX)));
    }
    return compiled;
  }

  /** Reads every file and checks its shape; false where one cannot be read at all. */
  private boolean read() {
    boolean readable = true;
    for (var entry : bundle.files().entrySet()) {
      var file = entry.getKey();
      var kind = FileKind.of(file);
      if (kind.isEmpty()) {
        problems.add(
            Problem.at(
                file,
                Place.START,
                "A blueprint has no file of this name.",
                Nearest.remedy(file, FileKind.places())));
        continue;
      }
      var tree = YamlFile.read(file, entry.getValue(), problems);
      if (tree == null) {
        readable = false;
        continue;
      }
      Shape.instance().check(file, kind.get(), tree, problems);
      files
          .computeIfAbsent(kind.get(), any -> new ArrayList<>())
          .add(new FileReading(file, tree, problems, objections));
    }
    if (readable && files(FileKind.BLUEPRINT).isEmpty()) {
      problems.add(
          Problem.at(
              "blueprint.yaml",
              Place.START,
              "There is no blueprint.yaml.",
              "Add one with id, name."));
    }
    return readable;
  }

  private List<FileReading> files(FileKind kind) {
    return files.getOrDefault(kind, List.of());
  }

  private @Nullable FileReading first(FileKind kind) {
    return files(kind).isEmpty() ? null : files(kind).getFirst();
  }

  private Compilation.@Nullable Compiled build() {
    var known = declared();
    var rules = new Rules(language(known));
    var segments = segments(rules);
    var about = about(known);
    var files = new CatalogueFiles(known, rules, about == null ? ZoneOffset.UTC : about.zone());
    files.actions(files(FileKind.PURPOSES), files(FileKind.ACTIONS));
    var journeys = journeys(known, rules);
    var migrations = migrations(journeys);
    var keep = rules.keep();
    var catalogue =
        files.read(
            files(FileKind.POLICIES),
            first(FileKind.ARBITRATION),
            first(FileKind.FEATURES),
            keep,
            problems);
    if (about == null || catalogue == null || !problems.isEmpty()) {
      return null;
    }
    for (var channel : known.channels().values()) {
      channel
          .caps()
          .forEach(cap -> keep.merge("contact:" + channel.id(), cap.contactsMax(), Math::max));
    }
    return new Compilation.Compiled(
        new Blueprint(
            about,
            known.schema(),
            journeys,
            segments,
            List.copyOf(known.channels().values()),
            List.copyOf(known.treatments().values()),
            List.copyOf(known.questions().values()),
            catalogue,
            keep,
            glossary()),
        migrations,
        bundle);
  }

  private static RuleLanguage language(Known known) {
    return new RuleLanguage(
        new Vocabulary(
            known.schema(),
            known.events(),
            known.context(),
            known.segments(),
            List.copyOf(known.channels().keySet()),
            known.journeys()));
  }

  private Known declared() {
    var schema = DeclaredFiles.schema(first(FileKind.PROFILE), previous);
    var events = new LinkedHashMap<String, Map<String, ValueType>>();
    files(FileKind.EVENTS).forEach(file -> DeclaredFiles.events(file, events));
    var channels = new LinkedHashMap<String, Channel>();
    files(FileKind.CHANNELS).forEach(file -> DeclaredFiles.channels(file, schema, channels));
    var questions = new LinkedHashMap<String, Question>();
    files(FileKind.QUESTIONS).forEach(file -> DeclaredFiles.questions(file, schema, questions));
    var context = new LinkedHashMap<String, ValueType>();
    var blueprint = first(FileKind.BLUEPRINT);
    if (blueprint != null) {
      context.putAll(DeclaredFiles.types(FileReading.mapping(blueprint.root(), "context")));
    }
    var known =
        new Known(
            schema,
            events,
            context,
            channels,
            questions,
            new LinkedHashMap<>(),
            segmentIds(),
            journeyIds());
    files(FileKind.TREATMENTS)
        .forEach(file -> DeclaredFiles.treatments(file, known, known.treatments()));
    return known;
  }

  private Glossary glossary() {
    var events = new LinkedHashMap<String, String>();
    files(FileKind.EVENTS).forEach(file -> DeclaredFiles.names(file, "events", events));
    var attributes = new LinkedHashMap<String, String>();
    files(FileKind.PROFILE).forEach(file -> DeclaredFiles.names(file, "attributes", attributes));
    return new Glossary(events, attributes);
  }

  private Set<String> segmentIds() {
    var ids = new LinkedHashSet<String>();
    for (var file : files(FileKind.SEGMENTS)) {
      FileReading.mapping(file.root(), "segments")
          .fields()
          .forEach((id, field) -> {
            if (!ids.add(id)) {
              file.problem(
                  field.key(),
                  "The segment " + id + " stands in another file too.",
                  "Keep one of them, or rename one.");
            }
          });
    }
    return ids;
  }

  private Set<String> journeyIds() {
    var ids = new LinkedHashSet<String>();
    for (var file : files(FileKind.JOURNEY)) {
      var id = FileReading.scalar(file.root(), "id");
      if (id != null && !ids.add(id.text())) {
        file.problem(
            id.place(), "The journey " + id.text() + " stands in another file too.", "Rename one.");
      }
    }
    return ids;
  }

  private List<Segment> segments(Rules rules) {
    var segments = new ArrayList<Segment>();
    for (var file : files(FileKind.SEGMENTS)) {
      FileReading.mapping(file.root(), "segments")
          .fields()
          .forEach((id, field) -> {
            if (field.value() instanceof Tree.Mapping fields) {
              var when = rules.condition(file, fields, "when", Scope.SEGMENT);
              segments.add(new Segment(id, FileReading.text(fields, "name", id), when));
            }
          });
    }
    return segments;
  }

  private List<JourneyDefinition> journeys(Known known, Rules rules) {
    var journeys = new ArrayList<JourneyDefinition>();
    for (var file : files(FileKind.JOURNEY)) {
      var journey = new JourneyFile(file, known, rules).read();
      if (journey != null) {
        journeys.add(journey);
      }
    }
    return journeys;
  }

  private List<Migration> migrations(List<JourneyDefinition> journeys) {
    var migrations = new ArrayList<Migration>();
    for (var file : files(FileKind.MIGRATION)) {
      var name = FileReading.scalar(file.root(), "journey");
      if (name == null
          || !Known.check(
              file, name, "journey", journeys.stream().map(JourneyDefinition::id).toList())) {
        continue;
      }
      int to = FileReading.whole(file.root(), "to", number);
      var steps = new LinkedHashMap<String, String>();
      for (var journey : journeys) {
        if (journey.id().equals(name.text())) {
          FileReading.scalarFields(FileReading.mapping(file.root(), "steps"))
              .forEach((old, step) -> {
                if (to != number || Known.check(file, step, "step", journey.stepsById().keySet())) {
                  steps.put(old, step.text());
                }
              });
        }
      }
      migrations.add(
          new Migration(name.text(), FileReading.whole(file.root(), "from", 0), to, steps));
    }
    return migrations;
  }

  private Blueprint.@Nullable About about(Known known) {
    var file = first(FileKind.BLUEPRINT);
    if (file == null) {
      return null;
    }
    var root = file.root();
    var zoneOf = FileReading.scalar(root, "timeZoneOf");
    var nameOf = FileReading.scalar(root, "nameOf");
    return new Blueprint.About(
        FileReading.text(root, "id", ""),
        number,
        FileReading.text(root, "name", ""),
        zone(file, FileReading.scalar(root, "timeZone")),
        zoneOf == null ? -1 : known.slot(file, zoneOf),
        nameOf == null ? -1 : known.slot(file, nameOf));
  }

  private static ZoneId zone(FileReading file, Tree.@Nullable Scalar zone) {
    try {
      return zone == null ? ZoneOffset.UTC : ZoneId.of(zone.text());
    } catch (DateTimeException noZone) {
      var id = zone == null ? "" : zone.text();
      file.problem(
          zone == null ? Place.START : zone.place(),
          "There is no time zone " + id + ".",
          Nearest.remedy(id, ZoneId.getAvailableZoneIds()));
      return ZoneOffset.UTC;
    }
  }
}
