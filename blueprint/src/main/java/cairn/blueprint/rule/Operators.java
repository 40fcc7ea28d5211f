package cairn.blueprint.rule;

import cairn.rule.Truth;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What CEL's operators do with values. Null stands for an error or an unknown; whatever an operator
 * does not take gives null.
 */
final class Operators {
  /** The first and last moments CEL knows: years 1 to 9999. */
  private static final Instant TIME_MIN = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant TIME_MAX = Instant.parse("9999-12-31T23:59:59.999999999Z");

  /** The longest length of time CEL knows, in seconds: about 10,000 years. */
  private static final long DURATION_SECONDS_MAX = 315_576_000_000L;

  /** An order between two values. */
  enum Order {
    LESS("<") {
      @Override
      boolean holds(int order) {
        return order < 0;
      }
    },
    LESS_EQUAL("<=") {
      @Override
      boolean holds(int order) {
        return order <= 0;
      }
    },
    GREATER(">") {
      @Override
      boolean holds(int order) {
        return order > 0;
      }
    },
    GREATER_EQUAL(">=") {
      @Override
      boolean holds(int order) {
        return order >= 0;
      }
    };

    private final String sign;

    Order(String sign) {
      this.sign = sign;
    }

    abstract boolean holds(int order);

    /** The order that holds when the sides are exchanged. */
    Order turned() {
      return switch (this) {
        case LESS -> GREATER;
        case LESS_EQUAL -> GREATER_EQUAL;
        case GREATER -> LESS;
        case GREATER_EQUAL -> LESS_EQUAL;
      };
    }

    static Order of(String function) {
      for (var order : values()) {
        if (function.equals("_" + order.sign + "_")) {
          return order;
        }
      }
      throw new IllegalArgumentException("no order is written " + function);
    }
  }

  private Operators() {}

  /** Whether an order holds between two values. */
  static Truth order(Order order, @Nullable Object left, @Nullable Object right) {
    return switch (left) {
      case Long a when right instanceof Long b -> Truth.of(order.holds(Long.compare(a, b)));
      case Long a when right instanceof Double b ->
          Truth.of(!b.isNaN() && order.holds(compare(a, b)));
      case Double a when right instanceof Double b -> decimals(order, a, b);
      case Double a when right instanceof Long b ->
          Truth.of(!a.isNaN() && order.holds(-compare(b, a)));
      case String a when right instanceof String b -> Truth.of(order.holds(a.compareTo(b)));
      case Boolean a when right instanceof Boolean b -> Truth.of(order.holds(a.compareTo(b)));
      case Instant a when right instanceof Instant b -> Truth.of(order.holds(a.compareTo(b)));
      case Duration a when right instanceof Duration b -> Truth.of(order.holds(a.compareTo(b)));
      case null, default -> Truth.UNKNOWN;
    };
  }

  private static Truth decimals(Order order, double a, double b) {
    return Truth.of(
        switch (order) {
          case LESS -> a < b;
          case LESS_EQUAL -> a <= b;
          case GREATER -> a > b;
          case GREATER_EQUAL -> a >= b;
        });
  }

  /**
   * Compares a whole number with a decimal that is not NaN, as CEL's interpreters do: beyond the
   * range of whole numbers by range, within it as decimals.
   */
  private static int compare(long a, double b) {
    double left = (double) a;
    return left < b ? -1 : left > b ? 1 : 0;
  }

  /** CEL's equality: numbers by value, other types only among themselves. */
  static Truth equal(@Nullable Object left, @Nullable Object right) {
    return left == null || right == null ? Truth.UNKNOWN : Truth.of(same(left, right));
  }

  static boolean same(Object left, Object right) {
    return switch (left) {
      case Double a when right instanceof Double b -> a.doubleValue() == b.doubleValue();
      case Long a when right instanceof Double b -> !b.isNaN() && compare(a, b) == 0;
      case Double a when right instanceof Long b -> !a.isNaN() && compare(b, a) == 0;
      case List<?> a when right instanceof List<?> b -> sameList(a, b);
      default -> left.equals(right);
    };
  }

