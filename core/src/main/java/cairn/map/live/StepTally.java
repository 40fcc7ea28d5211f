package cairn.map.live;

import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What is counted of one step of a running journey: how long people stayed, how many left the
 * journey from there, and what they said it felt like. It belongs to whoever holds its lock.
 */
public final class StepTally {
  private static final int FEELING_MAX = 2;
  private static final int FEELINGS = 2 * FEELING_MAX + 1;

  /** What a mean lies within 19 times of 20, in standard errors. */
  private static final double ERRORS = 1.96;

  private final StaySpread stays;
  private long left;
  private final long[] felt;

  public StepTally() {
    this(new StaySpread(), 0, new long[FEELINGS]);
  }

  /**
   * A tally as it was written down.
   *
   * @param felt how often each feeling was said, from -2 to 2
   */
  public StepTally(StaySpread stays, long left, long[] felt) {
    if (felt.length != FEELINGS) {
      throw new IllegalArgumentException("feelings go from -2 to 2");
    }
    this.stays = stays;
    this.left = left;
    this.felt = felt.clone();
  }

  public void stayed(Duration stay) {
    stays.add(stay);
  }

  /** Somebody's journey ended from here otherwise than achieved. */
  public void departed() {
    left++;
  }

  /** Somebody said how it felt, from -2 to 2. */
  public void felt(int feeling) {
    felt[feeling + FEELING_MAX]++;
  }

  public StaySpread stays() {
    return stays;
  }

  public long left() {
    return left;
  }

  /** How often each feeling was said, from -2 to 2. */
  public long[] felt() {
    return felt.clone();
  }

  /** How many said how it felt. */
  public long feelings() {
    return Arrays.stream(felt).sum();
  }

  /** The mean of what they said; empty where nobody did. */
  public OptionalDouble feeling() {
    long all = feelings();
    if (all == 0) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (int at = 0; at < FEELINGS; at++) {
      sum += felt[at] * (double) (at - FEELING_MAX);
    }
    return OptionalDouble.of(sum / all);
  }

  /** Half the width of a 95 per cent interval of the mean; empty below two. */
  public OptionalDouble feelingMargin() {
    long all = feelings();
    if (all < 2) {
      return OptionalDouble.empty();
    }
    double mean = feeling().orElseThrow();
    double squares = 0;
    for (int at = 0; at < FEELINGS; at++) {
      squares += felt[at] * StrictMath.pow(at - FEELING_MAX - mean, 2);
    }
    return OptionalDouble.of(ERRORS * Math.sqrt(squares / (all - 1) / all));
  }

  /** The same counts, to be read while these change. */
  public StepTally copy() {
    return new StepTally(stays.copy(), left, felt);
  }
}
