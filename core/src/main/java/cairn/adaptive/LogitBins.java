package cairn.adaptive;

/**
 * Chances sorted by their logit into bins of like width, from −8 to 8; what lies beyond falls into
 * the outermost.
 *
 * @param count how many bins
 */
record LogitBins(int count) {
  private static final double LOGIT_MAX = 8;

  /** The bin of a chance, the lowest chances in bin 0. */
  int of(double chance) {
    double share = (Logistic.logit(Accuracy.clipped(chance)) + LOGIT_MAX) / (2 * LOGIT_MAX);
    return Math.max(0, Math.min(count - 1, (int) (share * count)));
  }
}
