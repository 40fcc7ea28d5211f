package cairn.workspace.board;

import cairn.workspace.audit.Actor;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * One gesture about to be added to a board: all of it or nothing.
 *
 * @param after the revision it was checked against; it becomes the next one
 * @param batchId made by whoever sends it, so that a repetition is recognised
 * @param at when the server took it
 * @param ops the operations, as the JSON that readers will get
 */
public record NewBatch(
    BoardId board, long after, String batchId, Actor author, Instant at, String ops) {
  /** Characters of operations in one batch: a few thousand pasted notes. */
  public static final int OPS_MAX = 1 << 20;

  private static final Pattern BATCH_ID = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");

  public NewBatch {
    if (after < 0) {
      throw new IllegalArgumentException("A batch follows revision 0 or a later one.");
    }
    if (!BATCH_ID.matcher(batchId).matches()) {
      throw new IllegalArgumentException(
          "A batch id has 1 to 64 letters, digits, dots, colons, hyphens and underscores.");
    }
    if (ops.isEmpty() || ops.length() > OPS_MAX) {
      throw new IllegalArgumentException(
          "A batch has 1 to " + OPS_MAX + " characters of operations.");
    }
  }
}
