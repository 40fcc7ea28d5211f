package cairn.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Time that stands, is moved, or runs at any speed; never backwards. Safe for many threads.
 *
 * <p>It starts at a moment and runs at a multiple of real time from there; a change of speed takes
 * effect from the moment it is made.
 */
public final class SimulatedClock implements InstantSource {
  private final InstantSource real;
  private volatile Pace pace;

  /** From a real and a simulated moment on, time runs so many times as fast. */
  private record Pace(Instant real, Instant simulated, double speed) {
    Instant at(Instant now) {
      long passed = Duration.between(real, now).toMillis();
      return simulated.plusMillis((long) (Math.max(0, passed) * speed));
    }
  }

  /** Starts at a moment, at a speed; 0 stands still. */
  public SimulatedClock(InstantSource real, Instant start, double speed) {
    this.real = real;
    this.pace = new Pace(real.instant(), start, checked(speed));
  }

  @Override
  public Instant instant() {
    return pace.at(real.instant());
  }

  /** How many times as fast as real time it runs. */
  public double speed() {
    return pace.speed();
  }

  /** Runs at another speed from now on. */
  public synchronized void run(double speed) {
    var now = real.instant();
    pace = new Pace(now, pace.at(now), checked(speed));
  }

  /** Moves on to a moment; refuses to go back. */
  public synchronized void moveTo(Instant moment) {
    var now = real.instant();
    if (moment.isBefore(pace.at(now))) {
      throw new IllegalArgumentException("time does not run backwards");
    }
    pace = new Pace(now, moment, pace.speed());
  }

  private static double checked(double speed) {
    if (!(speed >= 0) || Double.isInfinite(speed)) {
      throw new IllegalArgumentException("time stands still or runs forward");
    }
    return speed;
  }
}
