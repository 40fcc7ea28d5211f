package cairn.rule;

import cairn.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compiled rule that gives a value. Immutable, thread-safe, without side effects. */
public interface Expression {
  /** The value, or null where something it needs is not known. */
  @Nullable Value value(Situation situation);

  /** The rule as its author wrote it. */
  String source();

  /** The attributes the rule reads, by slot. */
  default List<Integer> slots() {
    return List.of();
  }

  /** The events and contacts whose times the rule needs remembered. */
  default List<Need> needs() {
    return List.of();
  }
}
