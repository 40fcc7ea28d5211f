package cairn.workspace.account;

import cairn.workspace.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Challenges that wait for a browser's answer, in memory of this process: each is taken once,
 * within {@link #LIFE}. At {@link #WAITING_MAX} no further one begins until some are over. Safe for
 * many threads.
 *
 * @param <T> what was asked
 */
final class Ceremonies<T> {
  /** How long somebody has to touch the key. */
  static final Duration LIFE = Duration.ofMinutes(5);

  /** Ceremonies under way at once, two kilobytes each. */
  static final int WAITING_MAX = 2_000;

  private final InstantSource clock;
  private final Map<String, Waiting<T>> waiting = new LinkedHashMap<>();

  Ceremonies(InstantSource clock) {
    this.clock = clock;
  }

  synchronized Optional<String> begin(T asked) {
    var now = clock.instant();
    var oldest = waiting.values().iterator();
    while (oldest.hasNext() && !now.isBefore(oldest.next().until)) {
      oldest.remove();
    }
    if (waiting.size() >= WAITING_MAX) {
      return Optional.empty();
    }
    var id = Secret.fresh().text();
    waiting.put(id, new Waiting<>(asked, now.plus(LIFE)));
    return Optional.of(id);
  }

  synchronized Optional<T> take(String id) {
    return Optional.ofNullable(waiting.remove(id))
        .filter(found -> clock.instant().isBefore(found.until))
        .map(Waiting::asked);
  }

  private record Waiting<T>(T asked, Instant until) {}
}
