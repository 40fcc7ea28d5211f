package cairn.blueprint.file;

import java.util.Map;

/**
 * Where people of an older version of a journey go on.
 *
 * @param from the version they stand on
 * @param to the version they come to
 * @param steps each step left, and the one that takes its place; steps not named keep their name
 */
public record Migration(String journey, int from, int to, Map<String, String> steps) {
  public Migration {
    steps = Map.copyOf(steps);
  }

  /** The step of the new version for a step of the old one. */
  public String step(String old) {
    return steps.getOrDefault(old, old);
  }
}
