package cairn.server.board;

import cairn.journey.JourneyDefinition;
import cairn.journey.Step;
import cairn.map.live.StepsSeen;
import cairn.server.live.JourneyTrails;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Reads how all people really went along a journey, against the ways that maps have drawn. What was
 * read serves for some seconds. Safe for many threads.
 */
final class MapTrails {
  /** Journeys whose reading is remembered. */
  static final int KEPT_MAX = 200;

  /** Ways drawn on maps that one reading is held against before it is held against them anew. */
  static final int WAYS_MAX = 16;

  /** For how long a reading serves. */
  static final Duration SERVES = Duration.ofSeconds(5);

  private final JourneyTrails trails;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  /**
   * What was read of a journey, whoever asked, and what it shows of each way it was held against.
   */
  private record Kept(
      long version, long nanos, JourneyTrails.Seen read, Map<List<String>, StepsSeen> seen) {}

  MapTrails(JourneyTrails trails) {
    this.trails = trails;
  }

  /**
   * What the steps of a journey show. It is read by one caller at a time for a journey, and not
   * again while the reading serves, however many maps are drawn of it.
   *
   * @param mainWay the steps as drawn
   */
  StepsSeen seen(JourneyDefinition journey, List<String> mainWay) {
    if (kept.size() >= KEPT_MAX) {
      kept.clear();
    }
    var reading =
        kept.compute(
            journey.id(),
            (_, known) -> known != null && serves(known, journey) ? known : read(journey));
    if (reading.seen().size() >= WAYS_MAX) {
      reading.seen().clear();
    }
    return reading
        .seen()
        .computeIfAbsent(
            mainWay,
            way ->
                StepsSeen.of(
                    way, endings(journey), reading.read().trails(), reading.read().tallies()));
  }

  private boolean serves(Kept known, JourneyDefinition journey) {
    return known.version() == trails.version(journey.id())
        || System.nanoTime() - known.nanos() < SERVES.toNanos();
  }

  private Kept read(JourneyDefinition journey) {
    long version = trails.version(journey.id());
    return new Kept(version, System.nanoTime(), trails.of(journey.id()), new ConcurrentHashMap<>());
  }

  private static Set<String> endings(JourneyDefinition journey) {
    return journey.steps().stream()
        .filter(Step.End.class::isInstance)
        .map(Step::id)
        .collect(Collectors.toSet());
  }
}
