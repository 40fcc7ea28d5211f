package cairn.map.live;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How long many people stayed somewhere, in little room: how often each class of durations
 * occurred. A class is a twelfth of a doubling wide, so that what is read back lies within 3 % of
 * what was added. It belongs to whoever holds its lock.
 */
public final class StaySpread {
  /** Classes for each doubling of the duration. */
  private static final int CLASSES_PER_DOUBLING = 12;

  /** The widest class: longer stays, of more than a century, count as that. */
  private static final int CLASS_MAX = 12 * 32;

  private final TreeMap<Integer, Long> times = new TreeMap<>();
  private long count;

  /** Adds one stay; a negative one is none. */
  public void add(Duration stay) {
    if (!stay.isNegative()) {
      add(classOf(stay), 1);
    }
  }

  private void add(int one, long more) {
    times.merge(one, more, Long::sum);
    count += more;
  }

  /** How many stays were added. */
  public long count() {
    return count;
  }

  /** The stay that a share of all do not reach, from 0 to 1; empty where there is none. */
  public Optional<Duration> at(double share) {
    long before = (long) Math.min(count - 1.0, Math.floor(share * count));
    for (var one : times.entrySet()) {
      before -= one.getValue();
      if (before < 0) {
        return Optional.of(middle(one.getKey()));
      }
    }
    return Optional.empty();
  }

  private static int classOf(Duration stay) {
    double seconds = stay.toMillis() / 1000.0;
    if (seconds < 1) {
      return 0;
    }
    double doublings = StrictMath.log(seconds) / StrictMath.log(2);
    return Math.min(CLASS_MAX, 1 + (int) Math.floor(doublings * CLASSES_PER_DOUBLING));
  }

  private static Duration middle(int one) {
    return one == 0
        ? Duration.ZERO
        : Duration.ofSeconds(Math.round(StrictMath.pow(2, (one - 0.5) / CLASSES_PER_DOUBLING)));
  }

  /** All of it as text: {@code class:times} with blanks between. */
  public String text() {
    var text = new StringBuilder();
    times.forEach(
        (one, more) -> text.append(text.isEmpty() ? "" : " ").append(one).append(':').append(more));
    return text.toString();
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException where it did not
   */
  public static StaySpread of(String text) {
    var spread = new StaySpread();
    for (var part : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
      int colon = part.indexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException("stays are written as class:times");
      }
      spread.add(
          Integer.parseInt(part.substring(0, colon)), Long.parseLong(part.substring(colon + 1)));
    }
    return spread;
  }

  /** The same stays, to be read while these change. */
  public StaySpread copy() {
    var copy = new StaySpread();
    Map.copyOf(times).forEach(copy::add);
    return copy;
  }
}
