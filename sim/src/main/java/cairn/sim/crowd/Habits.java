package cairn.sim.crowd;

import cairn.blueprint.Question;
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
 * @param answers what they may say to a question, by its name, each as likely as it is repeated
 * @param scripts what else tends to happen on a step, by its name: events with their weights
 * @param purposes what they may want to achieve; a part of them say it
 * @param visits how they come where something can be put to them; none where they never do
 * @param silence the weight of doing nothing where a wait can run out
 * @param wandering the weight of everything that can happen from anywhere, together
 */
public record Habits(
    String world,
    List<String> journeys,
    BiFunction<Integer, Chance, Map<String, Value>> profile,
    Map<String, Habit> events,
    Map<String, List<Value>> answers,
    Map<String, Map<String, Double>> scripts,
    List<Purpose> purposes,
    List<Visit> visits,
    double silence,
    double wandering) {
  /** The part of all people who say what they want to achieve. */
  static final double OPEN_SHARE = 0.7;

  /** What somebody wants, in their words, and the blueprint's purpose it is of. */
  public record Purpose(String text, String kind) {}

  public Habits {
    journeys = List.copyOf(journeys);
    events = Map.copyOf(events);
    answers = Map.copyOf(answers);
    scripts = Map.copyOf(scripts);
    purposes = List.copyOf(purposes);
    visits = List.copyOf(visits);
  }

  /** Habits of people nobody described. */
  public static Habits usual(List<String> journeys) {
    return new Habits(
        "any",
        journeys,
        (number, chance) -> Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        0.25,
        0.1);
  }

  Habit habit(String event) {
    return events.getOrDefault(event, Habit.USUAL);
  }

  /** A feeling as the nearest of the five that can be said. */
  static Value felt(double feeling) {
    return Value.of(Math.max(-2, Math.min(2, Math.round(feeling))));
  }

  /** What they say to a question: one of the answers given for it, or any that fits its form. */
  Value answer(Question question, Chance chance) {
    var known = answers.get(question.id());
    if (known != null) {
      return known.get(chance.nextInt(known.size()));
    }
    return switch (question.kind()) {
      case CHOICE -> Value.of(question.choices().get(chance.nextInt(question.choices().size())));
      case TEXT -> Value.of("I would rather see for myself.");
      case NUMBER -> Value.of(1.0 + chance.nextInt(20));
      case YES_NO -> Value.of(chance.nextDouble() < 0.6 ? "yes" : "no");
      case FEELING -> felt(0.6 + chance.nextGaussian());
      case EFFORT -> Value.of(1L + chance.nextInt(7));
    };
  }
}
