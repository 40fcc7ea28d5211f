package cairn.workspace.board;

import cairn.map.BatchId;
import cairn.workspace.audit.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * One gesture about to be added to a board: all of it or nothing.
 *
 * @param after the revision it was checked against; it becomes the next one
 * @param id made by whoever sends it, so that a repetition is recognised
 * @param at when the server took it
 * @param ops the operations, as the JSON that readers will get
 */
public record NewBatch(
    BoardId board, long after, BatchId id, Actor author, Instant at, String ops) {
  /** Characters of operations in one batch: a few thousand pasted notes. */
  public static final int OPS_MAX = 1 << 20;

  public NewBatch {
    if (after < 0) {
      throw new IllegalArgumentException("A batch follows revision 0 or a later one.");
    }
    if (!isStorable(id.text()) || !isStorable(ops)) {
      throw new IllegalArgumentException("A batch is made of whole characters, none of them NUL.");
    }
    if (ops.isEmpty() || ops.length() > OPS_MAX) {
      throw new IllegalArgumentException(
          "A batch has 1 to " + OPS_MAX + " characters of operations.");
    }
  }

  /** Half a surrogate pair cannot be written as UTF-8, and PostgreSQL takes no NUL. */
  private static boolean isStorable(String text) {
    return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
