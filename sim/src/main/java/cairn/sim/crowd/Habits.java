package cairn.sim.crowd;

import cairn.chance.Chance;
import cairn.value.Value;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * How the people of one world are and behave.
 *
 * @param journeys the journeys they may begin, with how likely each is
 * @param profile who they are, drawn once for each
 * @param events by name; what is missing is {@link Habit#USUAL}
 * @param silence the weight of doing nothing where a wait can run out
 * @param wandering the weight of everything that can happen from anywhere, together
 */
public record Habits(
    String world,
    List<String> journeys,
    BiFunction<Integer, Chance, Map<String, Value>> profile,
    Map<String, Habit> events,
    double silence,
    double wandering) {
  public Habits {
    journeys = List.copyOf(journeys);
    events = Map.copyOf(events);
  }

  /** Habits of people nobody described. */
  public static Habits usual(List<String> journeys) {
    return new Habits("any", journeys, (number, chance) -> Map.of(), Map.of(), 0.25, 0.1);
  }

  Habit habit(String event) {
    return events.getOrDefault(event, Habit.USUAL);
  }
}
