package cairn.insight.log;

import cairn.insight.log.ImportProgress.Phase;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Tells a listener how the phases of one import come along, a few times a second. */
final class ProgressMeter {

  private static final long NANOS_BETWEEN = 200_000_000;
  private static final int ASKS_BETWEEN_LOOKS = 64;
  private static final double NANOS_PER_SECOND = 1e9;

  private final ImportListener listener;
  private final LongSupplier nanos;
  private final long begun;
  private Phase phase = Phase.INSPECTING;
  private long total;
  private long phaseBegun;
  private long lastTold;
  private int asks;

  ProgressMeter(ImportListener listener, LongSupplier nanos) {
    this.listener = listener;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
  }

  void begin(Phase next, long totalOfPhase) {
    phase = next;
    total = totalOfPhase;
    phaseBegun = nanos.getAsLong();
    lastTold = phaseBegun;
    asks = 0;
  }

  /** Tells how far the phase is, unless it was told just now. */
  void at(long done, long rows) {
    if (++asks < ASKS_BETWEEN_LOOKS) {
      return;
    }
    asks = 0;
    long now = nanos.getAsLong();
    if (now - lastTold >= NANOS_BETWEEN) {
      tell(done, rows, now);
    }
  }

  /** Tells that the phase is done. */
  void end(long rows) {
    tell(total, rows, nanos.getAsLong());
  }

  Duration sinceBeginning() {
    return Duration.ofNanos(nanos.getAsLong() - begun);
  }

  private void tell(long done, long rows, long now) {
    lastTold = now;
    double seconds = (now - phaseBegun) / NANOS_PER_SECOND;
    Optional<Duration> left =
        done > 0 && total > 0 && seconds > 0
            ? Optional.of(Duration.ofMillis(Math.round(seconds * 1000 * (total - done) / done)))
            : Optional.empty();
    double rate = seconds > 0 ? rows / seconds : 0;
    listener.onProgress(new ImportProgress(phase, done, total, rows, rate, left));
  }
}
