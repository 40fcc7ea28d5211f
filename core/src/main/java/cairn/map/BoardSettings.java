package cairn.map;

/**
 * The limits of one board.
 *
 * @param elementsMax live elements of all kinds together
 * @param opsPerBatchMax operations of one gesture: a pasted table, a template
 * @param deletedMax deleted elements kept to be restored; the oldest by id go first
 */
public record BoardSettings(int elementsMax, int opsPerBatchMax, int deletedMax) {
  /** What holds unless somebody says otherwise. */
  public static final BoardSettings DEFAULT = new BoardSettings(20_000, 3_000, 5_000);

  public BoardSettings {
    if (elementsMax < 1 || opsPerBatchMax < 1 || deletedMax < 0) {
      throw new IllegalArgumentException("the limits of a board are positive");
    }
  }
}
