package cairn.bench.decide;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;

/**
 * How long one operation takes: the median over small batches of the thread's own processor time,
 * so that a busy machine disturbs little, after as much warming up as measuring. One thread.
 */
final class Timing {
  private static final int BATCHES_MAX = 200_000;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private long sink;

  /** Something timed; what it answers is summed up, so that nothing can be left out. */
  interface Operation {
    long run(int i);
  }

  /** Nanoseconds of one operation, measured for so long in batches of so many. */
  double nanos(int batch, double seconds, Operation operation) {
    var means = new ArrayList<Double>();
    for (int round = 0; round < 2; round++) {
      means.clear();
      long end = System.nanoTime() + (long) (seconds * 5e8);
      int i = 0;
      while (means.size() < BATCHES_MAX && System.nanoTime() < end) {
        long from = THREADS.getCurrentThreadCpuTime();
        for (int k = 0; k < batch; k++) {
          sink += operation.run(i++ & Integer.MAX_VALUE);
        }
        means.add((THREADS.getCurrentThreadCpuTime() - from) / (double) batch);
      }
    }
    Collections.sort(means);
    return means.get(means.size() / 2);
  }

  /** Keeps the compiler from leaving work out. */
  long sink() {
    return sink;
  }
}
