package cairn.bench.learning;

import cairn.adaptive.Logistic;
import cairn.chance.Chance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A next-best-action world over the bank's people: twenty actions in five groups whose true chances
 * are known, eight of which change abruptly half way, two of which come later.
 *
 * <p>Action 0 is real: its outcome is what the bank saw. Every potential outcome is drawn once, so
 * that any two policies meet the same world.
 */
final class NbaSim {
  static final int ACTIONS = 20;
  static final int GROUP_SIZE = 4;

  private static final int GROUP_TOKENS = 25;
  private static final int OWN_TOKENS = 12;
  private static final double WEIGHT_DEVIATION = 0.55;
  private static final double FREQUENCY_MIN = 0.01;
  private static final double FREQUENCY_MAX = 0.9;
  private static final List<Integer> CHANGING = List.of(2, 3, 6, 7, 10, 11, 14, 15);
  private static final List<Integer> LATE = List.of(17, 19);
  private static final int CHANGE_AT = 20_594;
  private static final int LATE_UNTIL = 10_000;

  private final BankRows people;
  private final float[][] chances;
  private final boolean[][] wanted;
  private final int lateUntil;
  private final double realRate;

  private NbaSim(
      BankRows people, float[][] chances, boolean[][] wanted, int lateUntil, double realRate) {
    this.people = people;
    this.chances = chances;
    this.wanted = wanted;
    this.lateUntil = lateUntil;
    this.realRate = realRate;
  }

  /** The world of this seed. Change and late arrival scale with the number of people. */
  static NbaSim of(BankRows people, long seed) {
    int n = people.size();
    int[][] tokens = tokens(people);
    int tokenCount = 0;
    for (int[] row : tokens) {
      for (int token : row) {
        tokenCount = Math.max(tokenCount, token + 1);
      }
    }
    int[] usable = usable(tokens, tokenCount);
    Chance chance = new Chance(seed);
    double[][] first = parameters(chance, usable, tokenCount);
    double[][] second = parameters(chance, usable, tokenCount);
    int changeAt = (int) ((long) CHANGE_AT * n / 41_188);
    float[][] chances = new float[ACTIONS][n];
    boolean[][] wanted = new boolean[ACTIONS][n];
    double real = 0;
    for (int i = 0; i < n; i++) {
      real += people.outcome(i) / n;
    }
    for (int a = 0; a < ACTIONS; a++) {
      double target = 0.02 + 0.1 * chance.nextDouble();
      double[] before = logits(tokens, first[a]);
      double[] after = CHANGING.contains(a) ? logits(tokens, second[a]) : before;
      double bias = bias(before, target);
      for (int i = 0; i < n; i++) {
        double logit = (i < changeAt ? before[i] : after[i]) + bias;
        chances[a][i] = a == 0 ? (float) real : (float) Logistic.sigmoid(logit);
        boolean drawn = chance.nextDouble() < chances[a][i];
        wanted[a][i] = a == 0 ? people.outcome(i) == 1 : drawn;
      }
    }
    return new NbaSim(people, chances, wanted, (int) ((long) LATE_UNTIL * n / 41_188), real);
  }

  private static int[][] tokens(BankRows people) {
    Map<String, Integer> ids = new HashMap<>();
    int[][] tokens = new int[people.size()][];
    for (int i = 0; i < tokens.length; i++) {
      var vector = people.vector(i);
      tokens[i] = new int[vector.size()];
      for (int j = 0; j < tokens[i].length; j++) {
        String name = vector.source(j) + "=" + vector.label(j);
        tokens[i][j] = ids.computeIfAbsent(name, unseen -> ids.size());
      }
    }
    return tokens;
  }

  private static int[] usable(int[][] tokens, int tokenCount) {
    double[] frequency = new double[tokenCount];
    for (int[] row : tokens) {
      for (int token : row) {
        frequency[token] += 1.0 / tokens.length;
      }
    }
    List<Integer> usable = new ArrayList<>();
    for (int token = 0; token < tokenCount; token++) {
      if (frequency[token] > FREQUENCY_MIN && frequency[token] < FREQUENCY_MAX) {
        usable.add(token);
      }
    }
    return usable.stream().mapToInt(token -> token).toArray();
  }

  private static double[][] parameters(Chance chance, int[] usable, int tokenCount) {
    double[][] weights = new double[ACTIONS][tokenCount];
    double[] group = new double[tokenCount];
    for (int a = 0; a < ACTIONS; a++) {
      if (a % GROUP_SIZE == 0) {
        group = some(chance, usable, GROUP_TOKENS, tokenCount);
      }
      double[] own = some(chance, usable, OWN_TOKENS, tokenCount);
      for (int token = 0; token < tokenCount; token++) {
        weights[a][token] = group[token] + own[token];
      }
    }
    return weights;
  }

  private static double[] some(Chance chance, int[] usable, int count, int tokenCount) {
    int[] order = usable.clone();
    chance.shuffle(order);
    double[] weights = new double[tokenCount];
    for (int i = 0; i < Math.min(count, order.length); i++) {
      weights[order[i]] = WEIGHT_DEVIATION * chance.nextGaussian();
    }
    return weights;
  }

  private static double[] logits(int[][] tokens, double[] weights) {
    double[] logits = new double[tokens.length];
    for (int i = 0; i < logits.length; i++) {
      for (int token : tokens[i]) {
        logits[i] += weights[token];
      }
    }
    return logits;
  }

  private static double bias(double[] logits, double target) {
    double low = -30;
    double high = 30;
    for (int step = 0; step < 60; step++) {
      double middle = (low + high) / 2;
      double mean = 0;
      for (double logit : logits) {
        mean += Logistic.sigmoid(logit + middle) / logits.length;
      }
      if (mean < target) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  BankRows people() {
    return people;
  }

  int size() {
    return people.size();
  }

  boolean isAvailable(int action, int person) {
    return person >= lateUntil || !LATE.contains(action);
  }

  boolean isWanted(int action, int person) {
    return wanted[action][person];
  }

  /** The true chance; for the real action the overall rate stands in. */
  double chance(int action, int person) {
    return chances[action][person];
  }

  double realRate() {
    return realRate;
  }

  /** The wanted outcomes of one who knows every true chance. */
  double oracle() {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      int best = -1;
      for (int a = 0; a < ACTIONS; a++) {
        if (isAvailable(a, i) && (best < 0 || chances[a][i] > chances[best][i])) {
          best = a;
        }
      }
      sum += wanted[best][i] ? 1 : 0;
    }
    return sum;
  }
}
