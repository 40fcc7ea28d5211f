package cairn.sim.world;

import cairn.chance.Chance;
import cairn.sim.crowd.Habit;
import cairn.sim.crowd.Habits;
import cairn.sim.crowd.Traveller;
import cairn.sim.crowd.Visit;
import cairn.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** People who might cycle to work. */
final class CycleToWork {
  private static final List<String> MODES = List.of("car", "car", "car", "bus", "train", "walk");

  private static final List<String> REASONS =
      List.of("I like the bus", "Too much traffic", "I bring the children", "My knees");

  private static final List<String> PLACES =
      List.of("The bridge", "The roundabout by the station", "Mill Lane", "The harbour gate");

  /** From so many kilometres on, one way, people say that it is too far. */
  private static final double FAR = 12;

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
                new Habit(3, Duration.ofHours(40), (who, chance, at) -> trip(who, chance)),
                "Interest shown",
                Habit.of(0.6, Duration.ofDays(4)),
                "First ride planned",
                new Habit(
                    2,
                    Duration.ofDays(2),
                    (who, chance, at) -> Map.of("day", Value.of(morning(at, chance)))),
                "Not for me",
                new Habit(
                    2,
                    Duration.ofDays(2),
                    (who, chance, at) -> Map.of("reason", Value.of(reason(who, chance)))),
                "Ride felt bad",
                new Habit(
                    0,
                    Duration.ofDays(2),
                    (who, chance, at) ->
                        Map.of("place", Value.of(PLACES.get(chance.nextInt(PLACES.size()))))),
                "Scheme application started",
                new Habit(
                    1,
                    Duration.ofDays(3),
                    (who, chance, at) ->
                        Map.of("price", Value.of(50.0 * (10 + chance.nextInt(30)))))),
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
                    Value.of("Less traffic in our street")),
                "kilometres",
                FirstHome.numbers(2, 4, 5, 7, 9, 12, 18)),
            Map.of(
                "riding", Map.of("Ride felt bad", 0.12),
                "wait-for-day", Map.of("Ride felt bad", 0.08)),
            List.of(
                new Habits.Purpose("Find out whether I could cycle", "try-cycling"),
                new Habits.Purpose("Pay less for getting to work", "save-money"),
                new Habits.Purpose("Move a little every day", "be-healthy")),
            List.of(
                new Visit("app", List.of("next-step", "second"), List.of("", "map"), 5),
                new Visit("web", List.of("next-step"), List.of("", "travel"), 2),
                new Visit("email", List.of("travel-letter"), List.of(), 1),
                new Visit("travel-desk", List.of("counter"), List.of(), 0.4)),
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
      boolean walks = Value.of("walk").equals(profile.get("usualMode"));
      double far =
          walks ? 1 + 2 * chance.nextDouble() : StrictMath.exp(1.9 + 0.7 * chance.nextGaussian());
      profile.put("commuteKilometres", Value.of(Math.rint(far * 10) / 10));
    }
    return profile;
  }

  /** Their own way to work, on a bicycle or as they mostly come. */
  private static Map<String, Value> trip(Traveller who, Chance chance) {
    boolean cycled = chance.nextDouble() < 0.7;
    double drawn = Math.rint(20 + 100 * chance.nextDouble()) / 10;
    double far =
        who.profile().get("commuteKilometres") instanceof Value.Decimal(var known) ? known : drawn;
    var mode = who.profile().getOrDefault("usualMode", Value.of("car"));
    return Map.of(
        "mode", cycled ? Value.of("cycle") : mode,
        "kilometres", Value.of(far),
        "minutes", Value.of((long) (5 + far * (cycled ? 4 : 2))),
        "purpose", Value.of("commute"));
  }

  /** At half past seven, two to six days on. */
  private static Instant morning(Instant at, Chance chance) {
    return at.truncatedTo(ChronoUnit.DAYS)
        .plus(Duration.ofDays(2 + chance.nextInt(5)))
        .plus(Duration.ofMinutes(450));
  }

  private static String reason(Traveller who, Chance chance) {
    boolean far =
        who.profile().get("commuteKilometres") instanceof Value.Decimal(var known) && known > FAR;
    return far ? "Too far" : REASONS.get(chance.nextInt(REASONS.size()));
  }
}