  private static boolean sameList(List<?> a, List<?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!same(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a list holds a value. */
  static Truth in(@Nullable Object value, @Nullable Object list) {
    if (value == null || !(list instanceof List<?> values)) {
      return Truth.UNKNOWN;
    }
    for (var one : values) {
      if (same(value, one)) {
        return Truth.TRUE;
      }
    }
    return Truth.FALSE;
  }

  static @Nullable Object add(@Nullable Object left, @Nullable Object right) {
    return switch (left) {
      case Long a when right instanceof Long b -> {
        long sum = a + b;
        yield ((a ^ sum) & (b ^ sum)) < 0 ? null : (Object) sum;
      }
      case Double a when right instanceof Double b -> a + b;
      case String a when right instanceof String b -> a + b;
      case List<?> a when right instanceof List<?> b -> {
        var all = new ArrayList<Object>(a);
        all.addAll(b);
        yield all;
      }
      case Instant a when right instanceof Duration b -> plus(a, b);
      case Duration a when right instanceof Instant b -> plus(b, a);
      case Duration a when right instanceof Duration b -> sum(a, b);
      case null, default -> null;
    };
  }

  static @Nullable Object subtract(@Nullable Object left, @Nullable Object right) {
    return switch (left) {
      case Long a when right instanceof Long b -> {
        long difference = a - b;
        yield ((a ^ b) & (a ^ difference)) < 0 ? null : (Object) difference;
      }
      case Double a when right instanceof Double b -> a - b;
      case Instant a when right instanceof Instant b -> bounded(Duration.between(b, a));
      case Instant a when right instanceof Duration b -> plus(a, b.negated());
      case Duration a when right instanceof Duration b -> sum(a, b.negated());
      case null, default -> null;
    };
  }

  static @Nullable Object multiply(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Long a && right instanceof Long b) {
      long high = Math.multiplyHigh(a, b);
      long low = a * b;
      return (high == 0 && low >= 0) || (high == -1 && low < 0) ? (Object) low : null;
    }
    return left instanceof Double a && right instanceof Double b ? (Object) (a * b) : null;
  }

  static @Nullable Object divide(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Long a && right instanceof Long b) {
      return b == 0 || (a == Long.MIN_VALUE && b == -1) ? null : (Object) (a / b);
    }
    return left instanceof Double a && right instanceof Double b ? (Object) (a / b) : null;
  }

  static @Nullable Object remainder(@Nullable Object left, @Nullable Object right) {
    return left instanceof Long a
            && right instanceof Long b
            && b != 0
            && !(a == Long.MIN_VALUE && b == -1)
        ? (Object) (a % b)
        : null;
  }

  static @Nullable Object negate(@Nullable Object value) {
    return switch (value) {
      case Long a -> a == Long.MIN_VALUE ? null : (Object) (-a);
      case Double a -> -a;
      case null, default -> null;
    };
  }

  static @Nullable Object size(@Nullable Object value) {
    return switch (value) {
      case String text -> (long) text.codePointCount(0, text.length());
      case List<?> list -> (long) list.size();
      case null, default -> null;
    };
  }

  static @Nullable Object toWhole(@Nullable Object value) {
    return switch (value) {
      case Long a -> a;
      case Double a -> a > -0x1p63 && a < 0x1p63 ? (Object) a.longValue() : null;
      case String a -> whole(a);
      case null, default -> null;
    };
  }

  static @Nullable Object toDecimal(@Nullable Object value) {
    return switch (value) {
      case Long a -> (double) a;
      case Double a -> a;
      case String a -> decimal(a);
      case null, default -> null;
    };
  }

  static @Nullable Object toText(@Nullable Object value) {
    return switch (value) {
      case String a -> a;
      case Long a -> Long.toString(a);
      case Boolean a -> a.toString();
      case null, default -> null;
    };
  }

  private static @Nullable Object whole(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException noNumber) {
      return null;
    }
  }

  private static @Nullable Object decimal(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException noNumber) {
      return null;
    }
  }

  private static @Nullable Instant plus(Instant time, Duration span) {
    try {
      var sum = time.plus(span);
      return sum.isBefore(TIME_MIN) || sum.isAfter(TIME_MAX) ? null : sum;
    } catch (DateTimeException | ArithmeticException beyond) {
      return null;
    }
  }

  private static @Nullable Duration sum(Duration a, Duration b) {
    return bounded(a.plus(b));
  }

  private static @Nullable Duration bounded(Duration span) {
    return Math.abs(span.toSeconds()) > DURATION_SECONDS_MAX ? null : span;
  }
}
