package cairn.workspace.board;

/**
 * A board's whole state after one of its revisions.
 *
 * @param state as the JSON that was stored
 */
public record Snapshot(long rev, String state) {}
