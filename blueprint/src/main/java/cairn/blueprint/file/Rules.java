package cairn.blueprint.file;

import cairn.blueprint.rule.Checked;
import cairn.blueprint.rule.RuleLanguage;
import cairn.blueprint.rule.Scope;
import cairn.rule.Condition;
import cairn.rule.Expression;
import cairn.rule.Need;
import cairn.value.ValueType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compiles the rules in files, and keeps what all of them together need remembered. */
final class Rules {
  private final RuleLanguage language;
  private final Map<String, Integer> keep = new TreeMap<>();

  Rules(RuleLanguage language) {
    this.language = language;
  }

  /** For each event and contact, how many times the rules so far need. */
  Map<String, Integer> keep() {
    return keep;
  }

  /** The rule under a name, or one that always holds where there is none. */
  Condition condition(FileReading reading, Tree.Mapping mapping, String name, Scope scope) {
    var scalar = FileReading.scalar(mapping, name);
    return scalar == null ? Condition.ALWAYS : condition(reading, scalar, scope);
  }

  Condition condition(FileReading reading, Tree.Scalar scalar, Scope scope) {
    return switch (language.condition(scalar.text(), scope)) {
      case Checked.Right<Condition>(var condition) -> {
        need(condition.needs());
        yield condition;
      }
      case Checked.Wrong<Condition> wrong -> {
        tell(reading, scalar, wrong);
        yield Condition.ALWAYS;
      }
    };
  }

  /** A rule that the compiler wrote itself. */
  Condition own(String source, Scope scope) {
    return switch (language.condition(source, scope)) {
      case Checked.Right<Condition>(var condition) -> condition;
      case Checked.Wrong<Condition> wrong ->
          throw new IllegalStateException("our own rule is wrong: " + wrong.problems());
    };
  }

  /** The compiled value, or null with problems. */
  @Nullable Expression expression(
      FileReading reading, Tree.Scalar scalar, Scope scope, @Nullable ValueType wanted) {
    return switch (language.expression(scalar.text(), scope, wanted)) {
      case Checked.Right<Expression>(var expression) -> {
        need(expression.needs());
        yield expression;
      }
      case Checked.Wrong<Expression> wrong -> {
        tell(reading, scalar, wrong);
        yield null;
      }
    };
  }

  private void need(List<Need> needs) {
    needs.forEach(need -> keep.merge(need.subject(), need.keep(), Math::max));
  }

  private static void tell(FileReading reading, Tree.Scalar scalar, Checked.Wrong<?> wrong) {
    for (var problem : wrong.problems()) {
      reading.problem(scalar.at(problem.offset()), problem.what(), problem.remedy());
    }
  }
}
