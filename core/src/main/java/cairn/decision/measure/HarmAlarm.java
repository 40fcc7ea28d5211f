package cairn.decision.measure;

/**
 * Rings when people report of one action that it did them harm, more often than chance would have
 * it: a complaint, a regret, a reversal while it could still be reversed. It needs {@link
 * #HARMS_MIN} reports and a rate whose lower bound, at 95 in a hundred, lies above {@link
 * #RATE_MAX}. What was long ago counts less: beyond {@link #SHOWN_MAX} both counts are halved. Not
 * safe for many threads.
 */
public final class HarmAlarm {
  /** Below so many reports it stays quiet. */
  public static final int HARMS_MIN = 5;

  /** The share of showings that may be reported as harm. */
  public static final double RATE_MAX = 0.03;

  /** How many showings are counted before both counts are halved. */
  public static final int SHOWN_MAX = 400;

  private int shown;
  private int harms;

  /** It was shown once more. */
  public void shown() {
    shown++;
    if (shown > SHOWN_MAX) {
      shown /= 2;
      harms /= 2;
    }
  }

  /**
   * Harm was reported once more.
   *
   * @return whether that is too often
   */
  public boolean harmed() {
    harms++;
    return harms >= HARMS_MIN && rate().low() > RATE_MAX;
  }

  /** Reports beside showings, as far as they are counted. */
  public Rate rate() {
    return new Rate(Math.max(shown, harms), harms);
  }
}
