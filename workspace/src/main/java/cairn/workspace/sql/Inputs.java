package cairn.workspace.sql;

/** What callers hand in, checked before it is asked for or stored. */
public final class Inputs {
  private Inputs() {}

  /** The size of a page; refuses one that is not 1 to this many rows. */
  public static int page(int limit, int max) {
    if (limit < 1 || limit > max) {
      throw new IllegalArgumentException("A page has 1 to " + max + " rows.");
    }
    return limit;
  }

  /** A title as it is kept; refuses one that is empty, longer than this, or not on one line. */
  public static String title(String typed, int charsMax) {
    var words = typed.strip();
    if (words.isEmpty()
        || words.length() > charsMax
        || words.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "A title has 1 to " + charsMax + " characters on one line.");
    }
    return words;
  }
}
