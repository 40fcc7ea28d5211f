package cairn.sim.crowd;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Question;
import cairn.chance.Chance;
import cairn.decision.Response;
import cairn.journey.Beginning;
import cairn.journey.JourneyDefinition;
import cairn.journey.Step;
import cairn.journey.Trigger;
import cairn.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One simulated person. They know where they stand on their journeys from what they last heard, and
 * do one thing at a time. Belongs to one thread.
 */
public final class Traveller {
  /** How long somebody who has nothing to do rests before they look again. */
  private static final Duration REST = Duration.ofDays(9);

  private static final Habit ANSWERING = Habit.of(1, Duration.ofHours(20));
  private static final Habit HELPING = Habit.of(1, Duration.ofHours(26));
  private static final Habit TELLING = Habit.of(1, Duration.ofHours(9));
  private static final List<String> CHANNELS = List.of("web", "app", "phone", "branch");

  /** How many times as rarely somebody comes back who said no to all of it. */
  private static final double AFTER_A_NO = 4;

  /** How many of those who are asked how something felt say it. */
  private static final double SAYS_HOW_IT_FELT = 0.6;

  /** How far what somebody says of a feeling lies from what they feel. */
  private static final double FEELING_NOISE = 0.6;

  /** The hour, in Greenwich, from which people are up. */
  private static final int MORNING = 6;

  /** Over how long a time they come to what waited for the morning. */
  private static final int MORNING_SECONDS = 5 * 3600;

  private static final double UP_AT_NIGHT = 0.2;

  /** How likely a talk with a colleague is the end of a journey, beside each way it goes on. */
  private static final double HELP_ENDS_IT = 0.4;

  private static final double ALLOWS_MAIL = 0.75;
  private static final double SETS_A_LIMIT = 0.1;

  private final String id;
  private final Chance chance;
  private final Chance coming;
  private final Habits habits;
  private final Map<String, Value> profile;
  private final String channel;
  private final String mainJourney;
  private final Habits.@Nullable Purpose purpose;
  private final Taste taste;
  private final Chance telling;
  private final Reacting reacting;
  private final double rarity;
  private final Map<String, Standpoint> standpoints = new HashMap<>();
  private final Map<String, String> stoodOn = new HashMap<>();
  private final List<Plan> promised = new ArrayList<>();
  private int deeds;
  private boolean begun;
  private boolean asked;
  private boolean told;

  /** Somebody of a world; the same number and seed give the same person. */
  public Traveller(int number, long seed, Habits habits) {
    this(number, seed, habits, new Taste(seed));
  }

  /** The same, who likes what a taste says. */
  Traveller(int number, long seed, Habits habits, Taste taste) {
    this.id = "%s-%06d".formatted(habits.world(), number);
    this.chance = new Chance(Chance.seed(seed, number));
    this.habits = habits;
    this.profile = habits.profile().apply(number, chance);
    this.channel = CHANNELS.get(weighted(new double[] {5, 4, 1, 0.6}));
    this.mainJourney = habits.journeys().get(chance.nextInt(habits.journeys().size()));
    this.coming = new Chance(Chance.seed(~seed, number));
    this.purpose =
        habits.purposes().isEmpty()
            ? null
            : habits.purposes().get(coming.nextInt(habits.purposes().size()));
    this.taste = taste;
    this.telling = new Chance(Chance.seed(seed ^ 0xfe17, number));
    this.rarity = 0.5 + coming.nextDouble();
    this.reacting =
        new Reacting(
            taste,
            Taste.tokens(profile, purpose == null ? "none" : purpose.kind()),
            new Chance(Chance.seed(seed ^ 0x5eed, number)));
  }

  /** What they truly like, asked by the world alone. */
  public double likes(String action, String channel, String page) {
    return reacting.likes(action, channel, page);
  }

  /** What they see to as soon as they are there: who may write to them, and how often at most. */
  void arrive(Instant at) {
    if (habits.visits().isEmpty()) {
      return;
    }
    if (habits.visits().stream().anyMatch(visit -> visit.channel().equals("email"))) {
      boolean given = coming.nextDouble() < ALLOWS_MAIL;
      promise(at, new Deed.Allow(this, nextId(), at, "email", given));
    }
    if (coming.nextDouble() < SETS_A_LIMIT) {
      promise(at, new Deed.Limit(this, nextId(), at, 1 + coming.nextInt(3), Duration.ofDays(7)));
    }
  }

  private void promise(Instant at, Deed deed) {
    promised.add(new Plan(at, deed));
  }

  /** What they promised to do since they were last asked. */
  List<Plan> promised() {
    var all = List.copyOf(promised);
    promised.clear();
    return all;
  }

