package cairn.bench.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The system's clock, moved ahead when asked. Safe for many threads. */
final class MovableClock implements InstantSource {
  private volatile Duration ahead = Duration.ZERO;

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  synchronized void move(Duration further) {
    ahead = ahead.plus(further);
  }
}
