package cairn.server.board;

import cairn.engine.Host;
import cairn.journey.JourneyDefinition;
import cairn.journey.Step;
import cairn.log.Fact;
import cairn.map.live.StepsSeen;
import cairn.map.live.Trail;
import cairn.map.live.Trail.Visit;
import cairn.person.Ending;
import cairn.person.Journey;
import cairn.person.PersonKey;
import cairn.server.live.JourneyCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads how people really went along a journey, from the logs of those who moved on it last; who
 * they are stays here. What was read serves for some seconds. Safe for many threads.
 */
final class MapTrails {
  /** People whose logs are read at once. */
  static final int PEOPLE_MAX = 1_000;

  /** Entries of one person's log that are read, the newest. */
  static final int ENTRIES_MAX = 400;

  /** Journeys whose reading is remembered. */
  static final int KEPT_MAX = 200;

  /** Ways drawn on maps that one reading is held against before it is held against them anew. */
  static final int WAYS_MAX = 16;

  /** For how long a reading serves. */
  static final Duration SERVES = Duration.ofSeconds(5);

  private final Host host;
  private final JourneyCounts counts;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  /**
   * What was read of a journey, whoever asked, and what it shows of each way it was held against.
   */
  private record Kept(
      long version, long nanos, List<Trail> trails, Map<List<String>, StepsSeen> seen) {}

  MapTrails(Host host, JourneyCounts counts) {
    this.host = host;
    this.counts = counts;
  }

  /**
   * What the steps of a journey show. Logs are read by one caller at a time for a journey, and not
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
        .computeIfAbsent(mainWay, way -> StepsSeen.of(way, endings(journey), reading.trails()));
  }

  private boolean serves(Kept known, JourneyDefinition journey) {
    return known.version() == counts.version(journey.id())
        || System.nanoTime() - known.nanos() < SERVES.toNanos();
  }

  private Kept read(JourneyDefinition journey) {
    long version = counts.version(journey.id());
    return new Kept(version, System.nanoTime(), trails(journey), new ConcurrentHashMap<>());
  }

  private static Set<String> endings(JourneyDefinition journey) {
    return journey.steps().stream()
        .filter(Step.End.class::isInstance)
        .map(Step::id)
        .collect(Collectors.toSet());
  }

  private List<Trail> trails(JourneyDefinition journey) {
    var trails = new ArrayList<Trail>();
    for (var person : people(journey)) {
      trails(journey.id(), person, trails);
    }
    return trails;
  }

  /** Who moved last, as many from every step. */
  private Set<PersonKey> people(JourneyDefinition journey) {
    var people = new LinkedHashSet<PersonKey>();
    var bySteps =
        journey.steps().stream().map(step -> counts.recent(journey.id(), step.id())).toList();
    for (int place = 0; people.size() < PEOPLE_MAX; place++) {
      boolean any = false;
      for (var recent : bySteps) {
        if (place < recent.size() && people.size() < PEOPLE_MAX) {
          people.add(recent.get(place));
          any = true;
        }
      }
      if (!any) {
        break;
      }
    }
    return people;
  }

  /** One journey while its facts are read. */
  private static final class Reading {
    final List<Visit> visits = new ArrayList<>();
    @Nullable Ending ending;

    void enter(String step, Instant at) {
      leave(at);
      visits.add(new Visit(step, at, Optional.empty(), List.of()));
      ending = null;
    }

    void leave(Instant at) {
      if (!visits.isEmpty() && visits.getLast().left().isEmpty()) {
        var last = visits.removeLast();
        visits.add(new Visit(last.step(), last.came(), Optional.of(at), last.feelings()));
      }
    }

    void felt(int feeling) {
      if (!visits.isEmpty()) {
        var last = visits.removeLast();
        var feelings = new ArrayList<>(last.feelings());
        feelings.add(feeling);
        visits.add(new Visit(last.step(), last.came(), last.left(), feelings));
      }
    }
  }

  private void trails(String journey, PersonKey person, List<Trail> into) {
    var readings = new LinkedHashMap<String, Reading>();
    for (var entry : host.history(person, Long.MAX_VALUE, ENTRIES_MAX).reversed()) {
      for (var fact : entry.facts()) {
        read(journey, fact, readings);
      }
    }
    for (var reading : readings.values()) {
      if (!reading.visits.isEmpty()) {
        into.add(new Trail(reading.visits, Optional.ofNullable(reading.ending)));
      }
    }
  }

  private static void read(String journey, Fact fact, Map<String, Reading> readings) {
    if (fact instanceof Fact.StepEntered f) {
      of(journey, f.instance(), readings).ifPresent(r -> r.enter(f.step(), f.at()));
    } else if (fact instanceof Fact.JourneyMigrated f) {
      of(journey, f.instance(), readings).ifPresent(r -> r.enter(f.step(), f.at()));
    } else if (fact instanceof Fact.JourneyReopened f) {
      of(journey, f.instance(), readings).ifPresent(r -> r.enter(f.step(), f.at()));
    } else if (fact instanceof Fact.JourneyEnded f) {
      of(journey, f.instance(), readings)
          .ifPresent(r -> {
            r.leave(f.at());
            r.ending = f.ending();
          });
    } else if (fact instanceof Fact.QuestionAnswered f
        && f.feeling() != null
        && f.instance() != null) {
      int feeling = f.feeling();
      of(journey, f.instance(), readings).ifPresent(r -> r.felt(feeling));
    }
  }

  private static Optional<Reading> of(
      String journey, String instance, Map<String, Reading> readings) {
    return Journey.definitionOf(instance).equals(journey)
        ? Optional.of(readings.computeIfAbsent(instance, _ -> new Reading()))
        : Optional.empty();
  }
}
