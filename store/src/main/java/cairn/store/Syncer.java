package cairn.store;

import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One thread that makes safe what the lanes have written: it takes all batches written so far,
 * syncs once, and only then releases what hangs on them. After a failed sync nothing is known of
 * what reached the disk, so it stops for good and every later reply says so; the next start reads
 * what is there.
 */
final class Syncer implements Runnable {
  /** With more unsynced batches than this, lanes wait. */
  private static final int UNSYNCED_MAX = 8;

  private final Database database;
  private final Replier replier;
  private final Watermark watermark;
  private final StoreStats.Recorder stats;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Handoff<Written> waiting = new Handoff<>();
  private long written;
  private long synced;
  private volatile @Nullable String failure;

  Syncer(Database database, Watermark watermark, Replier replier, StoreStats.Recorder stats) {
    this.database = database;
    this.watermark = watermark;
    this.replier = replier;
    this.stats = stats;
  }

  /** Why nothing is taken any more, or null while all is well. */
  @Nullable String failure() {
    return failure;
  }

  /** Notes that a batch is about to be written, so that readers of it can wait for its sync. */
  void announce() throws InterruptedException {
    lock.lock();
    try {
      while (written - synced >= UNSYNCED_MAX && failure == null) {
        changed.await();
      }
      written++;
    } finally {
      lock.unlock();
    }
  }

  /** Takes a batch that was announced and is written. */
  void hand(Written batch) {
    waiting.put(List.of(batch));
  }

  /** Takes note that an announced batch could not be written; nothing more will be taken. */
  void fail(String why, Written batch) {
    stop(why);
    replier.tell(List.of(batch), why);
  }

  /** Waits until everything announced so far is safe. */
  void await() {
    lock.lock();
    try {
      long target = written;
      while (synced < target && failure == null) {
        changed.awaitUninterruptibly();
      }
      if (failure != null) {
        throw new StoreException(failure);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void run() {
    for (var batches = waiting.take(); !batches.isEmpty(); batches = waiting.take()) {
      sync();
      lock.lock();
      try {
        synced += batches.size();
        changed.signalAll();
      } finally {
        lock.unlock();
      }
      replier.tell(batches, failure);
    }
  }

  /** Ends the thread once everything handed over is safe. */
  void close() {
    waiting.close();
  }

  private void sync() {
    if (failure != null) {
      return;
    }
    try {
      long latest = database.latest();
      long start = System.nanoTime();
      database.sync();
      stats.synced(System.nanoTime() - start);
      watermark.raise(latest);
    } catch (StoreException e) {
      stop(String.valueOf(e.getMessage()));
    }
  }

  private void stop(String why) {
    lock.lock();
    try {
      if (failure == null) {
        failure = why;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
