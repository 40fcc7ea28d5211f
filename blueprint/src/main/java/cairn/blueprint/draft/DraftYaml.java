package cairn.blueprint.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Files of a blueprint as mappings, read and written. */
final class DraftYaml {
  private static final DumpSettings SETTINGS =
      DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(100).build();

  private DraftYaml() {}

  static String write(Object form) {
    return new Dump(SETTINGS).dumpToString(form);
  }

  /** The mapping that a file is; empty for any other content. */
  static Map<String, Object> read(String text) {
    return mapping(new Load(LoadSettings.builder().build()).loadFromString(text));
  }

  /** The mapping under a name; empty where there is none. */
  static Map<String, Object> under(Map<String, Object> form, String name) {
    return mapping(form.get(name));
  }

  private static Map<String, Object> mapping(@Nullable Object content) {
    var form = new LinkedHashMap<String, Object>();
    if (content instanceof Map<?, ?> map) {
      map.forEach((key, value) -> form.put(String.valueOf(key), value));
    }
    return form;
  }

  /** A mapping in the order given: names and values in turn. */
  static Map<String, Object> ordered(Object... namesAndValues) {
    var map = new LinkedHashMap<String, Object>();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      map.put((String) namesAndValues[at], namesAndValues[at + 1]);
    }
    return map;
  }
}
