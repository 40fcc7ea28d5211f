package cairn.blueprint.rule;

import cairn.rule.Expression;
import cairn.rule.Need;
import cairn.rule.Situation;
import cairn.value.Value;
import cairn.value.ValueType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compiled rule that gives a value. A length of time becomes a whole number of seconds; a value
 * that no attribute could hold becomes unknown.
 */
record Compiled(String source, Term term, @Nullable ValueType wanted) implements Expression {
  @Override
  public @Nullable Value value(Situation situation) {
    return switch (term.get(situation)) {
      case Boolean is -> as(ValueType.FLAG, Value.of(is));
      case Long is ->
          wanted == ValueType.DECIMAL ? Value.of((double) is) : as(ValueType.WHOLE, Value.of(is));
      case Double is -> Double.isFinite(is) ? as(ValueType.DECIMAL, Value.of(is)) : null;
      case String is ->
          is.length() > Value.TEXT_CHARS_MAX ? null : as(ValueType.TEXT, Value.of(is));
      case Instant is -> as(ValueType.TIME, Value.of(is));
      case Duration is -> as(ValueType.WHOLE, Value.of(is.toSeconds()));
      case List<?> is -> as(ValueType.TEXTS, texts(is));
      case null, default -> null;
    };
  }

  private @Nullable Value as(ValueType type, @Nullable Value value) {
    return wanted == null || wanted == type ? value : null;
  }

  private static @Nullable Value texts(List<?> list) {
    if (list.size() > Value.TEXTS_MAX) {
      return null;
    }
    for (var one : list) {
      if (!(one instanceof String)) {
        return null;
      }
    }
    return new Value.Texts(list.stream().map(String.class::cast).toList());
  }

  @Override
  public List<Integer> slots() {
    return term.reads().slots();
  }

  @Override
  public List<Need> needs() {
    return term.reads().needs();
  }
}
