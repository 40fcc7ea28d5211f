package cairn.adaptive;

/**
 * What a draw is made among: parallel arrays, one entry a candidate, owned by the draw.
 *
 * <p>The score of a candidate is weight × propensity. The weight holds everything but the
 * propensity (context, lever, values), already divided by the published maximum of its class, so
 * that scores lie in [0, 1]; scores beyond are clipped.
 */
public final class Candidates {
  /** The most candidates of one draw. */
  public static final int SIZE_MAX = 10_000;

  final double[] logits;
  final double[] variances;
  final double[] propensities;
  final double[] weights;
  final boolean[] newcomers;

  /** Candidates by logit, its variance, propensity, weight, and whether their traffic is capped. */
  public Candidates(
      double[] logits,
      double[] variances,
      double[] propensities,
      double[] weights,
      boolean[] newcomers) {
    int size = logits.length;
    if (size < 1 || size > SIZE_MAX) {
      throw new IllegalArgumentException("1 to " + SIZE_MAX + " candidates, not " + size);
    }
    if (variances.length != size
        || propensities.length != size
        || weights.length != size
        || newcomers.length != size) {
      throw new IllegalArgumentException("arrays of different lengths");
    }
    this.logits = logits;
    this.variances = variances;
    this.propensities = propensities;
    this.weights = weights;
    this.newcomers = newcomers;
  }

  public int size() {
    return logits.length;
  }

  /** r, in [0, 1]. */
  public double score(int i) {
    return Math.max(0, Math.min(1, weights[i] * propensities[i]));
  }

  /** weight × σ(z + α√v), in [0, 1]. */
  double hope(int i, double optimism) {
    double chance = Logistic.sigmoid(logits[i] + optimism * Math.sqrt(variances[i]));
    return Math.max(0, Math.min(1, weights[i] * chance));
  }

  boolean hasEstablished() {
    for (boolean newcomer : newcomers) {
      if (!newcomer) {
        return true;
      }
    }
    return false;
  }

  /** The highest score, the first of equals; among the established only, if asked. */
  int best(boolean establishedOnly) {
    int best = -1;
    for (int i = 0; i < size(); i++) {
      if ((!establishedOnly || !newcomers[i]) && (best < 0 || score(i) > score(best))) {
        best = i;
      }
    }
    return best;
  }
}
