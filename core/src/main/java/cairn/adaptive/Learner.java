package cairn.adaptive;

/** A belief that changes with every lesson; owned by one thread. */
public sealed interface Learner permits FullLearner, DiagonalLearner {
  /** The chance it gives this person now. */
  double propensity(ActiveFeatures x);

  /** Learns that the outcome was wanted (1) or not (0), and answers the chance given before. */
  double learn(ActiveFeatures x, double outcome);

  /**
   * Corrects an outcome learned earlier: μ ← μ + C·x·change, C unchanged.
   *
   * @param change the true outcome minus the learned one
   */
  void correct(ActiveFeatures x, double change);

  /** The belief so far; later lessons do not reach it. */
  Belief belief();
}
