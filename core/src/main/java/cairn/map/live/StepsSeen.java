package cairn.map.live;

import cairn.conformance.ActualTouchpoint;
import cairn.conformance.Deviation;
import cairn.conformance.Deviations;
import cairn.conformance.PlannedTouchpoint;
import cairn.map.score.MomentRanking;
import java.time.Duration;
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
   * is not missing, nor is what lies before the earliest step: some begin in the middle. Endings
   * other than the planned one are no deviation of a step but a leaving of the step before.
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
      long people,
      Optional<Duration> waitMedian,
      Optional<Duration> waitLong,
      long leftHere,
      Map<Deviation.Kind, Long> deviations,
      long feelings,
      OptionalDouble feeling,
      OptionalDouble feelingMargin) {
    public StepSeen {
      deviations = Collections.unmodifiableMap(copy(deviations));
    }

    private static Map<Deviation.Kind, Long> copy(Map<Deviation.Kind, Long> from) {
      var copy = new EnumMap<Deviation.Kind, Long>(Deviation.Kind.class);
      copy.putAll(from);
      return copy;
    }
  }

  /** One step while it is counted. */
  private static final class Count {
    long people;
    long reachedOver;
    long reachedWell;
    final Map<Deviation.Kind, Long> deviations = new EnumMap<>(Deviation.Kind.class);
  }

  private final List<String> mainWay;
  private final Set<String> endings;
  private final Map<String, StepTally> tallies;
  private final Map<String, Count> counts = new LinkedHashMap<>();
  private long trails;
  private long over;
  private long well;

  private StepsSeen(List<String> mainWay, Set<String> endings, Map<String, StepTally> tallies) {
    this.mainWay = List.copyOf(mainWay);
    this.endings = Set.copyOf(endings);
    this.tallies = Map.copyOf(tallies);
  }

  /**
   * Reads trails.
   *
   * @param mainWay the steps as drawn from left to right, endings left out
   * @param endings the steps at which a journey is over
   * @param tallies what was counted of each step
   */
  public static StepsSeen of(
      List<String> mainWay,
      Set<String> endings,
      List<Trail> trails,
      Map<String, StepTally> tallies) {
    var seen = new StepsSeen(mainWay, endings, tallies);
    trails.forEach(seen::add);
    return seen;
  }

  /** How many journeys were read. */
  public long trails() {
    return trails;
  }

  /** A step; all zero where nobody has come. */
  public StepSeen step(String id) {
    var count = counts.getOrDefault(id, new Count());
    var tally = tallies.getOrDefault(id, new StepTally());
    boolean ends = endings.contains(id);
    return new StepSeen(
        count.people,
        ends ? Optional.empty() : tally.stays().at(0.5),
        ends ? Optional.empty() : tally.stays().at(0.9),
        tally.left(),
        count.deviations,
        tally.feelings(),
        tally.feeling(),
        tally.feelingMargin());
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
                tallies.getOrDefault(id, new StepTally()).feeling()));
  }

  private Count count(String step) {
    return counts.computeIfAbsent(step, _ -> new Count());
  }

  private void add(Trail trail) {
    boolean isOver = trail.ending().isPresent();
    trails += trail.times();
    over += isOver ? trail.times() : 0;
    well += trail.endedWell() ? trail.times() : 0;
    for (var step : new HashSet<>(trail.steps())) {
      var count = count(step);
      count.people += trail.times();
      count.reachedOver += isOver ? trail.times() : 0;
      count.reachedWell += trail.endedWell() ? trail.times() : 0;
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
      count(deviation.label()).deviations.merge(deviation.kind(), trail.times(), Long::sum);
    }
  }
}
