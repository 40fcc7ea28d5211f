package cairn.sim.world;

import cairn.chance.Chance;
import cairn.sim.crowd.Habit;
import cairn.sim.crowd.Habits;
import cairn.sim.crowd.Traveller;
import cairn.sim.crowd.Visit;
import cairn.value.Value;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** People who dream of a home, and the bank that some of them ask. */
final class FirstHome {
  private static final List<String> CITIES =
      List.of("Utrecht", "Groningen", "Arnhem", "Leiden", "Zwolle", "Breda");

  /** What somebody earns of whom nobody knows it. */
  private static final double INCOME = 40_000;

  /** What happens at the bank happens to those alone who are there. */
  private static final List<String> AT_ITS_STEP_ALONE =
      List.of(
          "A_PARTLYSUBMITTED",
          "A_PREACCEPTED",
          "A_ACCEPTED",
          "A_DECLINED",
          "A_CANCELLED",
          "A_APPROVED",
          "A_REGISTERED",
          "A_ACTIVATED",
          "O_SENT",
          "O_SENT_BACK",
          "O_DECLINED",
          "O_CANCELLED",
          "W_Afhandelen leads",
          "W_Completeren aanvraag",
          "W_Nabellen incomplete dossiers",
          "W_Valideren aanvraag",
          "W_Beoordelen fraude",
          "W_Wijzigen contractgegevens",
          "Bid won",
          "Key received");

  private static final List<String> REASONS =
      List.of("Too dear", "I want to stay free", "Not with this rent", "We are going abroad");

  private static final List<String> ELSEWHERE =
      List.of("Another bank", "With my parents", "A housing association", "A friend sold us hers");

  private static final List<String> QUESTIONS =
      List.of("the interest", "the papers", "the day of the key", "what happens if I lose my job");

  private FirstHome() {}

  static World world() {
    return new World(
        "first-home",
        50,
        new Habits(
            "home",
            List.of("first-home"),
            FirstHome::profile,
            events(),
            answers(),
            scripts(),
            List.of(
                new Habits.Purpose("A place of our own with some light", "own-home"),
                new Habits.Purpose("Stop paying rent for ever", "own-home"),
                new Habits.Purpose("A door that is mine", "own-home"),
                new Habits.Purpose("A room for each of the children", "more-room"),
                new Habits.Purpose("Live for less than now", "lower-costs"),
                new Habits.Purpose("Know that we could stay, whatever happens", "peace-of-mind")),
            List.of(
                new Visit("app", List.of("home", "more"), List.of("", "costs", "homes"), 5),
                new Visit("web", List.of("article"), List.of("costs", "homes", "loans"), 3),
                new Visit("email", List.of("letter"), List.of(), 1),
                new Visit("phone", List.of("script"), List.of(), 0.4),
                new Visit("branch", List.of("table"), List.of(), 0.3)),
            0.25,
            0.03));
  }

  private static Map<String, Value> profile(int number, Chance chance) {
    var first = Names.first(chance);
    double income = Math.rint(StrictMath.exp(10.6 + 0.4 * chance.nextGaussian()));
    var profile = new HashMap<String, Value>();
    profile.put("firstName", Value.of(first));
    profile.put("email", Value.of(Names.mail(first, Names.last(chance), number)));
    profile.put("age", Value.of(22L + chance.nextInt(38)));
    profile.put("city", Value.of(CITIES.get(chance.nextInt(CITIES.size()))));
    profile.put("income", Value.of(income));
    profile.put("savings", Value.of(Math.rint(income * chance.nextDouble())));
    profile.put("rent", Value.of(500.0 + chance.nextInt(900)));
    if (chance.nextDouble() < 0.3) {
      profile.put("otherLoans", Value.of(1000.0 * chance.nextInt(25)));
    }
    return profile;
  }

