package cairn.blueprint.rule;

import cairn.rule.All;
import cairn.rule.Any;
import cairn.rule.Condition;
import cairn.rule.Expression;
import cairn.rule.Not;
import cairn.rule.Schema;
import cairn.value.ValueType;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import dev.cel.parser.CelUnparserFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns one checked tree into closures.
 *
 * <p>{@code &&}, {@code ||} and {@code !} become conditions made of others, so that equal parts of
 * many rules can be asked once. Every other yes-or-no part becomes a {@link Leaf}; the common forms
 * (an attribute or a count beside a constant) read their values without boxing. Everything else
 * becomes a {@link Term}. A part that has no translation here adds a problem, and the rule is
 * refused.
 */
final class Translator {
  private final Scope scope;
  private final CelAbstractSyntaxTree ast;
  private final List<RuleProblem> problems;
  private final Names names;
  private final Times times;
  private final Conditions conditions;
  private final Values values;

  Translator(
      Vocabulary vocabulary, Scope scope, CelAbstractSyntaxTree ast, List<RuleProblem> problems) {
    this.scope = scope;
    this.ast = ast;
    this.problems = problems;
    this.names = new Names(vocabulary, this);
    this.times = new Times(vocabulary, this);
    this.conditions = new Conditions(this, names, times);
    this.values = new Values(this, conditions, names, times);
  }

  Condition condition(String source) {
    return named(condition(ast.getExpr()), source);
  }

  Expression expression(String source, @Nullable ValueType wanted) {
    var term = term(ast.getExpr());
    return new Compiled(source, term, wanted);
  }

  Scope scope() {
    return scope;
  }

  Schema.@Nullable Attribute attribute(CelExpr part) {
    return names.attribute(part);
  }

  void refuseInSegment(CelExpr part) {
    names.refuseInSegment(part);
  }

  Times.@Nullable Counting counting(CelExpr part) {
    return times.counting(part);
  }

  /** The part as text, the same for the same part wherever it stands. */
  String text(CelExpr part) {
    return CelUnparserFactory.newUnparser()
        .unparse(CelAbstractSyntaxTree.newParsedAst(part, ast.getSource()));
  }

  CelKind kind(CelExpr part) {
    return ast.getType(part.id()).map(type -> type.kind()).orElse(CelKind.DYN);
  }

  void refuse(CelExpr part, String what, String remedy) {
    int points = ast.getSource().getPositionsMap().getOrDefault(part.id(), 0);
    problems.add(new RuleProblem(points, what, remedy));
  }

  /** The text of a constant argument; refuses anything else. */
  @Nullable String literal(CelExpr part, String whatFor) {
    if (part.getKind() == CelExpr.ExprKind.Kind.CONSTANT
        && part.constant().getKind() == CelConstant.Kind.STRING_VALUE) {
      return part.constant().stringValue();
    }
    refuse(part, whatFor + " must be written out as a text in quotes.", "");
    return null;
  }

  /** A part that stands alone keeps its own text, so that rules share it however it is spaced. */
  private static Condition named(Condition condition, String source) {
    return switch (condition) {
      case All all -> new All(all.parts(), source);
      case Any any -> new Any(any.parts(), source);
      case Not not -> new Not(not.part(), source);
      default -> condition;
    };
  }

  Condition condition(CelExpr part) {
    return conditions.of(part);
  }

  Term term(CelExpr part) {
    return values.of(part);
  }

  /** A value that does not move with the clock; refuses one that does. */
  Term still(CelExpr part) {
    var term = term(part);
    if (term.slope() != 0) {
      refuse(
          part,
          "Here a time that moves with the clock cannot be used.",
          "Compare it with another time or length of time.");
    }
    return term;
  }

  Term refused(CelExpr part) {
    refuse(part);
    return Term.constant(false);
  }

  /** Says that a part is outside the language. */
  void refuse(CelExpr part) {
    refuse(part, "This part is not in the rule language: " + text(part) + ".", "");
  }

  /** How many problems there are so far. */
  int problems() {
    return problems.size();
  }

  /** A call's target, if it has one, and its arguments. */
  static List<CelExpr> operands(CelExpr part) {
    var all = new ArrayList<CelExpr>();
    part.call().target().ifPresent(all::add);
    all.addAll(part.call().args());
    return all;
  }
}
