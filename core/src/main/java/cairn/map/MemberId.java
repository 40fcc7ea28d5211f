package cairn.map;

/**
 * Names someone who works on a board: an account, or a guest who came by link.
 *
 * @param text at most {@value #LENGTH_MAX} characters; empty only for {@link #NOBODY}
 */
public record MemberId(String text) {
  /** Longest id, in characters. */
  public static final int LENGTH_MAX = 80;

  /** Stands where an author is not told: an anonymous vote, a batch one may not see. */
  public static final MemberId NOBODY = new MemberId("");

  public MemberId {
    if (text.length() > LENGTH_MAX || !Field.isWhole(text)) {
      throw new IllegalArgumentException("a member id has at most 80 characters");
    }
  }
}
