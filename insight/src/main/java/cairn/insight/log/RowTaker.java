package cairn.insight.log;

/** Takes what a reader makes of a file, piece by piece. */
interface RowTaker {

  /** One row, in any order. */
  void take(EventRow row) throws InterruptedException, LogReadException;

  /** All rows of one person at once. */
  void take(PersonRows person) throws InterruptedException, LogReadException;

  /** A row that cannot be used. */
  void reject(Reject reject) throws LogReadException;

  /** A row that is not wanted, because of its lifecycle. */
  void leaveOut();

  /** An event of a planned journey. */
  void plan();
}
