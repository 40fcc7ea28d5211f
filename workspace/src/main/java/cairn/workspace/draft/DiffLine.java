package cairn.workspace.draft;

/**
 * One line of a comparison.
 *
 * @param before its number in the older file, from 1; 0 when it is only in the newer
 * @param after its number in the newer file, from 1; 0 when it is only in the older
 */
public record DiffLine(Kind kind, int before, int after, String text) {
  /** Where the line stands. */
  public enum Kind {
    SAME,
    REMOVED,
    ADDED
  }
}
