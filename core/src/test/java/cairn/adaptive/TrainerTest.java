package cairn.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.chance.Chance;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TrainerTest {
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
  private static final Duration WINDOW = Duration.ofDays(3);
  private static final FeatureSchema SCHEMA =
      new FeatureSchema(
          4,
          List.of(
              new Predictor.Symbol("channel"),
              new Predictor.Scaled("age"),
              new Predictor.Quantiles("balance", 5)),
          List.of(new FeatureSchema.Cross(0, 2)));
  private static final ModelId BIKE = new ModelId("bike loan");
  private static final ModelId TRAIN = new ModelId("train pass");

  private final Trainer trainer = new Trainer(SCHEMA, LearnerSettings.STANDARD);

  private record Person(String channel, double age, double balance) implements FeatureSource {
    @Override
    public String symbol(int predictor) {
      return channel;
    }

    @Override
    public double number(int predictor) {
      return predictor == 1 ? age : balance;
    }
  }

  private FeatureVector person(String channel, double age) {
    return trainer.snapshot().encode(new Person(channel, age, 100));
  }

  private double chance(ModelId id, FeatureVector vector) {
    var snapshot = trainer.snapshot();
    return snapshot.find(id).orElseThrow().predict(snapshot.resolve(vector)).propensity();
  }

  private Observation shown(String decision, FeatureVector vector) {
    return new Observation.Shown(decision, List.of(BIKE), vector, NOON.plus(WINDOW));
  }

  private static List<Observation> story(int length) {
    var chance = new Chance(11);
    var encoder = ModelSnapshot.empty(SCHEMA, LearnerSettings.STANDARD);
    List<Observation> story = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      var vector =
          encoder.encode(
              new Person(
                  "channel " + chance.nextInt(5),
                  20 + chance.nextInt(60),
                  chance.nextInt(4) == 0 ? Double.NaN : chance.nextGaussian()));
      Instant now = NOON.plusSeconds(600L * i);
      story.add(
          new Observation.Shown(
              "decision " + i,
              List.of(new ModelId("action " + chance.nextInt(4))),
              vector,
              now.plus(WINDOW)));
      Outcome outcome = Outcome.ofCode(1 + chance.nextInt(4));
      if (chance.nextInt(3) == 0) {
        int about = Math.max(0, i + 2 - chance.nextInt(60));
        story.add(new Observation.Responded("decision " + about, outcome, now));
      }
      if (i % 50 == 0) {
        story.add(new Observation.Passed(now));
      }
    }
    return story;
  }

  @Test
  void theSameObservationsGiveTheSameBytesEvenAfterARestart() {
    var story = story(1_500);
    var steady = new Trainer(SCHEMA, LearnerSettings.STANDARD);
    var restarted = new Trainer(SCHEMA, LearnerSettings.STANDARD);

    for (int i = 0; i < story.size(); i++) {
      var first = steady.fold(story.get(i));
      var second = restarted.fold(story.get(i));
      assertThat(second).isEqualTo(first);
      if (i % 400 == 0) {
        restarted = Trainer.fromBytes(restarted.toBytes());
      }
    }

    assertThat(restarted.toBytes()).isEqualTo(steady.toBytes());
    assertThat(restarted.snapshot().toBytes()).isEqualTo(steady.snapshot().toBytes());
  }

  @Test
  void aSnapshotReadBackSaysTheSame() {
    story(600).forEach(trainer::fold);
    var snapshot = trainer.snapshot();

    var copy = ModelSnapshot.fromBytes(snapshot.toBytes());

    var source = new Person("channel 2", 44, 0.3);
    assertThat(copy.encode(source)).isEqualTo(snapshot.encode(source));
    for (int slot = 0; slot < snapshot.size(); slot++) {
      assertThat(copy.model(slot).predict(copy.resolve(copy.encode(source))))
          .isEqualTo(snapshot.model(slot).predict(snapshot.resolve(snapshot.encode(source))));
    }
    assertThat(copy.toBytes()).isEqualTo(snapshot.toBytes());
  }

  @Test
  void modelsThatDidNotLearnAreSharedAndChangesCarryOnlyTheOthers() {
    story(600).forEach(trainer::fold);
    var before = trainer.snapshot();
    var vector = before.encode(new Person("channel 1", 30, 0));
    trainer.fold(new Observation.Concluded(List.of(before.model(0).id()), vector, Outcome.WANTED));

    var after = trainer.snapshot();

    assertThat(after.number()).isEqualTo(before.number() + 1);
    assertThat(after.model(0)).isNotSameAs(before.model(0));
    assertThat(after.model(1)).isSameAs(before.model(1));
    byte[] changes = after.changesSince(before);
    assertThat(changes.length).isLessThan(after.toBytes().length / 2);
    assertThat(before.with(changes).toBytes()).isEqualTo(after.toBytes());
    assertThatThrownBy(() -> after.with(changes)).isInstanceOf(IllegalArgumentException.class);
    assertThat(trainer.snapshot()).isSameAs(after);
  }

  @Test
  void noResponseIsLearnedOnlyWhenTheWindowEnds() {
    var vector = person("web", 40);
    trainer.fold(shown("d1", vector));
    double prior = chance(BIKE, vector);

    assertThat(trainer.fold(new Observation.Passed(NOON.plus(WINDOW).minusNanos(1))))
        .isEqualTo(Lesson.NOTHING);
    assertThat(chance(BIKE, vector)).isEqualTo(prior);
    assertThat(trainer.backlog().waiting()).isEqualTo(1);
    assertThat(trainer.fold(new Observation.Passed(NOON.plus(WINDOW)))).isEqualTo(Lesson.LEARNED);

    assertThat(chance(BIKE, vector)).isLessThan(prior);
    assertThat(trainer.backlog().waiting()).isZero();
  }

  @Test
  void aLateYesCorrectsTheLearnedNothing() {
    var vector = person("web", 40);
    trainer.fold(shown("d1", vector));
    trainer.fold(new Observation.Passed(NOON.plus(WINDOW)));
    double low = chance(BIKE, vector);

    var lesson = trainer.fold(new Observation.Responded("d1", Outcome.WANTED, NOON.plus(WINDOW)));

    assertThat(lesson).isEqualTo(Lesson.CORRECTED);
    assertThat(chance(BIKE, vector)).isGreaterThan(low);
    assertThat(trainer.snapshot().model(0).quality().positives()).isEqualTo(1);
  }

  @Test
  void aReversedYesIsCorrectedAndAnOlderResponseChangesNothing() {
    var vector = person("web", 40);
    trainer.fold(shown("d1", vector));
    trainer.fold(new Observation.Responded("d1", Outcome.WANTED, NOON.plusSeconds(60)));
    double high = chance(BIKE, vector);

    assertThat(trainer.fold(new Observation.Responded("d1", Outcome.WANTED, NOON.plusSeconds(60))))
        .isEqualTo(Lesson.REPEATED);
    assertThat(trainer.fold(new Observation.Responded("d1", Outcome.NO, NOON.plusSeconds(30))))
        .isEqualTo(Lesson.REPEATED);
    assertThat(chance(BIKE, vector)).isEqualTo(high);
    assertThat(trainer.fold(new Observation.Responded("d1", Outcome.NO, NOON.plusSeconds(90))))
        .isEqualTo(Lesson.CORRECTED);

    assertThat(chance(BIKE, vector)).isLessThan(high);
    assertThat(trainer.snapshot().model(0).quality().refusals()).isEqualTo(1);
  }

  @Test
  void aResponseThatComesFirstIsLearnedWhenItsDecisionArrives() {
    var vector = person("web", 40);

    assertThat(trainer.fold(new Observation.Responded("d1", Outcome.WANTED, NOON)))
        .isEqualTo(Lesson.EARLY);
    assertThat(trainer.fold(shown("d1", vector))).isEqualTo(Lesson.LEARNED);
    assertThat(trainer.fold(shown("d1", vector))).isEqualTo(Lesson.REPEATED);

    assertThat(trainer.snapshot().model(0).quality().positives()).isEqualTo(1);
  }

  @Test
  void atTheBoundAnAnsweredOutcomeGivesWayButAnAwaitedOneDoesNot() {
    var vector = FeatureVector.builder(4).token(4, "").build();
    trainer.fold(shown("answered", vector));
    trainer.fold(new Observation.Responded("answered", Outcome.NO, NOON));
    for (int i = 1; i < Trainer.WAITING_MAX; i++) {
      trainer.fold(shown("awaited " + i, vector));
    }

    assertThat(trainer.fold(shown("one more", vector))).isEqualTo(Lesson.WAITING);
    assertThat(trainer.fold(shown("one too many", vector))).isEqualTo(Lesson.FULL);

    assertThat(trainer.backlog())
        .isEqualTo(new Backlog(Trainer.WAITING_MAX, 0, 0, Optional.of(NOON.plus(WINDOW))));
  }

  @Test
  void featuresOfAnotherSchemaAreRefused() {
    var old = FeatureVector.builder(3).token(0, "web").build();

    assertThat(trainer.fold(shown("d1", old))).isEqualTo(Lesson.WRONG_SCHEMA);
    assertThatThrownBy(() -> trainer.snapshot().resolve(old))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNewActionStartsFromTheMeanOfItsSiblingsAndIsANewcomerUntilItHasOutcomes() {
    trainer.fold(new Observation.Declared(BIKE, "mobility"));
    var vector = person("web", 40);
    for (int i = 0; i < 300; i++) {
      trainer.fold(
          new Observation.Concluded(
              List.of(BIKE), vector, i % 10 == 0 ? Outcome.WANTED : Outcome.NONE));
    }

    trainer.fold(new Observation.Declared(TRAIN, "mobility"));

    var snapshot = trainer.snapshot();
    var x = snapshot.resolve(vector);
    var train = snapshot.find(TRAIN).orElseThrow();
    var bike = snapshot.find(BIKE).orElseThrow();
    assertThat(bike.newcomer()).isFalse();
    assertThat(train.newcomer()).isTrue();
    assertThat(train.belief().logit(x)).isCloseTo(bike.belief().logit(x), within(1e-12));
    assertThat(train.belief().variance(x)).isGreaterThan(10 * bike.belief().variance(x));
    for (int i = 0; i < LearnerSettings.STANDARD.newcomerResponses(); i++) {
      trainer.fold(new Observation.Concluded(List.of(TRAIN), vector, Outcome.NONE));
    }
    assertThat(trainer.snapshot().find(TRAIN).orElseThrow().newcomer()).isFalse();
  }

  @Test
  void theFinestModelWithEnoughOutcomesAnswers() {
    var inApp = BIKE.within("app");
    var vector = person("web", 40);
    var finestFirst = List.of(inApp, BIKE);
    assertThat(trainer.snapshot().slotOfFinest(finestFirst)).isEqualTo(-1);
    for (int i = 0; i < ModelSnapshot.FINER_AFTER - 1; i++) {
      trainer.fold(new Observation.Concluded(List.of(inApp, BIKE), vector, Outcome.NONE));
    }
    trainer.fold(new Observation.Concluded(List.of(BIKE), vector, Outcome.NONE));
    var before = trainer.snapshot();

    trainer.fold(new Observation.Concluded(List.of(inApp), vector, Outcome.NONE));

    assertThat(before.slotOfFinest(finestFirst)).isEqualTo(before.slot(BIKE));
    assertThat(trainer.snapshot().slotOfFinest(finestFirst)).isEqualTo(before.slot(inApp));
  }

  @Test
  void aFinerModelBeginsWithWhatTheCoarserOneKnowsAndGoesItsOwnWay() {
    var inApp = BIKE.within("app");
    var inAppAsTile = inApp.within("tile");
    assertThat(inAppAsTile.coarser()).contains(inApp);
    assertThat(BIKE.coarser()).isEmpty();
    var vector = person("web", 40);
    for (int i = 0; i < 300; i++) {
      trainer.fold(new Observation.Concluded(List.of(BIKE), vector, outcome(i % 3 == 0)));
    }
    double coarse = chance(BIKE, vector);
    trainer.fold(new Observation.Concluded(List.of(inApp, BIKE), vector, Outcome.NONE));
    assertThat(chance(inApp, vector)).isCloseTo(coarse, within(0.1));

    for (int i = 0; i < 100; i++) {
      trainer.fold(new Observation.Concluded(List.of(inApp, BIKE), vector, Outcome.WANTED));
    }

    assertThat(chance(inApp, vector)).isGreaterThan(0.8).isGreaterThan(chance(BIKE, vector) + 0.1);
  }

  @Test
  void aTreatmentOfTheOnlyChannelBeginsWithWhatTheActionKnows() {
    var asTile = BIKE.within("app").within("tile");
    var vector = person("web", 40);
    for (int i = 0; i < 300; i++) {
      trainer.fold(new Observation.Concluded(List.of(BIKE), vector, Outcome.WANTED));
      trainer.fold(new Observation.Concluded(List.of(TRAIN), vector, Outcome.NONE));
    }
    trainer.fold(new Observation.Declared(asTile, ""));

    assertThat(chance(asTile, vector)).isCloseTo(chance(BIKE, vector), within(0.1));
  }

  @Test
  void aNewActionDoesNotBeginWithWhatIsTrueOfOneChannelAlone() {
    var inApp = BIKE.within("app");
    var vector = person("web", 40);
    for (int i = 0; i < 300; i++) {
      trainer.fold(new Observation.Concluded(List.of(BIKE), vector, Outcome.NONE));
      trainer.fold(new Observation.Concluded(List.of(inApp), vector, Outcome.WANTED));
    }
    trainer.fold(new Observation.Declared(TRAIN, "travel"));

    assertThat(chance(TRAIN, vector)).isLessThan(0.3);
  }

  /** Both are taught silence first: each answer comes after its window has passed. */
  @Test
  void aLateAnswerCountsWhereEachModelForetoldIt() {
    var inApp = BIKE.within("app");
    var vector = person("web", 40);
    for (int i = 0; i < 400; i++) {
      trainer.fold(new Observation.Concluded(List.of(BIKE), vector, Outcome.NONE));
      trainer.fold(new Observation.Concluded(List.of(inApp), vector, Outcome.WANTED));
    }
    for (int i = 0; i < 1_000; i++) {
      String place = "late " + i;
      trainer.fold(new Observation.Shown(place, List.of(inApp, BIKE), vector, NOON));
      trainer.fold(new Observation.Passed(NOON));
      trainer.fold(new Observation.Responded(place, Outcome.WANTED, NOON.plusSeconds(1)));
    }

    for (var model : List.of(inApp, BIKE)) {
      double observed =
          trainer.calibration(model).stream()
              .mapToDouble(bin -> bin.count() * bin.observed())
              .sum();
      assertThat(Math.round(observed)).isEqualTo(trainer.quality(model).positives());
    }
    assertThat(chance(inApp, vector)).as("everybody wanted it in the app").isGreaterThan(0.8);
  }

  private static Outcome outcome(boolean wanted) {
    return wanted ? Outcome.WANTED : Outcome.NONE;
  }

  @Test
  void aSecondRefusalChangesNothingAndIsCountedOnce() {
    var vector = person("web", 40);
    trainer.fold(shown("d", vector));
    trainer.fold(new Observation.Responded("d", Outcome.NOT_NOW, NOON));
    double before = chance(BIKE, vector);

    var lesson = trainer.fold(new Observation.Responded("d", Outcome.NO, NOON.plusSeconds(1)));

    assertThat(lesson).isEqualTo(Lesson.NOTED);
    assertThat(chance(BIKE, vector)).isEqualTo(before);
    assertThat(trainer.quality(BIKE).refusals()).isEqualTo(1);
    trainer.fold(shown("silent", vector));
    trainer.fold(new Observation.Passed(NOON.plus(WINDOW)));
    assertThat(trainer.fold(new Observation.Responded("silent", Outcome.NO, NOON.plus(WINDOW))))
        .as("a no after silence")
        .isEqualTo(Lesson.NOTED);
    assertThat(trainer.quality(BIKE).refusals()).isEqualTo(2);
  }

  @Test
  void contributionsAndBaseSumToTheLogit() {
    story(800).forEach(trainer::fold);
    var snapshot = trainer.snapshot();
    var vector = snapshot.encode(new Person("channel 3", 61, 1.2));

    var explanation = snapshot.explain(0, vector);

    double sum = explanation.base();
    for (var part : explanation.parts()) {
      sum += part.contribution();
    }
    assertThat(sum).isCloseTo(explanation.prediction().logit(), within(1e-12));
    assertThat(explanation.parts())
        .extracting(Explanation.Part::predictor)
        .contains("channel", "age", "balance", "channel × balance");
    assertThat(explanation.parts())
        .filteredOn(part -> part.predictor().equals("age"))
        .extracting(Explanation.Part::value)
        .containsExactly("61");
  }

  @Test
  void anActionThatSuddenlyFailsRaisesTheAlarm() {
    var vector = person("web", 40);
    for (int i = 0; i < 2_000; i++) {
      trainer.fold(
          new Observation.Concluded(
              List.of(BIKE), vector, i % 50 == 0 ? Outcome.WANTED : Outcome.NONE));
    }
    assertThat(trainer.snapshot().model(0).quality().alarms()).isZero();

    for (int i = 0; i < 300; i++) {
      trainer.fold(
          new Observation.Concluded(
              List.of(BIKE), vector, i % 2 == 0 ? Outcome.WANTED : Outcome.NONE));
    }

    assertThat(trainer.snapshot().model(0).quality().alarms()).isPositive();
    assertThat(trainer.snapshot().model(0).quality().lastAlarm()).isGreaterThan(2_000);
  }

  @Test
  void aTrainerOfAnEarlierReleaseGoesOnAndItsRivalsBegin() throws IOException {
    byte[] kept;
    try (var stored = TrainerTest.class.getResourceAsStream("trainer-edition-1.bin")) {
      kept = Objects.requireNonNull(stored).readAllBytes();
    }

    var resumed = Trainer.fromBytes(kept);

    assertThat(resumed.quality(BIKE).responses()).isEqualTo(9);
    assertThat(resumed.contest(BIKE)).isEqualTo(Contest.NONE);
    resumed.fold(new Observation.Responded("decision 10", Outcome.WANTED, NOON));
    assertThat(resumed.contest(BIKE).outcomes()).isOne();
    assertThat(resumed.quality(BIKE).responses()).isEqualTo(10);
  }

  @Test
  void rivalsAreJudgedOnTheSameOutcomesAndTheBaseRateTellsNobodyApart() {
    var chance = new Chance(8);
    for (int i = 0; i < 3_000; i++) {
      boolean online = chance.nextInt(2) == 0;
      boolean yes = chance.nextDouble() < (online ? 0.5 : 0.05);
      trainer.fold(
          new Observation.Concluded(
              List.of(BIKE),
              person(online ? "web" : "mail", 30 + chance.nextInt(20)),
              yes ? Outcome.WANTED : Outcome.NONE));
    }

    var contest = trainer.contest(BIKE);

    assertThat(contest.outcomes()).isEqualTo(3_000);
    assertThat(contest.model().logLoss()).isCloseTo(trainer.quality(BIKE).logLoss(), within(1e-9));
    assertThat(contest.baseRate().logLoss())
        .isCloseTo(trainer.quality(BIKE).baselineLogLoss(), within(1e-9));
    assertThat(contest.model().logLoss()).isLessThan(contest.baseRate().logLoss() - 0.08);
    assertThat(contest.naiveBayes().logLoss()).isLessThan(contest.baseRate().logLoss() - 0.05);
    assertThat(contest.model().auc()).isGreaterThan(0.75);
    assertThat(contest.naiveBayes().auc()).isGreaterThan(0.75);
    assertThat(contest.baseRate().auc()).isBetween(0.4, 0.6);
    assertThat(contest.model().calibrationError()).isLessThan(0.03);
  }

  @Test
  void theBaselineTakesACorrectionAndKeepsItsBound() {
    var bayes = NaiveBayesModel.standard();
    for (int i = 0; i < 2 * NaiveBayesModel.BINS_MAX; i++) {
      bayes.learn(new long[] {i}, 0);
    }
    for (int i = 0; i < 200; i++) {
      bayes.learn(new long[] {7}, 1);
    }
    double before = bayes.learn(new long[] {7}, 1);
    for (int i = 0; i < 150; i++) {
      bayes.correct(new long[] {7}, -1);
    }

    assertThat(bayes.learn(new long[] {7}, 0)).isLessThan(before);
    var sink = new ByteSink(16);
    bayes.write(sink);
    assertThat(sink.toArray().length).isLessThan(24 * NaiveBayesModel.BINS_MAX + 4_000);
  }

  @Test
  void whatOtherPredictorsSawIsCarriedToThoseOfNowAndTheRestIsMissing() {
    var later =
        new FeatureSchema(
            5,
            List.of(
                new Predictor.Symbol("city"),
                new Predictor.Binned("age", List.of(30.0, 50.0)),
                new Predictor.Symbol("channel")));
    var next = new Trainer(later, LearnerSettings.STANDARD);

    var carried = next.carry(person("web", 44), SCHEMA);

    assertThat(carried)
        .isEqualTo(
            next.snapshot()
                .encode(
                    new FeatureSource() {
                      @Override
                      public @Nullable String symbol(int predictor) {
                        return predictor == 2 ? "web" : null;
                      }

                      @Override
                      public double number(int predictor) {
                        return 44;
                      }
                    }));
    assertThat(next.fold(new Observation.Concluded(List.of(BIKE), carried, Outcome.WANTED)))
        .isEqualTo(Lesson.LEARNED);
  }
}
