package cairn.workspace.account;

/** Why something about an account was not done; the message says what to do next. */
public enum Refusal {
  EMAIL_INVALID("email", "Give an e-mail address such as ada@example.org."),
  NAME_INVALID("name", "Give a name of 1 to " + StaffName.LENGTH_MAX + " characters."),
  ROLES_MISSING("roles", "Give at least one role."),
  ALREADY_STAFF("email", "An account with this address exists; change that one."),
  TOO_MANY_STAFF("email", "There are " + Accounts.STAFF_MAX + " accounts; remove one first."),
  TOO_MANY_PASSKEYS("label", "Remove a passkey before adding another."),
  UNKNOWN_ACCOUNT("id", "There is no such account."),
  ACCOUNT_DISABLED("id", "The account is disabled; enable it first."),
  LAST_OPERATOR("roles", "Somebody must stay operator; make another one first."),
  INVITATION_NOT_VALID("token", "The link was used, withdrawn or is too old; ask for a new one."),
  PASSWORD_TOO_SHORT("password", "Use at least " + Passwords.LENGTH_MIN + " characters."),
  PASSWORD_TOO_LONG("password", "Use at most " + Passwords.LENGTH_MAX + " characters."),
  PASSWORD_TOO_PLAIN("password", "Use more different characters, and not your own address."),
  PASSKEY_NOT_VALID("credential", "The passkey was not accepted; try again from the start."),
  PASSKEY_UNKNOWN("credential", "There is no such passkey on this account."),
  TOO_MANY_CEREMONIES("credential", "Too many sign-ins are under way; try again in a minute.");

  private final String field;
  private final String message;

  Refusal(String field, String message) {
    this.field = field;
    this.message = message;
  }

  /** The part of the request it is about. */
  public String field() {
    return field;
  }

  /** What to do next, in a sentence. */
  public String message() {
    return message;
  }
}
