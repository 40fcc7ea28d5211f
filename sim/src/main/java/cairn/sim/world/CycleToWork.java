package cairn.sim.world;

import cairn.chance.Chance;
import cairn.sim.crowd.Habit;
import cairn.sim.crowd.Habits;
import cairn.sim.crowd.Visit;
import cairn.value.Value;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** People who might cycle to work. */
final class CycleToWork {
  private static final List<String> MODES = List.of("car", "car", "car", "bus", "train", "walk");

  private CycleToWork() {}

  static World world() {
    return new World(
        "cycle-to-work",
        25,
        new Habits(
            "rider",
            List.of("try-cycling"),
            CycleToWork::profile,
            Map.of(
                "Trip recorded",
                new Habit(3, Duration.ofHours(40), (who, chance) -> trip(chance)),
                "First ride planned",
                new Habit(2, Duration.ofDays(2), (who, chance) -> Map.of()),
                "Not for me",
                new Habit(
                    2, Duration.ofDays(2), (who, chance) -> Map.of("reason", Value.of("too far"))),
                "Ride felt bad",
                new Habit(0.5, Duration.ofDays(1), (who, chance) -> Map.of())),
            Map.of(
                "want",
                List.of(
                    Value.of("Yes please"),
                    Value.of("Yes please"),
                    Value.of("Yes please"),
                    Value.of("Not now"),
                    Value.of("Not for me"),
                    Value.of("I cycle already")),
                "why",
                List.of(
                    Value.of("Arrive awake"),
                    Value.of("Save the money for fuel"),
                    Value.of("Some exercise without a gym"),
                    Value.of("Less traffic in our street"))),
            Map.of(),
            List.of(
                new Habits.Purpose("Find out whether I could cycle", "try-cycling"),
                new Habits.Purpose("Pay less for getting to work", "save-money"),
                new Habits.Purpose("Move a little every day", "be-healthy")),
            List.of(
                new Visit("app", List.of("next-step", "second"), List.of("", "map"), 5),
                new Visit("web", List.of("next-step"), List.of("", "travel"), 2),
                new Visit("email", List.of("letter"), List.of(), 1),
                new Visit("desk", List.of("counter"), List.of(), 0.4)),
            0.25,
            0.12));
  }

  private static Map<String, Value> profile(int number, Chance chance) {
    var first = Names.first(chance);
    var profile = new HashMap<String, Value>();
    profile.put("firstName", Value.of(first));
    profile.put("email", Value.of(Names.mail(first, Names.last(chance), number)));
    profile.put(
        "workplace", Value.of(List.of("Harbour", "Mill", "Station").get(chance.nextInt(3))));
    profile.put("usualMode", Value.of(MODES.get(chance.nextInt(MODES.size()))));
    profile.put("rodeAsAdult", Value.of(chance.nextDouble() < 0.7));
    if (chance.nextDouble() < 0.8) {
      double far = StrictMath.exp(1.9 + 0.7 * chance.nextGaussian());
      profile.put("commuteKilometres", Value.of(Math.rint(far * 10) / 10));
    }
    return profile;
  }

  private static Map<String, Value> trip(Chance chance) {
    boolean cycled = chance.nextDouble() < 0.7;
    double far = 2 + 10 * chance.nextDouble();
    return Map.of(
        "mode", Value.of(cycled ? "cycle" : "car"),
        "kilometres", Value.of(Math.rint(far * 10) / 10),
        "minutes", Value.of((long) (far * (cycled ? 4 : 2))),
        "purpose", Value.of("commute"));
  }
}
