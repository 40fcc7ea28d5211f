package cairn.map;

/**
 * Names one gesture; made by the client, so that sending it again changes nothing.
 *
 * @param text 1 to {@value #LENGTH_MAX} characters
 */
public record BatchId(String text) {
  /** Longest id, in characters. */
  public static final int LENGTH_MAX = 64;

  public BatchId {
    if (text.isEmpty() || text.length() > LENGTH_MAX || !Field.isWhole(text)) {
      throw new IllegalArgumentException("a batch id has 1 to 64 characters");
    }
  }
}
