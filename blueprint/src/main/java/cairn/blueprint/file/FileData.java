package cairn.blueprint.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a file means, as mappings, lists and values, and the same changes made to that. */
final class FileData {
  private FileData() {}

  /** Whether two mean the same; 1 and 1.0 do. */
  static boolean same(@Nullable Object one, @Nullable Object other) {
    return switch (one) {
      case Map<?, ?> map ->
          other instanceof Map<?, ?> others
              && map.keySet().equals(others.keySet())
              && map.entrySet().stream()
                  .allMatch(entry -> same(entry.getValue(), others.get(entry.getKey())));
      case List<?> list -> other instanceof List<?> others && same(list, others);
      case Number number -> other instanceof Number another && same(number, another);
      case null -> other == null;
      default -> one.equals(other);
    };
  }

  private static boolean same(Number number, Number other) {
    return (isFinite(number) && isFinite(other))
        ? new BigDecimal(number.toString()).compareTo(new BigDecimal(other.toString())) == 0
        : number.equals(other);
  }

  /** YAML also knows numbers without end, and what is none. */
  private static boolean isFinite(Number number) {
    return !(number instanceof Double decimal) || Double.isFinite(decimal);
  }

  private static boolean same(List<?> list, List<?> others) {
    boolean equal = list.size() == others.size();
    for (int at = 0; equal && at < list.size(); at++) {
      equal = same(list.get(at), others.get(at));
    }
    return equal;
  }

  /** With a value at a place, or null where the path leads nowhere. */
  static @Nullable Object put(@Nullable Object here, List<String> path, int depth, Object value) {
    if (depth == path.size()) {
      return value;
    }
    var name = path.get(depth);
    if (here instanceof List<?> list) {
      int at = number(name);
      if (at < 0 || at > list.size()) {
        return null;
      }
      var items = new ArrayList<@Nullable Object>(list);
      var next = put(at < list.size() ? list.get(at) : null, path, depth + 1, value);
      if (at == list.size()) {
        items.add(next);
      } else {
        items.set(at, next);
      }
      return next == null ? null : items;
    }
    if (here != null && !(here instanceof Map<?, ?>)) {
      return null;
    }
    var fields = here instanceof Map<?, ?> map ? named(map) : new LinkedHashMap<String, Object>();
    var next = put(fields.get(name), path, depth + 1, value);
    if (next == null) {
      return null;
    }
    fields.put(name, next);
    return fields;
  }

  /** Without what stands at a place, or null. */
  static @Nullable Object take(@Nullable Object data, List<String> path) {
    return inside(
        data,
        path,
        (holder, name) -> {
          if (holder instanceof Map<?, ?> map && map.containsKey(name)) {
            var fields = named(map);
            fields.remove(name);
            return fields;
          }
          if (holder instanceof List<?> list && number(name) >= 0 && number(name) < list.size()) {
            var items = new ArrayList<@Nullable Object>(list);
            items.remove(number(name));
            return items;
          }
          return null;
        });
  }

  /** With what stands under a name under another too, or null. */
  static @Nullable Object copy(@Nullable Object data, List<String> path, String as) {
    return inside(
        data,
        path,
        (holder, name) -> {
          if (!(holder instanceof Map<?, ?> map) || !map.containsKey(name) || map.containsKey(as)) {
            return null;
          }
          var fields = named(map);
          fields.put(as, map.get(name));
          return fields;
        });
  }

  private interface Holding {
    @Nullable Object made(@Nullable Object holder, String name);
  }

  private static @Nullable Object inside(@Nullable Object data, List<String> path, Holding change) {
    if (path.isEmpty()) {
      return null;
    }
    if (path.size() == 1) {
      return change.made(data, path.getFirst());
    }
    var name = path.getFirst();
    var rest = path.subList(1, path.size());
    if (data instanceof Map<?, ?> map && map.containsKey(name)) {
      var next = inside(map.get(name), rest, change);
      var fields = named(map);
      fields.put(name, next);
      return next == null ? null : fields;
    }
    if (data instanceof List<?> list && number(name) >= 0 && number(name) < list.size()) {
      var next = inside(list.get(number(name)), rest, change);
      var items = new ArrayList<@Nullable Object>(list);
      items.set(number(name), next);
      return next == null ? null : items;
    }
    return null;
  }

  /** A place in a list, or -1. */
  static int number(String name) {
    return name.matches("[0-9]{1,6}") ? Integer.parseInt(name) : -1;
  }

  static Map<String, @Nullable Object> named(Map<?, ?> map) {
    var named = new LinkedHashMap<String, @Nullable Object>();
    map.forEach((name, value) -> named.put(String.valueOf(name), value));
    return named;
  }
}
