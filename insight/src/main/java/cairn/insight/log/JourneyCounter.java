package cairn.insight.log;

import cairn.conformance.DirectlyFollows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts journeys as they come by: cases, events, labels, sequences and which label follows which.
 * Memory is bounded by {@link #ACTIVITIES_MAX}, {@link #PAIRS_MAX} and the bounds on variants,
 * whatever the number of journeys. For one thread.
 */
public final class JourneyCounter {

  /** Different labels; more mean that a column was mistaken for the activity. */
  public static final int ACTIVITIES_MAX = 5_000;

  /** Different pairs of labels that follow each other; more mean the same. */
  public static final int PAIRS_MAX = 250_000;

  private final Map<String, Activity> activities = new HashMap<>();
  private final Map<Long, Pair> pairs = new HashMap<>();
  private final VariantCounter variants = new VariantCounter();
  private int[] sequence = new int[256];
  private long people;
  private long cases;
  private long events;
  private int lengthMin = Integer.MAX_VALUE;
  private int lengthMax;
  private @Nullable Instant from;
  private @Nullable Instant until;

  /** A counter that has seen nothing. */
  public JourneyCounter() {}

  /** What is known of one label. */
  private static final class Activity {
    final String name;
    final int number;
    long events;
    long cases;
    long starts;
    long ends;
    long lastCase;
    double positions;

    Activity(String name, int number) {
      this.name = name;
      this.number = number;
    }
  }

  /** What is known of two labels that follow each other. */
  private static final class Pair {
    final Activity from;
    final Activity to;
    long count;
    double gapSeconds;

    Pair(Activity from, Activity to) {
      this.from = from;
      this.to = to;
    }
  }

  /**
   * Counts the journeys of one person.
   *
   * @return false, and from then on the counts are incomplete, when a bound on labels is passed
   */
  public boolean add(PersonRows person) {
    people++;
    boolean within = true;
    for (List<EventRow> journey : person.cases().values()) {
      within &= addCase(journey);
    }
    return within;
  }

  private boolean addCase(List<EventRow> rows) {
    int length = rows.size();
    if (sequence.length < length) {
      sequence = new int[Math.max(length, sequence.length * 2)];
    }
    cases++;
    events += length;
    lengthMin = Math.min(lengthMin, length);
    lengthMax = Math.max(lengthMax, length);
    Activity before = null;
    Instant then = rows.getFirst().at();
    from = from == null || then.isBefore(from) ? then : from;
    for (int index = 0; index < length; index++) {
      EventRow row = rows.get(index);
      Activity activity = activity(row.activity());
      if (activity == null) {
        return false;
      }
      sequence[index] = activity.number;
      activity.events++;
      activity.cases += activity.lastCase == cases ? 0 : 1;
      activity.lastCase = cases;
      activity.positions += length == 1 ? 0 : (double) index / (length - 1);
      if (before == null) {
        activity.starts++;
      } else if (!follow(before, activity, Duration.between(then, row.at()))) {
        return false;
      }
      before = activity;
      then = row.at();
    }
    if (before != null) {
      before.ends++;
    }
    until = until == null || then.isAfter(until) ? then : until;
    variants.add(sequence, length);
    return true;
  }

  private @Nullable Activity activity(String name) {
    Activity known = activities.get(name);
    if (known == null && activities.size() < ACTIVITIES_MAX) {
      known = new Activity(name, activities.size());
      activities.put(name, known);
    }
    return known;
  }

  private boolean follow(Activity before, Activity after, Duration gap) {
    long key = ((long) before.number << 32) | after.number;
    Pair pair = pairs.get(key);
    if (pair == null) {
      if (pairs.size() == PAIRS_MAX) {
        return false;
      }
      pair = new Pair(before, after);
      pairs.put(key, pair);
    }
    pair.count++;
    pair.gapSeconds += gap.toMillis() / 1000.0;
    return true;
  }

  /** What has been seen so far. */
  public LogSummary summary() {
    var names = new String[activities.size()];
    activities.values().forEach(activity -> names[activity.number] = activity.name);
    String[] top = variants.top(names);
    return new LogSummary(
        people,
        cases,
        events,
        activities.size(),
        variants.distinct(),
        variants.isComplete(),
        pairs.size(),
        cases == 0 ? 0 : lengthMin,
        cases == 0 ? 0 : (double) events / cases,
        lengthMax,
        top == null ? List.of() : Arrays.asList(top),
        variants.topCount(),
        from,
        until);
  }

  /** The directly-follows graph of what has been seen so far. */
  public DirectlyFollows directlyFollows() {
    var counts = new TreeMap<String, Long>();
    var starts = new TreeMap<String, Long>();
    var ends = new TreeMap<String, Long>();
    for (Activity activity : activities.values()) {
      counts.put(activity.name, activity.events);
      if (activity.starts > 0) {
        starts.put(activity.name, activity.starts);
      }
      if (activity.ends > 0) {
        ends.put(activity.name, activity.ends);
      }
    }
    var follows = new TreeMap<DirectlyFollows.Pair, Long>();
    for (Pair pair : pairs.values()) {
      follows.put(new DirectlyFollows.Pair(pair.from.name, pair.to.name), pair.count);
    }
    return new DirectlyFollows(counts, starts, ends, follows);
  }

  /**
   * The journey seen so far, for drawing.
   *
   * @param activitiesMax touchpoints to keep, at least 1, beside the commonest beginning and ending
   */
  public ObservedJourney observed(int activitiesMax) {
    var all = new ArrayList<ObservedJourney.Activity>();
    for (Activity activity : activities.values()) {
      if (activity.events > 0) {
        all.add(
            new ObservedJourney.Activity(
                activity.name,
                activity.events,
                activity.cases,
                activity.starts,
                activity.ends,
                activity.positions / activity.events));
      }
    }
    var ways = new ArrayList<ObservedJourney.Transition>();
    for (Pair pair : pairs.values()) {
      ways.add(
          new ObservedJourney.Transition(
              pair.from.name,
              pair.to.name,
              pair.count,
              (double) pair.count / pair.from.events,
              Duration.ofMillis(Math.round(pair.gapSeconds / pair.count * 1000))));
    }
    return MainWays.of(cases, all, ways, activitiesMax);
  }
}
