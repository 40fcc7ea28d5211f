package cairn.blueprint.draft;

import static cairn.blueprint.draft.DraftYaml.ordered;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The channels that a map names, found among those that are declared or added to them. A channel
 * without a name is the first one on which people come by themselves.
 */
final class DraftChannels {
  private static final String EMAIL = "email";
  private static final String INBOUND = "inbound";
  private static final String ASSISTED = "assisted";

  private final Map<String, String> kinds = new TreeMap<>();
  private final Map<String, Object> added = new TreeMap<>();

  /** Channels beside those declared in a form of {@code channels.yaml}. */
  DraftChannels(Map<String, Object> declared) {
    declared.forEach((id, form) -> {
      if (form instanceof Map<?, ?> fields) {
        kinds.put(id, String.valueOf(fields.get("kind")));
      }
    });
  }

  /** What has to be declared besides. */
  Map<String, Object> added() {
    return added;
  }

  /** The id of a channel by the name that people use. */
  String id(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replace("ß", "ss");
    String id = plain.replaceAll("[^a-z0-9]+", "-");
    id = id.replaceAll("^-|-$", "");
    if (kinds.containsKey(id)) {
      return id;
    }
    String kind = kind(id);
    if (id.isEmpty() || kind.equals(EMAIL)) {
      for (var known : kinds.entrySet()) {
        if (known.getValue().equals(kind)) {
          return known.getKey();
        }
      }
    }
    return add(id.isEmpty() ? "app" : id, name.isEmpty() ? "App" : name, kind);
  }

  /** A channel that shows, for what waits until the person comes. */
  String inbound(String name) {
    String id = id(name);
    return EMAIL.equals(kinds.get(id)) ? id("") : id;
  }

  boolean isMail(String id) {
    return EMAIL.equals(kinds.get(id));
  }

  private String add(String id, String name, String kind) {
    var form = ordered("name", Words.cut(name, Words.NAME_MAX), "kind", kind);
    if (kind.equals(EMAIL)) {
      form.put("address", "email");
    }
    kinds.put(id, kind);
    added.put(id, form);
    return id;
  }

  private static String kind(String id) {
    if (id.equals("e-mail") || id.equals(EMAIL) || id.equals("mail")) {
      return EMAIL;
    }
    boolean shown = id.isEmpty() || Stream.of(id.split("-")).anyMatch(DraftChannels::isShown);
    return shown ? INBOUND : ASSISTED;
  }

  /** Whole words, for an app is in every "Klappe"; German joins the other two to their kind. */
  private static boolean isShown(String word) {
    return word.equals("app")
        || word.equals("apps")
        || word.startsWith("web")
        || word.endsWith("portal");
  }
}
