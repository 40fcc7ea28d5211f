package cairn.server.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One client that follows the feed, with what waits for it. Where more comes than it can be told,
 * the newest win. Safe for many threads.
 */
final class Listening {
  /** The most movements that wait for one client. */
  static final int WAITING_MAX = 40;

  private final @Nullable String journey;
  private final @Nullable String person;
  private final ArrayDeque<MovedBody> waiting = new ArrayDeque<>();
  private boolean closed;

  Listening(@Nullable String journey, @Nullable String person) {
    this.journey = journey;
    this.person = person;
  }

  @Nullable String journey() {
    return journey;
  }

  synchronized void offer(MovedBody moved) {
    if ((journey != null && !journey.equals(moved.journey()))
        || (person != null && !person.equals(moved.person()))) {
      return;
    }
    waiting.addLast(moved);
    if (waiting.size() > WAITING_MAX) {
      waiting.removeFirst();
    }
  }

  /** At most so many movements, the newest, oldest first; the rest is forgotten. */
  synchronized List<MovedBody> take(int max) {
    while (waiting.size() > max) {
      waiting.removeFirst();
    }
    var all = new ArrayList<>(waiting);
    waiting.clear();
    return all;
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** Waits so long, or until it is closed; answers whether it goes on. */
  synchronized boolean rest(long millis) throws InterruptedException {
    long until = System.nanoTime() + millis * 1_000_000;
    while (!closed) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return true;
      }
      wait(left);
    }
    return false;
  }
}
