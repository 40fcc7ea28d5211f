package cairn.blueprint.rule;

import cairn.rule.Situation;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Turns the parts of a tree that have a value into terms. */
final class Values {
  private final Translator translator;
  private final Conditions conditions;
  private final Names names;
  private final Times times;

  Values(Translator translator, Conditions conditions, Names names, Times times) {
    this.translator = translator;
    this.conditions = conditions;
    this.names = names;
    this.times = times;
  }

  Term of(CelExpr part) {
    return switch (part.getKind()) {
      case CONSTANT -> constant(part);
      case IDENT -> names.variable(part);
      case SELECT -> names.value(part);
      case CALL -> value(part);
      case LIST -> list(part);
      case MAP, STRUCT, COMPREHENSION, NOT_SET -> translator.refused(part);
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
          translator.refused(part);
    };
  }

  private Term list(CelExpr part) {
    var elements = part.list().elements().stream().map(translator::still).toList();
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
          new DateParts(translator).of(part);
      case "arm" -> names.arm(part);
      default ->
          translator.kind(part) == CelKind.BOOL ? conditions.value(part) : translator.refused(part);
    };
  }

  private Term sum(CelExpr part, BinaryOperator<@Nullable Object> operator, int sign) {
    var left = translator.term(part.call().args().get(0));
    var right = translator.term(part.call().args().get(1));
    return new Term(
        situation -> operator.apply(left.get(situation), right.get(situation)),
        left.reads().and(right.reads()),
        left.slope() + sign * right.slope(),
        left.steps().and(right.steps()));
  }

  private Term binary(CelExpr part, BinaryOperator<@Nullable Object> operator) {
    var left = translator.still(part.call().args().get(0));
    var right = translator.still(part.call().args().get(1));
    return new Term(
        situation -> operator.apply(left.get(situation), right.get(situation)),
        left.reads().and(right.reads()),
        0,
        left.steps().and(right.steps()));
  }

  private Term unary(CelExpr part, UnaryOperator<@Nullable Object> operator) {
    var value = translator.still(Translator.operands(part).getFirst());
    return new Term(
        situation -> operator.apply(value.get(situation)), value.reads(), 0, value.steps());
  }

  private Term string(CelExpr part) {
    var kind = translator.kind(Translator.operands(part).getFirst());
    if (kind != CelKind.INT && kind != CelKind.STRING && kind != CelKind.BOOL) {
      translator.refuse(part, "Only whole numbers and yes or no can be made a text.", "");
    }
    return unary(part, Operators::toText);
  }

  private Term chosen(CelExpr part) {
    var args = part.call().args();
    var when = translator.condition(args.get(0));
    var then = translator.still(args.get(1));
    var otherwise = translator.still(args.get(2));
    return new Term(
        situation ->
            switch (when.test(situation)) {
              case TRUE -> then.get(situation);
              case FALSE -> otherwise.get(situation);
              case UNKNOWN -> null;
            },
        new Reads(when.slots(), when.needs()).and(then.reads()).and(otherwise.reads()),
        0,
        Conditions.steps(when).and(then.steps()).and(otherwise.steps()));
  }
}
