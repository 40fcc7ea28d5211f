package cairn.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What many threads put down and one thread picks up, all at once and in order. Unbounded: whoever
 * puts down bounds how much is under way.
 */
final class Handoff<T> {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private List<T> waiting = new ArrayList<>();
  private boolean closing;

  void put(List<T> more) {
    lock.lock();
    try {
      waiting.addAll(more);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** All that waits, once there is something; nothing once it is closed and all was picked up. */
  List<T> take() {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closing) {
        changed.awaitUninterruptibly();
      }
      var taken = waiting;
      waiting = new ArrayList<>();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** Lets the thread that picks up end once it has everything. */
  void close() {
    lock.lock();
    try {
      closing = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }
}
