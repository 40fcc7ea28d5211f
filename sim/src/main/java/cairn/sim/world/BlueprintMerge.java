package cairn.sim.world;

import cairn.blueprint.file.Bundle;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * Makes one blueprint of several. Files that may stand in folders are kept apart by the world's
 * name; the profile, the channels and the events are united by name: where two worlds declare the
 * same name, what both say of it is united too. Lists of a whole file are joined; else the first
 * one's word stands.
 */
final class BlueprintMerge {
  private static final Set<String> UNITED =
      Set.of(
          "profile.yaml",
          "channels.yaml",
          "events.yaml",
          "purposes.yaml",
          "arbitration.yaml",
          "features.yaml");

  private BlueprintMerge() {}

  /** Merges bundles by world; names the result. */
  static Bundle of(String id, String name, Map<String, Bundle> byWorld) {
    var files = new TreeMap<String, String>();
    var united = new TreeMap<String, Map<String, Object>>();
    byWorld.forEach((world, bundle) ->
        bundle
            .files()
            .forEach((path, text) -> {
              if (UNITED.contains(path)) {
                unite(united.computeIfAbsent(path, any -> new LinkedHashMap<>()), load(text));
              } else if (path.equals("blueprint.yaml")) {
                files.putIfAbsent(path, renamed(text, id, name));
              } else {
                files.put(apart(world, path), text);
              }
            }));
    united.forEach((path, content) -> files.put(path, dump(content)));
    return Bundle.of(files);
  }

  /** {@code questions.yaml} of a world becomes {@code questions/world.yaml}. */
  private static String apart(String world, String path) {
    int slash = path.indexOf('/');
    return slash < 0
        ? path.substring(0, path.lastIndexOf('.')) + "/" + world + ".yaml"
        : path.substring(0, slash + 1) + world + "-" + path.substring(slash + 1);
  }

  private static String renamed(String text, String id, String name) {
    var content = load(text);
    content.put("id", id);
    content.put("name", name);
    return dump(content);
  }

  @SuppressWarnings("unchecked") // a mapping of YAML has words as keys
  private static void unite(Map<String, Object> into, Map<String, Object> more) {
    more.forEach((key, value) -> {
      if (into.get(key) instanceof Map<?, ?> mine && value instanceof Map<?, ?> theirs) {
        into.put(key, both((Map<String, Object>) mine, (Map<String, Object>) theirs));
      } else if (into.get(key) instanceof List<?> mine && value instanceof List<?> theirs) {
        var both = new LinkedHashSet<Object>(mine);
        both.addAll(theirs);
        into.put(key, List.copyOf(both));
      } else {
        into.putIfAbsent(key, value);
      }
    });
  }

  @SuppressWarnings("unchecked") // a mapping of YAML has words as keys
  private static Map<String, Object> both(Map<String, Object> mine, Map<String, Object> theirs) {
    var both = new LinkedHashMap<>(theirs);
    mine.forEach((key, value) ->
        both.merge(
            key,
            value,
            (their, my) ->
                my instanceof Map<?, ?> && their instanceof Map<?, ?>
                    ? both((Map<String, Object>) my, (Map<String, Object>) their)
                    : my));
    return both;
  }

  @SuppressWarnings("unchecked") // a file of a blueprint is a mapping
  private static Map<String, Object> load(String text) {
    return new LinkedHashMap<>(
        (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(text));
  }

  private static String dump(Object content) {
    return new Dump(DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build())
        .dumpToString(content);
  }
}
