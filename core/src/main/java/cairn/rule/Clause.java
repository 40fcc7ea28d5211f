package cairn.rule;

import cairn.person.Attributes;
import cairn.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attribute beside a constant, the commonest part of a rule by far. It is flat, numbers and no
 * closures, so that a thousand of them are asked one after the other without a call that the
 * machine cannot foresee.
 *
 * <p>An attribute that is not known, or holds a value of another type, gives {@link Truth#UNKNOWN}.
 */
public final class Clause implements Condition, Comparable<Clause> {
  /** How the attribute is compared with the constant. */
  public enum Test {
    LESS(0),
    LESS_EQUAL(1),
    GREATER(2),
    GREATER_EQUAL(3),
    EQUAL(4),
    NOT_EQUAL(5);

    private final int number;

    Test(int number) {
      this.number = number;
    }
  }

  private static final int WHOLE = 0;
  private static final int DECIMAL = 6;
  private static final int TEXT_IS = 12;
  private static final int TEXT_IS_NOT = 13;
  private static final int FLAG = 14;

  private final String source;
  private final int kind;
  private final int slot;
  private final long whole;
  private final double decimal;
  private final String text;

  private Clause(String source, int kind, int slot, long whole, double decimal, String text) {
    this.source = source;
    this.kind = kind;
    this.slot = slot;
    this.whole = whole;
    this.decimal = decimal;
    this.text = text;
  }

  /** A whole number beside a whole number. */
  public static Clause whole(String source, int slot, Test test, long constant) {
    return new Clause(source, WHOLE + test.number, slot, constant, 0, "");
  }

  /** A number with a fraction beside one; whole numbers count as such. */
  public static Clause decimal(String source, int slot, Test test, double constant) {
    return new Clause(source, DECIMAL + test.number, slot, 0, constant, "");
  }

  /** A text that is, or is not, the constant. */
  public static Clause text(String source, int slot, String constant, boolean wanted) {
    return new Clause(source, wanted ? TEXT_IS : TEXT_IS_NOT, slot, 0, 0, constant);
  }

  /** A flag that is set. */
  public static Clause flag(String source, int slot) {
    return new Clause(source, FLAG, slot, 0, 0, "");
  }

  @Override
  public Truth test(Situation situation) {
    return test(situation.person().attributes());
  }

  /** The answer for these attributes; a clause looks at nothing else. */
  public Truth test(Attributes attributes) {
    var value = attributes.get(slot);
    return switch (kind) {
      case WHOLE, WHOLE + 1, WHOLE + 2, WHOLE + 3, WHOLE + 4, WHOLE + 5 ->
          value instanceof Value.Whole(long is) ? Truth.of(ofWhole(is)) : Truth.UNKNOWN;
      case TEXT_IS ->
          value instanceof Value.Text(var is) ? Truth.of(is.equals(text)) : Truth.UNKNOWN;
      case TEXT_IS_NOT ->
          value instanceof Value.Text(var is) ? Truth.of(!is.equals(text)) : Truth.UNKNOWN;
      case FLAG -> value instanceof Value.Flag(boolean is) ? Truth.of(is) : Truth.UNKNOWN;
      default -> ofNumber(value);
    };
  }

  /** Whether the answer is yes. */
  public boolean holds(Attributes attributes) {
    var value = attributes.get(slot);
    return switch (kind) {
      case WHOLE, WHOLE + 1, WHOLE + 2, WHOLE + 3, WHOLE + 4, WHOLE + 5 ->
          value instanceof Value.Whole(long is) && ofWhole(is);
      case TEXT_IS -> value instanceof Value.Text(var is) && is.equals(text);
      case TEXT_IS_NOT -> value instanceof Value.Text(var is) && !is.equals(text);
      case FLAG -> value instanceof Value.Flag(boolean is) && is;
      default -> ofNumber(value) == Truth.TRUE;
    };
  }

  private boolean ofWhole(long is) {
    return switch (kind - WHOLE) {
      case 0 -> is < whole;
      case 1 -> is <= whole;
      case 2 -> is > whole;
      case 3 -> is >= whole;
      case 4 -> is == whole;
      default -> is != whole;
    };
  }

  private Truth ofNumber(@Nullable Value value) {
    return switch (value) {
      case Value.Decimal(double is) -> Truth.of(ofDecimal(is));
      case Value.Whole(long is) -> Truth.of(ofDecimal((double) is));
      case null, default -> Truth.UNKNOWN;
    };
  }

  private boolean ofDecimal(double is) {
    return switch (kind - DECIMAL) {
      case 0 -> is < decimal;
      case 1 -> is <= decimal;
      case 2 -> is > decimal;
      case 3 -> is >= decimal;
      case 4 -> is == decimal;
      default -> is != decimal;
    };
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public List<Integer> slots() {
    return List.of(slot);
  }

  /** By kind, then by slot: asked in this order, neighbours do alike. */
  @Override
  public int compareTo(Clause other) {
    return kind != other.kind
        ? Integer.compare(kind, other.kind)
        : slot != other.slot ? Integer.compare(slot, other.slot) : source.compareTo(other.source);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Clause that
        && kind == that.kind
        && slot == that.slot
        && source.equals(that.source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  @Override
  public String toString() {
    return source;
  }
}
