package cairn.bench.learning;

import cairn.adaptive.ActiveFeatures;
import cairn.adaptive.Candidates;
import cairn.adaptive.ChoiceRule;
import cairn.adaptive.Chooser;
import cairn.adaptive.FullLearner;
import cairn.adaptive.LearnerSettings;
import cairn.adaptive.ModelId;
import cairn.adaptive.ModelSnapshot;
import cairn.adaptive.Observation;
import cairn.adaptive.Outcome;
import cairn.adaptive.Trainer;
import java.util.Arrays;
import java.util.List;

/**
 * How long learning and choosing take: medians over single operations on one thread, after as much
 * warming up as measuring.
 */
final class LearnerSpeed {
  private static final int SAMPLES_MAX = 20_000;

  private final BankRows rows;
  private final ModelSnapshot snapshot;
  private final int actions;
  private double sink;

  /** Prepares so many models that have all learned a share of the rows. */
  LearnerSpeed(BankRows rows, LearnerSettings settings, int actions) {
    this.rows = rows;
    this.actions = actions;
    Trainer trainer = new Trainer(rows.schema(), settings);
    for (int a = 0; a < actions; a++) {
      trainer.fold(new Observation.Declared(new ModelId("action " + a), ""));
    }
    for (int i = 0; i < rows.size(); i++) {
      trainer.fold(
          new Observation.Concluded(
              List.of(new ModelId("action " + i % actions)), rows.vector(i), outcome(i)));
    }
    this.snapshot = trainer.snapshot();
  }

  private Outcome outcome(int row) {
    return rows.outcome(row) == 1 ? Outcome.WANTED : Outcome.NONE;
  }

  /** Coordinates of each model. */
  int dimension() {
    return snapshot.model(0).belief().dimension();
  }

  private interface Operation {
    double run(int i);
  }

  private double median(Operation operation, long nanosMax) {
    double[] micros = new double[SAMPLES_MAX];
    int count = 0;
    for (int round = 0; round < 2; round++) {
      count = 0;
      long end = System.nanoTime() + nanosMax / 2;
      while (count < SAMPLES_MAX && System.nanoTime() < end) {
        long from = System.nanoTime();
        sink += operation.run(count);
        micros[count++] = (System.nanoTime() - from) / 1e3;
      }
    }
    Arrays.sort(micros, 0, count);
    return micros[count / 2];
  }

  /** One lesson of a full model. */
  double learn(LearnerSettings settings, long nanosMax) {
    FullLearner learner = new FullLearner(settings, rows.schema().bias() + 1);
    return median(
        i -> {
          int row = i * 7 % rows.size();
          return learner.learn(snapshot.resolve(rows.vector(row)), rows.outcome(row));
        },
        nanosMax);
  }

  /** One choice among all actions: features resolved, mean, variance, propensity, draw. */
  double choose(long nanosMax) {
    Chooser chooser = new Chooser(ChoiceRule.STANDARD);
    int[] slots = slots();
    double[] weights = new double[actions];
    Arrays.fill(weights, 1);
    boolean[] newcomers = new boolean[actions];
    return median(
        i -> {
          double[] logits = new double[actions];
          double[] variances = new double[actions];
          double[] propensities = new double[actions];
          ActiveFeatures x = snapshot.resolve(rows.vector(i * 7 % rows.size()));
          snapshot.score(x, slots, actions, logits, variances);
          for (int a = 0; a < actions; a++) {
            propensities[a] = snapshot.model(a).propensity(logits[a], variances[a]);
          }
          Candidates candidates =
              new Candidates(logits, variances, propensities, weights, newcomers);
          return chooser.choose(candidates, i, i).chosen();
        },
        nanosMax);
  }

  /** The means of all actions for one person whose features are resolved. */
  double means(long nanosMax) {
    int[] slots = slots();
    double[] logits = new double[actions];
    ActiveFeatures[] resolved = new ActiveFeatures[1_000];
    Arrays.setAll(resolved, i -> snapshot.resolve(rows.vector(i * 37 % rows.size())));
    return median(
        i -> {
          snapshot.means(resolved[i % resolved.length], slots, actions, logits);
          return logits[i % actions];
        },
        nanosMax);
  }

  private int[] slots() {
    int[] slots = new int[actions];
    Arrays.setAll(slots, i -> i);
    return slots;
  }

  /** Keeps the compiler from leaving work out. */
  double sink() {
    return sink;
  }
}
