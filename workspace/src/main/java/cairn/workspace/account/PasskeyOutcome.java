package cairn.workspace.account;

/** What came of adding a passkey to an account. */
public sealed interface PasskeyOutcome {
  /** The passkey opens the account from now on. */
  record Added(Passkey passkey) implements PasskeyOutcome {}

  /** Nothing was added, for this reason. */
  record Refused(Refusal reason) implements PasskeyOutcome {}
}
