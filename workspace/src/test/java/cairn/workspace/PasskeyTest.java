package cairn.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.workspace.account.Account;
import cairn.workspace.account.AccountChange;
import cairn.workspace.account.EmailAddress;
import cairn.workspace.account.Passkey;
import cairn.workspace.account.PasskeyOutcome;
import cairn.workspace.account.PasskeySite;
import cairn.workspace.account.PasskeyStart;
import cairn.workspace.account.Passkeys;
import cairn.workspace.account.Refusal;
import cairn.workspace.account.Role;
import cairn.workspace.account.SignIn;
import cairn.workspace.account.SignInOutcome;
import cairn.workspace.account.StaffId;
import cairn.workspace.account.StaffName;
import cairn.workspace.audit.Actor;
import cairn.workspace.sql.DatabasePlace.SqliteFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in with a security key, played by one in memory. */
final class PasskeyTest {
  static final String HOST = "cairn.example.org";
  static final String ORIGIN = "https://cairn.example.org";
  static final String HERE = "192.0.2.7";
  static final SignInOutcome NO = new SignInOutcome.NotRecognised();

  @TempDir Path folder;
  final MovableClock clock = new MovableClock();
  final SoftwareAuthenticator key = new SoftwareAuthenticator(HOST, ORIGIN, 1);
  Workspace workspace;
  Passkeys passkeys;
  Account ada;

