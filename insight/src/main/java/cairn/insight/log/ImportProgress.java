package cairn.insight.log;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How an import is coming along.
 *
 * @param phase what it is doing
 * @param done how much of the phase is done, in the phase's unit
 * @param total how much there is to do; 0 when unknown
 * @param rows rows read so far, or delivered so far in the last phase
 * @param rowsPerSecond the rate since the phase began
 * @param left the time the phase still needs at this rate, once there is one
 */
public record ImportProgress(
    Phase phase, long done, long total, long rows, double rowsPerSecond, Optional<Duration> left) {

  /** The parts of an import, in order. */
  public enum Phase {
    /** Looks over the whole file once: digest, encoding, soundness. In bytes. */
    INSPECTING,
    /** Reads the rows; files that need no sorting are delivered meanwhile. In bytes. */
    READING,
    /** Delivers sorted rows. In rows. */
    DELIVERING
  }

  /** Refuses a missing phase. */
  public ImportProgress {
    requireNonNull(phase);
    requireNonNull(left);
  }

  /** The share of the phase that is done, from 0 to 1; empty when the total is unknown. */
  public OptionalDouble share() {
    return total == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(1, (double) done / total));
  }
}
