package cairn.workspace.account;

/** What came of changing an account. */
public sealed interface AccountChange {
  /** The account as it is now. */
  record Changed(Account account) implements AccountChange {}

  /** Nothing changed, for this reason. */
  record Refused(Refusal reason) implements AccountChange {}
}