  @BeforeEach
  void open() {
    workspace = Workspace.open(new SqliteFile(folder.resolve("workspace.db")), clock);
    passkeys = workspace.passkeys(new PasskeySite(HOST, "Cairn", Set.of(ORIGIN)));
    ada = account("ada@example.org");
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  @Test
  void aPasskeySignsItsOwnerIn() {
    var added = register(ada, key);
    key.count = 2;

    var outcome = signIn(key);

    assertThat(outcome).isInstanceOf(SignInOutcome.Welcome.class);
    var session = ((SignInOutcome.Welcome) outcome).session();
    assertThat(session.account().id()).isEqualTo(ada.id());
    assertThat(workspace.sessions().find(session.token().text())).isPresent();
    assertThat(added.id()).isEqualTo(key.id());
    assertThat(passkeys.of(ada.id()).getFirst().usedAt()).contains(MovableClock.NOON);
  }

  @Test
  void aKeyWithoutACounterSignsInAgainAndAgain() {
    key.count = 0;
    register(ada, key);

    assertThat(signIn(key)).isInstanceOf(SignInOutcome.Welcome.class);
    assertThat(signIn(key)).isInstanceOf(SignInOutcome.Welcome.class);
  }

  @Test
  void anAnswerWorksOnce() {
    register(ada, key);
    key.count = 2;
    var start = started(passkeys.startSignIn());
    var answer = key.get(start.options());
    passkeys.finishSignIn(start.ceremony(), answer, HERE);

    assertThat(passkeys.finishSignIn(start.ceremony(), answer, HERE)).isEqualTo(NO);
  }

  @Test
  void anAnswerToAnotherChallengeOrTooLateIsNotRecognised() {
    register(ada, key);
    key.count = 2;
    var first = started(passkeys.startSignIn());
    var other = started(passkeys.startSignIn());

    assertThat(passkeys.finishSignIn(first.ceremony(), key.get(other.options()), HERE))
        .isEqualTo(NO);
    clock.pass(Duration.ofMinutes(5));
    assertThat(passkeys.finishSignIn(other.ceremony(), key.get(other.options()), HERE))
        .isEqualTo(NO);
  }

  @Test
  void aCopiedKeyWhoseCounterStoodStillIsNotRecognised() {
    register(ada, key);
    key.count = 5;
    signIn(key);

    assertThat(signIn(key)).isEqualTo(NO);
    key.count = 6;
    assertThat(signIn(key)).isInstanceOf(SignInOutcome.Welcome.class);
  }

  @Test
  void aKeyThatDidNotVerifyItsOwnerIsNotRecognised() {
    register(ada, key);
    key.count = 2;
    key.verifiesOwner = false;

    assertThat(signIn(key)).isEqualTo(NO);
  }

  @Test
  void aKeyOfAnotherSiteOrUnknownIsNotRecognised() {
    register(ada, key);

    assertThat(signIn(new SoftwareAuthenticator(HOST, ORIGIN, 2))).isEqualTo(NO);
    var elsewhere = new SoftwareAuthenticator("evil.example", "https://evil.example", 1);
    assertThat(finish(ada, elsewhere))
        .isEqualTo(new PasskeyOutcome.Refused(Refusal.PASSKEY_NOT_VALID));
  }

  @Test
  void aDisabledAccountIsNotOpenedByItsPasskey() {
    account("ben@example.org");
    register(ada, key);
    key.count = 2;
    workspace.accounts().disable(Actor.COMMAND_LINE, ada.id());

    assertThat(signIn(key)).isEqualTo(NO);
    assertThat(passkeys.startRegistration(ada.id()))
        .isEqualTo(new PasskeyStart.Refused(Refusal.UNKNOWN_ACCOUNT));
  }

  @Test
  void aRemovedPasskeyOpensNothing() {
    register(ada, key);
    key.count = 2;

    assertThat(passkeys.remove(ada.id().actor(), ada.id(), key.id())).isEmpty();
    assertThat(passkeys.remove(ada.id().actor(), ada.id(), key.id()))
        .contains(Refusal.PASSKEY_UNKNOWN);
    assertThat(signIn(key)).isEqualTo(NO);
  }

  @Test
  void aPasskeyBelongsToWhoeverBeganToAddIt() {
    var ben = account("ben@example.org");
    var start = started(passkeys.startRegistration(ada.id()));

    assertThat(
            passkeys.finishRegistration(
                ben.id(), start.ceremony(), key.create(start.options()), "my key"))
        .isEqualTo(new PasskeyOutcome.Refused(Refusal.PASSKEY_NOT_VALID));
  }

  @Test
  void oneKeyIsAddedToOneAccountOnly() {
    var ben = account("ben@example.org");
    register(ada, key);

    assertThat(finish(ben, key)).isEqualTo(new PasskeyOutcome.Refused(Refusal.PASSKEY_NOT_VALID));
  }

  @Test
  void answersThatAreNoneAreRefused() {
    var registration = started(passkeys.startRegistration(ada.id()));
    assertThat(passkeys.finishRegistration(ada.id(), registration.ceremony(), "{}", "my key"))
        .isEqualTo(new PasskeyOutcome.Refused(Refusal.PASSKEY_NOT_VALID));
    assertThat(passkeys.finishRegistration(ada.id(), "unknown", "{}", "my key"))
        .isEqualTo(new PasskeyOutcome.Refused(Refusal.PASSKEY_NOT_VALID));
    assertThat(passkeys.finishRegistration(ada.id(), "unknown", "{}", " "))
        .isEqualTo(new PasskeyOutcome.Refused(Refusal.NAME_INVALID));

    var signIn = started(passkeys.startSignIn());
    assertThat(passkeys.finishSignIn(signIn.ceremony(), "not json", HERE)).isEqualTo(NO);
    var other = started(passkeys.startSignIn());
    assertThat(passkeys.finishSignIn(other.ceremony(), "x".repeat(Passkeys.ANSWER_MAX + 1), HERE))
        .isEqualTo(NO);
  }

  @Test
  void guessingIsSlowed() {
    for (var i = 0; i < SignIn.TRIES_PER_ADDRESS_MAX; i++) {
      assertThat(passkeys.finishSignIn("ceremony " + i, "{}", HERE)).isEqualTo(NO);
    }

    assertThat(passkeys.finishSignIn("ceremony", "{}", HERE))
        .isEqualTo(new SignInOutcome.TooManyTries(SignIn.WINDOW));
  }

  @Test
  void ceremoniesAndPasskeysHaveBounds() {
    for (var i = 0; i < Passkeys.PER_STAFF_MAX; i++) {
      register(ada, new SoftwareAuthenticator(HOST, ORIGIN, 100 + i));
    }
    assertThat(passkeys.startRegistration(ada.id()))
        .isEqualTo(new PasskeyStart.Refused(Refusal.TOO_MANY_PASSKEYS));

    var last = passkeys.startSignIn();
    while (last instanceof PasskeyStart.Started) {
      last = passkeys.startSignIn();
    }
    assertThat(last).isEqualTo(new PasskeyStart.Refused(Refusal.TOO_MANY_CEREMONIES));
    clock.pass(Duration.ofMinutes(5));
    assertThat(passkeys.startSignIn()).isInstanceOf(PasskeyStart.Started.class);
  }

  private Account account(String email) {
    var made =
        workspace
            .accounts()
            .create(
                Actor.COMMAND_LINE,
                new EmailAddress(email),
                new StaffName("Somebody"),
                Set.of(Role.OPERATOR),
                "a heap of stones");
    return ((AccountChange.Changed) made).account();
  }

  private PasskeyOutcome finish(Account account, SoftwareAuthenticator device) {
    var start = started(passkeys.startRegistration(account.id()));
    return passkeys.finishRegistration(
        account.id(), start.ceremony(), device.create(start.options()), "my key");
  }

  private Passkey register(Account account, SoftwareAuthenticator device) {
    var outcome = finish(account, device);
    assertThat(outcome).isInstanceOf(PasskeyOutcome.Added.class);
    return ((PasskeyOutcome.Added) outcome).passkey();
  }

  private SignInOutcome signIn(SoftwareAuthenticator device) {
    var start = started(passkeys.startSignIn());
    return passkeys.finishSignIn(start.ceremony(), device.get(start.options()), HERE);
  }

  private static PasskeyStart.Started started(PasskeyStart start) {
    assertThat(start).isInstanceOf(PasskeyStart.Started.class);
    return (PasskeyStart.Started) start;
  }

  /** Ids come from the device, not from a list anybody could read. */
  @Test
  void beginningToSignInTellsNothingAboutAnyAccount() {
    register(ada, key);

    assertThat(started(passkeys.startSignIn()).options())
        .doesNotContain(key.id())
        .doesNotContain(ada.id().value())
        .doesNotContain("ada@example.org");
    assertThat(passkeys.of(new StaffId("0".repeat(24)))).isEmpty();
  }
}
