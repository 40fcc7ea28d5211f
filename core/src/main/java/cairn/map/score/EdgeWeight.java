package cairn.map.score;

/** How much a transition decides, and for which end: the weight of an edge by its outcomes. */
public final class EdgeWeight {
  /*
   * w = ((1 - H(p+, p-)) sign - 0.21) 20, with H the binary entropy in bits and sign + if p+ >= p-
   * (Kobialka, Mannhardt, Tapia Tarifa and Johnsen, user journey games; bias and scale as in their
   * published program). An edge all of whose journeys end well weighs 15.8, all badly -24.2; one
   * that tells nothing -4.2.
   */
  private static final double BIAS = 0.21;
  private static final double SCALE = 20;

  private EdgeWeight() {}

  /**
   * The weight of an edge.
   *
   * @param well journeys through it that ended well, at least 0
   * @param badly journeys through it that ended badly, at least 0, and not both 0
   */
  public static double of(long well, long badly) {
    if (well < 0 || badly < 0 || well + badly == 0) {
      throw new IllegalArgumentException("an edge has journeys that ended");
    }
    double share = (double) well / (well + badly);
    double sign = well >= badly ? 1 : -1;
    return ((1 - entropyBits(share)) * sign - BIAS) * SCALE;
  }

  /** Binary entropy in bits: 0 when certain, 1 at one half. */
  public static double entropyBits(double share) {
    if (share < 0 || share > 1) {
      throw new IllegalArgumentException("a share lies between 0 and 1");
    }
    return term(share) + term(1 - share);
  }

  private static double term(double share) {
    return share == 0 ? 0 : -share * Math.log(share) / Math.log(2);
  }
}
