package cairn.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves when told. */
final class MovableClock implements InstantSource {
  private volatile Instant now;

  MovableClock(Instant start) {
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
