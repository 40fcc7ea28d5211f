package cairn.server.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One mapping of a file, and the names that lead to it. */
record FormNode(String file, List<String> path, Map<?, ?> fields) {
  @Nullable String text(String name) {
    return fields.get(name) instanceof String text ? text : null;
  }

  boolean isFlagged(String name) {
    return "true".equals(text(name));
  }

  List<String> texts(String name) {
    return fields.get(name) instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }

  Map<String, String> all() {
    var all = new LinkedHashMap<String, String>();
    fields.forEach((name, value) -> {
      if (value instanceof String text) {
        all.put(String.valueOf(name), text);
      }
    });
    return all;
  }

  FormNode under(String name) {
    var longer = new ArrayList<>(path);
    longer.add(name);
    return new FormNode(file, longer, fields.get(name) instanceof Map<?, ?> map ? map : Map.of());
  }

  /** What stands under each name. */
  List<FormNode> each() {
    return fields.keySet().stream().map(name -> under(String.valueOf(name))).toList();
  }

  List<FormNode> items(String name) {
    return fields.get(name) instanceof List<?> list
        ? list.stream()
            .map(item -> new FormNode(file, path, item instanceof Map<?, ?> map ? map : Map.of()))
            .toList()
        : List.of();
  }

  String id() {
    return path.getLast();
  }

  CatalogueForms.ScopeForm scope() {
    for (var level : List.of("action", "group", "issue")) {
      var id = text(level);
      if (id != null) {
        return new CatalogueForms.ScopeForm(level, id);
      }
    }
    return new CatalogueForms.ScopeForm("all", "");
  }
}