  private static Map<String, Habit> events() {
    var events = new HashMap<String, Habit>();
    events.put(
        "Budget made",
        new Habit(
            1.6,
            Duration.ofDays(3),
            (who, chance, at) -> Map.of("budget", price(who, chance, 3, 5))));
    events.put(
        "Viewing booked",
        new Habit(
            0.9,
            Duration.ofDays(3),
            (who, chance, at) -> Map.of("price", price(who, chance, 3.4, 5.6))));
    events.put(
        "Home viewed",
        new Habit(
            1.2,
            Duration.ofDays(4),
            (who, chance, at) -> Map.of("liked", Value.of(chance.nextDouble() < 0.4))));
    events.put(
        "Papers uploaded",
        new Habit(
            2,
            Duration.ofDays(2),
            (who, chance, at) -> Map.of("missing", Value.of((long) chance.nextInt(3)))));
    events.put("A_SUBMITTED", Habit.of(0.25, Duration.ofHours(20)));
    events.put("W_Nabellen offertes", Habit.of(0.5, Duration.ofDays(4)));
    events.put("Bid lost", Habit.of(1, Duration.ofDays(4)));
    events.put(
        "Home saved",
        new Habit(
            1,
            Duration.ofDays(2),
            (who, chance, at) ->
                Map.of(
                    "price", price(who, chance, 3.4, 5.6),
                    "city", who.profile().getOrDefault("city", Value.of(CITIES.getFirst())))));
    events.put(
        "Question asked",
        new Habit(
            1, Duration.ofDays(2), (who, chance, at) -> Map.of("about", one(chance, QUESTIONS))));
    events.put(
        "Not for me",
        new Habit(
            1, Duration.ofDays(3), (who, chance, at) -> Map.of("reason", one(chance, REASONS))));
    events.put(
        "Solved elsewhere",
        new Habit(
            1, Duration.ofDays(3), (who, chance, at) -> Map.of("where", one(chance, ELSEWHERE))));
    AT_ITS_STEP_ALONE.forEach(name -> events.put(name, Habit.of(0, Duration.ofDays(3))));
    events.put("A_PARTLYSUBMITTED", Habit.of(0, Duration.ofMinutes(40)));
    events.put("A_PREACCEPTED", Habit.of(0, Duration.ofHours(7)));
    events.put("O_SENT_BACK", Habit.of(0, Duration.ofDays(6)));
    events.put("Key received", Habit.of(0, Duration.ofDays(9)));
    events.put(
        "Bid won",
        new Habit(
            0,
            Duration.ofDays(5),
            (who, chance, at) -> Map.of("price", price(who, chance, 3.4, 5.6))));
    return events;
  }

  private static Map<String, List<Value>> answers() {
    return Map.of(
        "wish",
        texts(
            "A first home of my own",
            "A first home of my own",
            "More room",
            "To stop renting",
            "I am only curious",
            "Not for me"),
        "in-own-words",
        texts(
            "A garden for the children",
            "Not asking the landlord for every nail",
            "Living near my mother",
            "Something that is mine",
            "A door I can close behind me",
            "Morning light in the kitchen"),
        "still-looking",
        texts("Yes", "Yes", "Yes", "Not now", "No, and that is fine", "I found one"),
        "never-asked",
        texts(
            "Whether I would rather stay near my parents",
            "What I am afraid of",
            "Whether I like a garden at all",
            "How long I mean to stay"),
        "how-far",
        numbers(15, 20, 30, 40, 45, 60),
        "set-aside",
        numbers(50, 100, 150, 200, 300, 450),
        "owe-elsewhere",
        numbers(0, 0, 1_500, 4_000, 9_000, 16_000),
        "highest-price",
        numbers(195_000, 230_000, 265_000, 310_000, 360_000));
  }

  static List<Value> numbers(int... numbers) {
    return java.util.Arrays.stream(numbers).mapToObj(number -> Value.of((double) number)).toList();
  }

  /** What the bank does, and what people do while they wait. */
  private static Map<String, Map<String, Double>> scripts() {
    var scripts = new HashMap<String, Map<String, Double>>();
    scripts.put(
        "looking",
        Map.of(
            "Home viewed", 1.0,
            "Bid lost", 0.3,
            "Bid won", 0.9,
            "Home saved", 0.4,
            "Job changed", 0.04));
    scripts.put("bid-won", Map.of("A_SUBMITTED", 2.0));
    scripts.put("papers", Map.of("W_Nabellen incomplete dossiers", 0.3));
    scripts.put("applied", Map.of("A_PARTLYSUBMITTED", 3.0));
    scripts.put(
        "first-check", Map.of("A_PREACCEPTED", 2.0, "A_DECLINED", 0.5, "W_Afhandelen leads", 0.7));
    scripts.put("first-call", Map.of("W_Completeren aanvraag", 2.0, "A_DECLINED", 0.3));
    scripts.put("papers-wait", Map.of("A_ACCEPTED", 1.2, "A_CANCELLED", 0.2));
    scripts.put("accepted", Map.of("O_SENT", 4.0, "W_Beoordelen fraude", 0.05));
    scripts.put(
        "weigh",
        Map.of("O_SENT_BACK", 2.2, "O_DECLINED", 0.3, "Not for me", 0.25, "A_CANCELLED", 0.2));
    scripts.put("weigh-on", Map.of("O_SENT_BACK", 1.6, "O_DECLINED", 0.4, "Not for me", 0.2));
    scripts.put("assessed", Map.of("A_APPROVED", 3.0, "A_DECLINED", 0.5));
    scripts.put("approved", Map.of("Key received", 2.0, "A_ACTIVATED", 0.3));
    return scripts;
  }

  static List<Value> texts(String... texts) {
    return java.util.Arrays.stream(texts).map(Value::of).toList();
  }

  /** A price between two multiples of what somebody earns in a year, in full five hundreds. */
  private static Value price(Traveller who, Chance chance, double least, double most) {
    double income =
        who.profile().get("income") instanceof Value.Decimal(var known) ? known : INCOME;
    double times = least + (most - least) * chance.nextDouble();
    return Value.of(500 * Math.rint(income * times / 500));
  }

  private static Value one(Chance chance, List<String> of) {
    return Value.of(of.get(chance.nextInt(of.size())));
  }
}
