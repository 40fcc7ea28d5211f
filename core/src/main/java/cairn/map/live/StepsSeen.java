package cairn.map.live;

import cairn.conformance.ActualTouchpoint;
import cairn.conformance.Deviation;
import cairn.conformance.Deviations;
import cairn.conformance.PlannedTouchpoint;
import cairn.map.score.MomentRanking;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What real journeys show of each step of a plan: how long people stay, where they leave, where
 * they go another way than drawn, and how they said it felt.
 */
public final class StepsSeen {
  /*
   * Deviations come from an alignment of each trail with the main way. A journey under way is only
   * held against the part of the plan up to the furthest step it has come to: what is still ahead
   * is not missing, nor is what lies before the earliest step: some begin in the middle. Endings other than the planned one are no deviation of a step but a leaving of
   * the step before.
   */

  /**
   * One step.
   *
   * @param people journeys that came here
   * @param waitMedian half of all stays that are over were shorter; empty when none is over
   * @param waitLong one stay in ten was longer; empty when none is over
   * @param leftHere journeys that ended otherwise than achieved straight from here
   * @param deviations how often it was missing, out of sequence, repeated, or not planned
   * @param feelings how many said how it felt
   * @param feeling the mean of what they said, -2 to 2; empty when nobody did
   * @param feelingMargin half the width of a 95 per cent interval of that mean; empty below two
   */
  public record StepSeen(
      int people,
      Optional<Duration> waitMedian,
      Optional<Duration> waitLong,
      int leftHere,
      Map<Deviation.Kind, Integer> deviations,
      int feelings,
      OptionalDouble feeling,
      OptionalDouble feelingMargin) {
    public StepSeen {
      deviations = Collections.unmodifiableMap(copy(deviations));
    }

    private static Map<Deviation.Kind, Integer> copy(Map<Deviation.Kind, Integer> from) {
      var copy = new EnumMap<Deviation.Kind, Integer>(Deviation.Kind.class);
      copy.putAll(from);
      return copy;
    }
  }

  /** One step while it is counted. */
  private static final class Count {
    int people;
    int leftHere;
    int reachedOver;
    int reachedWell;
    final List<Duration> stays = new ArrayList<>();
    final List<Integer> feelings = new ArrayList<>();
    final Map<Deviation.Kind, Integer> deviations = new EnumMap<>(Deviation.Kind.class);
  }

  private final List<String> mainWay;
  private final Set<String> endings;
  private final Map<String, Count> counts = new LinkedHashMap<>();
  private int trails;
  private int over;
  private int well;

  private StepsSeen(List<String> mainWay, Set<String> endings) {
    this.mainWay = List.copyOf(mainWay);
    this.endings = Set.copyOf(endings);
  }

  /**
   * Reads trails.
   *
   * @param mainWay the steps as drawn from left to right, endings left out
   * @param endings the steps at which a journey is over
   */
  public static StepsSeen of(List<String> mainWay, Set<String> endings, List<Trail> trails) {
    var seen = new StepsSeen(mainWay, endings);
    trails.forEach(seen::add);
    return seen;
  }

  /** How many journeys were read. */
  public int trails() {
    return trails;
  }

  /** A step; all zero where nobody has come. */
  public StepSeen step(String id) {
    var count = counts.getOrDefault(id, new Count());
    var stays = count.stays.stream().sorted().toList();
    return new StepSeen(
        count.people,
        at(stays, 0.5),
        at(stays, 0.9),
        count.leftHere,
        count.deviations,
        count.feelings.size(),
        count.feelings.stream().mapToInt(Integer::intValue).average(),
        margin(count.feelings));
  }

  /** A step as the ranking of moments wants it; empty where no journey is over. */
  public Optional<MomentRanking.Seen> moment(String id) {
    var count = counts.getOrDefault(id, new Count());
    return over == 0
        ? Optional.empty()
        : Optional.of(
            new MomentRanking.Seen(
                over,
                count.reachedOver,
                count.reachedWell,
                well,
                count.feelings.stream().mapToInt(Integer::intValue).average()));
  }

  private Count count(String step) {
    return counts.computeIfAbsent(step, _ -> new Count());
  }

  private void add(Trail trail) {
    trails++;
    boolean isOver = trail.ending().isPresent();
    over += isOver ? 1 : 0;
    well += trail.endedWell() ? 1 : 0;
    var reached = new HashSet<String>();
    for (var visit : trail.visits()) {
      var count = count(visit.step());
      visit.stay().filter(_ -> !endings.contains(visit.step())).ifPresent(count.stays::add);
      count.feelings.addAll(visit.feelings());
      if (reached.add(visit.step())) {
        count.people++;
        count.reachedOver += isOver ? 1 : 0;
        count.reachedWell += trail.endedWell() ? 1 : 0;
      }
    }
    if (isOver && !trail.endedWell()) {
      var last = trail.visits().reversed().stream().filter(at -> !endings.contains(at.step()));
      last.findFirst().ifPresent(at -> count(at.step()).leftHere++);
    }
    deviations(trail);
  }

  private void deviations(Trail trail) {
    var went = trail.steps().stream().filter(step -> !endings.contains(step)).toList();
    var places = went.stream().mapToInt(mainWay::indexOf).filter(place -> place >= 0).toArray();
    int first = Arrays.stream(places).min().orElse(0);
    int furthest = Arrays.stream(places).max().orElse(-1);
    var ahead = mainWay.subList(first, trail.endedWell() ? mainWay.size() : furthest + 1);
    var found =
        Deviations.between(
            ahead.stream().map(PlannedTouchpoint::of).toList(),
            went.stream().map(ActualTouchpoint::of).toList());
    for (var deviation : found) {
      count(deviation.label()).deviations.merge(deviation.kind(), 1, Integer::sum);
    }
  }

  private static Optional<Duration> at(List<Duration> sorted, double share) {
    return sorted.isEmpty()
        ? Optional.empty()
        : Optional.of(
            sorted.get((int) Math.min(sorted.size() - 1L, (long) (share * sorted.size()))));
  }

  /** 1.96 standard errors of the mean. */
  private static OptionalDouble margin(List<Integer> values) {
    if (values.size() < 2) {
      return OptionalDouble.empty();
    }
    double mean = values.stream().mapToInt(Integer::intValue).average().orElseThrow();
    double squares = values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    return OptionalDouble.of(1.96 * Math.sqrt(squares / (values.size() - 1) / values.size()));
  }
}
