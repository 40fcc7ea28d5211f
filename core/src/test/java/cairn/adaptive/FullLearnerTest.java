package cairn.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.chance.Chance;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * The packed learner beside the same formulas written naively over a square matrix: 3,000 lessons
 * with sparse features that appear one by one, then every number compared.
 */
final class FullLearnerTest {
  private static final int DIMENSION = 60;
  private static final int SOURCES = 10;
  private static final LearnerSettings SETTINGS = LearnerSettings.STANDARD.withDrift(1e-3);

  /** The recommended update, word for word, in double precision. */
  private static final class Naive {
    final double v0 = SETTINGS.weightVariance(SOURCES);
    final double[] mean = new double[DIMENSION];
    final double[][] c = new double[DIMENSION][DIMENSION];

    Naive() {
      mean[0] = SETTINGS.priorLogit();
      for (int j = 0; j < DIMENSION; j++) {
        c[j][j] = v0;
      }
    }

    double[] times(double[] x) {
      double[] cx = new double[DIMENSION];
      for (int i = 0; i < DIMENSION; i++) {
        cx[i] = dot(c[i], x);
      }
      return cx;
    }

    double learn(double[] x, double y) {
      for (int j = 0; j < DIMENSION; j++) {
        if (x[j] != 0 && c[j][j] < v0) {
          c[j][j] = Math.min(v0, c[j][j] + SETTINGS.drift());
        }
      }
      double[] cx = times(x);
      double v = Math.max(0, dot(x, cx));
      double p = 1 / (1 + Math.exp(-dot(mean, x) / Math.sqrt(1 + Math.PI * v / 8)));
      double h = Math.max(p * (1 - p), 1e-6);
      for (int i = 0; i < DIMENSION; i++) {
        mean[i] += cx[i] * (y - p) / (1 + h * v);
        for (int j = 0; j < DIMENSION; j++) {
          c[i][j] -= h / (1 + h * v) * cx[i] * cx[j];
        }
      }
      return p;
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static FeatureVector vector(double[] x) {
    var builder = FeatureVector.builder(1);
    for (int j = 0; j < x.length; j++) {
      if (x[j] != 0) {
        builder.add(Math.min(j, SOURCES - 1), "feature " + j, x[j], Double.NaN);
      }
    }
    return builder.build();
  }

  private static double[] person(Chance chance, int known) {
    double[] x = new double[DIMENSION];
    x[0] = 1;
    for (int i = 0; i < 8; i++) {
      int j = 1 + chance.nextInt(known - 1);
      x[j] = i < 6 ? 1 : chance.nextGaussian();
    }
    return x;
  }

  @Test
  void packedAndNaiveAgreeToTheTwelfthDigitAndSinglePrecisionToTheFifth() {
    var chance = new Chance(5);
    var naive = new Naive();
    var packed = new FullLearner(SETTINGS, SOURCES);
    var space = new FeatureSpace(SOURCES);
    for (int j = 0; j < DIMENSION; j++) {
      space.add(FeatureVector.key(Math.min(j, SOURCES - 1), "feature " + j), 0, "feature " + j);
    }

    for (int lesson = 0; lesson < 3_000; lesson++) {
      double[] x = person(chance, Math.min(DIMENSION, 5 + lesson / 20));
      double y = chance.nextInt(4) == 0 ? 1 : 0;
      var active = ActiveFeatures.of(vector(x), space);
      assertThat(packed.propensity(active)).isCloseTo(packed.propensity(active), within(0.0));
      assertThat(packed.learn(active, y)).isCloseTo(naive.learn(x, y), within(1e-12));
    }

    Belief belief = packed.belief();
    for (int i = 0; i < 200; i++) {
      double[] x = person(chance, DIMENSION);
      var active = ActiveFeatures.of(vector(x), space);
      double v = dot(x, naive.times(x));
      assertThat(belief.logit(active)).isCloseTo(dot(naive.mean, x), within(1e-10));
      assertThat(belief.variance(active)).isCloseTo(v, within(1e-5 * Math.max(v, 0.1)));
    }
  }

  @Test
  void aFeatureNeverMetAddsItsWholePriorVariance() {
    var space = new FeatureSpace(SOURCES);
    space.add(FeatureVector.key(SOURCES - 1, ""), SOURCES - 1, "");
    var known = FeatureVector.builder(1).token(SOURCES - 1, "").build();
    var stranger = FeatureVector.builder(1).token(SOURCES - 1, "").token(0, "new").build();
    Belief belief = new FullLearner(SETTINGS, SOURCES).belief();

    double added =
        belief.variance(ActiveFeatures.of(stranger, space))
            - belief.variance(ActiveFeatures.of(known, space));

    assertThat(added).isCloseTo(SETTINGS.weightVariance(SOURCES), within(1e-7));
  }

  @Test
  void aCorrectionMovesTheMeanByCxAndLeavesTheUncertainty() {
    var space = new FeatureSpace(SOURCES);
    var x = vector(person(new Chance(6), DIMENSION));
    var active = ActiveFeatures.learning(x, space);
    var learner = new FullLearner(SETTINGS, SOURCES);
    learner.learn(active, 0);
    Belief before = learner.belief();

    learner.correct(active, 1);

    Belief after = learner.belief();
    assertThat(after.variance(active)).isEqualTo(before.variance(active));
    assertThat(after.logit(active) - before.logit(active))
        .isCloseTo(before.variance(active), within(1e-6));
  }

  @Test
  void learningTheSameTwiceFromBytesGivesTheSameBits() {
    var space = new FeatureSpace(SOURCES);
    var active = ActiveFeatures.learning(vector(person(new Chance(7), DIMENSION)), space);
    var learner = new FullLearner(SETTINGS, SOURCES);
    learner.learn(active, 1);
    var sink = new ByteSink(0);
    learner.write(sink);

    var copy = FullLearner.read(new ByteSource(sink.toArray()));

    assertThat(copy.learn(active, 0)).isEqualTo(learner.learn(active, 0));
    assertThat(copy.weights()).isEqualTo(learner.weights());
    assertThat(Arrays.stream(copy.weights()).anyMatch(weight -> weight != 0)).isTrue();
  }
}
