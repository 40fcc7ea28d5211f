package cairn.server.publish;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The group that an action stands in.
 *
 * @param actions what the file says of all actions of the group, by their ids
 */
record ActionPlace(String file, String group, String groupName, Map<?, ?> actions) {
  /** Where each action of some files stands, by its id; the first place of one that has two. */
  static Map<String, ActionPlace> all(Map<String, Map<String, Object>> files) {
    var all = new TreeMap<String, ActionPlace>();
    new TreeMap<>(files)
        .forEach((file, content) -> {
          if (file.startsWith("actions") && content.get("groups") instanceof Map<?, ?> groups) {
            groups.forEach((group, fields) -> add(file, String.valueOf(group), fields, all));
          }
        });
    return all;
  }

  private static void add(String file, String group, Object fields, Map<String, ActionPlace> all) {
    if (fields instanceof Map<?, ?> one && one.get("actions") instanceof Map<?, ?> actions) {
      var name = one.get("name") instanceof String text ? text : group;
      var place = new ActionPlace(file, group, name, actions);
      actions.keySet().forEach(id -> all.putIfAbsent(String.valueOf(id), place));
    }
  }

  boolean isAt(ActionPlace other) {
    return file.equals(other.file) && group.equals(other.group);
  }

  List<String> path(String id) {
    return List.of("groups", group, "actions", id);
  }

  /** Takes an action out of what its file says, and gives it back. */
  Object takeOut(String id) {
    return Objects.requireNonNullElse(actions.remove(id), Map.of());
  }
}
