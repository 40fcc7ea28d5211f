package cairn.map.live;

import cairn.person.Ending;
import java.util.List;
import java.util.Optional;

/**
 * One way along a journey, and how many went it, without saying who.
 *
 * @param steps in the order in which they were entered; at least one
 * @param ending how it ended; empty while it is under way
 * @param times how many journeys went so; at least one
 */
public record Trail(List<String> steps, Optional<Ending> ending, long times) {
  public Trail {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a trail begins somewhere");
    }
    if (times < 1) {
      throw new IllegalArgumentException("a trail was gone at least once");
    }
  }

  boolean endedWell() {
    return ending.filter(Ending.ACHIEVED::equals).isPresent();
  }
}
