package cairn.adaptive;

/** How one of several candidates is drawn. */
public sealed interface ChoiceRule {
  /** The default of every decision point. */
  ChoiceRule STANDARD = new InverseGap(100, 1, 0);

  /**
   * Inverse-gap weighting over hopeful scores: the further a candidate lies behind the most
   * promising one, the rarer it is drawn.
   *
   * @param gain g; the gap counts g√t times after t decisions
   * @param optimism α; gaps are taken between weight × σ(z + α√v); 0 compares propensities
   * @param floor f, mixed in as f/K for each of K candidates; 0 for none
   */
  record InverseGap(double gain, double optimism, double floor) implements ChoiceRule {
    public InverseGap {
      if (!(gain > 0) || !(optimism >= 0) || !(floor >= 0 && floor <= 1)) {
        throw new IllegalArgumentException(
            "a gain above 0, optimism of at least 0, a floor in [0, 1]");
      }
    }
  }

  /**
   * Thompson sampling: each candidate as often as it is the best among plausible ones.
   *
   * @param width α, the standard deviations counted as plausible
   */
  record Thompson(double width) implements ChoiceRule {
    public Thompson {
      if (!(width > 0)) {
        throw new IllegalArgumentException("a width above 0");
      }
    }
  }

  /** The best at its upper confidence bound; without chance, so no evaluation off policy. */
  record UpperBound(double width) implements ChoiceRule {
    public UpperBound {
      if (!(width >= 0)) {
        throw new IllegalArgumentException("a width of at least 0");
      }
    }
  }

  /** The best by its mean among the established; for people who declined to be experimented on. */
  record Greedy() implements ChoiceRule {}
}
