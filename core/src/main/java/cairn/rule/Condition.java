package cairn.rule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compiled rule that answers yes, no, or not known. Immutable, thread-safe, without side effects.
 */
public interface Condition {
  /** A rule that always holds. */
  Condition ALWAYS =
      new Condition() {
        @Override
        public Truth test(Situation situation) {
          return Truth.TRUE;
        }

        @Override
        public String source() {
          return "true";
        }
      };

  Truth test(Situation situation);

  /** The rule as its author wrote it. */
  String source();

  /** The attributes the rule reads, by slot: it is asked again when one of them changes. */
  default List<Integer> slots() {
    return List.of();
  }

  /** The events and contacts whose times the rule needs remembered. */
  default List<Need> needs() {
    return List.of();
  }

  /**
   * The first moment after now at which time alone could change the answer, or null if none could.
   */
  default @Nullable Instant nextChange(Situation situation) {
    return null;
  }

  default boolean holds(Situation situation) {
    return test(situation).isTrue();
  }
}
