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
    double top =
        ((((1.85777706184603153e-1 * s + 3.16112374387056560e0) * s + 1.13864154151050156e2) * s
                    + 3.77485237685302021e2)
                * s
            + 3.20937758913846947e3);
    double bottom =
        ((((s + 2.36012909523441209e1) * s + 2.44024637934444173e2) * s + 1.28261652607737228e3) * s
            + 2.84423683343917062e3);
    return top / bottom;
  }

  private static double erfcMiddle(double y) {
    double top = 2.15311535474403846e-8;
    double bottom = 1;
    for (int i = 0; i < MIDDLE_TOP.length; i++) {
      top = top * y + MIDDLE_TOP[i];
      bottom = bottom * y + MIDDLE_BOTTOM[i];
    }
    return expOfMinusSquare(y) * top / bottom;
  }

  private static double erfcLarge(double y) {
    double s = 1 / (y * y);
    double top = 1.63153871373020978e-2;
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
  private static final double[] MIDDLE_TOP = {
    5.64188496988670089e-1,
    8.88314979438837594e0,
    6.61191906371416295e1,
    2.98635138197400131e2,
    8.81952221241769090e2,
    1.71204761263407058e3,
    2.05107837782607147e3,
    1.23033935479799725e3
  };
  private static final double[] MIDDLE_BOTTOM = {
    1.57449261107098347e1,
    1.17693950891312499e2,
    5.37181101862009858e2,
    1.62138957456669019e3,
    3.29079923573345963e3,
    4.36261909014324716e3,
    3.43936767414372164e3,
    1.23033935480374942e3
  };
  private static final double[] LARGE_TOP = {
    3.05326634961232344e-1,
    3.60344899949804439e-1,
    1.25781726111229246e-1,
    1.60837851487422766e-2,
    6.58749161529837803e-4
  };
  private static final double[] LARGE_BOTTOM = {
    2.56852019228982242e0,
    1.87295284992346047e0,
    5.27905102951428412e-1,
    6.05183413124413191e-2,
    2.33520497626869185e-3
  };
}
