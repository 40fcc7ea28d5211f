package cairn.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.adaptive.OffPolicy.Verdict;
import cairn.chance.Chance;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class OffPolicyTest {
  private static final Offset<Double> EXACT = within(1e-12);

  /** Weights 2, 0.5, 4; errors 0.6, −0.2, 0.5. */
  private final OffPolicy three =
      new OffPolicy(
          new double[] {1, 0, 1},
          new double[] {0.25, 0.5, 0.1},
          new double[] {0.5, 0.25, 0.4},
          new double[] {0.4, 0.2, 0.5},
          new double[] {0.3, 0.1, 0.2});

  @Test
  void theEstimatesOfThreeRowsByHand() {
    assertThat(three.directMethod()).isCloseTo(0.2, EXACT);
    assertThat(three.inversePropensity()).isCloseTo(2, EXACT);
    assertThat(three.clippedInversePropensity(3)).isCloseTo(5.0 / 3, EXACT);
    assertThat(three.selfNormalised()).isCloseTo(6 / 6.5, EXACT);
    assertThat(three.doublyRobust()).isCloseTo(0.2 + (1.2 - 0.1 + 2) / 3, EXACT);
    assertThat(three.selfNormalisedDoublyRobust()).isCloseTo(0.2 + 3.1 / 6.5, EXACT);
    assertThat(three.switchDoublyRobust(2)).isCloseTo(0.2 + (1.2 - 0.1) / 3, EXACT);
    double shrunk = 4.0 / 6 * 0.6 - 1 / 2.25 * 0.2 + 8.0 / 18 * 0.5;
    assertThat(three.shrunkDoublyRobust(2)).isCloseTo(0.2 + shrunk / 3, EXACT);
    assertThat(three.effectiveRows()).isCloseTo(6.5 * 6.5 / 20.25, EXACT);
    assertThat(three.weightMax()).isCloseTo(4, EXACT);
  }

  @Test
  void tooFewLikeChoicesAreRefused() {
    assertThat(three.verdict()).isInstanceOf(Verdict.Refused.class);
  }

  @Test
  void aMissingProbabilityIsRefusedAndItsShareReported() {
    var rows = logged(4_000, 0.5, 0.5, new Chance(1));
    rows[1][7] = Double.NaN;

    var verdict = of(rows).verdict();

    assertThat(verdict).isInstanceOf(Verdict.Refused.class);
    assertThat(verdict.excludedShare()).isCloseTo(1 / 4_000.0, EXACT);
  }

  @Test
  void probabilitiesThatDoNotFitTheChoicesAreRefused() {
    var rows = logged(4_000, 0.5, 0.5, new Chance(2));
    rows[1] = Arrays.stream(rows[1]).map(p -> p * (p > 0.5 ? 0.6 : 0.8)).toArray();
    rows[2][3] = 0.9;

    assertThat(of(rows).verdict())
        .isInstanceOfSatisfying(
            Verdict.Refused.class, refused -> assertThat(refused.reason()).contains("fit"));
  }

  @Test
  void aRichLogIsSoundAndItsIntervalCoversTheTruthInNineteenOfTwenty() {
    int covered = 0;
    int sound = 0;
    for (int seed = 0; seed < 200; seed++) {
      // One log in some hundreds is refused by bad luck: its weights lie three errors off.
      if (of(logged(2_000, 0.3, 0.8, new Chance(seed))).verdict()
          instanceof Verdict.Sound verdict) {
        double truth = 0.8 * 0.2 + 0.2 * 0.1;
        sound++;
        covered += Math.abs(verdict.estimate() - truth) <= verdict.margin() ? 1 : 0;
      }
    }
    assertThat(sound).isGreaterThanOrEqualTo(197);
    assertThat(covered).isBetween(180, 199);
  }

  @Test
  void betweenTheBoundsItIsOnlyAnIndication() {
    assertThat(of(logged(1_000, 0.05, 0.9, new Chance(5))).verdict())
        .isInstanceOf(Verdict.Indicative.class);
  }

  @Test
  void theBootstrapAgreesWithTheMargin() {
    var rows = of(logged(3_000, 0.3, 0.8, new Chance(6)));

    double[] interval = rows.doublyRobustBootstrap(400, 9);

    double half = (interval[1] - interval[0]) / 2;
    assertThat(half).isCloseTo(rows.doublyRobustMargin(), within(0.2 * half));
  }

  /** Two actions worth 0.2 and 0.1; the first logged with p, evaluated with π. */
  private static double[][] logged(int n, double p, double pi, Chance chance) {
    double[][] rows = new double[5][n];
    for (int i = 0; i < n; i++) {
      boolean first = chance.nextDouble() < p;
      rows[0][i] = chance.nextDouble() < (first ? 0.2 : 0.1) ? 1 : 0;
      rows[1][i] = first ? p : 1 - p;
      rows[2][i] = first ? pi : 1 - pi;
      rows[3][i] = first ? 0.25 : 0.1;
      rows[4][i] = pi * 0.25 + (1 - pi) * 0.1;
    }
    return rows;
  }

  private static OffPolicy of(double[][] rows) {
    return new OffPolicy(rows[0], rows[1], rows[2], rows[3], rows[4]);
  }
}
