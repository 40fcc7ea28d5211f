package cairn.sim.crush;

import java.util.List;
import java.util.Map;

/**
 * What came of a crush.
 *
 * @param decisions that were acknowledged
 * @param people they were made for
 * @param shown slots filled
 * @param silent decisions that put nothing to anybody
 * @param stopped decisions in which something was dropped, by the stage that dropped it
 * @param given the most units that were out in one day, by group, beside how many there are
 * @param decidingSeconds how long the decisions took
 * @param broken a sentence for each thing that was not as it must be
 */
public record CrushReport(
    int decisions,
    int people,
    int shown,
    int silent,
    Map<String, Integer> stopped,
    Map<String, Units> given,
    double decidingSeconds,
    List<String> broken) {
  /** Units of one day. */
  public record Units(int given, int of) {}

  public CrushReport {
    stopped = Map.copyOf(stopped);
    given = Map.copyOf(given);
    broken = List.copyOf(broken);
  }

  /** Whether everything was as it must be. */
  public boolean isSound() {
    return broken.isEmpty();
  }
}
