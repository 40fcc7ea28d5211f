package cairn.adaptive;

import cairn.chance.Chance;

/**
 * Draws one candidate with exactly known probabilities.
 *
 * <p>Rule, then floor, then the cap on newcomers; what is reported is what is drawn from. The same
 * candidates, count and seed give the same choice on every machine.
 */
public final class Chooser {
  /** The share of draws that all newcomers together may get. */
  public static final double NEWCOMER_SHARE_MAX = 0.1;

  private final ChoiceRule rule;
  private final double newcomerShareMax;

  /** Draws by this rule with the standard cap on newcomers. */
  public Chooser(ChoiceRule rule) {
    this(rule, NEWCOMER_SHARE_MAX);
  }

  /** Draws by this rule; newcomers together get at most this share, in (0, 1]. */
  public Chooser(ChoiceRule rule, double newcomerShareMax) {
    if (!(newcomerShareMax > 0 && newcomerShareMax <= 1)) {
      throw new IllegalArgumentException("a share above 0 and at most 1");
    }
    this.rule = rule;
    this.newcomerShareMax = newcomerShareMax;
  }

  /**
   * Draws.
   *
   * @param decisions how many decisions this decision point has made before (t)
   * @param seed decides the draw
   */
  public Choice choose(Candidates candidates, long decisions, long seed) {
    double[] p =
        switch (rule) {
          case ChoiceRule.InverseGap(double gain, double optimism, double floor) ->
              floored(inverseGap(hopes(candidates, optimism), gain, decisions), floor);
          case ChoiceRule.Thompson(double width) ->
              ThompsonProbabilities.of(
                  candidates.logits, deviations(candidates, width), candidates.weights);
          case ChoiceRule.UpperBound(double width) ->
              only(candidates.size(), highest(hopes(candidates, width)));
          case ChoiceRule.Greedy() ->
              only(candidates.size(), candidates.best(candidates.hasEstablished()));
        };
    boolean capped = cap(candidates, p);
    double draw = new Chance(seed).nextDouble();
    return new Choice(rule, p, pick(p, draw), candidates.best(false), seed, draw, capped);
  }

  private static double[] inverseGap(double[] scores, double gain, long decisions) {
    int size = scores.length;
    int best = highest(scores);
    double gamma = gain * Math.sqrt((double) Math.max(1, decisions));
    double[] p = new double[size];
    double others = 0;
    for (int i = 0; i < size; i++) {
      if (i != best) {
        p[i] = 1 / (size + gamma * (scores[best] - scores[i]));
        others += p[i];
      }
    }
    p[best] = 1 - others;
    return p;
  }

  /** Scores with the logit raised by so many standard deviations. */
  private static double[] hopes(Candidates candidates, double optimism) {
    double[] hopes = new double[candidates.size()];
    for (int i = 0; i < hopes.length; i++) {
      hopes[i] = optimism == 0 ? candidates.score(i) : candidates.hope(i, optimism);
    }
    return hopes;
  }

  private static int highest(double[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      if (scores[i] > scores[best]) {
        best = i;
      }
    }
    return best;
  }

  private static double[] floored(double[] p, double floor) {
    if (floor > 0) {
      for (int i = 0; i < p.length; i++) {
        p[i] = (1 - floor) * p[i] + floor / p.length;
      }
    }
    return p;
  }

  private static double[] deviations(Candidates candidates, double width) {
    double[] deviations = new double[candidates.size()];
    for (int i = 0; i < deviations.length; i++) {
      deviations[i] = width * Math.sqrt(candidates.variances[i]);
    }
    return deviations;
  }

  private static double[] only(int size, int chosen) {
    double[] p = new double[size];
    p[chosen] = 1;
    return p;
  }

  /** Scales newcomers down to their share and gives the rest to the best established candidate. */
  private boolean cap(Candidates candidates, double[] p) {
    double share = 0;
    for (int i = 0; i < p.length; i++) {
      share += candidates.newcomers[i] ? p[i] : 0;
    }
    if (share <= newcomerShareMax || !candidates.hasEstablished()) {
      return false;
    }
    double kept = 0;
    for (int i = 0; i < p.length; i++) {
      if (candidates.newcomers[i]) {
        p[i] *= newcomerShareMax / share;
        kept += p[i];
      }
    }
    p[candidates.best(true)] += share - kept;
    return true;
  }

  private static int pick(double[] p, double draw) {
    double sum = 0;
    int last = 0;
    for (int i = 0; i < p.length; i++) {
      if (p[i] > 0) {
        sum += p[i];
        last = i;
        if (draw < sum) {
          return i;
        }
      }
    }
    return last;
  }
}
