package cairn.map.live;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives out ids made from names, each once. */
final class StepIds {
  private final Set<String> ids = new HashSet<>();

  /** Keeps an id from being given out. */
  void reserve(String id) {
    ids.add(id);
  }

  /** An id of a name. */
  String slug(String name, String otherwise) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replace("ß", "ss")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String stem = plain.isEmpty() ? otherwise : plain;
    stem =
        stem.length() > Proposer.ID_MAX
            ? stem.substring(0, Proposer.ID_MAX).replaceAll("-$", "")
            : stem;
    String id = stem;
    for (int again = 2; !ids.add(id); again++) {
      id = stem + "-" + again;
    }
    return id;
  }

  static boolean isId(String text) {
    return text.length() <= Proposer.ID_MAX && text.matches("[a-z0-9][a-z0-9-]*");
  }
}