  /** When and where they come next; null for those who never do. */
  @Nullable Plan visit(Instant from) {
    if (habits.visits().isEmpty()) {
      return null;
    }
    double drawn = coming.nextDouble() * habits.visits().stream().mapToDouble(Visit::weight).sum();
    var visit = habits.visits().getLast();
    for (var one : habits.visits()) {
      drawn -= one.weight();
      if (drawn < 0) {
        visit = one;
        break;
      }
    }
    double rare = rarity * (saidNo() ? AFTER_A_NO : 1);
    var typical = Duration.ofMillis((long) (Visit.TYPICAL.toMillis() * rare));
    var at = awake(from.plus(Habit.of(1, typical).delay(coming)), coming);
    var page =
        visit.pages().isEmpty() ? "" : visit.pages().get(coming.nextInt(visit.pages().size()));
    return new Plan(
        at, new Deed.Visiting(this, nextId(), at, visit.channel(), visit.placements(), page));
  }

  private boolean saidNo() {
    return begun
        && !standpoints.isEmpty()
        && standpoints.values().stream().noneMatch(Standpoint::underWay);
  }

  /** Sees what was put to them on a visit, and does something with each. */
  List<Reaction> see(Deed.Visiting visit, List<Shown> shown) {
    var reactions = new ArrayList<Reaction>();
    for (var one : shown) {
      var reaction = reacting.to(one, visit);
      reactions.add(reaction.now());
      if (reaction.laterAt() != null && reaction.later() != null) {
        var at = reaction.laterAt();
        promise(
            at,
            new Deed.Later(
                this, nextId(), at, visit.channel(), new Reaction(one, reaction.later())));
      }
      var question = one.question();
      if (question != null && reaction.now().response().kind() == Response.Kind.ACCEPTED) {
        answer(question, visit.at());
      }
    }
    return reactions;
  }

  /** Somebody who is asked what they want says it, in most cases. */
  private void answer(Question question, Instant from) {
    var at = from.plusSeconds(30 + coming.nextInt(600));
    promise(at, new Deed.Answer(this, nextId(), at, question.id(), answerTo(question, coming)));
    if (!told && purpose != null && coming.nextDouble() < Habits.OPEN_SHARE) {
      told = true;
      promise(at, new Deed.Wish(this, nextId(), at, purpose.text(), purpose.kind()));
    }
  }

  /** What they say: of a feeling what they truly feel, with some chance. */
  private Value answerTo(Question question, Chance drawn) {
    return question.kind() == Question.Kind.FEELING
        ? Habits.felt(taste.feels(id, question.id()) + FEELING_NOISE * drawn.nextGaussian())
        : habits.answer(question, drawn);
  }

  /** Says in most cases how the steps felt that they have left since they were last here. */
  private void tellHowItFelt(Blueprint blueprint, Instant now) {
    for (var journey : blueprint.journeys()) {
      var here = standpoints.get(journey.id());
      if (here == null) {
        continue;
      }
      var before = stoodOn.put(journey.id(), here.step());
      if (before != null && !before.equals(here.step()) && here.underWay()) {
        for (var step : journey.steps()) {
          boolean left = step.id().equals(before) || passedOnTheWayTo(here.step(), step);
          tellHowItFelt(blueprint, left ? step.about().felt() : null, now);
        }
      }
    }
  }

  /** Whether a step is one that nobody stays on, and that leads just there. */
  private static boolean passedOnTheWayTo(String there, Step step) {
    return (step instanceof Step.Talk || step instanceof Step.Decide)
        && step.next().contains(there);
  }

  private void tellHowItFelt(Blueprint blueprint, Step.@Nullable Felt felt, Instant now) {
    var question = felt == null ? null : blueprint.question(felt.question());
    if (question != null && telling.nextDouble() < SAYS_HOW_IT_FELT) {
      var at = awake(now.plus(TELLING.delay(telling)), telling);
      promise(at, new Deed.Answer(this, nextId(), at, question.id(), answerTo(question, telling)));
    }
  }

  /** The identifier they give everywhere. */
  public String id() {
    return id;
  }

  public Map<String, Value> profile() {
    return profile;
  }

  /** What an event of theirs says, drawn anew each time. */
  public Map<String, Value> says(String event, Instant at) {
    return habits.habit(event).properties().draw(this, chance, at);
  }

  /** Hears where they stand now. */
  public void hear(List<Standpoint> now) {
    standpoints.clear();
    now.forEach(s -> standpoints.put(s.journey(), s));
  }

  /** The next thing they do, and when; resting is no deed. */
  record Plan(Instant at, @Nullable Deed deed) {}

  /** Something that could come next. */
  private sealed interface Option {
    double weight();

    /** Doing nothing. */
    record Rest(double weight) implements Option {}

    record Send(String event, double weight) implements Option {}

    record Say(Question question, double weight) implements Option {}

    record Help(String queue, String outcome, double weight) implements Option {}
  }

