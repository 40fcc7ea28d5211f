package cairn.map;

import java.util.Optional;

/**
 * A place among neighbours that always leaves room for another: texts compared character by
 * character, so that two people can insert at once and no neighbour has to move.
 *
 * @param text {@value #WHOLE} leading digits, then up to {@value #LENGTH_MAX} digits in all of
 *     which the last is not {@code 0} once a fraction is begun
 */
public record OrderKey(String text) implements Comparable<OrderKey> {
  /*
   * Digits are 0-9 A-Z a-z, base 62, ascending in ASCII. The first WHOLE digits are a number that
   * grows by one for each key appended at the end and shrinks by one for each put before the first,
   * so that lists written top to bottom keep keys of four characters. What follows is a fraction: a
   * key between two others is the shortest digit string half-way. A fraction never ends in 0, for
   * nothing could be put before such an end.
   */

  /** Leading digits that count whole steps. */
  public static final int WHOLE = 4;

  /** Longest key; {@link Ordering} re-spaces the neighbours before it is passed. */
  public static final int LENGTH_MAX = 48;

  /** The key of an only child: the middle of all. */
  public static final OrderKey FIRST = new OrderKey("V000");

  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int BASE = DIGITS.length();
  private static final long WHOLES = (long) BASE * BASE * BASE * BASE;

  public OrderKey {
    if (!isValid(text)) {
      throw new IllegalArgumentException("an order key has 4 to 48 base-62 digits");
    }
  }

  /** Whether a text is an order key. */
  public static boolean isValid(String text) {
    if (text.length() < WHOLE || text.length() > LENGTH_MAX) {
      return false;
    }
    for (int at = 0; at < text.length(); at++) {
      if (DIGITS.indexOf(text.charAt(at)) < 0) {
        return false;
      }
    }
    return text.length() == WHOLE || !text.endsWith("0");
  }

  /** The key of the n-th of a list laid out at once, from 0. */
  public static OrderKey nth(int n) {
    return whole(FIRST.wholePart() + n);
  }

  /** A key after this one; empty at the very end of all keys. */
  public Optional<OrderKey> after() {
    long whole = wholePart() + 1;
    return whole < WHOLES ? Optional.of(whole(whole)) : Optional.empty();
  }

  /** A key before this one; empty at the very beginning of all keys. */
  public Optional<OrderKey> before() {
    long whole = text.length() > WHOLE ? wholePart() : wholePart() - 1;
    return whole >= 0 ? Optional.of(whole(whole)) : Optional.empty();
  }

  /**
   * A key strictly between two others, where {@code low} sorts before {@code high}. The result may
   * be too long to be a key when the same gap is halved again and again: then it is empty.
   */
  public static Optional<OrderKey> between(OrderKey low, OrderKey high) {
    if (low.compareTo(high) >= 0) {
      throw new IllegalArgumentException("keys out of order");
    }
    long gap = high.wholePart() - low.wholePart();
    if (gap > 1) {
      return Optional.of(whole(low.wholePart() + gap / 2));
    }
    String middle = middle(low.text, high.text);
    return middle.length() > LENGTH_MAX ? Optional.empty() : Optional.of(new OrderKey(middle));
  }

  @Override
  public int compareTo(OrderKey other) {
    return text.compareTo(other.text);
  }

  /** The shortest digits between two texts, read as fractions: missing digits are 0. */
  private static String middle(String low, String high) {
    var made = new StringBuilder();
    boolean free = false;
    for (int at = 0; ; at++) {
      int floor = at < low.length() ? DIGITS.indexOf(low.charAt(at)) : 0;
      int ceiling = free ? BASE : at < high.length() ? DIGITS.indexOf(high.charAt(at)) : 0;
      if (ceiling - floor > 1) {
        return made.append(DIGITS.charAt(floor + (ceiling - floor) / 2)).toString();
      }
      // No digit fits here: follow the lower text, and from its first smaller digit on be free.
      made.append(DIGITS.charAt(floor));
      free = free || ceiling > floor;
    }
  }

  private long wholePart() {
    long whole = 0;
    for (int at = 0; at < WHOLE; at++) {
      whole = whole * BASE + DIGITS.indexOf(text.charAt(at));
    }
    return whole;
  }

  private static OrderKey whole(long number) {
    if (number < 0 || number >= WHOLES) {
      throw new IllegalArgumentException("no whole order key is left");
    }
    var digits = new char[WHOLE];
    long rest = number;
    for (int at = WHOLE - 1; at >= 0; at--) {
      digits[at] = DIGITS.charAt((int) (rest % BASE));
      rest /= BASE;
    }
    return new OrderKey(new String(digits));
  }
}
