package cairn.blueprint.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One file of a blueprint as its author wrote it, changed in single places. All other characters
 * stay as they are, and so do comments, order and quotes; a comment inside a value that is replaced
 * goes with it, and so do comments directly above what is taken out. Every change is read back: one
 * that would mean anything else than was asked, such as one to a value that an alias shares, is
 * refused, and the file can still be written as text.
 *
 * <p>A place is given by the names that lead to it; in a list a number from 0, and the number after
 * the last adds an item. Immutable.
 */
public record FileText(String text) {
  /** Names that lead to one place, at most. */
  public static final int PATH_MAX = 30;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(Bundle.CHARS_MAX).build();

  /** What came of a change. */
  public sealed interface Edited {
    /** The file with it. */
    record Done(FileText file) implements Edited {}

    /** It cannot be made so, and why in a sentence. */
    record Refused(String why) implements Edited {}
  }

  /**
   * What stands under a name, lifted out of its file: it can be written elsewhere, also in another
   * file.
   *
   * @param above the comment lines directly above it, each with its break
   * @param rest what follows its name, from the colon on, as deep as if the name stood at the edge
   */
  public record Part(String above, String rest) {}

  private static final Edited.Refused UNREADABLE =
      new Edited.Refused("The file cannot be read; mend its text first.");
  private static final Edited.Refused NOWHERE =
      new Edited.Refused("There is no such place in the file, or the new name is taken.");
  private static final Edited.Refused TEXT_ONLY =
      new Edited.Refused("This place can only be changed in the text of the file.");

  /**
   * What the file says: mappings, lists, and every value as its text; empty if unreadable, or if it
   * nests or holds more than a file of a blueprint may.
   */
  public Map<String, Object> content() {
    var root = YamlPlaces.of(text).map(YamlPlaces::root).orElse(null);
    return root instanceof MappingNode mapping ? fields(mapping) : Map.of();
  }

  /** The names that lead to what a problem of this file is about; none if it is unreadable. */
  public List<String> path(Problem problem) {
    return YamlPlaces.of(text)
        .map(places -> places.path(new Place(problem.line(), problem.column()), problem.missing()))
        .orElse(List.of());
  }

  /** Puts a text, number, flag, list or mapping at a place, whether something is there or not. */
  public Edited put(List<String> path, Object value) {
    return edited(
        data -> FileData.put(data, path, 0, value),
        places -> new FileEditing(text, places).put(path, value));
  }

  /** Takes out what stands at a place; a list or mapping may be left empty. */
  public Edited take(List<String> path) {
    return edited(
        data -> FileData.take(data, path), places -> new FileEditing(text, places).take(path));
  }

  /** Writes what stands under a name once more, under another name beside it. */
  public Edited copy(List<String> path, String as) {
    return edited(
        data -> FileData.copy(data, path, as),
        places -> new FileEditing(text, places).copy(path, as));
  }

  /**
   * What stands under a name of a mapping, to be written elsewhere; empty where nothing does, or
   * the file cannot be read.
   */
  public Optional<Part> part(List<String> path) {
    return YamlPlaces.of(text)
        .flatMap(places -> Optional.ofNullable(new FileEditing(text, places).part(path)));
  }

  /** Writes a part under a name that is still free, with its comments and as it was laid out. */
  public Edited add(List<String> path, Part part) {
    var places = YamlPlaces.of(text);
    var value = data("x" + part.rest()).map(Data::value);
    var before = places.flatMap(bounded -> data(text));
    if (before.isEmpty()) {
      return UNREADABLE;
    }
    if (!(value.orElse(null) instanceof Map<?, ?> one) || one.get("x") == null) {
      return TEXT_ONLY;
    }
    if (FileData.take(before.get().value(), path) != null) {
      return NOWHERE;
    }
    var holder = path.subList(0, path.size() - 1);
    if (!holder.isEmpty() && FileData.take(before.get().value(), holder) == null) {
      return switch (put(holder, Map.of())) {
        case Edited.Done(var file) -> file.add(path, part);
        case Edited.Refused refused -> refused;
      };
    }
    return edited(
        data -> FileData.put(data, path, 0, Objects.requireNonNull(one.get("x"))),
        bounded -> new FileEditing(text, bounded).add(path, part));
  }

  private interface Change {
    /** The data after it; null where the path leads nowhere. */
    @Nullable Object made(@Nullable Object data);
  }

  private interface Writing {
    /** The text after it; null where the path leads nowhere. */
    @Nullable String made(YamlPlaces places);
  }

  /** Makes a change in the text and the same one in the data, and compares what they mean. */
  private Edited edited(Change change, Writing writing) {
    var places = YamlPlaces.of(text);
    var before = places.flatMap(bounded -> data(text));
    if (places.isEmpty() || before.isEmpty()) {
      return UNREADABLE;
    }
    var wanted = change.made(before.get().value());
    if (wanted == null) {
      return NOWHERE;
    }
    var written = writing.made(places.get());
    if (written == null) {
      return TEXT_ONLY;
    }
    var after = data(written);
    return after.isPresent() && FileData.same(wanted, after.get().value())
        ? new Edited.Done(new FileText(written))
        : TEXT_ONLY;
  }

  private record Data(@Nullable Object value) {}

  private static Optional<Data> data(String text) {
    try {
      return Optional.of(new Data(new Load(SETTINGS).loadFromString(text)));
    } catch (YamlEngineException broken) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> fields(MappingNode mapping) {
    var fields = new LinkedHashMap<String, Object>();
    mapping
        .getValue()
        .forEach(pair -> fields.putIfAbsent(YamlPlaces.key(pair), content(pair.getValueNode())));
    return fields;
  }

  private static Object content(Node node) {
    return switch (node) {
      case MappingNode mapping -> fields(mapping);
      case SequenceNode sequence -> sequence.getValue().stream().map(FileText::content).toList();
      case ScalarNode scalar -> scalar.getValue();
      default -> "";
    };
  }
}
