package cairn.workspace.board;

/** What came of adding a batch. */
public sealed interface AppendOutcome {
  /**
   * It is on disk.
   *
   * @param rev its revision
   * @param repeated whether it had been added before, and nothing was added now
   */
  record Appended(long rev, boolean repeated) implements AppendOutcome {}

  /** Somebody else was first: check it against the newest revision and send it again. */
  record Stale(long head) implements AppendOutcome {}

  /** The board is archived: nothing is added. */
  record Archived() implements AppendOutcome {}

  /** There is no such board. */
  record NoBoard() implements AppendOutcome {}
}
