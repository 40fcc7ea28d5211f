package cairn.sim.world;

import static cairn.sim.world.FirstHome.texts;

import cairn.chance.Chance;
import cairn.sim.crowd.Habit;
import cairn.sim.crowd.Habits;
import cairn.sim.crowd.Visit;
import cairn.value.Value;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Students in their first year. */
final class FirstYear {
  private static final List<String> MODULES = List.of("AAA", "BBB", "CCC", "DDD");

  private static final List<String> AGES = List.of("0-35", "0-35", "35-55", "55+");

  /** The steps that follow one another as pieces of work come in. */
  private static final List<String> PIECES =
      List.of("find-feet", "first-due", "rhythm", "second", "third", "fourth", "fifth", "sixth");

  private static final List<String> LIFE =
      List.of("My mother is ill", "A new job", "We moved", "The child sleeps badly");

  private static final List<String> REASONS =
      List.of("Too much beside my work", "Not what I thought it was", "The money is needed now");

  private FirstYear() {}

  static World world() {
    return new World(
        "first-year",
        25,
        new Habits(
            "student",
            List.of("first-year"),
            FirstYear::profile,
            events(),
            Map.of(
                "hours",
                FirstHome.numbers(3, 5, 6, 8, 10, 12, 15),
                "aim",
                texts(
                    "Pass, and still know it afterwards",
                    "Find out whether I am made for this",
                    "A better job",
                    "Be the first of my family"),
                "still-in",
                texts("Yes", "Yes", "Yes", "Yes, but later", "No")),
            scripts(),
            List.of(
                new Habits.Purpose("Get through the first year", "finish"),
                new Habits.Purpose("Pass without giving up my job", "finish"),
                new Habits.Purpose("Understand how economies work", "learn"),
                new Habits.Purpose("Another kind of work by forty", "change")),
            List.of(
                new Visit("app", List.of("study", "beside"), List.of("", "course", "results"), 6),
                new Visit("email", List.of("study-letter"), List.of(), 1),
                new Visit("tutor", List.of("talk"), List.of(), 0.5)),
            0.15,
            0.04));
  }

  private static Map<String, Value> profile(int number, Chance chance) {
    var first = Names.first(chance);
    var profile = new HashMap<String, Value>();
    profile.put("firstName", Value.of(first));
    profile.put("email", Value.of(Names.mail(first, Names.last(chance), number)));
    profile.put("code_module", Value.of(MODULES.get(chance.nextInt(MODULES.size()))));
    profile.put("num_of_prev_attempts", Value.of(chance.nextDouble() < 0.15 ? 1L : 0L));
    profile.put("gender", Value.of(Names.isAMans(first) ? "man" : "woman"));
    profile.put("age_band", Value.of(AGES.get(chance.nextInt(AGES.size()))));
    profile.put("disability", Value.of(chance.nextDouble() < 0.1 ? "yes" : "no"));
    profile.put("studied_credits", Value.of(30L * (1 + chance.nextInt(4))));
    return profile;
  }

  private static Map<String, Habit> events() {
    var events = new HashMap<String, Habit>();
    events.put(
        "Course browsed",
        new Habit(
            0.6,
            Duration.ofHours(6),
            (who, chance, at) ->
                Map.of("course", who.profile().getOrDefault("code_module", Value.of("AAA")))));
    events.put(
        "Life happened",
        new Habit(
            1,
            Duration.ofDays(3),
            (who, chance, at) -> Map.of("what", Value.of(LIFE.get(chance.nextInt(LIFE.size()))))));
    events.put(
        "Not for me",
        new Habit(
            1,
            Duration.ofDays(3),
            (who, chance, at) ->
                Map.of("reason", Value.of(REASONS.get(chance.nextInt(REASONS.size()))))));
    events.put("Register", Habit.of(2, Duration.ofDays(2)));
    events.put(
        "Study session",
        new Habit(
            2,
            Duration.ofHours(30),
            (who, chance, at) -> Map.of("minutes", Value.of(20L + chance.nextInt(100)))));
    for (int piece = 1; piece <= 6; piece++) {
      events.put(
          "Submit TMA" + piece,
          new Habit(
              0,
              Duration.ofDays(8),
              (who, chance, at) -> Map.of("score", Value.of(40L + chance.nextInt(60)))));
    }
    events.put("Submit Exam", Habit.of(0, Duration.ofDays(6)));
    events.put("Unregister", Habit.of(0.3, Duration.ofDays(5)));
    events.put("Outcome: Pass", Habit.of(0, Duration.ofDays(6)));
    events.put("Outcome: Distinction", Habit.of(0, Duration.ofDays(6)));
    events.put("Outcome: Fail", Habit.of(0, Duration.ofDays(6)));
    events.put("Question asked", Habit.of(0.35, Duration.ofDays(3)));
    return events;
  }

  private static Map<String, Map<String, Double>> scripts() {
    var scripts = new HashMap<String, Map<String, Double>>();
    for (int i = 0; i < PIECES.size(); i++) {
      int piece = Math.max(1, i);
      var next = piece <= 6 && i < 7 ? "Submit TMA" + piece : "Submit Exam";
      scripts.put(PIECES.get(i), Map.of(next, 2.0, "Study session", 1.0, "Withdraw", 0.08));
    }
    scripts.put(
        "waiting", Map.of("Outcome: Pass", 2.0, "Outcome: Distinction", 0.4, "Outcome: Fail", 0.5));
    scripts.put("third", Map.of("Submit TMA4", 1.6, "Submit Exam", 0.6, "Withdraw", 0.08));
    return scripts;
  }
}
