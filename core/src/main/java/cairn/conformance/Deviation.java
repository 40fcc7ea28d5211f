package cairn.conformance;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;

/**
 * One way in which an actual journey differs from its plan.
 *
 * @param kind what sort of difference it is
 * @param label the touchpoint concerned
 * @param planned its position in the plan, from 0, where the plan has it
 * @param actual its position in the journey, from 0, where it happened
 */
public record Deviation(Kind kind, String label, OptionalInt planned, OptionalInt actual) {

  /** The sorts of deviation, after Halvorsrud, Kvale and Følstad (2016), and two finer ones. */
  public enum Kind {
    /** A touchpoint that the plan does not know. */
    AD_HOC,
    /** A planned touchpoint once more, after it was already met. */
    REPETITION,
    /** A planned touchpoint that never came. */
    MISSING,
    /** A planned touchpoint that came, but at another place in the order. */
    OUT_OF_SEQUENCE,
    /** A touchpoint that came at its place and failed. */
    FAILURE,
    /** A touchpoint that came at its place through another channel than planned. */
    CHANNEL_SWITCH
  }

  /** Refuses a deviation that is nowhere. */
  public Deviation {
    requireNonNull(kind);
    requireNonNull(label);
    if (planned.isEmpty() && actual.isEmpty()) {
      throw new IllegalArgumentException("a deviation stands in the plan, in the journey or both");
    }
  }
}
