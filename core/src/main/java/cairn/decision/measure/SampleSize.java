package cairn.decision.measure;

/** How many people an experiment needs to see an effect. */
public final class SampleSize {
  /** The normal quantile of 5 percent on two sides. */
  private static final double Z_ALPHA = Rate.Z95;

  /** The normal quantile of 80 percent power. */
  private static final double Z_BETA = 0.8416212335729143;

  private SampleSize() {}

  /**
   * People in both arms together, at 5 percent and 80 percent power, rounded up: {@code (z_α +
   * z_β)² [p1(1-p1)/s + p2(1-p2)/(1-s)] / (p2 - p1)²}.
   *
   * @param baseline p1, the control's rate
   * @param effect the relative effect to be seen: p2 = p1 (1 + effect)
   * @param controlShare s, the share of people in the control
   */
  public static long of(double baseline, double effect, double controlShare) {
    double p2 = baseline * (1 + effect);
    boolean possible =
        baseline > 0 && p2 > 0 && p2 < 1 && effect != 0 && controlShare > 0 && controlShare < 1;
    if (!possible) {
      throw new IllegalArgumentException("rates and shares lie between 0 and 1, and differ");
    }
    double spread = baseline * (1 - baseline) / controlShare + p2 * (1 - p2) / (1 - controlShare);
    double quantiles = Z_ALPHA + Z_BETA;
    return (long) Math.ceil(quantiles * quantiles * spread / ((p2 - baseline) * (p2 - baseline)));
  }
}
