package cairn.sim.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A machine's clock that stands until it is moved, in either direction. Safe for many threads. */
final class FaultClock implements InstantSource {
  private volatile Instant now;

  FaultClock(Instant start) {
    now = start;
  }

  synchronized void move(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
