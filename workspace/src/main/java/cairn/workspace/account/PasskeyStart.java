package cairn.workspace.account;

/** What came of beginning a ceremony with a passkey. */
public sealed interface PasskeyStart {
  /**
   * The browser's turn.
   *
   * @param ceremony names the ceremony when it is finished
   * @param options what the browser's credentials call takes, as JSON with the member publicKey
   */
  record Started(String ceremony, String options) implements PasskeyStart {}

  /** No ceremony began, for this reason. */
  record Refused(Refusal reason) implements PasskeyStart {}
}
