package cairn.conformance;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A touchpoint as planned.
 *
 * @param label what it is called
 * @param channel the means it is meant to come by; empty when any will do
 */
public record PlannedTouchpoint(String label, Optional<String> channel) {

  /** Refuses a missing label. */
  public PlannedTouchpoint {
    requireNonNull(label);
    requireNonNull(channel);
  }

  /** A touchpoint that may come by any channel. */
  public static PlannedTouchpoint of(String label) {
    return new PlannedTouchpoint(label, Optional.empty());
  }
}
