package cairn.store;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/**
 * How a host is doing, at one moment; totals count since it opened.
 *
 * @param interactive commands waiting because somebody waits for them
 * @param stream events and timers waiting
 * @param batch imports and scans waiting
 * @param taken commands taken, those of timers included
 * @param duplicates commands that had been taken before
 * @param refused commands refused with a reason
 * @param overloaded commands sent away because there was too much to do
 * @param failed commands that failed on damage or a fault of ours
 * @param batches batches written
 * @param syncs syncs of the write-ahead log
 * @param syncNanos time spent in them
 * @param syncNanosMax the longest of them
 * @param timerLagMillis how late the timer fired last was
 */
public record StoreStats(
    int interactive,
    int stream,
    int batch,
    long taken,
    long duplicates,
    long refused,
    long overloaded,
    long failed,
    long batches,
    long syncs,
    long syncNanos,
    long syncNanosMax,
    long timerLagMillis) {

  /** Where lanes and syncer count. Thread-safe. */
  static final class Recorder {
    final LongAdder taken = new LongAdder();
    final LongAdder duplicates = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder overloaded = new LongAdder();
    final LongAdder failed = new LongAdder();
    final LongAdder batches = new LongAdder();
    private final LongAdder syncs = new LongAdder();
    private final LongAdder syncNanos = new LongAdder();
    private final LongAccumulator syncNanosMax = new LongAccumulator(Math::max, 0);
    volatile long timerLagMillis;
    volatile StoreWork watcher = StoreWork.UNWATCHED;

    void synced(long nanos) {
      watcher.synced(nanos);
      syncs.increment();
      syncNanos.add(nanos);
      syncNanosMax.accumulate(nanos);
    }

    StoreStats now(int interactive, int stream, int batch) {
      return new StoreStats(
          interactive,
          stream,
          batch,
          taken.sum(),
          duplicates.sum(),
          refused.sum(),
          overloaded.sum(),
          failed.sum(),
          batches.sum(),
          syncs.sum(),
          syncNanos.sum(),
          syncNanosMax.get(),
          timerLagMillis);
    }
  }
}
