package cairn.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;

/** Waits until a process has done what was left to do, so that only what follows is measured. */
public final class Rest {
  private static final double IDLE_SHARE = 0.1;

  /** At rest so many times in a row, because on a busy machine it may just not get its turn. */
  private static final int IDLE_LOOKS = 5;

  private static final Duration WITHIN = Duration.ofHours(2);
  private static final long LOOK_NANOS = 1_000_000_000;

  private Rest() {}

  /**
   * Returns once a process has taken next to no processor time for some seconds.
   *
   * @param cpuSeconds what it has taken so far
   * @throws IllegalStateException if that does not come within two hours
   */
  public static void await(DoubleSupplier cpuSeconds) {
    long start = System.nanoTime();
    int idle = 0;
    while (System.nanoTime() - start < WITHIN.toNanos()) {
      double cpu = cpuSeconds.getAsDouble();
      long from = System.nanoTime();
      LockSupport.parkNanos(LOOK_NANOS);
      boolean rests =
          cpuSeconds.getAsDouble() - cpu < IDLE_SHARE * (System.nanoTime() - from) / 1e9;
      idle = rests ? idle + 1 : 0;
      if (idle == IDLE_LOOKS) {
        return;
      }
    }
    throw new IllegalStateException("it did not come to rest in " + WITHIN);
  }
}
