package cairn.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.chance.Chance;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Accuracy, isotonic regression, the drift alarm and fairness rates. */
final class MeasuresTest {
  @Test
  void theAreaUnderTheCurveCountsTiesHalf() {
    assertThat(Accuracy.auc(new double[] {.9, .5, .5, .1}, new double[] {1, 1, 0, 0}))
        .isEqualTo(0.875);
    assertThat(Accuracy.auc(new double[] {.1, .9}, new double[] {1, 0})).isZero();
    assertThat(Accuracy.auc(new double[] {.1, .9}, new double[] {0, 0})).isEqualTo(0.5);
  }

  @Test
  void lossesByHand() {
    double[] chances = {0.8, 0.3};
    double[] outcomes = {1, 0};

    assertThat(Accuracy.logLoss(chances, outcomes))
        .isCloseTo(-(Math.log(0.8) + Math.log(0.7)) / 2, within(1e-12));
    assertThat(Accuracy.brier(chances, outcomes)).isCloseTo((0.04 + 0.09) / 2, within(1e-12));
  }

  @Test
  void calibrationErrorComparesTenGroups() {
    double[] chances = new double[1_000];
    double[] outcomes = new double[1_000];
    for (int i = 0; i < 1_000; i++) {
      int group = i / 100;
      chances[i] = 0.1 * group + 0.05;
      outcomes[i] = i % 100 < 10 * group ? 1 : 0;
    }

    assertThat(Accuracy.calibrationError(chances, outcomes)).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void adjacentViolatorsArePooled() {
    double[] pooled =
        Isotonic.pool(new double[] {1, 3, 2, 2, 5, 4}, new double[] {1, 1, 1, 2, 3, 1});

    assertThat(pooled).containsExactly(1, 2.25, 2.25, 2.25, 4.75, 4.75);
  }

  @Test
  void theMapRisesInStraightLinesAndIsLevelOutside() {
    var map =
        Isotonic.fit(
            new double[] {0.1, 0.3, 0.5}, new double[] {0.2, 0.2, 0.6}, new double[] {5, 5, 5});

    assertThat(map.apply(0)).isEqualTo(0.2);
    assertThat(map.apply(0.4)).isCloseTo(0.4, within(1e-12));
    assertThat(map.apply(0.9)).isEqualTo(0.6);
  }

  @Test
  void theAlarmRingsSoonAfterTheMeanRisesAndNotBefore() {
    var alarm = new PageHinkley(0.05, 10);
    var chance = new Chance(1);
    for (int i = 0; i < 5_000; i++) {
      assertThat(alarm.rings(0.3 + 0.1 * chance.nextGaussian())).isFalse();
    }

    int waited = 0;
    while (!alarm.rings(0.8 + 0.1 * chance.nextGaussian())) {
      waited++;
    }

    assertThat(waited).isLessThan(40);
  }

  @Test
  void aModelThatIsOffIsMappedToWhatWasObserved() {
    var watch = new Watch();
    var chance = new Chance(2);
    for (int i = 0; i < Watch.MAPPED_AFTER - 1; i++) {
      double said = 0.1 + 0.6 * chance.nextDouble();
      watch.include(said, chance.nextDouble() < said / 2 ? 1 : 0);
    }
    assertThat(watch.map()).isNull();

    watch.include(0.5, 0);

    var map = watch.map();
    assertThat(map).isNotNull();
    assertThat(watch.quality().calibrationError()).isGreaterThan(0.15);
    if (map != null) {
      var model =
          new ActionModel(
              new ModelId("bike"),
              "",
              1,
              new FullLearner(LearnerSettings.STANDARD, 1).belief(),
              watch.quality(),
              false,
              map);
      var constant = FeatureVector.builder(1).token(0, "").build();
      var said = model.predict(ActiveFeatures.of(constant, new FeatureSpace(1)));
      assertThat(Logistic.propensity(said.logit(), said.variance()))
          .isCloseTo(said.propensity(), within(1e-12));
      assertThat(map.apply(0.6)).isCloseTo(0.3, within(0.06));
      assertThat(map.apply(0.2)).isCloseTo(0.1, within(0.06));
    }
  }

  @Test
  void fairnessSetsSelectionRatesSideBySide() {
    List<Fairness.Row> rows = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      rows.add(new Fairness.Row("younger", 0.3, i < 20, i < 5, i < 10 ? 1 : 0));
      rows.add(new Fairness.Row("older", 0.4, i < 50, false, i < 40 ? 1 : 0));
    }

    var report = Fairness.of(rows);

    assertThat(report.selectionRatio()).isCloseTo(0.4, within(1e-12));
    assertThat(report.isAlert()).isTrue();
    var younger = report.groups().get(1);
    assertThat(younger.group()).isEqualTo("younger");
    assertThat(younger.selectionRate()).isEqualTo(0.2);
    assertThat(younger.truePositiveRate()).isEqualTo(1);
    assertThat(younger.calibrationGap()).isCloseTo(0.2, within(1e-12));
    assertThat(younger.explorationShare()).isEqualTo(0.25);
  }

  @Test
  void aGroupThatNothingWasWeighedForIsNotToldThoughItAnswers() {
    var tally = new Fairness.Tally();
    tally.add(new Fairness.Row("younger", 0.3, true, false, Double.NaN));
    tally.shown("moved on", 0.3);
    tally.wanted("moved on", 0.5, 1);

    assertThat(tally.report(1).groups())
        .extracting(Fairness.Rates::group)
        .containsExactly("younger");
  }

  @Test
  void oneYesAgainstAllOddsDoesNotOutweighItsGroup() {
    var tally = new Fairness.Tally();
    for (int i = 0; i < 100; i++) {
      tally.add(new Fairness.Row("younger", 0.3, true, false, Double.NaN));
      tally.wanted("younger", 1, 1);
    }

    tally.wanted("younger", 1e-6, 1);

    double reached = tally.report(1).groups().getFirst().truePositiveRate();
    assertThat(reached).isCloseTo(101 / 200.0, within(1e-12));
    tally.wanted("younger", 1e-6, -1);
    assertThat(tally.report(1).groups().getFirst().truePositiveRate()).isEqualTo(1);
  }

  @Test
  void aPredictorThatGivesTheGroupAwayIsNamedAsItsProxy() {
    var schema =
        new FeatureSchema(
            1, List.of(new Predictor.Symbol("channel"), new Predictor.Symbol("pension")));
    var chance = new Chance(5);
    List<String> groups = new ArrayList<>();
    List<FeatureVector> vectors = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      boolean older = chance.nextInt(3) == 0;
      groups.add(older ? "older" : "younger");
      vectors.add(
          FeatureVector.builder(1)
              .token(0, chance.nextInt(2) == 0 ? "web" : "phone")
              .token(1, older ? "yes" : "no")
              .token(2, "")
              .build());
    }

    var proxies = Fairness.proxies(schema, groups, vectors);

    assertThat(proxies.getFirst().predictor()).isEqualTo("pension");
    assertThat(proxies.getFirst().strength()).isCloseTo(1, within(1e-9));
    assertThat(proxies.getLast().strength()).isLessThan(0.1);
  }
}
