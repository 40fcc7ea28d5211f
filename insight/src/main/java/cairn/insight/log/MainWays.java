package cairn.insight.log;

import cairn.insight.log.ObservedJourney.Activity;
import cairn.insight.log.ObservedJourney.Transition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Chooses what of a busy log is worth drawing. */
final class MainWays {

  /*
   * Touchpoints: those that the most journeys meet, and the commonest beginning and ending.
   * Transitions: from each touchpoint its commonest ways out, until they and the journeys that end
   * there make up COVERED of what leaves it; and into each touchpoint its commonest way, so that
   * nothing stands alone.
   */

  /** The share of what leaves a touchpoint that the ways kept should explain. */
  static final double COVERED = 0.8;

  private static final Comparator<Activity> MET_BY_MOST =
      Comparator.comparingLong(Activity::cases)
          .thenComparingLong(Activity::events)
          .reversed()
          .thenComparing(Activity::name);

  private static final Comparator<Transition> COMMONEST =
      Comparator.comparingLong(Transition::count)
          .reversed()
          .thenComparing(Transition::from)
          .thenComparing(Transition::to);

  private MainWays() {}

  static ObservedJourney of(
      long cases, List<Activity> activities, List<Transition> transitions, int activitiesMax) {
    if (activitiesMax < 1) {
      throw new IllegalArgumentException("at least one touchpoint is kept");
    }
    var kept = new LinkedHashSet<Activity>();
    activities.stream().sorted(MET_BY_MOST).limit(activitiesMax).forEach(kept::add);
    activities.stream()
        .filter(activity -> activity.starts() > 0)
        .max(Comparator.comparingLong(Activity::starts).thenComparing(Activity::name))
        .ifPresent(kept::add);
    activities.stream()
        .filter(activity -> activity.ends() > 0)
        .max(Comparator.comparingLong(Activity::ends).thenComparing(Activity::name))
        .ifPresent(kept::add);
    var inOrder =
        kept.stream()
            .sorted(Comparator.comparingDouble(Activity::position).thenComparing(Activity::name))
            .toList();
    return new ObservedJourney(
        cases, inOrder, activities.size() - kept.size(), mainWays(inOrder, transitions));
  }

  private static List<Transition> mainWays(List<Activity> kept, List<Transition> transitions) {
    Map<String, Activity> byName = new HashMap<>();
    kept.forEach(activity -> byName.put(activity.name(), activity));
    var between =
        transitions.stream()
            .filter(way -> byName.containsKey(way.from()) && byName.containsKey(way.to()))
            .sorted(COMMONEST)
            .toList();
    Map<String, Double> explained = new HashMap<>();
    kept.forEach(
        activity -> explained.put(activity.name(), (double) activity.ends() / activity.events()));
    Set<String> entered = new LinkedHashSet<>();
    var main = new ArrayList<Transition>();
    for (Transition way : between) {
      boolean isWayOut = explained.merge(way.from(), 0.0, Double::sum) < COVERED;
      boolean isFirstWayIn = !way.from().equals(way.to()) && !entered.contains(way.to());
      if (isWayOut || isFirstWayIn) {
        main.add(way);
        explained.merge(way.from(), way.share(), Double::sum);
        if (!way.from().equals(way.to())) {
          entered.add(way.to());
        }
      }
    }
    return main;
  }
}
