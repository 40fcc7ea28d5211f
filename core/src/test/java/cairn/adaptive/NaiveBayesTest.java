package cairn.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.adaptive.NaiveBayes.Bins;
import cairn.chance.Chance;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The worked case of two bins, (10, 90) and (30, 70), to the published digits. */
final class NaiveBayesTest {
  private static final Offset<Double> SIX_DIGITS = within(5e-7);
  private static final Bins BINS = new Bins(List.of(10.0, 30.0), List.of(90.0, 70.0));

  @Test
  void liftsAndZRatios() {
    assertThat(NaiveBayes.lift(BINS, 0)).isEqualTo(0.5);
    assertThat(NaiveBayes.lift(BINS, 1)).isEqualTo(1.5);
    assertThat(NaiveBayes.zRatio(BINS, 0)).isCloseTo(-3.960590, SIX_DIGITS);
    assertThat(NaiveBayes.zRatio(BINS, 1)).isCloseTo(3.960590, SIX_DIGITS);
  }

  @Test
  void contributionsScoresAndPropensities() {
    double low = NaiveBayes.contribution(BINS, 0);
    double high = NaiveBayes.contribution(BINS, 1);

    assertThat(low).isCloseTo(-0.786142, SIX_DIGITS);
    assertThat(high).isCloseTo(0.529946, SIX_DIGITS);
    assertThat(NaiveBayes.base(40, 160)).isCloseTo(-1.367832, SIX_DIGITS);
    assertThat(NaiveBayes.score(40, 160, new double[] {low})).isCloseTo(-1.076987, SIX_DIGITS);
    assertThat(NaiveBayes.score(40, 160, new double[] {high})).isCloseTo(-0.418943, SIX_DIGITS);
    assertThat(NaiveBayes.propensity(10, 90)).isCloseTo(0.103960, SIX_DIGITS);
    assertThat(NaiveBayes.propensity(30, 70)).isCloseTo(0.301980, SIX_DIGITS);
    assertThat(NaiveBayes.propensity(0, 0)).isEqualTo(0.5);
    assertThat(NaiveBayes.importance(BINS)).isCloseTo(0.658044, SIX_DIGITS);
  }

  @Test
  void areasUnderTheCurve() {
    assertThat(NaiveBayes.auc(BINS)).isCloseTo(0.65625, within(1e-12));
    assertThat(NaiveBayes.auc(new Bins(List.of(3.0, 1.0, 0.0), List.of(2.0, 0.0, 1.0))))
        .isCloseTo(0.75, within(1e-12));
    assertThat(NaiveBayes.auc(new Bins(List.of(3.0, 1.0), List.of(0.0, 0.0)))).isEqualTo(0.5);
    assertThat(NaiveBayes.aucInOrder(new Bins(List.of(30.0, 10.0), List.of(70.0, 90.0))))
        .isCloseTo(1 - 0.65625, within(1e-12));
  }

  @Test
  void theModelLearnsWhoSaysYes() {
    var model = NaiveBayesModel.standard();
    var chance = new Chance(4);
    for (int i = 0; i < 4_000; i++) {
      boolean young = chance.nextInt(2) == 0;
      model.learn(person(young), chance.nextDouble() < (young ? 0.4 : 0.1) ? 1 : 0);
    }

    assertThat(model.propensity(person(true))).isCloseTo(0.4, within(0.06));
    assertThat(model.propensity(person(false))).isCloseTo(0.1, within(0.04));
  }

  private static FeatureVector person(boolean young) {
    return FeatureVector.builder(1).token(0, young ? "young" : "old").token(1, "").build();
  }
}
