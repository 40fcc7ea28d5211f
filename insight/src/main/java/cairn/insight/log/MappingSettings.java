package cairn.insight.log;

import cairn.insight.log.LogMapping.Keep;
import cairn.insight.log.Problem.Code;
import cairn.insight.log.Problem.Place;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Reads a {@link LogMapping} from names and values: flags, or a small YAML file such as
 *
 * <pre>
 * case: Service ID
 * activity: Operation
 * time: Start Date
 * pattern: d.M.yy H:mm
 * zone: Europe/Amsterdam
 * </pre>
 *
 * <p>The names are those of {@link #NAMES}; {@code epochs} holds a name and a date a line.
 */
public final class MappingSettings {

  /** Every name there is. */
  public static final List<String> NAMES =
      List.of(
          "case",
          "activity",
          "time",
          "person",
          "resource",
          "lifecycle",
          "pattern",
          "zone",
          "epoch",
          "epoch-column",
          "epochs",
          "keep",
          "delimiter",
          "encoding",
          "header");

  /** Characters of a mapping file; a mapping has a dozen lines. */
  static final int FILE_LENGTH_MAX = 64 * 1024;

  private static final String EPOCHS = "epochs.";

  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Setting> settings = new LinkedHashMap<>();

  /** One value, and where it stands. */
  private record Setting(String value, @Nullable Place place) {}

  private MappingSettings() {}

  /**
   * Reads settings given by name, such as flags.
   *
   * @param given name to value; {@code epochs.2013J} for one of the epochs
   */
  public static MappingResult of(Map<String, String> given) {
    var settings = new MappingSettings();
    settings.putAll(given);
    return settings.result();
  }

  /**
   * Reads a YAML file.
   *
   * @param file where it lies
   * @param over settings that win over those of the file
   */
  public static MappingResult read(Path file, Map<String, String> over) {
    var settings = new MappingSettings();
    settings.readFile(file);
    settings.putAll(over);
    return settings.result();
  }

  private void putAll(Map<String, String> given) {
    given.forEach((name, value) -> put(name, value, null));
  }

  private void put(String name, String value, @Nullable Place place) {
    boolean isEpoch = name.startsWith(EPOCHS);
    if (!isEpoch && (!NAMES.contains(name) || name.equals("epochs"))) {
      refuse(
          place,
          "There is no setting “%s”.".formatted(name),
          NearestName.of(name, NAMES)
              .map(nearest -> "Did you mean %s?".formatted(nearest))
              .orElse("The settings are " + String.join(", ", NAMES) + "."));
      return;
    }
    settings.put(name, new Setting(value, place));
  }

  private void readFile(Path file) {
    try {
      if (Files.size(file) > FILE_LENGTH_MAX) {
        refuse(null, "%s is too long for a mapping.".formatted(file), "Name the right file.");
        return;
      }
      var loading = LoadSettings.builder().setLabel(file.toString()).build();
      Optional<Node> root = new Compose(loading).composeString(Files.readString(file));
      if (root.isEmpty()) {
        return;
      }
      if (root.get() instanceof MappingNode mapping) {
        readNode("", mapping);
      } else {
        refuse(place(root.get()), "A mapping is a list of names and values.", "Write name: value.");
      }
    } catch (IOException e) {
      refuse(null, "The file %s cannot be read.".formatted(file), "Check its name and encoding.");
    } catch (MarkedYamlEngineException e) {
      refuse(
          e.getProblemMark().map(MappingSettings::place).orElse(null),
          "This is not YAML.",
          "Write one name: value a line, values with special signs in double quotes.");
    } catch (YamlEngineException e) {
      refuse(null, "%s is not YAML.".formatted(file), "Write one name: value a line.");
    }
  }

  private void readNode(String prefix, MappingNode mapping) {
    for (NodeTuple entry : mapping.getValue()) {
      Place place = place(entry.getKeyNode());
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        refuse(place, "A setting has a plain name.", "Write name: value.");
        continue;
      }
      String name = prefix + key.getValue();
      switch (entry.getValueNode()) {
        case ScalarNode value -> put(name, value.getValue(), place);
        case MappingNode inner when name.equals("epochs") -> readNode(EPOCHS, inner);
        default -> refuse(place, "“%s” has one value.".formatted(name), "Write name: value.");
      }
    }
  }

  private MappingResult result() {
    var mapping =
        new LogMapping(
            text("case"),
            text("activity"),
            text("time"),
            text("person"),
            text("resource"),
            text("lifecycle"),
            text("pattern"),
            zone(),
            date("epoch"),
            text("epoch-column"),
            epochs(),
            keep(),
            delimiter(),
            encoding(),
            header());
    return problems.isEmpty()
        ? new MappingResult.Understood(mapping)
        : new MappingResult.NotUnderstood(problems);
  }

  private @Nullable String text(String name) {
    Setting setting = settings.get(name);
    if (setting != null && setting.value().isBlank()) {
      refuse(setting.place(), "“%s” is empty.".formatted(name), "Give it a value or leave it out.");
      return null;
    }
    return setting == null ? null : setting.value();
  }

  private @Nullable ZoneId zone() {
    String zone = text("zone");
    try {
      return zone == null ? null : ZoneId.of(zone);
    } catch (DateTimeException e) {
      bad(
          "zone",
          NearestName.of(String.valueOf(zone), ZoneId.getAvailableZoneIds())
              .map(nearest -> "Did you mean %s?".formatted(nearest))
              .orElse("Write it like Europe/London or +01:00."));
      return null;
    }
  }

  private @Nullable LocalDate date(String name) {
    String date = text(name);
    try {
      return date == null ? null : LocalDate.parse(date);
    } catch (DateTimeException e) {
      bad(name, "Write it like 2013-10-01.");
      return null;
    }
  }

  private Map<String, LocalDate> epochs() {
    var epochs = new TreeMap<String, LocalDate>();
    for (String name : settings.keySet()) {
      LocalDate date = name.startsWith(EPOCHS) ? date(name) : null;
      if (date != null) {
        epochs.put(name.substring(EPOCHS.length()), date);
      }
    }
    if (epochs.isEmpty() != (settings.get("epoch-column") == null)) {
      refuse(
          null,
          "epoch-column and epochs belong together.",
          "Name the column, and a date for each of its values.");
    }
    return epochs;
  }

  private @Nullable Keep keep() {
    return switch (text("keep")) {
      case "all" -> Keep.ALL;
      case "complete" -> Keep.COMPLETE;
      case null -> null;
      default -> {
        bad("keep", "Say all or complete.");
        yield null;
      }
    };
  }

  private @Nullable Character delimiter() {
    Setting setting = settings.get("delimiter");
    return switch (setting == null ? "" : setting.value()) {
      case "" -> null;
      case "tab", "\\t" -> '\t';
      case "comma" -> ',';
      case "semicolon" -> ';';
      case "bar" -> '|';
      case String one when one.length() == 1 && one.charAt(0) != '"' -> one.charAt(0);
      default -> {
        bad("delimiter", "Give one sign, or say tab, comma, semicolon or bar.");
        yield null;
      }
    };
  }

  private @Nullable Charset encoding() {
    String encoding = text("encoding");
    try {
      return switch (encoding == null ? "" : encoding.toLowerCase(Locale.ROOT)) {
        case "" -> null;
        case "latin1", "latin-1" -> StandardCharsets.ISO_8859_1;
        default -> Charset.forName(encoding);
      };
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      bad("encoding", "Say UTF-8, ISO-8859-1 or windows-1252.");
      return null;
    }
  }

  private @Nullable Boolean header() {
    return switch (text("header")) {
      case "true", "yes" -> true;
      case "false", "no" -> false;
      case null -> null;
      default -> {
        bad("header", "Say true or false.");
        yield null;
      }
    };
  }

  /** Notes a value that cannot be. */
  private void bad(String name, String remedy) {
    Setting setting = settings.get(name);
    refuse(
        setting == null ? null : setting.place(),
        "“%s” is no %s.".formatted(setting == null ? "" : setting.value(), name),
        remedy);
  }

  private void refuse(@Nullable Place place, String message, String remedy) {
    problems.add(new Problem(Code.BAD_SETTING, message, remedy, place));
  }

  private static @Nullable Place place(Node node) {
    return node.getStartMark().map(MappingSettings::place).orElse(null);
  }

  private static Place place(Mark mark) {
    return new Place(mark.getLine() + 1L, mark.getColumn() + 1L);
  }
}
