package cairn.bench.engine;

import cairn.engine.Envelope;
import cairn.engine.Host;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Sends commands with so many in flight, and counts what is acknowledged and how fast. */
public final class Load {
  private static final long SLOWEST_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Host host;
  private final int inFlight;
  private final Semaphore room;
  private final Histogram nanos = new ConcurrentHistogram(SLOWEST_NANOS, 3);
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong other = new AtomicLong();

  /** Load on a host, with so many commands in flight. */
  public Load(Host host, int inFlight) {
    this.host = host;
    this.inFlight = inFlight;
    room = new Semaphore(inFlight);
  }

  /** What one stretch of load came to. */
  public record Result(
      long events, long others, double seconds, double cpuSeconds, Histogram nanos) {
    public double perSecond() {
      return events / seconds;
    }

    public double cpuMicros() {
      return cpuSeconds * 1e6 / Math.max(1, events);
    }

    public double millis(double percentile) {
      return nanos.getValueAtPercentile(percentile) / 1e6;
    }
  }

  /** Sends for so long, then waits for the last answer. */
  public Result run(double seconds, Supplier<Envelope> next) throws InterruptedException {
    var cpu = Cpu.now();
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    while (System.nanoTime() < end) {
      send(next.get());
    }
    return finish(start, cpu);
  }

  /** Sends so many, then waits for the last answer. */
  public Result run(int count, Supplier<Envelope> next) throws InterruptedException {
    var cpu = Cpu.now();
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      send(next.get());
    }
    return finish(start, cpu);
  }

  private Result finish(long start, Cpu cpu) throws InterruptedException {
    room.acquire(inFlight);
    room.release(inFlight);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Result(taken.get(), other.get(), seconds, cpu.seconds(), nanos.copy());
  }

  private void send(Envelope envelope) throws InterruptedException {
    room.acquire();
    long sent = System.nanoTime();
    var _ =
        host.submit(envelope, Priority.STREAM)
            .thenAccept(outcome -> {
              if (outcome instanceof Outcome.Taken) {
                taken.incrementAndGet();
                nanos.recordValue(Math.min(SLOWEST_NANOS, System.nanoTime() - sent));
              } else {
                other.incrementAndGet();
              }
              room.release();
            });
  }
}
