package cairn.store;

import cairn.engine.Priority;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits for one lane: a bounded queue for each priority. Higher ones go first, but each has a
 * share of every drain, so that none starves. Thread-safe.
 */
final class Inbox {
  /** The most commands of one priority that wait for one lane. */
  static final int WAITING_MAX = 65_536;

  /** Of each drain, one part in so many is kept for each lower priority. */
  private static final int SHARE = 8;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition come = lock.newCondition();
  private final Line interactive = new Line();
  private final Line stream = new Line();
  private final Line batch = new Line();
  private final ArrayDeque<Runnable> jobs = new ArrayDeque<>();
  private boolean asleep;
  private boolean closed;

  /** One queue; its length may be read without the lock. */
  private static final class Line {
    final ArrayDeque<Task> tasks = new ArrayDeque<>();
    volatile int length;

    void moveTo(List<Task> target, int max) {
      int moved = Math.min(max, tasks.size());
      for (int i = 0; i < moved; i++) {
        target.add(tasks.remove());
      }
      length = tasks.size();
    }

    int kept(int share) {
      return Math.min(share, tasks.size());
    }
  }

  /** How a command was received. */
  enum Offered {
    WAITS,
    FULL,
    CLOSED
  }

  Offered offer(Task task) {
    var line = line(task.priority());
    lock.lock();
    try {
      if (closed) {
        return Offered.CLOSED;
      }
      if (line.tasks.size() >= WAITING_MAX) {
        return Offered.FULL;
      }
      line.tasks.add(task);
      line.length = line.tasks.size();
      wake();
      return Offered.WAITS;
    } finally {
      lock.unlock();
    }
  }

  /** Has the lane run something between two drains; false once it is closed. */
  boolean run(Runnable job) {
    lock.lock();
    try {
      if (!closed) {
        jobs.add(job);
        wake();
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /** How many wait that a newcomer of this priority would have to wait for. */
  int ahead(Priority priority) {
    return switch (priority) {
      case INTERACTIVE -> interactive.length;
      case STREAM -> interactive.length + stream.length;
      case BATCH -> interactive.length + stream.length + batch.length;
    };
  }

  int waiting(Priority priority) {
    return line(priority).length;
  }

  /**
   * Moves up to so many commands, and all jobs, to the lane; waits a while if there are none.
   *
   * @return false once closed
   */
  boolean drain(List<Task> tasks, List<Runnable> due, int max, long waitNanos)
      throws InterruptedException {
    lock.lock();
    try {
      long left = waitNanos;
      while (left > 0 && !closed && ahead(Priority.BATCH) == 0 && jobs.isEmpty()) {
        asleep = true;
        left = come.awaitNanos(left);
      }
      asleep = false;
      due.addAll(jobs);
      jobs.clear();
      int share = max / SHARE;
      interactive.moveTo(tasks, max - stream.kept(share) - batch.kept(share));
      stream.moveTo(tasks, max - tasks.size() - batch.kept(share));
      batch.moveTo(tasks, max - tasks.size());
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /** Takes nothing more; what waits is handed back. */
  List<Task> close() {
    lock.lock();
    try {
      closed = true;
      come.signalAll();
      var left = new ArrayList<Task>();
      for (var line : List.of(interactive, stream, batch)) {
        line.moveTo(left, WAITING_MAX);
      }
      return left;
    } finally {
      lock.unlock();
    }
  }

  private Line line(Priority priority) {
    return switch (priority) {
      case INTERACTIVE -> interactive;
      case STREAM -> stream;
      case BATCH -> batch;
    };
  }

  private void wake() {
    if (asleep) {
      asleep = false;
      come.signal();
    }
  }
}
