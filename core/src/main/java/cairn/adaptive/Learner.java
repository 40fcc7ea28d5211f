package cairn.adaptive;

/** A belief that changes with every lesson; owned by one thread. */
public sealed interface Learner permits FullLearner, DiagonalLearner {
  /** By so much of its prior a weight's variance grows where a finer learner begins. */
  double FINER_VARIANCE = 0.1;

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

  /** A learner that begins with what this one knows, a little less sure of all of it. */
  Learner finer();

  /** The belief so far; later lessons do not reach it. */
  Belief belief();
}
