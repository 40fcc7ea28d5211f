package cairn.sim.crowd;

import cairn.chance.Chance;
import cairn.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What people tend to do about one event.
 *
 * @param weight how likely it is, beside the others that could come next; 0 for never
 * @param typical half of all people take less time than this to do it
 * @param properties what the event says, drawn for one person
 */
public record Habit(double weight, Duration typical, Saying properties) {
  /** What is done about an event that nobody described. */
  public static final Habit USUAL =
      new Habit(1, Duration.ofHours(30), (who, chance, at) -> Map.of());

  /** What an event of somebody's says, by its properties. */
  @FunctionalInterface
  public interface Saying {
    /**
     * Draws it.
     *
     * @param at when it happens
     */
    Map<String, Value> draw(Traveller who, Chance chance, Instant at);
  }

  public Habit {
    if (!(weight >= 0)) {
      throw new IllegalArgumentException("a weight is not negative");
    }
  }

  /** A habit about an event that says nothing more. */
  public static Habit of(double weight, Duration typical) {
    return new Habit(weight, typical, USUAL.properties());
  }

  /** A time to do it: log-normal around the typical one, with a spread of a factor of about 3. */
  Duration delay(Chance chance) {
    double factor = StrictMath.exp(0.9 * chance.nextGaussian());
    return Duration.ofMillis(Math.max(1_000, (long) (typical.toMillis() * factor)));
  }
}
