package cairn.decision;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.adaptive.ChoiceRule;
import cairn.adaptive.FeatureSchema;
import cairn.adaptive.LearnerSettings;
import cairn.adaptive.ModelId;
import cairn.adaptive.ModelSnapshot;
import cairn.adaptive.Observation;
import cairn.adaptive.Outcome;
import cairn.adaptive.Predictor;
import cairn.adaptive.Trainer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What models say is taken from the one that knows best, and measured by a scale that fits. */
final class LearntChoiceTest {
  private static final FeatureSchema SCHEMA =
      new FeatureSchema(1, List.of(new Predictor.Symbol("purpose")));
  private static final ModelId LOAN = new ModelId("loan");

  private final Trainer trainer = new Trainer(SCHEMA, LearnerSettings.STANDARD);
  private final Shelf shelf = new Shelf();

  LearntChoiceTest() {
    shelf.arbitration =
        new Arbitration(0.5, 1, 60, new ChoiceRule.InverseGap(100, 1, 0), true, true, true, true);
  }

  private void teach(List<ModelId> models, int outcomes, int wantedEvery) {
    var asked = shelf.asked(1);
    for (int i = 0; i < outcomes; i++) {
      var features =
          trainer.snapshot().encode(new PersonFeatures(SCHEMA, asked, Shelf.request("tile")));
      trainer.fold(
          new Observation.Concluded(
              models, features, i % wantedEvery == 0 ? Outcome.WANTED : Outcome.NONE));
    }
  }

  private double propensity(String channel, ModelSnapshot models) {
    shelf.models = models;
    var request = new DecisionRequest(channel, List.of("tile"), Map.of(), 1);
    return Pipeline.decide("d", shelf.catalogue(), request, shelf.asked(1), false)
        .survivors()
        .getFirst()
        .propensity();
  }

  @Test
  void whatIsKnownOfAChannelSpeaksThereOnceEnoughIsKnown() {
    shelf.channels = List.of("web", "app");
    shelf.action("loan", 10, 10, "home");
    teach(List.of(LOAN), 300, 4);
    teach(List.of(LOAN.within("app"), LOAN), ModelSnapshot.FINER_AFTER - 1, 1);
    var before = trainer.snapshot();
    assertThat(propensity("app", before)).isEqualTo(propensity("web", before));

    teach(List.of(LOAN.within("app"), LOAN), 1, 1);

    var after = trainer.snapshot();
    assertThat(propensity("app", after)).isGreaterThan(propensity("web", after) + 0.1);
  }

  @Test
  void modelsOfThenAndOfNowAreLookedUpOnceThoughBothAreAsked() {
    shelf.action("loan", 10, 10, "home");
    var catalogue = shelf.catalogue();
    teach(List.of(LOAN), 1, 1);
    var then = trainer.snapshot();
    int[] slotsThen = catalogue.slots(then);
    teach(List.of(LOAN), 1, 1);
    int[] slotsNow = catalogue.slots(trainer.snapshot());

    assertThat(catalogue.slots(then)).isSameAs(slotsThen);
    assertThat(catalogue.slots(trainer.snapshot())).isSameAs(slotsNow);
  }

  @Test
  void aModelThatWouldStandForAllOfACoarserOneIsNone() {
    shelf.action("loan", 10, 10, "home");
    assertThat(shelf.catalogue().models(0, "web", "loan-tile")).containsExactly(LOAN);
    assertThat(shelf.catalogue().models(0, "web", "another"))
        .as("a treatment is named with its only channel, which has no model")
        .containsExactly(LOAN.within("web").within("another"), LOAN);

    shelf.actions.clear();
    shelf.channels = List.of("web", "app");
    shelf.action("loan", 10, 10, "home");
    assertThat(shelf.catalogue().models(0, "web", "loan-tile"))
        .containsExactly(LOAN.within("web"), LOAN);
    assertThat(shelf.catalogue().models(0, "web", "another"))
        .containsExactly(LOAN.within("web").within("another"), LOAN.within("web"), LOAN);
  }

  @Test
  void whatIsChosenByPropensityAloneIsDrawnAsSharplyAsItsScoresDiffer() {
    shelf.action("loan", 10, 10, "home").action("tips", 10, 10, "home");
    teach(List.of(LOAN), 400, 3);
    teach(List.of(new ModelId("tips")), 400, 20);
    shelf.models = trainer.snapshot();
    shelf.decisions = 10;
    PurposeFirstTest.put(shelf, Arm.PROPENSITY_ONLY);

    assertThat(chanceOfBest()).isGreaterThan(0.95);
    shelf.edition = 1;
    assertThat(chanceOfBest()).as("as it was drawn before").isLessThan(0.8);
  }

  private double chanceOfBest() {
    var slot = shelf.decide("tile").slots().getFirst();
    return slot.probabilities().getFirst();
  }
}
