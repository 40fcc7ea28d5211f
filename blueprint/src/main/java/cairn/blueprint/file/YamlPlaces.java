package cairn.blueprint.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.AnchorNode;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Where everything stands in a text, in characters from its beginning. */
final class YamlPlaces {
  private final String text;
  private final boolean isWide;
  private final @Nullable Node root;

  private YamlPlaces(String text, @Nullable Node root) {
    this.text = text;
    this.root = root;
    this.isWide = text.codePointCount(0, text.length()) != text.length();
  }

  /**
   * Empty where the text is not one YAML document, or one that nests or holds more than {@link
   * YamlFile} reads: an alias may lead into itself, or stand for more than any memory holds.
   */
  static Optional<YamlPlaces> of(String text) {
    var settings =
        LoadSettings.builder().setUseMarks(true).setCodePointLimit(Bundle.CHARS_MAX).build();
    try {
      var documents = new Compose(settings).composeAllFromString(text).iterator();
      var root = documents.hasNext() ? documents.next() : null;
      boolean isRead = !documents.hasNext() && left(root, 0, YamlFile.VALUES_MAX) >= 0;
      return isRead ? Optional.of(new YamlPlaces(text, root)) : Optional.empty();
    } catch (YamlEngineException broken) {
      return Optional.empty();
    }
  }

  /** How many more values there may be after a node, each alias counted as all it stands for. */
  private static int left(@Nullable Node node, int depth, int values) {
    if (node == null) {
      return values;
    }
    int left = depth > YamlFile.DEPTH_MAX ? -1 : values - 1;
    if (left >= 0) {
      for (var child : inside(node)) {
        left = left(child, depth + 1, left);
        if (left < 0) {
          break;
        }
      }
    }
    return left;
  }

  private static List<Node> inside(Node node) {
    return switch (node) {
      case MappingNode mapping -> {
        var nodes = new ArrayList<Node>();
        for (var pair : mapping.getValue()) {
          if (!(pair.getKeyNode() instanceof ScalarNode)) {
            nodes.add(pair.getKeyNode());
          }
          nodes.add(pair.getValueNode());
        }
        yield nodes;
      }
      case SequenceNode sequence -> sequence.getValue();
      case AnchorNode anchor -> List.of(anchor.getRealNode());
      default -> List.of();
    };
  }

  /** The node that everything else is in; null where there is nothing but comments. */
  @Nullable Node root() {
    return root;
  }

  static boolean inLine(CollectionNode<?> node) {
    return node.getFlowStyle() == FlowStyle.FLOW;
  }

  static @Nullable NodeTuple pair(MappingNode mapping, String name) {
    return mapping.getValue().stream()
        .filter(pair -> name.equals(key(pair)))
        .findFirst()
        .orElse(null);
  }

  static String key(NodeTuple pair) {
    return pair.getKeyNode() instanceof ScalarNode name ? name.getValue() : "";
  }

  int start(Node node) {
    return node.getStartMark().map(this::index).orElse(0);
  }

  /**
   * Just after the last character of a node; comments and empty lines that follow are not in it.
   */
  int end(Node node) {
    return switch (node) {
      case CollectionNode<?> all when inLine(all) -> mark(node);
      case MappingNode mapping -> end(mapping.getValue().getLast().getValueNode());
      case SequenceNode sequence -> end(sequence.getValue().getLast());
      default -> Math.max(start(node), lastWord(mark(node), start(node)));
    };
  }

  /** Just after the colon of a name. */
  int colon(NodeTuple pair) {
    return text.indexOf(':', mark(pair.getKeyNode())) + 1;
  }

  int lineStart(int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  /** Where the line ends that holds a place, before its break. */
  int lineEnd(int at) {
    int next = text.indexOf('\n', at);
    return next < 0 ? text.length() : next;
  }

  /** What stands before a place in its line. */
  String before(int at) {
    return text.substring(lineStart(at), at);
  }

  /** Where the comment lines begin that stand directly above a line and as deep as it. */
  int withComments(int lineStart) {
    int at = lineStart;
    while (at > 0) {
      int above = lineStart(at - 1);
      if (!text.substring(above, at).stripLeading().startsWith("#")) {
        return at;
      }
      at = above;
    }
    return at;
  }

  /**
   * The names and numbers that lead to what stands at a place.
   *
   * @param missing the name that should stand in the mapping that begins there, or empty
   */
  List<String> path(Place place, String missing) {
    var path = new ArrayList<String>();
    var here = root;
    while (here instanceof CollectionNode<?> all) {
      if (!missing.isEmpty() && place(all).equals(place)) {
        path.add(missing);
        return path;
      }
      here =
          all instanceof MappingNode mapping ? under(mapping, place, path) : in(all, place, path);
    }
    return path;
  }

  private @Nullable Node under(MappingNode mapping, Place place, List<String> path) {
    NodeTuple last = null;
    for (var pair : mapping.getValue()) {
      if (place(pair.getKeyNode()).compareTo(place) <= 0) {
        last = pair;
      }
    }
    if (last == null) {
      return null;
    }
    path.add(key(last));
    return place(last.getValueNode()).compareTo(place) <= 0 ? last.getValueNode() : null;
  }

  private @Nullable Node in(CollectionNode<?> all, Place place, List<String> path) {
    Node last = null;
    int number = -1;
    for (var item : all.getValue()) {
      if (item instanceof Node node && place(node).compareTo(place) <= 0) {
        last = node;
        number++;
      }
    }
    if (last != null) {
      path.add(Integer.toString(number));
    }
    return last;
  }

  private static Place place(Node node) {
    return node.getStartMark()
        .map(mark -> new Place(mark.getLine() + 1, mark.getColumn() + 1))
        .orElse(Place.START);
  }

  private int mark(Node node) {
    return node.getEndMark().map(this::index).orElse(text.length());
  }

  private int index(Mark mark) {
    return isWide ? text.offsetByCodePoints(0, mark.getIndex()) : mark.getIndex();
  }

  private int lastWord(int from, int least) {
    int at = from;
    while (at > least && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }
}
