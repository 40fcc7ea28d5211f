package cairn.map;

/**
 * Names one element of a board; made by the client that puts it, never reused for another kind.
 *
 * @param text 1 to {@value #LENGTH_MAX} letters, digits, or one of {@code - _ . :}
 */
public record ElementId(String text) implements Comparable<ElementId> {
  /** Longest id, in characters: room for the composed ids of feeling points. */
  public static final int LENGTH_MAX = 120;

  /** Longest id of what others are composed from: columns, personas, teams, lanes. */
  public static final int SHORT_MAX = 40;

  public ElementId {
    if (!isValid(text)) {
      throw new IllegalArgumentException("an element id has 1 to 120 of A-Z a-z 0-9 - _ . :");
    }
  }

  /** Whether a text may be an id. */
  public static boolean isValid(String text) {
    if (text.isEmpty() || text.length() > LENGTH_MAX) {
      return false;
    }
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean allowed =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '-'
              || c == '_'
              || c == '.'
              || c == ':';
      if (!allowed) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int compareTo(ElementId other) {
    return text.compareTo(other.text);
  }
}
