package cairn.server.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every route there is. It finds the route of a request, guards it, and is what the interface's
 * description is made from. Repeated and trailing slashes make no difference, because clients that
 * append their own path produce them.
 */
public final class RouteTable {
  private final List<Route> routes;
  private final Node root = new Node();

  /** A route and what its names in braces stand for. */
  public record Match(Route route, Map<String, String> params) {}

  /** What was found under a path. */
  public sealed interface Found {
    record One(Match match) implements Found {}

    /** There is such a path, for other methods. */
    record OtherMethod(List<Method> allowed) implements Found {}

    record None() implements Found {}
  }

  /** One part of a path. */
  private static final class Node {
    private final Map<String, Node> literal = new HashMap<>();
    private final Map<Method, Route> routes = new HashMap<>();
    private @Nullable Node named;
    private String name = "";
  }

  public RouteTable(List<Route> routes) {
    this.routes = List.copyOf(routes);
    for (var route : routes) {
      add(route);
    }
  }

  public List<Route> routes() {
    return routes;
  }

  private void add(Route route) {
    var node = root;
    for (var part : parts(route.path())) {
      if (part.startsWith("{")) {
        var name = part.substring(1, part.length() - 1);
        var next = node.named;
        if (next == null) {
          next = new Node();
          next.name = name;
          node.named = next;
        } else if (!next.name.equals(name)) {
          throw new IllegalArgumentException("two names for one place: " + route.path());
        }
        node = next;
      } else {
        node = node.literal.computeIfAbsent(part, any -> new Node());
      }
    }
    if (node.routes.put(route.method(), route) != null) {
      throw new IllegalArgumentException("two routes for " + route.method() + " " + route.path());
    }
  }

  /** Finds the route; a literal part wins over a name. */
  public Found find(Method method, String path) {
    var params = new HashMap<String, String>();
    var node = walk(root, parts(path), 0, params);
    if (node.isEmpty()) {
      return new Found.None();
    }
    var route = node.get().routes.get(method);
    if (route == null) {
      return new Found.OtherMethod(node.get().routes.keySet().stream().sorted().toList());
    }
    return new Found.One(new Match(route, params));
  }

  private static Optional<Node> walk(
      Node node, List<String> parts, int at, Map<String, String> params) {
    if (at == parts.size()) {
      return node.routes.isEmpty() ? Optional.empty() : Optional.of(node);
    }
    var literal = node.literal.get(parts.get(at));
    if (literal != null) {
      var found = walk(literal, parts, at + 1, params);
      if (found.isPresent()) {
        return found;
      }
    }
    var named = node.named;
    if (named == null) {
      return Optional.empty();
    }
    params.put(named.name, parts.get(at));
    return walk(named, parts, at + 1, params);
  }

  private static List<String> parts(String path) {
    var parts = new ArrayList<String>(6);
    int from = 0;
    while (from < path.length()) {
      int to = path.indexOf('/', from);
      if (to < 0) {
        to = path.length();
      }
      if (to > from) {
        parts.add(path.substring(from, to));
      }
      from = to + 1;
    }
    return parts;
  }
}
