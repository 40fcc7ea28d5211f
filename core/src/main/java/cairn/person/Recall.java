package cairn.person;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * When something last happened, as far back as the blueprint's rules need: the latest times of one
 * event or contact, oldest first, in epoch milliseconds.
 */
public final class Recall {
  /** The most times kept of one event; larger counts are refused when a blueprint is compiled. */
  public static final int TIMES_MAX = 64;

  /** What the times of contacts by a channel stand under, before its name. */
  public static final String CONTACT = "contact:";

  /** The same for contacts that promote. */
  public static final String PROMOTION = "promotion:";

  private final String subject;
  private final long[] times;

  private Recall(String subject, long[] times) {
    this.subject = subject;
    this.times = times;
  }

  /** Takes its times as they are: sorted, oldest first. */
  public static Recall of(String subject, long... times) {
    if (times.length > TIMES_MAX) {
      throw new IllegalArgumentException("a recall keeps at most " + TIMES_MAX + " times");
    }
    return new Recall(subject, times.clone());
  }

  /** Whether times of contacts stand under this: no event of that name is remembered. */
  public static boolean isOfContacts(String subject) {
    return subject.startsWith(CONTACT) || subject.startsWith(PROMOTION);
  }

  /** The event's name, or {@code contact:channel}. */
  public String subject() {
    return subject;
  }

  public int size() {
    return times.length;
  }

  public long time(int index) {
    return times[index];
  }

  /** The latest time, or null if there is none. */
  public @Nullable Instant last() {
    return times.length == 0 ? null : Instant.ofEpochMilli(times[times.length - 1]);
  }

  /** How many fall into the window (now - within, now]; at most {@link #size()}. */
  public int count(Instant now, Duration within) {
    long until = now.toEpochMilli();
    long after = until - within.toMillis();
    int count = 0;
    for (long time : times) {
      if (time > after && time <= until) {
        count++;
      }
    }
    return count;
  }

  /** Adds one time in its order, late or not, and forgets the oldest beyond what is kept. */
  public Recall with(Instant at, int keep) {
    long time = at.toEpochMilli();
    int place = times.length;
    while (place > 0 && times[place - 1] > time) {
      place--;
    }
    var more = new long[times.length + 1];
    System.arraycopy(times, 0, more, 0, place);
    more[place] = time;
    System.arraycopy(times, place, more, place + 1, times.length - place);
    int kept = Math.min(more.length, Math.min(keep, TIMES_MAX));
    return new Recall(subject, Arrays.copyOfRange(more, more.length - kept, more.length));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Recall that
        && subject.equals(that.subject)
        && Arrays.equals(times, that.times);
  }

  @Override
  public int hashCode() {
    return 31 * subject.hashCode() + Arrays.hashCode(times);
  }

  @Override
  public String toString() {
    return subject + Arrays.toString(times);
  }
}
