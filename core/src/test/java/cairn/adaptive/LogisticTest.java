package cairn.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.chance.Chance;
import org.junit.jupiter.api.Test;

final class LogisticTest {
  @Test
  void theExponentialIsWithinTwoUnitsInTheLastPlace() {
    var chance = new Chance(1);
    for (int i = 0; i < 100_000; i++) {
      double x = (chance.nextDouble() - 0.5) * (i % 2 == 0 ? 1_390 : 4);
      double truth = StrictMath.exp(x);
      assertThat(Logistic.exp(x)).as("exp(%s)", x).isCloseTo(truth, within(2 * Math.ulp(truth)));
    }
  }

  @Test
  void theNormalCurveHasItsPublishedValues() {
    assertThat(Logistic.normal(0)).isCloseTo(0.5, within(1e-16));
    assertThat(Logistic.normal(0.3)).isCloseTo(0.6179114221889526, within(1e-15));
    assertThat(Logistic.normal(1.96)).isCloseTo(0.9750021048517795, within(1e-15));
    assertThat(Logistic.normal(-5)).isCloseTo(2.866515718791939e-7, within(1e-21));
    assertThat(Logistic.normal(-8)).isCloseTo(6.220960574271785e-16, within(1e-29));
  }

  @Test
  void certaintyIsNeverReached() {
    assertThat(Logistic.sigmoid(-2_000)).isPositive();
    assertThat(Logistic.sigmoid(0)).isEqualTo(0.5);
    assertThat(Logistic.propensity(2, 0)).isCloseTo(0.8807970779778823, within(1e-15));
    assertThat(Logistic.propensity(2, 4)).isLessThan(Logistic.propensity(2, 0));
  }
}
