package cairn.blueprint.rule;

import cairn.person.Recall;
import cairn.rule.Clause;
import cairn.rule.Condition;
import cairn.rule.Schema;
import cairn.rule.Situation;
import cairn.rule.Truth;
import cairn.value.ValueType;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of two values. An attribute or a count beside a constant, the commonest forms by
 * far, become flat: the attribute a {@link Clause}, the count a closure that counts and compares.
 *
 * <p>Where the sides move with the clock at different speeds, the comparison turns at the one
 * moment where they are equal: now - (left - right) / (slope of left - slope of right).
 */
final class Comparison {
  private final Translator translator;
  private final CelExpr part;
  private final CelExpr left;
  private final CelExpr right;
  private final String text;

  Comparison(Translator translator, CelExpr part) {
    this.translator = translator;
    this.part = part;
    this.left = part.call().args().get(0);
    this.right = part.call().args().get(1);
    this.text = translator.text(part);
  }

  Condition order() {
    var order = Operators.Order.of(part.call().function());
    var fast = order(left, order, right);
    if (fast == null) {
      fast = order(right, order.turned(), left);
    }
    if (fast != null) {
      return fast;
    }
    var a = translator.term(left);
    var b = translator.term(right);
    return general(a, b, s -> Operators.order(order, a.get(s), b.get(s)));
  }

  Condition equality() {
    boolean wanted = part.call().function().equals("_==_");
    var fast = equality(left, wanted, right);
    if (fast == null) {
      fast = equality(right, wanted, left);
    }
    if (fast != null) {
      return fast;
    }
    var a = translator.term(left);
    var b = translator.term(right);
    return general(
        a,
        b,
        situation -> {
          var same = Operators.equal(a.get(situation), b.get(situation));
          return wanted ? same : same.not();
        });
  }

  private Condition general(Term a, Term b, Leaf.Test test) {
    var steps = a.steps().and(b.steps());
    int slope = a.slope() - b.slope();
    if (slope != 0) {
      steps = steps.and(situation -> turn(a, b, slope, situation));
    }
    return new Leaf(text, a.reads().and(b.reads()), test, steps);
  }

  /** The first millisecond after now at which the comparison may have turned. */
  private static long turn(Term a, Term b, int slope, Situation situation) {
    var left = a.get(situation);
    var right = b.get(situation);
    if (left == null || right == null) {
      return Term.NEVER;
    }
    long now = situation.now().toEpochMilli();
    long equal = now - Math.floorDiv(millis(left) - millis(right), slope);
    for (long moment = equal - 1; moment <= equal + 2; moment++) {
      if (moment > now) {
        return moment;
      }
    }
    return Term.NEVER;
  }

  private static long millis(Object value) {
    return switch (value) {
      case Instant time -> time.toEpochMilli();
      case Duration span -> span.toMillis();
      default -> throw new IllegalStateException("only times and lengths of time move");
    };
  }

  private @Nullable Condition order(CelExpr value, Operators.Order order, CelExpr constant) {
    if (constant.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
      return null;
    }
    var attribute = translator.attribute(value);
    if (attribute != null) {
      return order(attribute, order, constant.constant());
    }
    if (isCount(value) && constant.constant().getKind() == CelConstant.Kind.INT64_VALUE) {
      return count(value, order, constant);
    }
    return null;
  }

  private @Nullable Condition order(
      Schema.Attribute attribute, Operators.Order order, CelConstant constant) {
    int slot = attribute.slot();
    if (attribute.type() == ValueType.WHOLE && constant.getKind() == CelConstant.Kind.INT64_VALUE) {
      return Clause.whole(text, slot, test(order), constant.int64Value());
    }
    if (attribute.type() == ValueType.DECIMAL
        && constant.getKind() == CelConstant.Kind.DOUBLE_VALUE) {
      return Clause.decimal(text, slot, test(order), constant.doubleValue());
    }
    return null;
  }

  private static Clause.Test test(Operators.Order order) {
    return switch (order) {
      case LESS -> Clause.Test.LESS;
      case LESS_EQUAL -> Clause.Test.LESS_EQUAL;
      case GREATER -> Clause.Test.GREATER;
      case GREATER_EQUAL -> Clause.Test.GREATER_EQUAL;
    };
  }

  private static boolean isCount(CelExpr value) {
    return value.getKind() == CelExpr.ExprKind.Kind.CALL
        && (value.call().function().equals("count") || value.call().function().equals("contacts"));
  }

  /** A count beside a constant needs only as many times remembered as tell the answer. */
  private Condition count(CelExpr value, Operators.Order order, CelExpr constant) {
    long bound = constant.constant().int64Value();
    boolean beyond = order == Operators.Order.GREATER || order == Operators.Order.LESS_EQUAL;
    var counting = translator.counting(value);
    int keep = keep(beyond ? bound + 1 : bound, constant);
    if (counting == null) {
      return Condition.ALWAYS;
    }
    return new Leaf(
        text,
        counting.reads(keep),
        situation -> Truth.of(order.holds(Long.compare(counting.count(situation), bound))),
        counting::nextStep);
  }

  private int keep(long times, CelExpr constant) {
    if (times > Recall.TIMES_MAX) {
      translator.refuse(
          constant,
          "Counts are remembered up to " + (Recall.TIMES_MAX - 1) + ".",
          "Compare with a smaller number.");
    }
    return Math.clamp(times, 1, Recall.TIMES_MAX);
  }

  private @Nullable Condition equality(CelExpr value, boolean wanted, CelExpr constant) {
    if (constant.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
      return null;
    }
    var kind = constant.constant().getKind();
    if (isCount(value) && kind == CelConstant.Kind.INT64_VALUE) {
      return countEquality(value, wanted, constant);
    }
    var attribute = translator.attribute(value);
    if (attribute == null) {
      return null;
    }
    int slot = attribute.slot();
    if (attribute.type() == ValueType.TEXT && kind == CelConstant.Kind.STRING_VALUE) {
      return Clause.text(text, slot, constant.constant().stringValue(), wanted);
    }
    if (attribute.type() == ValueType.WHOLE && kind == CelConstant.Kind.INT64_VALUE) {
      var test = wanted ? Clause.Test.EQUAL : Clause.Test.NOT_EQUAL;
      return Clause.whole(text, slot, test, constant.constant().int64Value());
    }
    return null;
  }

  private Condition countEquality(CelExpr value, boolean wanted, CelExpr constant) {
    long bound = constant.constant().int64Value();
    var counting = translator.counting(value);
    int keep = keep(bound + 1, constant);
    if (counting == null) {
      return Condition.ALWAYS;
    }
    return new Leaf(
        text,
        counting.reads(keep),
        situation -> Truth.of((counting.count(situation) == bound) == wanted),
        counting::nextStep);
  }
}
