package cairn.server.imports;

import cairn.blueprint.file.Bundle;
import cairn.blueprint.observed.ObservedLog;
import cairn.insight.log.ObservedJourney;
import java.util.Locale;
import java.util.Set;

/**
 * A blueprint drawn from what an import saw. It says what happened, not what should; a designer
 * goes on from it.
 */
public final class ObservedBlueprint {
  private static final int SLUG_CHARS_MAX = 48;
  private static final int NAME_CHARS_MAX = 200;

  private ObservedBlueprint() {}

  /**
   * The files of such a blueprint.
   *
   * @param id the journey's and the blueprint's id: small letters, digits and hyphens
   * @param name what people call it
   */
  public static Bundle of(ObservedJourney observed, String id, String name) {
    return cairn.blueprint.observed.ObservedBlueprint.of(
        new ObservedLog(
            id,
            name.substring(0, Math.min(name.length(), NAME_CHARS_MAX)),
            observed.activities().stream()
                .map(a ->
                    new ObservedLog.Activity(
                        a.name(), a.events(), a.starts(), a.ends(), a.position()))
                .toList(),
            observed.transitions().stream()
                .map(t -> new ObservedLog.Way(t.from(), t.to(), t.count(), t.share(), t.meanGap()))
                .toList()));
  }

  /** Small letters, digits and hyphens, each once. */
  public static String slug(String label, Set<String> taken) {
    var plain =
        label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    var slug =
        plain.isEmpty() ? "step" : plain.substring(0, Math.min(plain.length(), SLUG_CHARS_MAX));
    var unique = slug;
    for (int i = 2; !taken.add(unique); i++) {
      unique = slug + "-" + i;
    }
    return unique;
  }
}
