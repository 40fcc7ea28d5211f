package cairn.server.board;

import cairn.journey.JourneyDefinition;
import cairn.journey.Step;
import cairn.map.Field;
import cairn.map.JourneyMap;
import cairn.map.live.JourneyProposal;
import cairn.map.live.Proposer;
import cairn.map.live.Shadow;
import cairn.map.live.StepsSeen;
import cairn.server.live.CountsBody;
import cairn.server.live.JourneyCounts;
import cairn.server.publish.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How people really go along a map that was made live, by the columns of the map. */
final class MapRuns {
  private final Published published;
  private final JourneyCounts counts;
  private final MapTrails trails;

  /**
   * A map as it runs.
   *
   * @param journey the id of the journey; null where the map does not run
   * @param sample journeys whose ways are known, which tell of deviations
   * @param endings how often each kind of ending was reached
   */
  record RunsBody(
      @Nullable String journey,
      @Nullable String name,
      boolean shadow,
      int version,
      @Nullable Instant at,
      long people,
      long ended,
      long sample,
      Map<String, Long> endings,
      List<StepBody> steps) {}

  /**
   * One step as it runs.
   *
   * @param column the step or stage of the map it was made from
   * @param deviations by kind: missing, outOfSequence, repetition, adHoc
   * @param feelingMargin half of a 95 per cent interval
   */
  record StepBody(
      String step,
      String column,
      String name,
      @Nullable String ending,
      long now,
      long arrivedLastHour,
      long leftLastHour,
      long arrivedTotal,
      long seen,
      @Nullable Long waitMedianSeconds,
      @Nullable Long waitLongSeconds,
      @Nullable Long waitPlannedSeconds,
      long leftHere,
      Map<String, Long> deviations,
      long feelings,
      @Nullable Double feeling,
      @Nullable Double feelingMargin) {}

  MapRuns(Published published, JourneyCounts counts, MapTrails trails) {
    this.published = published;
    this.counts = counts;
    this.trails = trails;
  }

  /** A map and the journey it runs as: the real one, or else its shadow. */
  record Running(JourneyProposal proposal, JourneyDefinition journey, boolean isShadow) {}

  Optional<Running> running(JourneyMap map) {
    String id = map.info().journey();
    if (id.isEmpty()) {
      return Optional.empty();
    }
    return find(id)
        .map(journey -> new Running(Proposer.propose(map), journey, false))
        .or(() ->
            find(Shadow.idOf(id))
                .map(journey -> new Running(Proposer.propose(map), journey, true)));
  }

  private Optional<JourneyDefinition> find(String id) {
    return published.current().flatMap(blueprint -> Optional.ofNullable(blueprint.journey(id)));
  }

  /** What the steps of a running map show. */
  StepsSeen seen(Running running) {
    return trails.seen(running.journey(), running.proposal().mainWay());
  }

  RunsBody of(JourneyMap map) {
    var found = running(map);
    if (found.isEmpty()) {
      return new RunsBody(null, null, false, 0, null, 0, 0, 0, Map.of(), List.of());
    }
    var running = found.get();
    var journey = running.journey();
    var counted = counts.of(journey.id());
    var seen = seen(running);
    var steps = new ArrayList<StepBody>();
    for (var step : running.proposal().steps()) {
      steps.add(step(step, journey, counted, seen));
    }
    return new RunsBody(
        journey.id(),
        journey.name(),
        running.isShadow(),
        published.current().map(now -> now.number()).orElse(0),
        counted.at(),
        counted.people(),
        counted.ended(),
        seen.trails(),
        endings(journey, counted),
        steps);
  }

  private static Map<String, Long> endings(JourneyDefinition journey, CountsBody counted) {
    var endings = new TreeMap<String, Long>();
    counted
        .endings()
        .forEach((step, times) -> {
          if (journey.step(step) instanceof Step.End end) {
            endings.merge(Field.wireName(end.ending()), times, Long::sum);
          }
        });
    return endings;
  }

  private static StepBody step(
      JourneyProposal.StepProposal step,
      JourneyDefinition journey,
      CountsBody counted,
      StepsSeen seen) {
    var now = counted.steps().getOrDefault(step.id(), new CountsBody.StepBody(0, 0, 0, 0));
    var shown = seen.step(step.id());
    var deviations = new TreeMap<String, Long>();
    shown.deviations().forEach((kind, times) -> deviations.put(Field.wireName(kind), times));
    return new StepBody(
        step.id(),
        step.source().text(),
        step.name(),
        journey.step(step.id()) instanceof Step.End end ? Field.wireName(end.ending()) : null,
        now.now(),
        now.arrivedLastHour(),
        now.leftLastHour(),
        now.arrivedTotal(),
        shown.people(),
        shown.waitMedian().map(Duration::toSeconds).orElse(null),
        shown.waitLong().map(Duration::toSeconds).orElse(null),
        step.stay().map(Duration::toSeconds).orElse(null),
        shown.leftHere(),
        deviations,
        shown.feelings(),
        shown.feeling().isPresent() ? shown.feeling().getAsDouble() : null,
        shown.feelingMargin().isPresent() ? shown.feelingMargin().getAsDouble() : null);
  }
}
