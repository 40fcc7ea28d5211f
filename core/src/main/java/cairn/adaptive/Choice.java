package cairn.adaptive;

import java.util.Arrays;

/** One draw and all that is needed to repeat and to judge it; immutable. */
public final class Choice {
  private final ChoiceRule rule;
  private final double[] probabilities;
  private final int chosen;
  private final int best;
  private final long seed;
  private final double draw;
  private final boolean capped;

  Choice(
      ChoiceRule rule,
      double[] probabilities,
      int chosen,
      int best,
      long seed,
      double draw,
      boolean capped) {
    this.rule = rule;
    this.probabilities = probabilities;
    this.chosen = chosen;
    this.best = best;
    this.seed = seed;
    this.draw = draw;
    this.capped = capped;
  }

  public ChoiceRule rule() {
    return rule;
  }

  /** The candidate that was drawn. */
  public int chosen() {
    return chosen;
  }

  /** The candidate with the highest score. */
  public int best() {
    return best;
  }

  /** The chance this candidate had, after caps and floors; all sum to 1. */
  public double probability(int candidate) {
    return probabilities[candidate];
  }

  /** The chances of all candidates. */
  public double[] probabilities() {
    return probabilities.clone();
  }

  public long seed() {
    return seed;
  }

  /** The number in [0, 1) that decided. */
  public double draw() {
    return draw;
  }

  /** Whether chance preferred another than the best. */
  public boolean isExploration() {
    return chosen != best;
  }

  /** Whether the traffic of newcomers was cut. */
  public boolean isCapped() {
    return capped;
  }

  /** Whether chance had a say at all; if not, the draw is left out of off-policy evaluation. */
  public boolean isRandomised() {
    return probabilities[chosen] < 1;
  }

  @Override
  public String toString() {
    return "Choice[" + chosen + " of " + Arrays.toString(probabilities) + ", seed " + seed + "]";
  }
}
