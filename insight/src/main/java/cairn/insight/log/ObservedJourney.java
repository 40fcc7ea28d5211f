package cairn.insight.log;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * The journey that a log shows: its main touchpoints and the main ways between them. Enough to
 * draw, or to begin a blueprint from.
 *
 * @param cases how many journeys the log holds
 * @param activities the touchpoints kept, in the order in which journeys typically meet them
 * @param activitiesLeftOut how many rarer touchpoints were left out
 * @param transitions the main ways between the touchpoints kept, the commonest first
 */
public record ObservedJourney(
    long cases, List<Activity> activities, int activitiesLeftOut, List<Transition> transitions) {

  /**
   * One touchpoint.
   *
   * @param name its label
   * @param events how often it happened
   * @param cases in how many journeys it happened
   * @param starts how many journeys began with it
   * @param ends how many journeys ended with it
   * @param position where in a journey it typically comes: 0 first, 1 last, the mean over its
   *     events
   */
  public record Activity(
      String name, long events, long cases, long starts, long ends, double position) {
    /** Refuses what cannot be counted. */
    public Activity {
      requireNonNull(name);
      if (events < 1 || cases < 1 || starts > cases || ends > cases || cases > events) {
        throw new IllegalArgumentException("these counts cannot come from a log");
      }
    }
  }

  /**
   * A way from one touchpoint to the next.
   *
   * @param from where it leaves
   * @param to where it arrives
   * @param count how often it was taken
   * @param share the part of everything that leaves {@code from}, endings included, in [0, 1]
   * @param meanGap the mean time it took
   */
  public record Transition(String from, String to, long count, double share, Duration meanGap) {
    /** Refuses what cannot be counted. */
    public Transition {
      requireNonNull(from);
      requireNonNull(to);
      requireNonNull(meanGap);
      if (count < 1 || !(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("a transition was taken at least once");
      }
    }
  }

  /** Keeps unchangeable copies. */
  public ObservedJourney {
    activities = List.copyOf(activities);
    transitions = List.copyOf(transitions);
  }

  /** The touchpoints that journeys begin with, the commonest first. */
  public List<Activity> beginnings() {
    return activities.stream()
        .filter(activity -> activity.starts() > 0)
        .sorted((a, b) -> Long.compare(b.starts(), a.starts()))
        .toList();
  }

  /** The touchpoints that journeys end with, the commonest first. */
  public List<Activity> endings() {
    return activities.stream()
        .filter(activity -> activity.ends() > 0)
        .sorted((a, b) -> Long.compare(b.ends(), a.ends()))
        .toList();
  }
}
