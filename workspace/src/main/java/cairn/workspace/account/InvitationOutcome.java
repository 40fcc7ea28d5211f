package cairn.workspace.account;

import cairn.workspace.secret.Secret;
import java.time.Instant;

/** What came of inviting somebody. */
public sealed interface InvitationOutcome {
  /**
   * The link is ready.
   *
   * @param token what the link carries; shown only here
   */
  record Invited(Secret token, Instant expires) implements InvitationOutcome {}

  /** Nobody was invited, for this reason. */
  record Refused(Refusal reason) implements InvitationOutcome {}
}
