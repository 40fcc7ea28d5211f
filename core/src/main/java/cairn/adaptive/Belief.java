package cairn.adaptive;

/**
 * What a model holds true about its weights: a mean and an uncertainty, immutable.
 *
 * <p>The logit of a person is normal with {@link #logit} and {@link #variance}.
 */
public sealed interface Belief permits FullBelief, DiagonalBelief {
  /** z = μ·x. */
  double logit(ActiveFeatures x);

  /** v = xᵀCx, at least 0. */
  double variance(ActiveFeatures x);

  /** The mean weight of the feature in this slot with this key; 0 where nothing was learned. */
  double weight(int slot, long key);

  /** The variance of that weight alone. */
  double weightVariance(int slot, long key);

  /** How many coordinates it has. */
  int dimension();
}
