package cairn.workspace.account;

/** What came of following an invitation. */
public sealed interface AcceptOutcome {
  /** The account is there and signed in; the link is spent. */
  record Accepted(SignedIn session) implements AcceptOutcome {}

  /** Nothing changed, for this reason; the link still works unless the reason says otherwise. */
  record Refused(Refusal reason) implements AcceptOutcome {}
}
