package cairn.blueprint.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.AnchorNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads one YAML or JSON file (JSON is YAML) into a {@link Tree}, with places. */
final class YamlFile {
  /** How deep a file may nest; deeper is a mistake or an attack. */
  static final int DEPTH_MAX = 30;

  /** How many values a file may hold, each alias counted as what it stands for. */
  static final int VALUES_MAX = 200_000;

  private static final Set<Tag> PLAIN =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.MAP, Tag.SEQ);

  private final String file;
  private final String source;
  private final List<Problem> problems;
  private final boolean hasWideCharacters;
  private int values;

  private YamlFile(String file, String source, List<Problem> problems) {
    this.file = file;
    this.source = source;
    this.problems = problems;
    this.hasWideCharacters = source.codePointCount(0, source.length()) != source.length();
  }

  /** The file's tree; null, with problems, where it cannot be read at all. */
  static @Nullable Tree read(String file, String source, List<Problem> problems) {
    return new YamlFile(file, source, problems).read();
  }

  private @Nullable Tree read() {
    var settings =
        LoadSettings.builder()
            .setLabel(file)
            .setUseMarks(true)
            .setAllowRecursiveKeys(false)
            .setMaxAliasesForCollections(50)
            .setCodePointLimit(Bundle.CHARS_MAX)
            .build();
    try {
      var documents = new Compose(settings).composeAllFromString(source).iterator();
      if (!documents.hasNext()) {
        problem(Place.START, "The file is empty.", "Delete it, or write what belongs into it.");
        return null;
      }
      var tree = tree(documents.next(), 0);
      if (documents.hasNext()) {
        problem(Place.START, "The file holds several documents.", "Keep one, without ---.");
      }
      return tree;
    } catch (MarkedYamlEngineException broken) {
      var mark = broken.getProblemMark().or(broken::getContextMark);
      var place = mark.map(YamlFile::place).orElse(Place.START);
      problem(place, "This is not YAML: " + broken.getProblem() + ".", remedy(place));
      return null;
    } catch (YamlEngineException broken) {
      problem(Place.START, "This is not YAML: " + broken.getMessage() + ".", "");
      return null;
    }
  }

  private String remedy(Place place) {
    var line = source.lines().skip(place.line() - 1L).findFirst().orElse("");
    if (line.indexOf('\t') >= 0) {
      return "Indent with spaces, not tabs.";
    }
    int colon = line.indexOf(": ");
    var value = colon < 0 ? "" : line.substring(colon + 2).strip();
    if (value.startsWith("'") || value.startsWith("\"")) {
      return "Put the whole rule into double quotes when it begins with a quote.";
    }
    return "Check indentation, brackets and quotes just before this place.";
  }

  private @Nullable Tree tree(Node node, int depth) {
    var place = node.getStartMark().map(YamlFile::place).orElse(Place.START);
    if (depth > DEPTH_MAX) {
      problem(place, "This nests too deep.", "");
      return null;
    }
    if (++values > VALUES_MAX) {
      if (values == VALUES_MAX + 1) {
        problem(place, "The file holds more than " + VALUES_MAX + " values.", "Use fewer aliases.");
      }
      return null;
    }
    if (!PLAIN.contains(node.getTag())) {
      problem(
          place,
          "YAML takes what begins with ! for a tag.",
          "Put a rule that begins with ! into double quotes.");
    }
    return switch (node) {
      case MappingNode mapping -> mapping(mapping, place, depth);
      case SequenceNode sequence -> {
        var items = new ArrayList<Tree>();
        for (var item : sequence.getValue()) {
          var tree = tree(item, depth + 1);
          if (tree != null) {
            items.add(tree);
          }
        }
        yield new Tree.Items(place, items);
      }
      case ScalarNode scalar -> scalar(scalar, place);
      case AnchorNode anchor -> tree(anchor.getRealNode(), depth + 1);
      default -> throw new IllegalStateException("no other node is composed");
    };
  }

  private Tree mapping(MappingNode mapping, Place place, int depth) {
    var fields = new LinkedHashMap<String, Tree.Field>();
    for (var pair : mapping.getValue()) {
      var key = pair.getKeyNode().getStartMark().map(YamlFile::place).orElse(place);
      if (!(pair.getKeyNode() instanceof ScalarNode name)) {
        problem(key, "A name is expected here.", "");
        continue;
      }
      var value = tree(pair.getValueNode(), depth + 1);
      if (value == null) {
        continue;
      }
      var before = fields.putIfAbsent(name.getValue(), new Tree.Field(key, value));
      if (before != null) {
        problem(
            key,
            name.getValue() + " stands here twice.",
            "It stands first in line " + before.key().line() + "; rename or delete one.");
      }
    }
    return new Tree.Mapping(place, fields);
  }

  private Tree scalar(ScalarNode scalar, Place place) {
    int from = scalar.getStartMark().map(Mark::getIndex).orElse(0);
    int until = scalar.getEndMark().map(Mark::getIndex).orElse(from);
    int start = hasWideCharacters ? source.offsetByCodePoints(0, from) : from;
    int end = hasWideCharacters ? source.offsetByCodePoints(start, until - from) : until;
    var raw = source.substring(start, end);
    return new Tree.Scalar(
        place, scalar.getValue(), kind(scalar.getTag()), new Tree.Written(place, raw));
  }

  private static Tree.Scalar.Kind kind(Tag tag) {
    if (tag.equals(Tag.INT)) {
      return Tree.Scalar.Kind.WHOLE;
    }
    if (tag.equals(Tag.FLOAT)) {
      return Tree.Scalar.Kind.DECIMAL;
    }
    if (tag.equals(Tag.BOOL)) {
      return Tree.Scalar.Kind.FLAG;
    }
    return tag.equals(Tag.NULL) ? Tree.Scalar.Kind.NOTHING : Tree.Scalar.Kind.TEXT;
  }

  private static Place place(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private void problem(Place place, String what, String remedy) {
    problems.add(Problem.at(file, place, what, remedy));
  }
}
