package cairn.bench.learning;

import cairn.adaptive.ActiveFeatures;
import cairn.adaptive.Candidates;
import cairn.adaptive.Choice;
import cairn.adaptive.ChoiceRule;
import cairn.adaptive.Chooser;
import cairn.adaptive.FeatureVector;
import cairn.adaptive.LearnerSettings;
import cairn.adaptive.ModelId;
import cairn.adaptive.ModelSnapshot;
import cairn.adaptive.Observation;
import cairn.adaptive.OffPolicy;
import cairn.adaptive.Outcome;
import cairn.adaptive.RewardModel;
import cairn.adaptive.Trainer;
import cairn.chance.Chance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Off-policy estimates where the truth is known: in the second half of a simulated world one policy
 * logs, another is judged from that log, and the interval either holds its true worth or not.
 *
 * <p>The first 6,000 people teach a model A (from actions drawn alike) and a model B (from every
 * potential outcome). The rest are logged by A with more or less exploration; judged are drawing
 * alike, always A's best, and always B's best.
 */
final class OpeTruth {
  private static final int TAUGHT = 6_000;
  private static final int ACTIONS = NbaSim.ACTIONS;

  private final NbaSim world;
  private final LearnerSettings settings;
  private final int from;
  private final int size;
  private final double[][] scoresA;
  private final double[][] scoresB;

  OpeTruth(NbaSim world, LearnerSettings settings) {
    this.world = world;
    this.settings = settings;
    int half = world.size() / 2;
    this.from = half + Math.min(TAUGHT, half / 2);
    this.size = world.size() - from;
    Chance chance = new Chance(1);
    ModelSnapshot a = teach(half, i -> new int[] {chance.nextInt(ACTIONS)});
    int[] all = new int[ACTIONS];
    Arrays.setAll(all, action -> action);
    ModelSnapshot b = teach(half, i -> all);
    this.scoresA = scores(a);
    this.scoresB = scores(b);
  }

  private interface Shown {
    int[] actions(int person);
  }

  private ModelSnapshot teach(int start, Shown shown) {
    Trainer trainer = new Trainer(world.people().schema(), settings.withPriorLogit(-2));
    for (int action = 0; action < ACTIONS; action++) {
      trainer.fold(new Observation.Declared(id(action), ""));
    }
    for (int i = start; i < from; i++) {
      for (int action : shown.actions(i)) {
        Outcome outcome = world.isWanted(action, i) ? Outcome.WANTED : Outcome.NONE;
        trainer.fold(
            new Observation.Concluded(List.of(id(action)), world.people().vector(i), outcome));
      }
    }
    return trainer.snapshot();
  }

  private static ModelId id(int action) {
    return new ModelId(Integer.toString(action));
  }

  private double[][] scores(ModelSnapshot snapshot) {
    double[][] scores = new double[size][ACTIONS];
    for (int i = 0; i < size; i++) {
      ActiveFeatures x = snapshot.resolve(world.people().vector(from + i));
      for (int action = 0; action < ACTIONS; action++) {
        scores[i][action] = snapshot.model(action).predict(x).propensity();
      }
    }
    return scores;
  }

  /** A way to log: inverse-gap weighting with a fixed gain, or the best with some at random. */
  record Logging(String name, double gain, double epsilon) {
    static final List<Logging> ALL =
        List.of(
            new Logging("gain 200", 200, 0),
            new Logging("gain 2000", 2_000, 0),
            new Logging("epsilon .05", 1e12, 0.05));
  }

  /**
   * How the estimates of one pair of policies did over all replicates.
   *
   * @param effectiveRows their mean
   * @param errors root mean square error relative to the truth: DM, IPS, SNIPS, DR, Switch, DR-os
   * @param covered in how many replicates the doubly robust interval held the truth
   */
  record Line(
      String logging, String target, double effectiveRows, List<Double> errors, int covered) {
    Line {
      errors = List.copyOf(errors);
    }
  }

