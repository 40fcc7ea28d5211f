package cairn.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.adaptive.Uplift.Curve.Point;
import cairn.chance.Chance;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Six people by hand, and four hundred seeded ones whose figures were computed once with the
 * definitions of scikit-uplift 0.5.
 */
final class UpliftTest {
  private static final Offset<Double> EXACT = within(1e-9);

  private final double[] scores = new double[400];
  private final Uplift people = people();

  private Uplift people() {
    var chance = new Chance(42);
    double[] outcomes = new double[400];
    boolean[] treated = new boolean[400];
    for (int i = 0; i < 400; i++) {
      double x = chance.nextDouble();
      treated[i] = chance.nextDouble() < 0.5;
      outcomes[i] = chance.nextDouble() < 0.2 + (treated[i] ? 0.4 * x : 0) ? 1 : 0;
      scores[i] = Math.floor(20 * (x + 0.5 * chance.nextDouble())) / 20;
    }
    return new Uplift(outcomes, treated);
  }

  @Test
  void theCurvesOfSixPeople() {
    var six =
        new Uplift(
            new double[] {1, 0, 1, 0, 1, 0}, new boolean[] {true, true, false, false, true, false});
    double[] order = {.9, .8, .7, .6, .5, .5};

    assertThat(six.qini(order).points())
        .containsExactly(
            new Point(0, 0),
            new Point(1, 1),
            new Point(2, 1),
            new Point(3, -1),
            new Point(4, 0),
            new Point(6, 1));
    assertThat(six.uplift(order).points())
        .containsExactly(
            new Point(0, 0),
            new Point(1, 1),
            new Point(2, 1),
            new Point(3, -1.5),
            new Point(4, 0),
            new Point(6, 2));
    assertThat(six.qiniCoefficient(order)).isCloseTo(-2.0 / 13, EXACT);
    assertThat(six.upliftCoefficient(order)).isCloseTo(-0.42, EXACT);
  }

  @Test
  void theFiguresOfFourHundredPeople() {
    assertThat(people.qini(scores).area()).isCloseTo(7843.16962576675, within(1e-8));
    assertThat(people.qiniCoefficient(scores)).isCloseTo(0.09301629275260914, EXACT);
    assertThat(people.uplift(scores).area()).isCloseTo(15329.797560737023, within(1e-8));
    assertThat(people.upliftCoefficient(scores)).isCloseTo(0.08934697714099997, EXACT);
    assertThat(people.upliftAt(scores, 0.3)).isCloseTo(0.22636262513904334, EXACT);
  }

  @Test
  void aRandomScoreIsWorthAboutNothing() {
    var chance = new Chance(7);
    double mean = 0;
    for (int round = 0; round < 200; round++) {
      double[] random = new double[400];
      for (int i = 0; i < 400; i++) {
        random[i] = chance.nextDouble();
      }
      mean += people.qiniCoefficient(random) / 200;
    }
    assertThat(mean).isCloseTo(0, within(0.01));
    assertThat(people.qiniCoefficient(scores)).isGreaterThan(0.05);
  }
}
