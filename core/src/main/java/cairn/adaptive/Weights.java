package cairn.adaptive;

import java.util.List;

/** Means of the weights of sibling models. */
final class Weights {
  private static final double[] NONE = new double[0];

  private Weights() {}

  /** The mean weight of each coordinate over the full models that share coordinates; or empty. */
  static double[] meanOfFull(List<Learner> siblings) {
    List<double[]> weights =
        siblings.stream()
            .filter(FullLearner.class::isInstance)
            .map(FullLearner.class::cast)
            .filter(learner -> !learner.isMapped())
            .map(FullLearner::weights)
            .toList();
    return mean(weights);
  }

  /** The same over diagonal models. */
  static double[] meanOfDiagonal(List<Learner> siblings) {
    List<double[]> weights =
        siblings.stream()
            .filter(DiagonalLearner.class::isInstance)
            .map(DiagonalLearner.class::cast)
            .map(DiagonalLearner::weights)
            .toList();
    return mean(weights);
  }

  private static double[] mean(List<double[]> weights) {
    if (weights.isEmpty()) {
      return NONE;
    }
    int length = weights.stream().mapToInt(each -> each.length).max().orElse(0);
    double[] mean = new double[length];
    for (double[] each : weights) {
      for (int i = 0; i < each.length; i++) {
        mean[i] += each[i] / weights.size();
      }
    }
    return mean;
  }
}
