package cairn.workspace.board;

import cairn.workspace.secret.Secret;

/** What came of opening a link. */
public sealed interface LinkOutcome {
  /**
   * The link works.
   *
   * @param token what its address carries; shown only here
   */
  record Opened(BoardLink link, Secret token) implements LinkOutcome {}

  /** No link was opened, for this reason. */
  record Refused(BoardRefusal reason) implements LinkOutcome {}
}
