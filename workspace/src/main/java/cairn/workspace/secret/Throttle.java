package cairn.workspace.secret;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts tries by key inside a window that begins with the first of them. Keeps at most {@link
 * #KEYS_MAX} keys in memory of this process; the one untouched for longest is forgotten first. Safe
 * for many threads.
 */
public final class Throttle {
  /** Keys remembered at once: about two megabytes. */
  public static final int KEYS_MAX = 20_000;

  private final int triesMax;
  private final Duration window;
  private final Map<String, Tries> byKey =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
          return size() > KEYS_MAX;
        }
      };

  /** Allows so many tries in each window. */
  public Throttle(int triesMax, Duration window) {
    if (triesMax < 1 || !window.isPositive()) {
      throw new IllegalArgumentException("A throttle allows at least one try in a real window.");
    }
    this.triesMax = triesMax;
    this.window = window;
  }

  /** Counts one try and answers zero, or counts none and answers how long to wait. */
  public synchronized Duration take(String key, Instant now) {
    var tries = byKey.get(key);
    if (tries == null || !now.isBefore(tries.began.plus(window))) {
      byKey.put(key, new Tries(now, 1));
      return Duration.ZERO;
    }
    if (tries.count >= triesMax) {
      return Duration.between(now, tries.began.plus(window));
    }
    byKey.put(key, new Tries(tries.began, tries.count + 1));
    return Duration.ZERO;
  }

  /** Gives one try back, because it was not one to count. */
  public synchronized void giveBack(String key) {
    var tries = byKey.get(key);
    if (tries != null && tries.count > 1) {
      byKey.put(key, new Tries(tries.began, tries.count - 1));
    } else {
      byKey.remove(key);
    }
  }

  /** Forgets a key's tries, because one of them was right. */
  public synchronized void forget(String key) {
    byKey.remove(key);
  }

  private record Tries(Instant began, int count) {}
}
