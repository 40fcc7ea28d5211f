package cairn.server.run;

import java.util.function.LongSupplier;

/** How fast a counter rises: per second, over the last few seconds. Safe for many threads. */
final class Rate {
  private static final long WINDOW_NANOS = 5_000_000_000L;
  private static final long STEP_NANOS = 1_000_000_000L;
  private static final int STEPS = 6;

  private final LongSupplier counter;
  private final long[] values = new long[STEPS];
  private final long[] times = new long[STEPS];
  private int newest;

  Rate(LongSupplier counter) {
    this.counter = counter;
    java.util.Arrays.fill(values, counter.getAsLong());
    java.util.Arrays.fill(times, System.nanoTime());
  }

  /** Notes the counter; called about once a second. */
  synchronized void note() {
    long now = System.nanoTime();
    if (now - times[newest] >= STEP_NANOS) {
      newest = (newest + 1) % STEPS;
      values[newest] = counter.getAsLong();
      times[newest] = now;
    }
  }

  synchronized double perSecond() {
    long now = System.nanoTime();
    int oldest = newest;
    for (int i = 0; i < STEPS; i++) {
      if (now - times[i] <= WINDOW_NANOS && times[i] - times[oldest] < 0) {
        oldest = i;
      }
    }
    long nanos = now - times[oldest];
    return nanos < STEP_NANOS / 10 ? 0 : (counter.getAsLong() - values[oldest]) * 1e9 / nanos;
  }
}
