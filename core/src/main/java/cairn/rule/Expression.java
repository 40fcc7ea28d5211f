package cairn.rule;

import cairn.value.Value;
import org.jspecify.annotations.Nullable;

/** A compiled rule that gives a value. Immutable, thread-safe, without side effects. */
public interface Expression {
  /** The value, or null where something it needs is not known. */
  @Nullable Value value(Situation situation);

  /** The rule as its author wrote it. */
  String source();
}
