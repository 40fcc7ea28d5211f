package cairn.conformance;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A touchpoint as it happened.
 *
 * @param label what it is called
 * @param channel the means it came by; empty when unknown
 * @param status whether it came to its end
 */
public record ActualTouchpoint(String label, Optional<String> channel, Status status) {

  /** Whether a touchpoint came to its end. */
  public enum Status {
    /** It did. */
    COMPLETED,
    /** It was begun or tried, in vain. */
    FAILED
  }

  /** Refuses a missing label. */
  public ActualTouchpoint {
    requireNonNull(label);
    requireNonNull(channel);
    requireNonNull(status);
  }

  /** A completed touchpoint whose channel is unknown. */
  public static ActualTouchpoint of(String label) {
    return new ActualTouchpoint(label, Optional.empty(), Status.COMPLETED);
  }
}
