package cairn.adaptive;

/**
 * The logistic and normal curves, computed alike on every machine.
 *
 * <p>{@code Math.exp} may differ in the last digit between machines and {@code StrictMath.exp} is
 * slow; {@link #exp} is plain arithmetic, within 2 units in the last place of the true value.
 */
public final class Logistic {
  /*
   * exp(x) = 2^k exp(r), |r| <= ln(2)/2, with ln 2 in two parts (Cody and Waite) and the Taylor
   * series of exp to r^13, whose remainder is below 4e-18.
   */
  private static final double LOG2_E = 1.4426950408889634;
  private static final double LN2_HIGH = 0x1.62e42fee00000p-1;
  private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
  private static final double EXP_ARGUMENT_MAX = 700;
  private static final double T4 = 1.0 / 24;
  private static final double T5 = 1.0 / 120;
  private static final double T6 = 1.0 / 720;
  private static final double T7 = 1.0 / 5040;
  private static final double T8 = 1.0 / 40320;
  private static final double T9 = 1.0 / 362880;
  private static final double T10 = 1.0 / 3628800;
  private static final double T11 = 1.0 / 39916800;
  private static final double T12 = 1.0 / 479001600;
  private static final double T13 = 1.0 / 6227020800.0;
  private static final double PI_OVER_8 = StrictMath.PI / 8;

  private Logistic() {}

  /** e to the power x, for x clipped to ±700. */
  public static double exp(double x) {
    double clipped = Math.max(-EXP_ARGUMENT_MAX, Math.min(EXP_ARGUMENT_MAX, x));
    double k = Math.rint(clipped * LOG2_E);
    double r = clipped - k * LN2_HIGH - k * LN2_LOW;
    double r2 = r * r;
    double r4 = r2 * r2;
    double low = T4 + r * T5 + r2 * (T6 + r * T7);
    double high = T8 + r * T9 + r2 * (T10 + r * T11) + r4 * (T12 + r * T13);
    double tail = r2 * (0.5 + r * (1.0 / 6)) + r4 * (low + r4 * high);
    double power = Double.longBitsToDouble(((long) k + 1023) << 52);
    return power * (1 + (r + tail));
  }

  /** σ(z) = 1 / (1 + exp(-z)). */
  public static double sigmoid(double z) {
    return 1 / (1 + exp(-z));
  }

  /** The chance behind a normal logit: σ(z / √(1 + πv/8)) (MacKay 1992), v at least 0. */
  public static double propensity(double logit, double variance) {
    return sigmoid(logit / Math.sqrt(1 + PI_OVER_8 * variance));
  }

  /** The logit that gives this chance at this variance: the inverse of {@link #propensity}. */
  public static double logitBehind(double chance, double variance) {
    return logit(chance) * Math.sqrt(1 + PI_OVER_8 * variance);
  }

  /** ln(p / (1 - p)); infinite at 0 and 1. */
  public static double logit(double p) {
    return StrictMath.log(p / (1 - p));
  }

  /** Φ(x), the standard normal distribution. */
  public static double normal(double x) {
    return 0.5 * erfc(-x * 0.7071067811865476);
  }

  /** The complementary error function, by Cody's rational approximations (1969). */
  static double erfc(double x) {
    double y = Math.abs(x);
    if (y <= 0.46875) {
      return 1 - x * erfSmall(y * y);
    }
    double tail = y <= 4 ? erfcMiddle(y) : erfcLarge(y);
    return x < 0 ? 2 - tail : tail;
  }

  private static double erfSmall(double s) {
    double top = 0.18577770618460315;
    double bottom = 1;
    for (int i = 0; i < SMALL_TOP.length; i++) {
      top = top * s + SMALL_TOP[i];
      bottom = bottom * s + SMALL_BOTTOM[i];
    }
    return top / bottom;
  }

  private static double erfcMiddle(double y) {
    double top = 2.1531153547440383E-08;
    double bottom = 1;
    for (int i = 0; i < MIDDLE_TOP.length; i++) {
      top = top * y + MIDDLE_TOP[i];
      bottom = bottom * y + MIDDLE_BOTTOM[i];
    }
    return expOfMinusSquare(y) * top / bottom;
  }

  private static double erfcLarge(double y) {
    double s = 1 / (y * y);
    double top = 0.016315387137302097;
    double bottom = 1;
    for (int i = 0; i < LARGE_TOP.length; i++) {
      top = top * s + LARGE_TOP[i];
      bottom = bottom * s + LARGE_BOTTOM[i];
    }
    return expOfMinusSquare(y) * (ONE_OVER_ROOT_PI - s * top / bottom) / y;
  }

  /** exp(-y²) with the square split in two, so that its rounding does not spoil the result. */
  private static double expOfMinusSquare(double y) {
    double rough = Math.rint(y * 16) / 16;
    double rest = (y - rough) * (y + rough);
    return exp(-rough * rough) * exp(-rest);
  }

  private static final double ONE_OVER_ROOT_PI = 0.5641895835477563;
  private static final double[] SMALL_TOP = {
    3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694
  };
  private static final double[] SMALL_BOTTOM = {
    23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171
  };
  private static final double[] MIDDLE_TOP = {
    0.5641884969886701,
    8.883149794388377,
    66.11919063714163,
    298.6351381974001,
    881.952221241769,
    1712.0476126340707,
    2051.0783778260716,
    1230.3393547979972
  };
  private static final double[] MIDDLE_BOTTOM = {
    15.744926110709835,
    117.6939508913125,
    537.1811018620099,
    1621.3895745666903,
    3290.7992357334597,
    4362.619090143247,
    3439.3676741437216,
    1230.3393548037495
  };
  private static final double[] LARGE_TOP = {
    0.30532663496123236,
    0.36034489994980445,
    0.12578172611122926,
    0.016083785148742275,
    0.0006587491615298378
  };
  private static final double[] LARGE_BOTTOM = {
    2.568520192289822,
    1.8729528499234604,
    0.5279051029514285,
    0.06051834131244132,
    0.0023352049762686918
  };
}
