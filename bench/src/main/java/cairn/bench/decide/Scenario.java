package cairn.bench.decide;

import cairn.adaptive.LearnerSettings;
import cairn.adaptive.ModelSnapshot;
import cairn.adaptive.Observation;
import cairn.adaptive.Outcome;
import cairn.adaptive.Trainer;
import cairn.blueprint.Blueprint;
import cairn.blueprint.Switches;
import cairn.blueprint.file.BlueprintCompiler;
import cairn.blueprint.file.Bundle;
import cairn.blueprint.file.Compilation;
import cairn.chance.Chance;
import cairn.decision.Asked;
import cairn.decision.Catalogue;
import cairn.decision.DecisionRequest;
import cairn.decision.PersonFeatures;
import cairn.decision.Pipeline;
import cairn.engine.Decisions;
import cairn.engine.Running;
import cairn.engine.Stamp;
import cairn.engine.World;
import cairn.person.Attributes;
import cairn.person.Interaction;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.person.Purpose;
import cairn.person.Recall;
import cairn.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is decided in the measurement: a catalogue compiled from its files, models that have learnt,
 * and people with 40 attributes, a purpose and 20 interactions.
 */
final class Scenario implements World {
  static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  static final DecisionRequest REQUEST =
      new DecisionRequest("web", List.of("home"), Map.of("page", Value.of("home")), 1);

  private static final int TRIES_MAX = 200;
  private static final int LESSONS = 24;
  private static final long SEED = 20_261_122;

  private final Blueprint blueprint;
  private final @Nullable Scoring scoring;

  private Scenario(Blueprint blueprint, @Nullable Scoring scoring) {
    this.blueprint = blueprint;
    this.scoring = scoring;
  }

  /**
   * Compiles a catalogue; nothing is learnt yet.
   *
   * @param keepShare of a hundred actions so many get past their rules, about: 3 or 15
   * @param predictors attributes the models look at, beside channel, purpose, hour and day
   */
  static Scenario of(int actions, int keepShare, int predictors) {
    return switch (BlueprintCompiler.compile(files(actions, keepShare, predictors), null, 1)) {
      case Compilation.Compiled compiled -> new Scenario(compiled.blueprint(), null);
      case Compilation.Refused refused ->
          throw new IllegalStateException(refused.problems().getFirst().toString());
    };
  }

  /** The files that {@link #of} compiles. */
  static Bundle files(int actions, int keepShare, int predictors) {
    return ScenarioFiles.of(actions, keepShare, predictors, SEED);
  }

  /** The same with models that had {@link #LESSONS} lessons each, from these people. */
  Scenario taught(List<PersonState> people) {
    var trainer = new Trainer(catalogue().notes().models().features(), LearnerSettings.STANDARD);
    for (int a = 0; a < catalogue().actions().size(); a++) {
      trainer.fold(
          new Observation.Declared(catalogue().model(a), catalogue().actions().get(a).group()));
    }
    var chance = new Chance(SEED);
    for (int lesson = 0; lesson < LESSONS; lesson++) {
      var models = trainer.snapshot();
      for (int a = 0; a < catalogue().actions().size(); a++) {
        var person = people.get(chance.nextInt(people.size()));
        var source = new PersonFeatures(models.schema(), asked(person, null, 0), REQUEST);
        trainer.fold(
            new Observation.Concluded(
                List.of(catalogue().model(a)),
                models.encode(source),
                chance.nextDouble() < 0.1 ? Outcome.WANTED : Outcome.NONE));
      }
    }
    return new Scenario(
        blueprint, new Scoring(trainer.snapshot(), (long) LESSONS * catalogue().actions().size()));
  }

  Blueprint blueprint() {
    return blueprint;
  }

  Catalogue catalogue() {
    return blueprint.catalogue();
  }

  @Nullable ModelSnapshot models() {
    return scoring == null ? null : scoring.snapshot();
  }

  Running running() {
    return new Running(this, 1, scoring == null ? 0 : 1);
  }

  @Override
  public @Nullable Blueprint blueprint(int number) {
    return number == 1 ? blueprint : null;
  }

  @Override
  public @Nullable Scoring scoring(long models) {
    return models == 1 ? scoring : null;
  }

  @Override
  public Switches switches() {
    return Switches.NONE;
  }

  /** What a decision for a person sees. */
  Asked asked(PersonState person, long seed) {
    return asked(person, scoring, seed);
  }

  private Asked asked(PersonState person, @Nullable Scoring with, long seed) {
    return Decisions.asked(
        new Scenario(blueprint, with),
        blueprint,
        person,
        REQUEST.channel(),
        new Stamp(NOW, seed, 1, with == null ? 0 : 1));
  }

  /** People of whom between so many and so many actions are left after all rules. */
  List<PersonState> people(int count, int openMin, int openMax, long seed) {
    var people = new ArrayList<PersonState>(count);
    for (long i = 0; people.size() < count; i++) {
      if (i > (long) TRIES_MAX * count) {
        throw new IllegalStateException("the rules leave too many or too few actions");
      }
      var person = person(Chance.seed(seed, i));
      int open = Pipeline.open(catalogue(), REQUEST, asked(person, null, i));
      if (open >= openMin && open <= openMax) {
        people.add(person);
      }
    }
    return people;
  }

  /** Somebody; the same one for the same seed. */
  PersonState person(long seed) {
    var chance = new Chance(seed);
    var draft =
        PersonState.unknown(new PersonKey(Chance.seed(seed, 1), Chance.seed(seed, 2))).draft();
    draft.position = 60;
    draft.now = NOW.minusSeconds(3_600);
    draft.attributes = Attributes.of(attributes(chance).values().toArray(Value[]::new));
    draft.purposes = List.of(purpose(chance));
    var interactions = new ArrayList<Interaction>();
    for (int i = 0; i < Interaction.KEPT_MAX; i++) {
      interactions.add(
          new Interaction(
              "d%d/0".formatted(i),
              "a%04d".formatted(chance.nextInt(catalogue().actions().size())),
              "web",
              NOW.minusSeconds(40_000L * (Interaction.KEPT_MAX - i)),
              i % 4 == 0 ? "CLICKED" : null));
    }
    draft.interactions = List.copyOf(interactions);
    var times = interactions.stream().mapToLong(i -> i.at().toEpochMilli()).toArray();
    draft.recalls =
        List.of(
            Recall.of("contact:web", times),
            Recall.of("promotion:web", times),
            Recall.of("shown:group:g0", times[3], times[9]));
    return draft.done();
  }

  private static Purpose purpose(Chance chance) {
    return new Purpose(
        "own",
        "p" + chance.nextInt(ScenarioFiles.PURPOSES),
        "What I am here for",
        Purpose.Source.DECLARED,
        NOW.minusSeconds(86_400),
        true);
  }

  /** Values for all attributes, in order of slot. */
  Map<String, Value> attributes(Chance chance) {
    var values = new java.util.LinkedHashMap<String, Value>();
    for (var attribute : blueprint.schema().attributes()) {
      values.put(
          attribute.name(),
          switch (attribute.type()) {
            case WHOLE -> Value.of((long) chance.nextInt(100));
            case DECIMAL -> Value.of(1_000 * chance.nextDouble());
            case FLAG -> Value.of(chance.nextDouble() < 0.5);
            case TEXT, TEXTS, TIME -> Value.of("w" + chance.nextInt(ScenarioFiles.WORDS));
          });
    }
    return values;
  }
}