  /** What they do in the night can mostly wait until the morning. */
  private static Instant awake(Instant at, Chance chance) {
    int hour = at.atOffset(ZoneOffset.UTC).getHour();
    if (hour >= MORNING || chance.nextDouble() < UP_AT_NIGHT) {
      return at;
    }
    return at.truncatedTo(ChronoUnit.DAYS)
        .plus(Duration.ofHours(MORNING))
        .plusSeconds(chance.nextInt(MORNING_SECONDS));
  }

  /** Makes up their mind about what comes next. */
  Plan plan(Blueprint blueprint, Instant now) {
    tellHowItFelt(blueprint, now);
    if (begun && !asked) {
      asked = true;
      if (purpose != null && !told && chance.nextDouble() < Habits.OPEN_SHARE) {
        told = true;
        var at = awake(now.plus(ANSWERING.delay(chance)), chance);
        return new Plan(at, new Deed.Wish(this, nextId(), at, purpose.text(), purpose.kind()));
      }
    }
    var options = options(blueprint);
    double weights = options.stream().mapToDouble(Option::weight).sum();
    if (options.isEmpty() || weights <= 0) {
      return new Plan(now.plus(REST), null);
    }
    double drawn = chance.nextDouble() * weights;
    for (var option : options) {
      drawn -= option.weight();
      if (drawn < 0) {
        return act(option, now);
      }
    }
    return act(options.getLast(), now);
  }

  private Plan act(Option option, Instant now) {
    return switch (option) {
      case Option.Rest rest -> new Plan(now.plus(REST), null);
      case Option.Send send -> {
        var habit = habits.habit(send.event());
        var at = awake(now.plus(habit.delay(chance)), chance);
        var properties = habit.properties().draw(this, chance, at);
        yield new Plan(at, new Deed.Event(this, nextId(), at, send.event(), channel, properties));
      }
      case Option.Say say -> {
        var at = awake(now.plus(ANSWERING.delay(chance)), chance);
        var answer = answerTo(say.question(), chance);
        yield new Plan(at, new Deed.Answer(this, nextId(), at, say.question().id(), answer));
      }
      case Option.Help help -> {
        var at = awake(now.plus(HELPING.delay(chance)), chance);
        yield new Plan(at, new Deed.Outcome(this, nextId(), at, help.queue(), help.outcome()));
      }
    };
  }

  private String nextId() {
    return id + "-" + ++deeds;
  }

  private List<Option> options(Blueprint blueprint) {
    var options = new ArrayList<Option>();
    for (var journey : blueprint.journeys()) {
      var standpoint = standpoints.get(journey.id());
      if (standpoint != null && standpoint.underWay()) {
        onTheWay(blueprint, journey, standpoint.step(), options);
      } else if (standpoint == null && journey.id().equals(mainJourney) && !begun) {
        begin(journey, options);
      }
    }
    return options;
  }

  private void begin(JourneyDefinition journey, List<Option> options) {
    begun = true;
    for (var beginning : journey.beginnings()) {
      if (beginning instanceof Beginning.OnEvent on) {
        add(options, on.trigger(), 1);
      }
    }
  }

  private void onTheWay(
      Blueprint blueprint, JourneyDefinition journey, String at, List<Option> options) {
    switch (journey.step(at)) {
      case Step.WaitFor wait -> {
        double weight = 1;
        for (var awaited : wait.events()) {
          add(options, awaited.trigger(), weight);
          weight *= 0.6;
        }
        if (wait.timeout() != null) {
          options.add(new Option.Rest(habits.silence()));
        }
      }
      case Step.Ask ask -> {
        var question = blueprint.question(ask.question());
        if (question != null) {
          options.add(new Option.Say(question, 1));
        }
        options.add(new Option.Rest(habits.silence()));
      }
      case Step.HandOver step ->
          step.outcomes()
              .forEach((outcome, next) -> {
                double weight = journey.step(next) instanceof Step.End ? HELP_ENDS_IT : 1;
                options.add(new Option.Help(step.queue(), outcome, weight));
              });
      case null, default -> options.add(new Option.Rest(1));
    }
    habits
        .scripts()
        .getOrDefault(at, Map.of())
        .forEach((event, weight) -> options.add(new Option.Send(event, weight)));
    double sum = options.stream().mapToDouble(Option::weight).sum();
    double each = habits.wandering() * Math.max(0.1, sum);
    int ways = journey.moves().size() + journey.exits().size();
    for (var move : journey.moves()) {
      if (move.worksFrom(at)) {
        add(options, move.trigger(), each / ways);
      }
    }
    for (var exit : journey.exits()) {
      add(options, exit.trigger(), each / ways);
    }
  }

  private void add(List<Option> options, Trigger trigger, double weight) {
    if (!trigger.event().equals(Trigger.ANY) && !Trigger.isResponse(trigger.event())) {
      options.add(
          new Option.Send(trigger.event(), weight * habits.habit(trigger.event()).weight()));
    }
  }

  private int weighted(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double drawn = chance.nextDouble() * sum;
    for (int i = 0; i < weights.length; i++) {
      drawn -= weights[i];
      if (drawn < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }
}
