package cairn.blueprint.observed;

import java.time.Duration;
import java.util.List;

/**
 * What a log of events amounts to.
 *
 * @param id the id of the blueprint and journey to be written: small letters, digits and hyphens
 * @param name what people call it
 * @param activities the touchpoints by their labels, in any order
 * @param ways the commonest ways from one touchpoint to the next
 */
public record ObservedLog(String id, String name, List<Activity> activities, List<Way> ways) {
  /**
   * One touchpoint.
   *
   * @param events how often it happened
   * @param starts how many journeys began with it
   * @param ends how many journeys ended with it
   * @param position where in a journey it typically comes: 0 first, 1 last
   */
  public record Activity(String label, long events, long starts, long ends, double position) {
    public Activity {
      if (label.isBlank() || !(position >= 0 && position <= 1)) {
        throw new IllegalArgumentException("a touchpoint has a label and a position from 0 to 1");
      }
    }
  }

  /**
   * A way between touchpoints.
   *
   * @param share the part of everything that leaves {@code from}, 0 to 1
   * @param meanGap the mean time it took
   */
  public record Way(String from, String to, long count, double share, Duration meanGap) {}

  public ObservedLog {
    activities = List.copyOf(activities);
    ways = List.copyOf(ways);
    if (activities.isEmpty() || !id.matches("[a-z0-9][a-z0-9-]{0,63}") || name.isBlank()) {
      throw new IllegalArgumentException(
          "a log has a short id, a name and at least one touchpoint");
    }
  }
}
