package cairn.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.chance.Chance;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChooserTest {
  private static final List<ChoiceRule> RULES =
      List.of(
          ChoiceRule.STANDARD,
          new ChoiceRule.InverseGap(100, 0, 0.02),
          new ChoiceRule.Thompson(0.5),
          new ChoiceRule.UpperBound(1),
          new ChoiceRule.Greedy());

  private static Candidates random(Chance chance, int size) {
    double[] logits = new double[size];
    double[] variances = new double[size];
    double[] propensities = new double[size];
    double[] weights = new double[size];
    boolean[] newcomers = new boolean[size];
    for (int i = 0; i < size; i++) {
      logits[i] = -2 + 1.5 * chance.nextGaussian();
      variances[i] = StrictMath.pow(10, -4 + 4 * chance.nextDouble());
      propensities[i] = Logistic.propensity(logits[i], variances[i]);
      weights[i] = chance.nextInt(10) == 0 ? 0 : chance.nextDouble();
      newcomers[i] = chance.nextInt(4) == 0;
    }
    return new Candidates(logits, variances, propensities, weights, newcomers);
  }

  private static Candidates of(double[] logits, double variance, boolean... newcomers) {
    double[] variances = new double[logits.length];
    Arrays.fill(variances, variance);
    double[] weights = new double[logits.length];
    Arrays.fill(weights, 1);
    double[] propensities =
        Arrays.stream(logits).map(z -> Logistic.propensity(z, variance)).toArray();
    boolean[] fresh = newcomers.length == 0 ? new boolean[logits.length] : newcomers;
    return new Candidates(logits, variances, propensities, weights, fresh);
  }

  @Test
  void probabilitiesSumToOneAndTheSeedRepeatsTheChoice() {
    for (long seed = 0; seed < 400; seed++) {
      var candidates = random(new Chance(seed), 1 + (int) (seed % 40));
      for (var rule : RULES) {
        var choice = new Chooser(rule).choose(candidates, seed * 7, seed);
        var again = new Chooser(rule).choose(candidates, seed * 7, seed);

        double[] p = choice.probabilities();
        assertThat(Arrays.stream(p).sum()).as("%s, seed %d", rule, seed).isCloseTo(1, within(1e-9));
        assertThat(Arrays.stream(p).boxed())
            .allSatisfy(each -> assertThat(each).isBetween(-1e-12, 1 + 1e-12));
        assertThat(p[choice.chosen()]).isPositive();
        assertThat(again.chosen()).isEqualTo(choice.chosen());
        assertThat(again.probabilities()).isEqualTo(p);
      }
    }
  }

  @Test
  void inverseGapWeightingFollowsItsFormula() {
    var candidates =
        of(new double[] {Logistic.logit(0.3), Logistic.logit(0.2), Logistic.logit(0.1)}, 0);
    var chooser = new Chooser(new ChoiceRule.InverseGap(100, 0, 0));

    var choice = chooser.choose(candidates, 25, 1);

    assertThat(choice.probability(1)).isCloseTo(1 / (3 + 500 * 0.1), within(1e-12));
    assertThat(choice.probability(2)).isCloseTo(1 / (3 + 500 * 0.2), within(1e-12));
    assertThat(choice.best()).isZero();
  }

  @Test
  void optimismPrefersTheLessKnownOfTwoEquals() {
    var candidates =
        new Candidates(
            new double[] {-2, -2},
            new double[] {0.01, 1},
            new double[] {0.119, 0.119},
            new double[] {1, 1},
            new boolean[2]);

    var choice = new Chooser(ChoiceRule.STANDARD).choose(candidates, 10_000, 1);

    assertThat(choice.probability(1)).isGreaterThan(0.99);
  }

  @Test
  void drawsHappenAsOftenAsTheirProbabilitiesSay() {
    var candidates = random(new Chance(3), 8);
    var chooser = new Chooser(new ChoiceRule.InverseGap(5, 0, 0.1));
    int[] counts = new int[8];
    int draws = 100_000;

    for (int seed = 0; seed < draws; seed++) {
      counts[chooser.choose(candidates, 9, seed).chosen()]++;
    }

    double[] p = chooser.choose(candidates, 9, 0).probabilities();
    for (int i = 0; i < 8; i++) {
      double error = 4 * Math.sqrt(p[i] * (1 - p[i]) / draws) + 1e-9;
      assertThat((double) counts[i] / draws).isCloseTo(p[i], within(error));
    }
  }

  @Test
  void theFloorGivesEveryCandidateAShare() {
    var candidates = of(new double[] {3, -9, -9, -9}, 0);

    var choice =
        new Chooser(new ChoiceRule.InverseGap(100, 0, 0.2)).choose(candidates, 1_000_000, 1);

    assertThat(Arrays.stream(choice.probabilities()).boxed())
        .allSatisfy(p -> assertThat(p).isGreaterThanOrEqualTo(0.05));
  }

  @Test
  void newcomersTogetherGetNoMoreThanTheirShare() {
    var candidates = of(new double[] {0, 2, 2.1, -1}, 0, false, true, true, false);

    var choice = new Chooser(ChoiceRule.STANDARD).choose(candidates, 10_000, 1);

    assertThat(choice.isCapped()).isTrue();
    assertThat(choice.probability(1) + choice.probability(2)).isCloseTo(0.1, within(1e-12));
    assertThat(choice.probability(0)).isGreaterThan(0.89);
    assertThat(choice.best()).isEqualTo(2);
  }

  @Test
  void withoutAnyoneEstablishedNewcomersShareEverything() {
    var choice =
        new Chooser(ChoiceRule.STANDARD).choose(of(new double[] {0, 2}, 0, true, true), 100, 1);

    assertThat(choice.isCapped()).isFalse();
  }

  @Test
  void greedyTakesTheBestEstablishedAndIsLeftOutOfEvaluation() {
    var candidates = of(new double[] {0, 1, 2}, 0, false, false, true);

    var choice = new Chooser(new ChoiceRule.Greedy()).choose(candidates, 1, 1);

    assertThat(choice.chosen()).isEqualTo(1);
    assertThat(choice.isRandomised()).isFalse();
  }

  /** A million joint draws of every candidate's worth; the shares of wins are compared. */
  @Test
  void thompsonProbabilitiesAreTheSharesOfASimulation() {
    var chance = new Chance(17);
    for (int round = 0; round < 5; round++) {
      var candidates = random(chance, 6);
      double[] p =
          new Chooser(new ChoiceRule.Thompson(0.5), 1).choose(candidates, 1, 1).probabilities();
      int draws = 200_000;
      double[] wins = new double[6];
      for (int draw = 0; draw < draws; draw++) {
        int best = 0;
        double top = -1;
        for (int a = 0; a < 6; a++) {
          double s =
              candidates.logits[a]
                  + 0.5 * Math.sqrt(candidates.variances[a]) * chance.nextGaussian();
          double worth = candidates.weights[a] * Logistic.sigmoid(s);
          if (worth > top) {
            top = worth;
            best = a;
          }
        }
        wins[best] += 1.0 / draws;
      }
      for (int a = 0; a < 6; a++) {
        double error = 4.5 * Math.sqrt(p[a] * (1 - p[a]) / draws) + 1e-5;
        assertThat(wins[a]).as("candidate %d of round %d", a, round).isCloseTo(p[a], within(error));
      }
    }
  }

  @Test
  void twoThompsonCandidatesMatchTheClosedForm() {
    double gap = 0.3 / Math.sqrt(0.25 * (0.4 + 0.1));
    var candidates =
        new Candidates(
            new double[] {-1, -1.3},
            new double[] {0.4, 0.1},
            new double[] {0.27, 0.21},
            new double[] {1, 1},
            new boolean[2]);

    var choice = new Chooser(new ChoiceRule.Thompson(0.5)).choose(candidates, 1, 1);

    assertThat(choice.probability(0)).isCloseTo(Logistic.normal(gap), within(1e-6));
  }
}
