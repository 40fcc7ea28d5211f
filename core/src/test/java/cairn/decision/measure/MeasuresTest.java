package cairn.decision.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Published worked examples, to the digit. */
final class MeasuresTest {
  private static final Rate FULL = new Rate(73_117_602, 4_100_147);

  @Test
  void liftsOfAPublishedDemonstrationComeOutWithTheirIntervals() {
    check(FULL, new Rate(299_123, 5_858), 1.863373, 0.072655);
    check(FULL, new Rate(299_123, 25_276), -0.336381, 0.007853);
    check(FULL, new Rate(299_123, 19_306), -0.131170, 0.011882);
    check(FULL, new Rate(299_123, 19_313), -0.131485, 0.011875);
    check(new Rate(299_123, 25_276), new Rate(299_123, 4_478), 4.644484, 0.177077);
  }

  private static void check(Rate test, Rate control, double lift, double halfWidth) {
    var found = Lift.of(test, control);

    assertThat(found.lift()).isCloseTo(lift, within(5e-7));
    assertThat(found.halfWidth()).isCloseTo(halfWidth, within(5e-7));
    assertThat(found.isSignificant()).isTrue();
  }

  @Test
  void anUnevenExperimentNeedsMorePeople() {
    assertThat(SampleSize.of(0.05, 0.05, 0.02)).isCloseTo(3_046_319, within(5L));
    assertThat(SampleSize.of(0.05, 0.05, 0.5)).isCloseTo(244_242, within(5L));
  }

  @Test
  void threeOfEightActionsCoverNineTenthsOfWinners() {
    var winners = new long[] {56, 30, 8, 2, 1, 1, 1, 1};

    assertThat(Variation.covering(winners, 0.9)).isEqualTo(3);
    assertThat(Variation.gini(winners)).isCloseTo(0.69, within(0.005));
  }

  @Test
  void aFactorThatIsEqualForAllMovesNobody() {
    var decision =
        List.of(new Sensitivity.Factors(0.5, 1, 0.6, 30), new Sensitivity.Factors(0.9, 1, 0.8, 10));

    assertThat(Sensitivity.influence(List.of(decision), Sensitivity.Factor.C)).isZero();
    assertThat(Sensitivity.influence(List.of(decision), Sensitivity.Factor.V)).isOne();
  }

  @Test
  void anIntervalOfARareOutcomeStaysAboveZero() {
    var rare = new Rate(1_000, 1);

    assertThat(rare.low()).isPositive();
    assertThat(rare.low()).isLessThan(rare.share());
    assertThat(rare.high()).isGreaterThan(rare.share());
  }
}
