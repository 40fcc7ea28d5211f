package cairn.server.live;

import cairn.map.live.Trail;
import cairn.person.Ending;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which ways people went along one journey, and how many each: a tree whose nodes are beginnings of
 * ways. Those who go alike share a node, so its size follows from how differently people go, not
 * from how many they are. It belongs to whoever holds its lock.
 */
final class TrailTree {
  /** The most nodes of one journey; whoever goes another way after that is on none. */
  static final int NODES_MAX = 5_000;

  /** The most steps of one way. */
  static final int STEPS_MAX = 100;

  /** Before the first step. */
  static final int ROOT = 0;

  /** A way that is not kept. */
  static final int NONE = -1;

  /** One beginning of ways, and how many journeys stand or ended there. */
  static final class Node {
    final int parent;
    final String step;
    final int depth;
    long here;
    final Map<Ending, Long> over = new EnumMap<>(Ending.class);
    private final Map<String, Integer> next = new HashMap<>();

    private Node(int parent, String step, int depth) {
      this.parent = parent;
      this.step = step;
      this.depth = depth;
    }
  }

  private final List<Node> nodes = new ArrayList<>(List.of(new Node(NONE, "", 0)));
  private final Set<Integer> changed = new HashSet<>();

  Node node(int id) {
    return nodes.get(id);
  }

  /** The node one step on from another; {@link #NONE} where it is not kept. */
  int on(int from, String step) {
    if (from == NONE) {
      return NONE;
    }
    var known = nodes.get(from).next.get(step);
    if (known != null) {
      return known;
    }
    int depth = nodes.get(from).depth + 1;
    return nodes.size() >= NODES_MAX || depth > STEPS_MAX ? NONE : add(from, step);
  }

  private int add(int parent, String step) {
    int id = nodes.size();
    nodes.add(new Node(parent, step, nodes.get(parent).depth + 1));
    nodes.get(parent).next.put(step, id);
    changed.add(id);
    return id;
  }

  /** Puts back a node as it was written; they come in the order of their ids. */
  void load(int id, int parent, String step, long here, Map<Ending, Long> over) {
    if (id != nodes.size()) {
      throw new IllegalStateException("a node of the trails is missing");
    }
    add(parent, step);
    nodes.get(id).here = here;
    nodes.get(id).over.putAll(over);
    changed.remove(id);
  }

  /** So many more stand there, under way or with an ending. */
  void count(int id, @Nullable Ending ending, long more) {
    if (id == NONE) {
      return;
    }
    if (ending == null) {
      nodes.get(id).here += more;
    } else {
      nodes.get(id).over.merge(ending, more, Long::sum);
    }
    changed.add(id);
  }

  /** The nodes that changed since they were last written. */
  Set<Integer> changed() {
    return changed;
  }

  /** Every way that somebody went, with how many. */
  List<Trail> trails() {
    var trails = new ArrayList<Trail>();
    for (int id = 1; id < nodes.size(); id++) {
      var node = nodes.get(id);
      var steps = node.here > 0 || !node.over.isEmpty() ? steps(id) : List.<String>of();
      if (node.here > 0) {
        trails.add(new Trail(steps, Optional.empty(), node.here));
      }
      node.over.forEach((ending, times) -> {
        if (times > 0) {
          trails.add(new Trail(steps, Optional.of(ending), times));
        }
      });
    }
    return trails;
  }

  private List<String> steps(int id) {
    var steps = new ArrayList<String>();
    for (int at = id; at != ROOT; at = nodes.get(at).parent) {
      steps.add(nodes.get(at).step);
    }
    return steps.reversed();
  }
}
