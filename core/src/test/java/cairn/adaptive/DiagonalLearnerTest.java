package cairn.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.chance.Chance;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DiagonalLearnerTest {
  private static final FeatureSchema SCHEMA =
      new FeatureSchema(
          1, List.of(new Predictor.Symbol("channel"), new Predictor.Symbol("region")));
  private static final LearnerSettings SETTINGS =
      LearnerSettings.STANDARD.withKind(LearnerSettings.Kind.DIAGONAL);
  private static final ModelId SAVE = new ModelId("save");

  private static FeatureVector person(String channel, String region) {
    return FeatureVector.builder(1).token(0, channel).token(1, region).token(2, "").build();
  }

  @Test
  void oneLessonFollowsTheFormulas() {
    var space = new FeatureSpace(3);
    var x = ActiveFeatures.learning(person("web", "north"), space);
    var learner = DiagonalLearner.fresh(SETTINGS, 3, FeatureVector.key(2, ""));
    double v0 = SETTINGS.weightVariance(3);
    double v = 3 * v0;
    double p = Logistic.propensity(-1, v);
    double h = p * (1 - p);
    double gain = v0 / (1 + h * v);

    assertThat(learner.learn(x, 1)).isCloseTo(p, within(1e-15));

    var belief = learner.belief();
    assertThat(belief.logit(x)).isCloseTo(-1 + 3 * gain * (1 - p), within(1e-12));
    assertThat(belief.variance(x)).isCloseTo(3 * (v0 - h * v0 * gain), within(1e-12));
  }

  @Test
  void experiencePromotesAModelWithoutChangingWhatItSays() {
    var trainer = new Trainer(SCHEMA, SETTINGS);
    var chance = new Chance(8);
    for (int i = 0; i < SETTINGS.promotionResponses() - 1; i++) {
      teach(trainer, chance);
    }
    var x = person("web", "region 1");
    var before = trainer.snapshot();

    teach(trainer, chance);

    var after = trainer.snapshot();
    assertThat(before.model(0).belief()).isInstanceOf(DiagonalBelief.class);
    assertThat(after.model(0).belief()).isInstanceOf(FullBelief.class);
    assertThat(after.model(0).version()).isEqualTo(2);
    double moved =
        after.model(0).predict(after.resolve(x)).propensity()
            - before.model(0).predict(before.resolve(x)).propensity();
    assertThat(moved).isCloseTo(0, within(0.03));
  }

  @Test
  void aPromotedModelStillLearnsWordsItMeetsLater() {
    var trainer = new Trainer(SCHEMA, SETTINGS);
    for (int i = 0; i < SETTINGS.promotionResponses(); i++) {
      trainer.fold(new Observation.Concluded(List.of(SAVE), person("web", "north"), Outcome.NONE));
    }
    var island = person("web", "island");

    for (int i = 0; i < 30; i++) {
      trainer.fold(new Observation.Concluded(List.of(SAVE), island, Outcome.WANTED));
    }

    var snapshot = trainer.snapshot();
    assertThat(snapshot.model(0).belief()).isInstanceOf(FullBelief.class);
    double there = snapshot.model(0).belief().logit(snapshot.resolve(island));
    double north = snapshot.model(0).belief().logit(snapshot.resolve(person("web", "north")));
    assertThat(there).isGreaterThan(north + 1);
    assertThat(snapshot.model(0).belief().variance(snapshot.resolve(person("web", "south"))))
        .isGreaterThan(0.9);
    assertThat(Trainer.fromBytes(trainer.toBytes()).toBytes()).isEqualTo(trainer.toBytes());
  }

  private static void teach(Trainer trainer, Chance chance) {
    var x = person(chance.nextInt(2) == 0 ? "web" : "phone", "region " + chance.nextInt(400));
    trainer.fold(
        new Observation.Concluded(
            List.of(SAVE), x, chance.nextInt(5) == 0 ? Outcome.WANTED : Outcome.NONE));
  }
}
