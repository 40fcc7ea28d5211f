package cairn.decision.measure;

import cairn.person.PersonKey;
import java.util.HashSet;
import java.util.Set;

/**
 * Rings when people report of one action that it did them harm, more often than chance would have
 * it: a complaint, a regret, a reversal while it could still be reversed. It needs {@link
 * #HARMS_MIN} reports and a rate whose lower bound, at 95 in a hundred, lies above {@link
 * #RATE_MAX}. Each person counts once, however often they report. What was long ago counts less:
 * beyond {@link #SHOWN_MAX} both counts are halved, and whoever reported before may be counted
 * again. Not safe for many threads.
 */
public final class HarmAlarm {
  /** Below so many reports it stays quiet. */
  public static final int HARMS_MIN = 5;

  /** The share of showings that may be reported as harm. */
  public static final double RATE_MAX = 0.03;

  /** How many showings, or reports, are counted before both counts are halved. */
  public static final int SHOWN_MAX = 400;

  private final Set<PersonKey> reporters = new HashSet<>();
  private int shown;
  private int harms;

  /** It was shown once more. */
  public void shown() {
    shown++;
    if (shown > SHOWN_MAX) {
      halve();
    }
  }

  /**
   * Somebody reported harm.
   *
   * @return whether that is too often; false where this person is counted already
   */
  public boolean harmed(PersonKey person) {
    if (!reporters.add(person)) {
      return false;
    }
    harms++;
    if (harms > SHOWN_MAX) {
      halve();
    }
    return harms >= HARMS_MIN && rate().low() > RATE_MAX;
  }

  private void halve() {
    shown /= 2;
    harms /= 2;
    reporters.clear();
  }

  /** Reports beside showings, as far as they are counted. */
  public Rate rate() {
    return new Rate(Math.max(shown, harms), harms);
  }
}
