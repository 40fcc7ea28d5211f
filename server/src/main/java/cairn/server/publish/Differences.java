package cairn.server.publish;

import cairn.blueprint.file.FileText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What differs in meaning between two sets of files: place by place, whatever the layout. */
final class Differences {
  /** Differences told of one draft; whoever changed more reads the lines. */
  static final int TOLD_MAX = 500;

  /**
   * One difference.
   *
   * @param path the names that lead to it in its file
   * @param kind {@code added}, {@code removed}, {@code changed}, or {@code moved} for an action
   *     that stands in another group than before
   * @param before what stood there, or the group it stood in; nothing for what is new
   * @param after what stands there, or the group it stands in; nothing for what is gone
   * @param whole whether a whole part came or went, told by its name or sentence
   */
  record Difference(
      String file,
      List<String> path,
      String kind,
      @Nullable String before,
      @Nullable String after,
      boolean whole) {}

  private final List<Difference> found = new ArrayList<>();

  private Differences() {}

  static List<Difference> between(
      SortedMap<String, String> before, SortedMap<String, String> after) {
    var all = new Differences();
    var paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    paths.removeIf(path -> before.getOrDefault(path, "").equals(after.getOrDefault(path, "")));
    var older = contents(before, paths);
    var newer = contents(after, paths);
    all.moves(older, newer);
    for (var path : paths) {
      all.compare(
          path, List.of(), older.getOrDefault(path, Map.of()), newer.getOrDefault(path, Map.of()));
    }
    return List.copyOf(all.found);
  }

  private static Map<String, Map<String, Object>> contents(
      SortedMap<String, String> files, Set<String> paths) {
    var contents = new HashMap<String, Map<String, Object>>();
    paths.forEach(path -> contents.put(path, new FileText(files.getOrDefault(path, "")).content()));
    return contents;
  }

  /** Tells the actions that stand in another group than before, and what changed in them. */
  private void moves(
      Map<String, Map<String, Object>> before, Map<String, Map<String, Object>> after) {
    var stood = ActionPlace.all(before);
    ActionPlace.all(after)
        .forEach((id, now) -> {
          var then = stood.get(id);
          if (then == null || then.isAt(now)) {
            return;
          }
          found.add(
              new Difference(
                  now.file(), now.path(id), "moved", then.groupName(), now.groupName(), false));
          compare(now.file(), now.path(id), then.takeOut(id), now.takeOut(id));
        });
  }

  private void compare(String file, List<String> path, Object before, Object after) {
    if (before instanceof Map<?, ?> older && after instanceof Map<?, ?> newer) {
      var names = new LinkedHashSet<Object>(older.keySet());
      names.addAll(newer.keySet());
      for (var name : names) {
        step(file, path, String.valueOf(name), older.get(name), newer.get(name));
      }
    } else if (before instanceof List<?> older
        && after instanceof List<?> newer
        && (isOfNamed(older) || isOfNamed(newer))
        && areNamed(older)
        && areNamed(newer)) {
      named(file, path, older, newer);
    } else if (isOfParts(before) && isOfParts(after)) {
      var older = (List<?>) before;
      var newer = (List<?>) after;
      for (int at = 0; at < Math.max(older.size(), newer.size()); at++) {
        step(
            file,
            path,
            Integer.toString(at),
            at < older.size() ? older.get(at) : null,
            at < newer.size() ? newer.get(at) : null);
      }
    } else if (!before.equals(after)) {
      add(file, path, before, after);
    }
  }

  /** Compares what stands under the same name, wherever in the list; else tells of the order. */
  private void named(String file, List<String> path, List<?> before, List<?> after) {
    int known = found.size();
    var older = byName(before);
    var newer = byName(after);
    var names = new LinkedHashSet<>(older.keySet());
    names.addAll(newer.keySet());
    for (var name : names) {
      var longer = new ArrayList<>(path);
      longer.add(name);
      var then = older.get(name);
      var now = newer.get(name);
      if (then != null && now != null) {
        compare(file, longer, then, now);
      } else {
        var whole = Map.of("name", name);
        add(file, longer, then == null ? null : whole, now == null ? null : whole);
        if (now != null) {
          compare(file, longer, Map.of(), now);
        }
      }
    }
    if (found.size() == known && !before.equals(after)) {
      add(file, path, before, after);
    }
  }

  /** What is said of each name: nothing of one that stands there alone. */
  private static Map<String, Map<?, ?>> byName(List<?> items) {
    var all = new LinkedHashMap<String, Map<?, ?>>();
    for (var item : items) {
      if (item instanceof Map<?, ?> map) {
        var rest = new LinkedHashMap<Object, Object>(map);
        all.putIfAbsent(String.valueOf(rest.remove("name")), rest);
      } else {
        all.putIfAbsent(String.valueOf(item), Map.of());
      }
    }
    return all;
  }

  /** Whether all are names, or parts with a name. */
  private static boolean areNamed(List<?> items) {
    return items.stream()
        .allMatch(item ->
            item instanceof String
                || (item instanceof Map<?, ?> map && map.get("name") instanceof String));
  }

  private static boolean isOfNamed(List<?> items) {
    return items.stream()
        .anyMatch(item -> item instanceof Map<?, ?> map && map.get("name") instanceof String);
  }

  private void step(
      String file,
      List<String> path,
      String name,
      @Nullable Object before,
      @Nullable Object after) {
    var longer = new ArrayList<>(path);
    longer.add(name);
    if (before != null && after != null) {
      compare(file, longer, before, after);
    } else if (holdsParts(before) || holdsParts(after)) {
      compare(file, longer, orEmpty(before), orEmpty(after));
    } else {
      add(file, longer, before, after);
    }
  }

  private void add(
      String file, List<String> path, @Nullable Object before, @Nullable Object after) {
    if (found.size() < TOLD_MAX) {
      found.add(
          new Difference(
              file,
              List.copyOf(path),
              before == null ? "added" : after == null ? "removed" : "changed",
              words(before),
              words(after),
              before instanceof Map || after instanceof Map));
    }
  }

  /** Whether this only holds parts that have names: each of them came or went by itself. */
  private static boolean holdsParts(@Nullable Object value) {
    return value instanceof Map<?, ?> map
        && !map.isEmpty()
        && map.values().stream().allMatch(Map.class::isInstance);
  }

  private static Object orEmpty(@Nullable Object value) {
    return value == null ? Map.of() : value;
  }

  private static boolean isOfParts(Object value) {
    return value instanceof List<?> list
        && !list.isEmpty()
        && list.stream().allMatch(Map.class::isInstance);
  }

  /** A part is told by what people call it; a mapping of values by its values. */
  private static @Nullable String words(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Map<?, ?> map -> {
        for (var name : List.of("name", "sentence", "title")) {
          if (map.get(name) instanceof String text) {
            yield text;
          }
        }
        yield String.join(
            ", ", map.values().stream().map(one -> String.valueOf(words(one))).toList());
      }
      case List<?> list ->
          String.join(", ", list.stream().map(one -> String.valueOf(words(one))).toList());
      default -> value.toString();
    };
  }
}
