package cairn.blueprint.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Writes one change into a text, given where everything in it stands. An answer of null says that
 * it cannot be written here; whoever asks reads the text back and compares what it means.
 */
final class FileEditing {
  /** New names stand in this order beside those that are there; any other goes to the end. */
  private static final List<String> ORDER =
      List.of(
          "a",
          "unit",
          "classMax",
          "choice",
          "use",
          "context",
          "arms",
          "test",
          "issue",
          "group",
          "action",
          "channel",
          "treatment",
          "placements",
          "name",
          "owner",
          "kind",
          "from",
          "until",
          "purposes",
          "findsPurpose",
          "valueOrganisation",
          "valuePerson",
          "lever",
          "influence",
          "journey",
          "bundle",
          "words",
          "when",
          "renderings");

  /** What stands under a name or number of its holder. */
  private record At(CollectionNode<?> holder, int number, @Nullable NodeTuple pair, Node value) {}

  private interface Step<T> {
    @Nullable T make(At at);
  }

  private final String text;
  private final YamlPlaces places;

  FileEditing(String text, YamlPlaces places) {
    this.text = text;
    this.places = places;
  }

  @Nullable String put(List<String> path, Object value) {
    var root = places.root();
    if (root != null) {
      return put(root, null, path, 0, value);
    }
    return nested(path, 0, value) instanceof Map<?, ?> file
        ? joined(text, YamlWriting.file(file))
        : null;
  }

  @Nullable String take(List<String> path) {
    return at(path, this::take);
  }

  @Nullable String copy(List<String> path, String as) {
    return at(path, at -> copy(at, as));
  }

  /** What stands under a name, as deep as if that stood at the edge. */
  FileText.@Nullable Part part(List<String> path) {
    return at(
        path,
        at -> {
          var pair = at.pair();
          if (pair == null) {
            return null;
          }
          int key = places.start(pair.getKeyNode());
          int line = places.lineStart(key);
          int colon = places.colon(pair) - 1;
          int until = places.end(at.value());
          if (!places.before(key).isBlank()) {
            return new FileText.Part("", text.substring(colon, until));
          }
          var above = text.substring(places.withComments(line), line);
          var rest = text.substring(colon, isBlock(at) ? places.lineEnd(until) : until);
          return new FileText.Part(
              above.replaceAll("(?m)^ +", ""),
              rest.replaceAll("(?m)^ {0," + (key - line) + "}", ""));
        });
  }

  /** Writes a part at the end of a mapping that is there. */
  @Nullable String add(List<String> path, FileText.Part part) {
    var holder = path.subList(0, path.size() - 1);
    var name = YamlWriting.inline(path.getLast());
    if (holder.isEmpty()) {
      return places.root() instanceof MappingNode root ? below(root, name, part) : null;
    }
    return at(
        holder,
        at -> {
          if (at.value() instanceof MappingNode mapping && !mapping.getValue().isEmpty()) {
            return below(mapping, name, part);
          }
          var pair = at.pair();
          if (pair == null || !isBlock(at)) {
            return null;
          }
          int key = places.start(pair.getKeyNode());
          int until = places.end(at.value());
          int line = places.lineEnd(until);
          var deeper = " ".repeat(key - places.lineStart(key) + 2);
          return text.substring(0, places.colon(pair))
              + text.substring(until, line)
              + "\n"
              + written(part, name, deeper)
              + text.substring(line);
        });
  }

  private @Nullable String below(MappingNode mapping, String name, FileText.Part part) {
    if (YamlPlaces.inLine(mapping)) {
      return null;
    }
    int key = places.start(mapping.getValue().getFirst().getKeyNode());
    int line = places.lineEnd(places.end(mapping.getValue().getLast().getValueNode()));
    var indent = " ".repeat(key - places.lineStart(key));
    return cut(line, line, "\n" + written(part, name, indent));
  }

  private static String written(FileText.Part part, String name, String indent) {
    return (part.above() + name + part.rest()).replaceAll("(?m)^(?=.)", indent);
  }

  private String cut(int from, int until, String instead) {
    return text.substring(0, from) + instead + text.substring(until);
  }

  private <T> @Nullable T at(List<String> path, Step<T> step) {
    var holder = places.root();
    for (int depth = 0; holder instanceof CollectionNode<?> all; depth++) {
      var at = at(all, path.get(depth));
      if (at == null || depth == path.size() - 1) {
        return at == null ? null : step.make(at);
      }
      holder = at.value();
    }
    return null;
  }

  private @Nullable At at(CollectionNode<?> holder, String name) {
    if (holder instanceof MappingNode mapping) {
      var pair = YamlPlaces.pair(mapping, name);
      return pair == null
          ? null
          : new At(holder, mapping.getValue().indexOf(pair), pair, pair.getValueNode());
    }
    int number = FileData.number(name);
    return holder instanceof SequenceNode list && number >= 0 && number < list.getValue().size()
        ? new At(holder, number, null, list.getValue().get(number))
        : null;
  }

  private @Nullable String put(
      Node here, @Nullable At owner, List<String> path, int depth, Object value) {
    if (depth == path.size()) {
      return owner == null ? null : replace(owner, value);
    }
    if (here instanceof ScalarNode scalar && owner != null && scalar.getValue().isEmpty()) {
      return replace(owner, nested(path, depth, value));
    }
    if (!(here instanceof CollectionNode<?> all)) {
      return null;
    }
    var name = path.get(depth);
    var next = at(all, name);
    if (next != null) {
      return put(next.value(), next, path, depth + 1, value);
    }
    var rest = nested(path, depth + 1, value);
    if (all.getValue().isEmpty() && owner != null && isBlock(owner)) {
      return replace(owner, all instanceof MappingNode ? one(name, rest) : List.of(rest));
    }
    return switch (all) {
      case MappingNode mapping -> add(mapping, name, rest);
      case SequenceNode list -> append(list, rest);
      default -> null;
    };
  }

