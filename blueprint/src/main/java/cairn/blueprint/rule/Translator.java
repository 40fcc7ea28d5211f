package cairn.blueprint.rule;

import cairn.rule.All;
import cairn.rule.Any;
import cairn.rule.Condition;
import cairn.rule.Expression;
import cairn.rule.Not;
import cairn.rule.Schema;
import cairn.rule.Situation;
import cairn.rule.Truth;
import cairn.value.ValueType;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import dev.cel.parser.CelUnparserFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
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

  Translator(
      Vocabulary vocabulary, Scope scope, CelAbstractSyntaxTree ast, List<RuleProblem> problems) {
    this.scope = scope;
    this.ast = ast;
    this.problems = problems;
    this.names = new Names(vocabulary, this);
    this.times = new Times(vocabulary, this);
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

  // Conditions.

  Condition condition(CelExpr part) {
    return switch (part.getKind()) {
      case CONSTANT -> constantCondition(part);
      case SELECT -> names.condition(part);
      case CALL -> call(part);
      case IDENT -> fromTerm(part);
      case LIST, MAP, STRUCT, COMPREHENSION, NOT_SET -> refusedCondition(part);
    };
  }

  private Condition constantCondition(CelExpr part) {
    if (part.constant().getKind() != CelConstant.Kind.BOOLEAN_VALUE) {
      return refusedCondition(part);
    }
    var truth = Truth.of(part.constant().booleanValue());
    return Leaf.still(text(part), Reads.NOTHING, situation -> truth);
  }

  private Condition refusedCondition(CelExpr part) {
    refuse(part, "This part is not in the rule language: " + text(part) + ".", "");
    return Condition.ALWAYS;
  }

  private Condition call(CelExpr part) {
    var call = part.call();
    var args = call.args();
    return switch (call.function()) {
      case "_&&_" -> new All(flat(part, "_&&_", new ArrayList<>()), text(part));
      case "_||_" -> new Any(flat(part, "_||_", new ArrayList<>()), text(part));
      case "!_" -> new Not(condition(args.getFirst()), text(part));
      case "_?_:_" -> choice(part);
      case "_==_", "_!=_" -> new Comparison(this, part).equality();
      case "_<_", "_<=_", "_>_", "_>=_" -> new Comparison(this, part).order();
      case "@in" -> membership(part);
      case "startsWith" -> texts(part, String::startsWith);
      case "endsWith" -> texts(part, String::endsWith);
      case "contains" -> texts(part, String::contains);
      case "matches" -> matches(part);
      case "within", "happened" -> times.condition(part);
      case "segment", "consents", "onJourney" -> names.function(part);
      default -> fromTerm(part);
    };
  }

  private List<Condition> flat(CelExpr part, String function, List<Condition> into) {
    if (part.getKind() == CelExpr.ExprKind.Kind.CALL && part.call().function().equals(function)) {
      part.call().args().forEach(arg -> flat(arg, function, into));
    } else {
      into.add(condition(part));
    }
    return into;
  }

  private Condition choice(CelExpr part) {
    var args = part.call().args();
    var when = condition(args.get(0));
    var then = condition(args.get(1));
    var otherwise = condition(args.get(2));
    var all = new All(List.of(when, then, otherwise), text(part));
    return new Leaf(
        text(part),
        new Reads(all.slots(), all.needs()),
        situation ->
            switch (when.test(situation)) {
              case TRUE -> then.test(situation);
              case FALSE -> otherwise.test(situation);
              case UNKNOWN -> Truth.UNKNOWN;
            },
        steps(all));
  }

  private static Term.Steps steps(Condition condition) {
    return situation -> {
      var next = condition.nextChange(situation);
      return next == null ? Term.NEVER : next.toEpochMilli();
    };
  }

  private Condition fromTerm(CelExpr part) {
    var term = term(part);
    return new Leaf(
        text(part),
        term.reads(),
        situation -> term.get(situation) instanceof Boolean is ? Truth.of(is) : Truth.UNKNOWN,
        term.steps());
  }

  private Condition membership(CelExpr part) {
    var value = still(part.call().args().get(0));
    var listPart = part.call().args().get(1);
    var list = still(listPart);
    var reads = value.reads().and(list.reads());
    var texts = constantTexts(listPart);
    if (texts != null && kind(part.call().args().get(0)) == CelKind.STRING) {
      return new Leaf(
          text(part),
          reads,
          situation ->
              value.get(situation) instanceof String is
                  ? Truth.of(texts.contains(is))
                  : Truth.UNKNOWN,
          value.steps());
    }
    return new Leaf(
        text(part),
        reads,
        situation -> Operators.in(value.get(situation), list.get(situation)),
        value.steps().and(list.steps()));
  }

  private static @Nullable Set<String> constantTexts(CelExpr part) {
    if (part.getKind() != CelExpr.ExprKind.Kind.LIST) {
      return null;
    }
    var texts = new HashSet<String>();
    for (var element : part.list().elements()) {
      if (element.getKind() != CelExpr.ExprKind.Kind.CONSTANT
          || element.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
        return null;
      }
      texts.add(element.constant().stringValue());
    }
    return texts;
  }

  private Condition texts(CelExpr part, BiPredicate<String, String> test) {
    var operands = operands(part);
    var left = still(operands.get(0));
    var right = still(operands.get(1));
    return new Leaf(
        text(part),
        left.reads().and(right.reads()),
        situation ->
            left.get(situation) instanceof String a && right.get(situation) instanceof String b
                ? Truth.of(test.test(a, b))
                : Truth.UNKNOWN,
        left.steps().and(right.steps()));
  }

  private Condition matches(CelExpr part) {
    var operands = operands(part);
    var text = still(operands.get(0));
    var pattern = literal(operands.get(1), "A pattern");
    if (pattern == null) {
      return Condition.ALWAYS;
    }
    try {
      var compiled = Pattern.compile(pattern);
      return new Leaf(
          text(part),
          text.reads(),
          situation ->
              text.get(situation) instanceof String is
                  ? Truth.of(compiled.matcher(is).find())
                  : Truth.UNKNOWN,
          text.steps());
    } catch (PatternSyntaxException noPattern) {
      refuse(operands.get(1), "This is not a pattern: " + noPattern.getDescription() + ".", "");
      return Condition.ALWAYS;
    }
  }

  /** A call's target, if it has one, and its arguments. */
  static List<CelExpr> operands(CelExpr part) {
    var all = new ArrayList<CelExpr>();
    part.call().target().ifPresent(all::add);
    all.addAll(part.call().args());
    return all;
  }

  // Values.

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

  Term term(CelExpr part) {
    return switch (part.getKind()) {
      case CONSTANT -> constant(part);
      case IDENT -> names.variable(part);
      case SELECT -> names.value(part);
      case CALL -> value(part);
      case LIST -> list(part);
      case MAP, STRUCT, COMPREHENSION, NOT_SET -> refused(part);
    };
  }

  private Term constant(CelExpr part) {
    var constant = part.constant();
    return switch (constant.getKind()) {
      case BOOLEAN_VALUE -> Term.constant(constant.booleanValue());
      case INT64_VALUE -> Term.constant(constant.int64Value());
      case DOUBLE_VALUE -> Term.constant(constant.doubleValue());
      case STRING_VALUE -> Term.constant(constant.stringValue());
      case NULL_VALUE, UINT64_VALUE, BYTES_VALUE, TIMESTAMP_VALUE, DURATION_VALUE, NOT_SET ->
          refused(part);
    };
  }

  Term refused(CelExpr part) {
    refuse(part, "This part is not in the rule language: " + text(part) + ".", "");
    return Term.constant(false);
  }

  private Term list(CelExpr part) {
    var elements = part.list().elements().stream().map(this::still).toList();
    var reads = Reads.NOTHING;
    var steps = Term.NONE;
    for (var element : elements) {
      reads = reads.and(element.reads());
      steps = steps.and(element.steps());
    }
    return new Term(situation -> values(elements, situation), reads, 0, steps);
  }

  private static @Nullable Object values(List<Term> elements, Situation situation) {
    var all = new ArrayList<Object>(elements.size());
    for (var element : elements) {
      var value = element.get(situation);
      if (value == null) {
        return null;
      }
      all.add(value);
    }
    return all;
  }

  private Term value(CelExpr part) {
    var call = part.call();
    return switch (call.function()) {
      case "_+_" -> sum(part, Operators::add, 1);
      case "_-_" -> sum(part, Operators::subtract, -1);
      case "_*_" -> binary(part, Operators::multiply);
      case "_/_" -> binary(part, Operators::divide);
      case "_%_" -> binary(part, Operators::remainder);
      case "-_" -> unary(part, Operators::negate);
      case "size" -> unary(part, Operators::size);
      case "int" -> unary(part, Operators::toWhole);
      case "double" -> unary(part, Operators::toDecimal);
      case "string" -> string(part);
      case "_?_:_" -> chosen(part);
      case "_[_]" -> names.index(part);
      case "count", "contacts", "last", "since", "duration", "timestamp" -> times.value(part);
      case "getFullYear",
          "getMonth",
          "getDate",
          "getDayOfMonth",
          "getDayOfWeek",
          "getDayOfYear",
          "getHours",
          "getMinutes",
          "getSeconds" ->
          times.part(part);
      case "arm" -> names.arm(part);
      default -> kind(part) == CelKind.BOOL ? fromCondition(part) : refused(part);
    };
  }

  private Term fromCondition(CelExpr part) {
    int before = problems.size();
    var condition = isCondition(part) ? call(part) : refusedCondition(part);
    var reads =
        problems.size() == before ? new Reads(condition.slots(), condition.needs()) : Reads.NOTHING;
    return new Term(
        situation ->
            switch (condition.test(situation)) {
              case TRUE -> true;
              case FALSE -> false;
              case UNKNOWN -> null;
            },
        reads,
        0,
        steps(condition));
  }

  private static boolean isCondition(CelExpr part) {
    return CONDITIONS.contains(part.call().function());
  }

  private static final Set<String> CONDITIONS =
      Set.of(
          "_&&_",
          "_||_",
          "!_",
          "_==_",
          "_!=_",
          "_<_",
          "_<=_",
          "_>_",
          "_>=_",
          "@in",
          "startsWith",
          "endsWith",
          "contains",
          "matches",
          "within",
          "happened",
          "segment",
          "consents",
          "onJourney");

  private Term sum(CelExpr part, BinaryOperator<@Nullable Object> operator, int sign) {
    var left = term(part.call().args().get(0));
    var right = term(part.call().args().get(1));
    return new Term(
        situation -> operator.apply(left.get(situation), right.get(situation)),
        left.reads().and(right.reads()),
        left.slope() + sign * right.slope(),
        left.steps().and(right.steps()));
  }

  private Term binary(CelExpr part, BinaryOperator<@Nullable Object> operator) {
    var left = still(part.call().args().get(0));
    var right = still(part.call().args().get(1));
    return new Term(
        situation -> operator.apply(left.get(situation), right.get(situation)),
        left.reads().and(right.reads()),
        0,
        left.steps().and(right.steps()));
  }

  private Term unary(CelExpr part, UnaryOperator<@Nullable Object> operator) {
    var value = still(operands(part).getFirst());
    return new Term(
        situation -> operator.apply(value.get(situation)), value.reads(), 0, value.steps());
  }

  private Term string(CelExpr part) {
    var kind = kind(operands(part).getFirst());
    if (kind != CelKind.INT && kind != CelKind.STRING && kind != CelKind.BOOL) {
      refuse(part, "Only whole numbers and yes or no can be made a text.", "");
    }
    return unary(part, Operators::toText);
  }

  private Term chosen(CelExpr part) {
    var args = part.call().args();
    var when = condition(args.get(0));
    var then = still(args.get(1));
    var otherwise = still(args.get(2));
    return new Term(
        situation ->
            switch (when.test(situation)) {
              case TRUE -> then.get(situation);
              case FALSE -> otherwise.get(situation);
              case UNKNOWN -> null;
            },
        new Reads(when.slots(), when.needs()).and(then.reads()).and(otherwise.reads()),
        0,
        steps(when).and(then.steps()).and(otherwise.steps()));
  }
}
