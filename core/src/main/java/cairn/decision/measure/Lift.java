package cairn.decision.measure;

/**
 * How much more one arm is accepted than another: {@code (t - c) / c}, with {@code SE = (1/c)
 * √(SE_t² + (t/c)² SE_c²)}.
 */
public record Lift(double lift, double standardError) {
  /**
   * The lift of one arm over a control.
   *
   * @throws IllegalArgumentException where the control accepted nothing, so there is no lift
   */
  public static Lift of(Rate test, Rate control) {
    double t = test.share();
    double c = control.share();
    if (!(c > 0)) {
      throw new IllegalArgumentException("a control without any accepted has no lift over it");
    }
    double ratio = t / c;
    double error =
        Math.sqrt(square(test.standardError()) + ratio * ratio * square(control.standardError()))
            / c;
    return new Lift((t - c) / c, error);
  }

  /** Half the width of the 95 percent interval, by the rounded quantile 1.96. */
  public double halfWidth() {
    return 1.96 * standardError;
  }

  public boolean isSignificant() {
    return Math.abs(lift) > halfWidth();
  }

  private static double square(double x) {
    return x * x;
  }
}