  private static Map<String, Object> one(String name, Object value) {
    var map = new LinkedHashMap<String, Object>();
    map.put(name, value);
    return map;
  }

  private static boolean isBlock(At at) {
    return !YamlPlaces.inLine(at.holder());
  }

  private String replace(At at, Object value) {
    var pair = at.pair();
    int from = places.start(at.value());
    int until = places.end(at.value());
    if (pair == null) {
      return cut(from, until, YamlWriting.inline(value));
    }
    int colon = places.colon(pair);
    var key = places.start(pair.getKeyNode());
    var written =
        isBlock(at)
            ? YamlWriting.under(" ".repeat(key - places.lineStart(key)), value)
            : " " + YamlWriting.inline(value);
    boolean keepsLine = !written.contains("\n") && !text.substring(colon, from).contains("\n");
    return keepsLine && from > colon
        ? cut(from, until, written.substring(1))
        : cut(colon, Math.max(colon, until), written);
  }

  private String add(MappingNode mapping, String name, Object value) {
    var pairs = mapping.getValue();
    if (YamlPlaces.inLine(mapping)) {
      var field = YamlWriting.inline(one(name, value));
      var inner = field.substring(1, field.length() - 1);
      if (pairs.isEmpty()) {
        int brace = places.start(mapping) + 1;
        return cut(brace, brace, inner);
      }
      int after = places.end(pairs.getLast().getValueNode());
      return cut(after, after, ", " + inner);
    }
    int key = places.start(pairs.getFirst().getKeyNode());
    var indent = " ".repeat(key - places.lineStart(key));
    var field = YamlWriting.inline(name) + ":" + YamlWriting.under(indent, value);
    var before = before(pairs, name);
    if (before == null) {
      return cut(key, key, field + "\n" + indent);
    }
    int line = places.lineEnd(places.end(before.getValueNode()));
    return cut(line, line, "\n" + indent + field);
  }

  /** After which of the names a new one stands; null where it stands before all. */
  private static @Nullable NodeTuple before(List<NodeTuple> pairs, String name) {
    int rank = ORDER.indexOf(name);
    if (rank < 0) {
      return pairs.getLast();
    }
    NodeTuple last = null;
    boolean known = false;
    for (var pair : pairs) {
      int other = ORDER.indexOf(YamlPlaces.key(pair));
      known |= other >= 0;
      if (other >= 0 && other < rank) {
        last = pair;
      }
    }
    return known ? last : pairs.getLast();
  }

  private String append(SequenceNode list, Object value) {
    var items = list.getValue();
    if (YamlPlaces.inLine(list)) {
      int after = items.isEmpty() ? places.start(list) + 1 : places.end(items.getLast());
      return cut(after, after, (items.isEmpty() ? "" : ", ") + YamlWriting.inline(value));
    }
    int dash = places.start(list);
    var indent = " ".repeat(dash - places.lineStart(dash));
    int line = places.lineEnd(places.end(items.getLast()));
    return cut(line, line, "\n" + YamlWriting.item(indent, value));
  }

  private @Nullable String take(At at) {
    var nodes = at.holder().getValue();
    if (nodes.size() == 1) {
      return empty(at.holder());
    }
    int from = from(nodes.get(at.number()));
    int until = places.end(at.value());
    boolean isLast = at.number() == nodes.size() - 1;
    int next = isLast ? until : from(nodes.get(at.number() + 1));
    if (YamlPlaces.inLine(at.holder())) {
      return isLast
          ? cut(places.end(value(nodes.get(at.number() - 1))), until, "")
          : cut(from, next, "");
    }
    var before = places.before(from);
    if (before.isBlank() || (at.pair() == null && before.strip().equals("-"))) {
      int line = places.withComments(places.lineStart(from));
      return cut(line, Math.min(text.length(), places.lineEnd(until) + 1), "");
    }
    return isLast ? null : cut(from, next, "");
  }

  private @Nullable String empty(CollectionNode<?> holder) {
    var instead = holder instanceof MappingNode ? "{}" : "[]";
    int from = places.start(holder);
    if (YamlPlaces.inLine(holder)) {
      return cut(from, places.end(holder), instead);
    }
    int colon = text.lastIndexOf(':', from);
    // Only blanks and comments stand between a name and the block under it.
    return colon < 0 ? null : cut(colon + 1, places.end(holder), " " + instead);
  }

  private int from(Object one) {
    return places.start(one instanceof NodeTuple pair ? pair.getKeyNode() : (Node) one);
  }

  private static Node value(Object one) {
    return one instanceof NodeTuple pair ? pair.getValueNode() : (Node) one;
  }

  private @Nullable String copy(At at, String as) {
    var pair = at.pair();
    if (pair == null) {
      return null;
    }
    int key = places.start(pair.getKeyNode());
    int until = places.end(at.value());
    var same = YamlWriting.inline(as) + text.substring(places.colon(pair) - 1, until);
    if (!isBlock(at)) {
      return cut(until, until, ", " + same);
    }
    int line = places.lineEnd(until);
    return cut(line, line, "\n" + " ".repeat(key - places.lineStart(key)) + same);
  }

  /** What has to stand at a depth so that the path leads to the value. */
  private static Object nested(List<String> path, int depth, Object value) {
    var made = value;
    for (int at = path.size() - 1; at >= depth; at--) {
      var one = new LinkedHashMap<String, Object>();
      one.put(path.get(at), made);
      made = one;
    }
    return made;
  }

  private static String joined(String before, String after) {
    return before.isEmpty() || before.endsWith("\n") ? before + after : before + "\n" + after;
  }
}
