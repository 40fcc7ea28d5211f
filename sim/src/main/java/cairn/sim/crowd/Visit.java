package cairn.sim.crowd;

import java.time.Duration;
import java.util.List;

/**
 * A way in which people of a world come where something can be put to them.
 *
 * @param placements what is filled there, in order
 * @param pages what they look at when they come, each as likely; empty where nobody knows
 * @param weight how likely it is beside the other ways
 */
public record Visit(String channel, List<String> placements, List<String> pages, double weight) {
  /** Half of all people come again within this time. */
  static final Duration TYPICAL = Duration.ofDays(6);

  public Visit {
    placements = List.copyOf(placements);
    pages = List.copyOf(pages);
    if (placements.isEmpty() || !(weight > 0)) {
      throw new IllegalArgumentException("a visit has placements and a weight");
    }
  }
}
