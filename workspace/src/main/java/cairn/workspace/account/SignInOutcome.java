package cairn.workspace.account;

import java.time.Duration;

/** What came of trying to sign in. */
public sealed interface SignInOutcome {
  /** Come in. */
  record Welcome(SignedIn session) implements SignInOutcome {}

  /** Address and password do not open an account; which of the two was wrong is not told. */
  record NotRecognised() implements SignInOutcome {}

  /** Too many tries; the next one is looked at after this time. */
  record TooManyTries(Duration retryAfter) implements SignInOutcome {}
}
