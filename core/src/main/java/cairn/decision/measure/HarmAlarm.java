package cairn.decision.measure;

import java.util.HashSet;
import java.util.Set;

/**
 * Rings when people report of one action that it did them harm, more often than chance would have
 * it: a complaint, a regret, a reversal while it could still be reversed. It needs the reports of
 * {@link #HARMS_MIN} people who are known by a name of their own, or of {@link
 * #VISITORS_PER_PERSON} times as many visitors, because one hand makes many visitors easily; and a
 * rate of showings whose lower bound, at 95 in a hundred, lies above {@link #RATE_MAX}. Each person
 * counts once, however often they report. What was long ago counts less: beyond {@link #SHOWN_MAX}
 * all counts are halved, and whoever reported before may be counted again. Not safe for many
 * threads.
 */
public final class HarmAlarm {
  /** Below the reports of so many known people it stays quiet. */
  public static final int HARMS_MIN = 5;

  /** So many visitors whom nobody knows by name weigh as much as one known person. */
  public static final int VISITORS_PER_PERSON = 4;

  /** The share of showings that may be reported as harm. */
  public static final double RATE_MAX = 0.03;

  /** How many showings, or reports, are counted before all counts are halved. */
  public static final int SHOWN_MAX = 400;

  private final Set<Long> reporters = new HashSet<>();
  private int shown;
  private int known;
  private int visitors;

  /**
   * What is counted, to go on with later.
   *
   * @param known reports of people known by name
   * @param visitors reports of others
   * @param reporters who is counted among them, each by a number of their own
   */
  public record Counts(int shown, int known, int visitors, Set<Long> reporters) {
    public Counts {
      if (shown < 0
          || known < 0
          || visitors < 0
          || shown > SHOWN_MAX
          || known + visitors > SHOWN_MAX
          || reporters.size() > SHOWN_MAX) {
        throw new IllegalArgumentException("counts of harm out of bounds");
      }
      reporters = Set.copyOf(reporters);
    }
  }

  /** Nothing was shown yet. */
  public HarmAlarm() {}

  /** Goes on from earlier counts. */
  public HarmAlarm(Counts counts) {
    shown = counts.shown();
    known = counts.known();
    visitors = counts.visitors();
    reporters.addAll(counts.reporters());
  }

  public Counts counts() {
    return new Counts(shown, known, visitors, reporters);
  }

  /** It was shown once more. */
  public void shown() {
    shown++;
    if (shown > SHOWN_MAX) {
      halve();
    }
  }

  /**
   * Somebody to whom it was shown reported harm; counted once, however often they do.
   *
   * @param reporter a number of their own
   * @param isKnown whether they are known by more than a visit
   * @return whether that is too often by now
   */
  public boolean harmed(long reporter, boolean isKnown) {
    if (reporters.add(reporter)) {
      known += isKnown ? 1 : 0;
      visitors += isKnown ? 0 : 1;
      if (known + visitors > SHOWN_MAX) {
        halve();
      }
    }
    return VISITORS_PER_PERSON * known + visitors >= VISITORS_PER_PERSON * HARMS_MIN
        && rate().low() > RATE_MAX;
  }

  private void halve() {
    shown /= 2;
    known /= 2;
    visitors /= 2;
    reporters.clear();
  }

  /** Reports beside showings, as far as they are counted. */
  public Rate rate() {
    int harms = known + visitors;
    return new Rate(Math.max(shown, harms), harms);
  }
}
