package cairn.bench.learning;

import cairn.adaptive.FeatureVector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import vowpalWabbit.learner.VWActionProbsLearner;
import vowpalWabbit.learner.VWLearners;
import vowpalWabbit.learner.VWMulticlassLearner;
import vowpalWabbit.responses.ActionProbs;

/** Vowpal Wabbit on the same rows, by its own published ways of running a bandit. */
final class VwPeer {
  /** Its two strongest explorers on these data. */
  static final String REGCB = "--cb_explore_adf --regcbopt --mellowness 0.01";

  static final String SQUARECB = "--cb_explore_adf --squarecb --gamma_scale 100";

  /** The learning rates that are tried. */
  static final List<Double> SIM_RATES = List.of(0.05, 0.2, 0.5, 1.5);

  static final List<Double> CLASS_RATES = List.of(0.02, 0.1, 0.5, 2.0);

  private final Map<String, Integer> tokens = new HashMap<>();

  /**
   * Wanted outcomes in a world, with every action open to it throughout: it has no way to hold one
   * back, which favours it slightly.
   */
  double simWanted(NbaSim world, String explorer, double rate) {
    String command =
        "--quiet -b 20 --cbify %d --cbify_cs --cb_type mtr -l %s %s"
            .formatted(NbaSim.ACTIONS, rate, explorer);
    double sum = 0;
    try (VWMulticlassLearner learner = VWLearners.create(command)) {
      for (int i = 0; i < world.size(); i++) {
        StringBuilder line = new StringBuilder(400);
        for (int a = 0; a < NbaSim.ACTIONS; a++) {
          line.append(a + 1).append(world.isWanted(a, i) ? ":0 " : ":1 ");
        }
        int chosen = learner.learn(line.append(context(world.people().vector(i))).toString());
        sum += chosen >= 1 && world.isWanted(chosen - 1, i) ? 1 : 0;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sum;
  }

  /** The profit per person of calling or not. */
  double contactProfit(BankRows rows, String explorer, double rate) {
    String command =
        "--quiet -b 20 --cbify 2 --cbify_cs --cb_type mtr -l %s %s".formatted(rate, explorer);
    double sum = 0;
    try (VWMulticlassLearner learner = VWLearners.create(command)) {
      for (int i = 0; i < rows.size(); i++) {
        double cost = 1 - rows.outcome(i);
        double idle = 1 - ContactBandit.COST;
        String line = "1:" + cost + " 2:" + idle + " " + context(rows.vector(i));
        sum += learner.learn(line) == 1 ? rows.outcome(i) - ContactBandit.COST : 0;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sum / rows.size();
  }

  /** The share of rounds in which it names a wrong class. */
  double classLoss(ClassBandit bandit, String explorer, double rate, long seed) {
    String command =
        "--quiet -b 20 --cbify %d --cb_type mtr -l %s %s"
            .formatted(bandit.actions(), rate, explorer);
    int[] order = bandit.order(seed);
    List<FeatureVector> vectors = bandit.vectors(order);
    int wrong = 0;
    try (VWMulticlassLearner learner = VWLearners.create(command)) {
      for (int i = 0; i < order.length; i++) {
        int right = bandit.classOf(order[i]) + 1;
        wrong += learner.learn(right + " " + context(vectors.get(i))) == right ? 0 : 1;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return (double) wrong / order.length;
  }

  /** Microseconds for each choice among so many actions, features crossed with the action. */
  double[] chooseMicros(BankRows rows, int actions, long nanosMax) {
    double[] micros = new double[2_000];
    int count = 0;
    try (VWActionProbsLearner learner = VWLearners.create("--quiet -b 22 --cb_type mtr " + REGCB)) {
      for (int i = 0; i < 200; i++) {
        String[] lines = actionLines(rows.vector(i), actions);
        int taught = i % actions;
        lines[taught] = "0:" + (i % 9 == 0 ? 0 : 1) + ":0.5 " + lines[taught];
        learner.learn(lines);
      }
      long end = System.nanoTime() + nanosMax;
      while (count < micros.length && System.nanoTime() < end) {
        String[] lines = actionLines(rows.vector(count * 7 % rows.size()), actions);
        long from = System.nanoTime();
        ActionProbs probabilities = learner.predict(lines);
        micros[count++] = (System.nanoTime() - from) / 1e3;
        if (probabilities.getActionProbs().length != actions) {
          throw new IllegalStateException("an answer of another length");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return java.util.Arrays.copyOf(micros, count);
  }

  private String[] actionLines(FeatureVector vector, int actions) {
    String[] lines = new String[actions];
    for (int a = 0; a < actions; a++) {
      StringBuilder line = new StringBuilder("|");
      for (int j = 0; j < vector.size(); j++) {
        line.append(" a").append(a).append('f').append(token(vector, j));
      }
      lines[a] = line.toString();
    }
    return lines;
  }

  /** The features without the constant, which it adds itself. */
  private String context(FeatureVector vector) {
    StringBuilder line = new StringBuilder("|");
    for (int j = 0; j < vector.size() - 1; j++) {
      line.append(" f").append(token(vector, j));
      if (vector.value(j) != 1) {
        line.append(':').append((float) vector.value(j));
      }
    }
    return line.toString();
  }

  private int token(FeatureVector vector, int j) {
    return tokens.computeIfAbsent(
        vector.source(j) + "=" + vector.label(j), unseen -> tokens.size());
  }

  /** Whether the native library runs on this machine. */
  static boolean isAvailable() {
    IntPredicate answers = classes -> classes > 0;
    try (VWMulticlassLearner learner = VWLearners.create("--quiet --oaa 2")) {
      return answers.test(learner.learn("1 | a"));
    } catch (IOException | UnsatisfiedLinkError | RuntimeException e) {
      return false;
    }
  }
}
