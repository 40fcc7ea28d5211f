package cairn.blueprint.rule;

import cairn.rule.All;
import cairn.rule.Any;
import cairn.rule.Condition;
import cairn.rule.Not;
import cairn.rule.Truth;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Turns the parts of a tree that ask yes or no into conditions. */
final class Conditions {
  private final Translator translator;
  private final Names names;
  private final Times times;

  Conditions(Translator translator, Names names, Times times) {
    this.translator = translator;
    this.names = names;
    this.times = times;
  }

  Condition of(CelExpr part) {
    return switch (part.getKind()) {
      case CONSTANT -> constantCondition(part);
      case SELECT -> names.condition(part);
      case CALL -> call(part);
      case IDENT -> fromTerm(part);
      case LIST, MAP, STRUCT, COMPREHENSION, NOT_SET -> refused(part);
    };
  }

  private Condition constantCondition(CelExpr part) {
    if (part.constant().getKind() != CelConstant.Kind.BOOLEAN_VALUE) {
      return refused(part);
    }
    var truth = Truth.of(part.constant().booleanValue());
    return Leaf.still(translator.text(part), Reads.NOTHING, situation -> truth);
  }

  private Condition refused(CelExpr part) {
    translator.refuse(part);
    return Condition.ALWAYS;
  }

  private Condition call(CelExpr part) {
    var call = part.call();
    var args = call.args();
    return switch (call.function()) {
      case "_&&_" -> new All(flat(part, "_&&_", new ArrayList<>()), translator.text(part));
      case "_||_" -> new Any(flat(part, "_||_", new ArrayList<>()), translator.text(part));
      case "!_" -> new Not(of(args.getFirst()), translator.text(part));
      case "_?_:_" -> choice(part);
      case "_==_", "_!=_" -> new Comparison(translator, part).equality();
      case "_<_", "_<=_", "_>_", "_>=_" -> new Comparison(translator, part).order();
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
      into.add(of(part));
    }
    return into;
  }

  private Condition choice(CelExpr part) {
    var args = part.call().args();
    var when = of(args.get(0));
    var then = of(args.get(1));
    var otherwise = of(args.get(2));
    var all = new All(List.of(when, then, otherwise), translator.text(part));
    return new Leaf(
        translator.text(part),
        new Reads(all.slots(), all.needs()),
        situation ->
            switch (when.test(situation)) {
              case TRUE -> then.test(situation);
              case FALSE -> otherwise.test(situation);
              case UNKNOWN -> Truth.UNKNOWN;
            },
        steps(all));
  }

  static Term.Steps steps(Condition condition) {
    return situation -> {
      var next = condition.nextChange(situation);
      return next == null ? Term.NEVER : next.toEpochMilli();
    };
  }

  private Condition fromTerm(CelExpr part) {
    var term = translator.term(part);
    return new Leaf(
        translator.text(part),
        term.reads(),
        situation -> term.get(situation) instanceof Boolean is ? Truth.of(is) : Truth.UNKNOWN,
        term.steps());
  }

  private Condition membership(CelExpr part) {
    var value = translator.still(part.call().args().get(0));
    var listPart = part.call().args().get(1);
    var list = translator.still(listPart);
    var reads = value.reads().and(list.reads());
    var texts = constantTexts(listPart);
    if (texts != null && translator.kind(part.call().args().get(0)) == CelKind.STRING) {
      return new Leaf(
          translator.text(part),
          reads,
          situation ->
              value.get(situation) instanceof String is
                  ? Truth.of(texts.contains(is))
                  : Truth.UNKNOWN,
          value.steps());
    }
    return new Leaf(
        translator.text(part),
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
    var operands = Translator.operands(part);
    var left = translator.still(operands.get(0));
    var right = translator.still(operands.get(1));
    return new Leaf(
        translator.text(part),
        left.reads().and(right.reads()),
        situation ->
            left.get(situation) instanceof String a && right.get(situation) instanceof String b
                ? Truth.of(test.test(a, b))
                : Truth.UNKNOWN,
        left.steps().and(right.steps()));
  }

  private Condition matches(CelExpr part) {
    var operands = Translator.operands(part);
    var text = translator.still(operands.get(0));
    var pattern = translator.literal(operands.get(1), "A pattern");
    if (pattern == null) {
      return Condition.ALWAYS;
    }
    try {
      var compiled = Pattern.compile(pattern);
      return new Leaf(
          translator.text(part),
          text.reads(),
          situation ->
              text.get(situation) instanceof String is
                  ? Truth.of(compiled.matcher(is).find())
                  : Truth.UNKNOWN,
          text.steps());
    } catch (PatternSyntaxException noPattern) {
      translator.refuse(
          operands.get(1), "This is not a pattern: " + noPattern.getDescription() + ".", "");
      return Condition.ALWAYS;
    }
  }

  /** The answer as a value: true, false, or nothing where it is not known. */
  Term value(CelExpr part) {
    int before = translator.problems();
    var condition = isCondition(part) ? call(part) : refused(part);
    var reads =
        translator.problems() == before
            ? new Reads(condition.slots(), condition.needs())
            : Reads.NOTHING;
    return new Term(
        situation ->
            switch (condition.test(situation)) {
              case TRUE -> true;
              case FALSE -> false;
              case UNKNOWN -> null;
            },
        reads,
        0,
        Conditions.steps(condition));
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
}
