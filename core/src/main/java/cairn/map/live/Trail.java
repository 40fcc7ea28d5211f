package cairn.map.live;

import cairn.person.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one person really went along a journey, without saying who.
 *
 * @param visits the steps in the order in which they were entered; at least one
 * @param ending how it ended; empty while it is under way
 */
public record Trail(List<Visit> visits, Optional<Ending> ending) {
  /**
   * One stay at a step.
   *
   * @param left when the person went on; empty while they are there
   * @param feelings what they said of it, -2 to 2
   */
  public record Visit(String step, Instant came, Optional<Instant> left, List<Integer> feelings) {
    public Visit {
      feelings = List.copyOf(feelings);
    }

    /** How long it took; empty while the person is there. */
    public Optional<Duration> stay() {
      return left.map(until -> Duration.between(came, until)).filter(stay -> !stay.isNegative());
    }
  }

  public Trail {
    visits = List.copyOf(visits);
    if (visits.isEmpty()) {
      throw new IllegalArgumentException("a trail begins somewhere");
    }
  }

  /** The labels of the steps, in order. */
  List<String> steps() {
    return visits.stream().map(Visit::step).toList();
  }

  boolean endedWell() {
    return ending.filter(Ending.ACHIEVED::equals).isPresent();
  }
}
