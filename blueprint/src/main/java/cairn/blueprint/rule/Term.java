package cairn.blueprint.rule;

import cairn.rule.Situation;
import org.jspecify.annotations.Nullable;

/**
 * A compiled part of a rule that gives a value: Boolean, Long, Double, String, Instant, Duration or
 * a list of these; null where it is not known or cannot be worked out (CEL's errors).
 *
 * @param slope how the value moves with time: 1 for what grows with the clock, -1 for what shrinks,
 *     0 for what stands still or moves by steps
 * @param steps when time alone next changes it by a step
 */
record Term(Read read, Reads reads, int slope, Steps steps) {
  @FunctionalInterface
  interface Read {
    @Nullable Object get(Situation situation);
  }

  /** The next step after now, in epoch milliseconds; {@link #NEVER} if there is none. */
  @FunctionalInterface
  interface Steps {
    long after(Situation situation);

    default Steps and(Steps other) {
      if (equals(NONE)) {
        return other;
      }
      if (other.equals(NONE)) {
        return this;
      }
      return situation -> Math.min(after(situation), other.after(situation));
    }
  }

  static final long NEVER = Long.MAX_VALUE;

  static final Steps NONE = situation -> NEVER;

  static Term constant(Object value) {
    return new Term(situation -> value, Reads.NOTHING, 0, NONE);
  }

  static Term of(Reads reads, Read read) {
    return new Term(read, reads, 0, NONE);
  }

  @Nullable Object get(Situation situation) {
    return read.get(situation);
  }
}