  /** Judges three policies from each kind of log of the first {@code rows} people. */
  List<Line> run(int rowsMax, int replicates) {
    int rows = Math.min(rowsMax, size);
    List<Line> lines = new ArrayList<>();
    double[][][] targets = {uniform(rows), best(scoresA, rows), best(scoresB, rows)};
    List<String> names = List.of("uniform", "best of A", "best of B");
    for (Logging logging : Logging.ALL) {
      double[][] logged = probabilities(logging, rows);
      double[][] squares = new double[targets.length][6];
      double[] effective = new double[targets.length];
      int[] covered = new int[targets.length];
      for (int replicate = 0; replicate < replicates; replicate++) {
        Draw draw = draw(logged, rows, Chance.seed(replicate, 77));
        for (int t = 0; t < targets.length; t++) {
          OffPolicy judged = judge(draw, logged, targets[t], rows);
          double truth = truth(targets[t], rows);
          effective[t] += judged.effectiveRows() / replicates;
          boolean holds = Math.abs(judged.doublyRobust() - truth) <= judged.doublyRobustMargin();
          covered[t] += holds ? 1 : 0;
          double[] estimates = {
            judged.directMethod(),
            judged.inversePropensity(),
            judged.selfNormalised(),
            judged.doublyRobust(),
            judged.switchDoublyRobust(10),
            judged.shrunkDoublyRobust(50)
          };
          for (int e = 0; e < estimates.length; e++) {
            double off = estimates[e] / truth - 1;
            squares[t][e] += off * off / replicates;
          }
        }
      }
      for (int t = 0; t < targets.length; t++) {
        List<Double> errors = Arrays.stream(squares[t]).map(Math::sqrt).boxed().toList();
        lines.add(new Line(logging.name, names.get(t), effective[t], errors, covered[t]));
      }
    }
    return List.copyOf(lines);
  }

  /** One log: what was chosen, what came of it, and rewards predicted from it. */
  private static final class Draw {
    final int[] chosen;
    final double[] rewards;
    final RewardModel model;

    Draw(int[] chosen, double[] rewards, RewardModel model) {
      this.chosen = chosen;
      this.rewards = rewards;
      this.model = model;
    }
  }

  private Draw draw(double[][] logged, int rows, long seed) {
    Chance chance = new Chance(seed);
    int[] chosen = new int[rows];
    double[] rewards = new double[rows];
    List<FeatureVector> vectors = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      double u = chance.nextDouble();
      int action = 0;
      double sum = logged[i][0];
      while (action < ACTIONS - 1 && u >= sum) {
        action++;
        sum += logged[i][action];
      }
      chosen[i] = action;
      rewards[i] = chance.nextDouble() < worth(action, i) ? 1 : 0;
      vectors.add(world.people().vector(from + i));
    }
    RewardModel model =
        RewardModel.fit(world.people().schema(), settings, vectors, chosen, rewards, ACTIONS);
    return new Draw(chosen, rewards, model);
  }

  private OffPolicy judge(Draw draw, double[][] logged, double[][] target, int rows) {
    double[] p = new double[rows];
    double[] pi = new double[rows];
    double[] predicted = new double[rows];
    double[] direct = new double[rows];
    for (int i = 0; i < rows; i++) {
      double[] rewards = draw.model.predict(i, world.people().vector(from + i));
      p[i] = logged[i][draw.chosen[i]];
      pi[i] = target[i][draw.chosen[i]];
      predicted[i] = rewards[draw.chosen[i]];
      for (int action = 0; action < ACTIONS; action++) {
        direct[i] += target[i][action] * rewards[action];
      }
    }
    return new OffPolicy(draw.rewards, p, pi, predicted, direct);
  }

  /** The true chance; of the real action, what really happened. */
  private double worth(int action, int i) {
    if (action == 0) {
      return world.isWanted(0, from + i) ? 1 : 0;
    }
    return world.chance(action, from + i);
  }

  private double truth(double[][] target, int rows) {
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      for (int action = 0; action < ACTIONS; action++) {
        sum += target[i][action] * worth(action, i) / rows;
      }
    }
    return sum;
  }

  private double[][] probabilities(Logging logging, int rows) {
    Chooser chooser = new Chooser(new ChoiceRule.InverseGap(logging.gain, 0, logging.epsilon));
    double[] ones = new double[ACTIONS];
    Arrays.fill(ones, 1);
    double[] none = new double[ACTIONS];
    double[][] probabilities = new double[rows][];
    for (int i = 0; i < rows; i++) {
      Candidates candidates = new Candidates(none, none, scoresA[i], ones, new boolean[ACTIONS]);
      Choice choice = chooser.choose(candidates, 1, i);
      probabilities[i] = choice.probabilities();
    }
    return probabilities;
  }

  private static double[][] uniform(int rows) {
    double[][] target = new double[rows][ACTIONS];
    for (double[] row : target) {
      Arrays.fill(row, 1.0 / ACTIONS);
    }
    return target;
  }

  private static double[][] best(double[][] scores, int rows) {
    double[][] target = new double[rows][ACTIONS];
    for (int i = 0; i < rows; i++) {
      int best = 0;
      for (int action = 1; action < ACTIONS; action++) {
        best = scores[i][action] > scores[i][best] ? action : best;
      }
      target[i][best] = 1;
    }
    return target;
  }
}
