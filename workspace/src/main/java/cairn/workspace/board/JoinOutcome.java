package cairn.workspace.board;

import cairn.workspace.secret.Secret;
import java.time.Duration;

/** What came of following a link or typing a code. */
public sealed interface JoinOutcome {
  /**
   * Come on.
   *
   * @param token what the guest's browser keeps; shown only here
   */
  record Joined(Guest guest, Secret token) implements JoinOutcome {}

  /** Nobody came on, for this reason. */
  record Refused(BoardRefusal reason) implements JoinOutcome {}

  /** Too many wrong codes; the next one is looked at after this time. */
  record TooManyTries(Duration retryAfter) implements JoinOutcome {}
}
