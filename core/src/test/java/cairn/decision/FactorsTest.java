package cairn.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.adaptive.ChoiceRule;
import cairn.chance.Chance;
import cairn.rule.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a decision cites is what it weighed: every factor, left out, moves the score as stated. */
final class FactorsTest {
  private static final int ACTIONS = 30;

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.5, 1})
  void theFactorsToldMultiplyToTheScoreAndEachLeftOutMovesItByItself(double a) {
    for (long seed = 0; seed < 20; seed++) {
      var whole = scores(seed, a, true, true, true, true);
      var withoutP = scores(seed, a, false, true, true, true);
      var withoutC = scores(seed, a, true, false, true, true);
      var withoutL = scores(seed, a, true, true, false, true);
      var withoutV = scores(seed, a, true, true, true, false);

      for (int i = 0; i < ACTIONS; i++) {
        var told = whole[i];
        double worth =
            StrictMath.pow(told.valueOrganisation(), a) * StrictMath.pow(told.valuePerson(), 1 - a);
        double rest = told.score();
        assertThat(told.propensity() * told.context() * told.lever() * worth)
            .as("seed %d, a %s", seed, a)
            .isCloseTo(rest, within(1e-9 * rest));
        near(withoutP[i].score() * told.propensity(), rest);
        near(withoutC[i].score() * told.context(), rest);
        near(withoutL[i].score() * told.lever(), rest);
        near(withoutV[i].score() * worth, rest);
      }
    }
  }

  private static void near(double score, double expected) {
    assertThat(score).isCloseTo(expected, within(1e-9 * expected));
  }

  /** The survivors by their place in the catalogue. */
  private static Survivor[] scores(
      long seed, double a, boolean p, boolean c, boolean l, boolean v) {
    var chance = new Chance(seed);
    var shelf = new Shelf();
    shelf.arbitration = new Arbitration(a, 1, 1_000, new ChoiceRule.Greedy(), p, c, l, v);
    for (int i = 0; i < ACTIONS; i++) {
      double lever = 200 * chance.nextDouble() - 90;
      shelf.action(
          "a" + i,
          ActionKind.DEFAULT,
          1 + 500 * chance.nextDouble(),
          0.01 + 500 * chance.nextDouble(),
          lever,
          "home");
      shelf.weights.add(
          new ContextWeight(
              "w" + i,
              new Scope(Scope.Level.ACTION, "a" + i),
              Condition.ALWAYS,
              150 * chance.nextDouble() - 50));
    }
    var survivors = new Survivor[ACTIONS];
    shelf.decide("tile").survivors().forEach(one -> survivors[one.action()] = one);
    return survivors;
  }

  @Test
  void anotherThanTheBestIsFlaggedAsTriedAsOftenAsItsChanceSays() {
    var shelf = new Shelf();
    shelf.arbitration =
        new Arbitration(0.5, 1, 1, new ChoiceRule.InverseGap(5, 0, 0), true, true, true, true);
    for (int i = 0; i < 6; i++) {
      shelf.action("a" + i, 1 - 0.1 * i, 1, "home");
    }
    int tried = 0;
    double expected = 0;
    int rounds = 4_000;
    for (long seed = 0; seed < rounds; seed++) {
      var slot = shelf.decide(seed, "tile").slots().getFirst();
      assertThat(slot.explored()).isEqualTo(slot.survivor() != slot.among().getFirst());
      tried += slot.explored() ? 1 : 0;
      expected += 1 - slot.probabilities().getFirst();
    }

    assertThat(expected).isBetween(0.05 * rounds, 0.95 * rounds);
    assertThat((double) tried).isCloseTo(expected, within(4 * Math.sqrt(rounds)));
  }
}
