package cairn.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.workspace.account.AcceptOutcome;
import cairn.workspace.account.Account;
import cairn.workspace.account.AccountChange;
import cairn.workspace.account.EmailAddress;
import cairn.workspace.account.InvitationOutcome;
import cairn.workspace.account.Invitations;
import cairn.workspace.account.Refusal;
import cairn.workspace.account.Role;
import cairn.workspace.account.Sessions;
import cairn.workspace.account.SignIn;
import cairn.workspace.account.SignInOutcome;
import cairn.workspace.account.StaffId;
import cairn.workspace.account.StaffName;
import cairn.workspace.audit.Actor;
import cairn.workspace.audit.AuditEntry;
import cairn.workspace.audit.AuditQuery;
import cairn.workspace.key.ApiKeys;
import cairn.workspace.key.Scope;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every workspace promises about accounts, keys and audit, whatever database is under it. */
abstract class WorkspaceContract {
  static final String PASSWORD = "a heap of stones";
  static final EmailAddress ADA = new EmailAddress("ada@example.org");
  static final StaffName ADA_NAME = new StaffName("Ada");
  static final EmailAddress BEN = new EmailAddress("ben@example.org");
  static final StaffName BEN_NAME = new StaffName("Ben");
  static final String HERE = "192.0.2.7";

  final MovableClock clock = new MovableClock();
  Workspace workspace;

  /** Opens an empty workspace. */
  abstract Workspace openEmpty();

  @BeforeEach
  void open() {
    workspace = openEmpty();
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  @Test
  void aHouseWithoutAccountsIsEmpty() {
    assertThat(workspace.accounts().isEmpty()).isTrue();

    operator();

    assertThat(workspace.accounts().isEmpty()).isFalse();
  }

  @Test
  void aMemberOfStaffSignsInByPassword() {
    var ada = operator();

    var outcome = workspace.signIn().withPassword(" ADA@example.org ", PASSWORD, HERE);

    var session = welcomed(outcome);
    assertThat(session.account()).isEqualTo(ada);
    assertThat(workspace.sessions().find(session.token().text()).orElseThrow().account())
        .isEqualTo(ada);
  }

  @Test
  void wrongUnknownAndDisabledAreTheSameAnswer() {
    operator();
    var ben = colleague(Role.HELPER);
    workspace.accounts().disable(Actor.COMMAND_LINE, ben.id());

    var refused = new SignInOutcome.NotRecognised();
    assertThat(workspace.signIn().withPassword("ada@example.org", "not the stones", HERE))
        .isEqualTo(refused);
    assertThat(workspace.signIn().withPassword("eve@example.org", PASSWORD, HERE))
        .isEqualTo(refused);
    assertThat(workspace.signIn().withPassword("ben@example.org", PASSWORD, HERE))
        .isEqualTo(refused);
    assertThat(workspace.signIn().withPassword("nobody", PASSWORD, HERE)).isEqualTo(refused);
  }

  @Test
  void guessingIsSlowedForKnownAndUnknownAlike() {
    operator();
    for (var email : new String[] {"ada@example.org", "eve@example.org"}) {
      for (var i = 0; i < SignIn.TRIES_PER_ACCOUNT_AND_ADDRESS_MAX; i++) {
        workspace.signIn().withPassword(email, "guess " + i, HERE);
      }

      assertThat(workspace.signIn().withPassword(email, PASSWORD, HERE))
          .isEqualTo(new SignInOutcome.TooManyTries(SignIn.WINDOW));
    }
    assertThat(workspace.signIn().withPassword("ada@example.org", PASSWORD, "198.51.100.1"))
        .isInstanceOf(SignInOutcome.Welcome.class);
    clock.pass(SignIn.WINDOW);
    assertThat(workspace.signIn().withPassword("ada@example.org", PASSWORD, HERE))
        .isInstanceOf(SignInOutcome.Welcome.class);
  }

  @Test
  void aSessionSlidesWithUseAndEndsWithoutIt() {
    operator();
    var token = signIn();
    clock.pass(Sessions.IDLE_MAX.minusSeconds(1));
    assertThat(workspace.sessions().find(token)).isPresent();

    clock.pass(Sessions.IDLE_MAX.minusSeconds(1));
    assertThat(workspace.sessions().find(token)).isPresent();

    clock.pass(Sessions.IDLE_MAX);
    assertThat(workspace.sessions().find(token)).isEmpty();
  }

  @Test
  void aSessionEndsAtItsFixedEndHoweverMuchItIsUsed() {
    operator();
    var token = signIn();
    var half = Sessions.IDLE_MAX.dividedBy(2);

    var lived = Duration.ZERO;
    while (workspace.sessions().find(token).isPresent()) {
      clock.pass(half);
      lived = lived.plus(half);
    }

    assertThat(lived).isEqualTo(Sessions.LIFE_MAX);
  }

  @Test
  void aSessionThatWasEndedOpensNothing() {
    var ada = operator();
    var one = signIn();
    var other = signIn();

    assertThat(workspace.sessions().end(one)).isTrue();
    assertThat(workspace.sessions().end(one)).isFalse();
    assertThat(workspace.sessions().find(one)).isEmpty();
    assertThat(workspace.sessions().find(other)).isPresent();

    assertThat(workspace.sessions().endAll(ada.id().actor(), ada.id())).isEqualTo(1);
    assertThat(workspace.sessions().find(other)).isEmpty();
  }

  @Test
  void theSessionLongestUnusedMakesRoomForAFurtherOne() {
    operator();
    var first = signIn();
    for (var i = 1; i < Sessions.PER_STAFF_MAX; i++) {
      clock.pass(Duration.ofSeconds(1));
      signIn();
    }
    assertThat(workspace.sessions().find(first)).isPresent();

    clock.pass(Duration.ofSeconds(1));
    signIn();

    assertThat(workspace.sessions().find(first)).isEmpty();
  }

  @Test
  void aTokenThatIsNoneOpensNothing() {
    assertThat(workspace.sessions().find("")).isEmpty();
    assertThat(workspace.sessions().find("x".repeat(5_000))).isEmpty();
    assertThat(workspace.sessions().end("")).isFalse();
    assertThat(workspace.invitations().find("")).isEmpty();
  }

  @Test
  void aChangeOfRolesHoldsForSessionsUnderWay() {
    operator();
    var ben = colleague(Role.HELPER);
    var token =
        welcomed(workspace.signIn().withPassword("ben@example.org", PASSWORD, HERE)).token();

    workspace.accounts().setRoles(Actor.COMMAND_LINE, ben.id(), Set.of(Role.COACH));

    assertThat(workspace.sessions().find(token.text()).orElseThrow().account().roles())
        .containsExactly(Role.COACH);
  }

  @Test
  void aNewPasswordEndsEverySession() {
    var ada = operator();
    var token = signIn();

    workspace.accounts().setPassword(ada.id().actor(), ada.id(), "another heap of stones");

    assertThat(workspace.sessions().find(token)).isEmpty();
    assertThat(workspace.signIn().withPassword("ada@example.org", PASSWORD, HERE))
        .isEqualTo(new SignInOutcome.NotRecognised());
    assertThat(workspace.signIn().withPassword("ada@example.org", "another heap of stones", HERE))
        .isInstanceOf(SignInOutcome.Welcome.class);
  }

  @Test
  void oneOperatorAlwaysRemains() {
    var ada = operator();

    assertThat(workspace.accounts().disable(Actor.COMMAND_LINE, ada.id()))
        .isEqualTo(new AccountChange.Refused(Refusal.LAST_OPERATOR));
    assertThat(workspace.accounts().setRoles(Actor.COMMAND_LINE, ada.id(), Set.of(Role.ANALYST)))
        .isEqualTo(new AccountChange.Refused(Refusal.LAST_OPERATOR));
    assertThat(workspace.accounts().remove(Actor.COMMAND_LINE, ada.id()))
        .contains(Refusal.LAST_OPERATOR);

    colleague(Role.OPERATOR);
    assertThat(workspace.accounts().disable(Actor.COMMAND_LINE, ada.id()))
        .isInstanceOf(AccountChange.Changed.class);
  }

  @Test
  void aRemovedAccountLeavesNoAddressBehind() {
    operator();
    var ben = colleague(Role.HELPER);

    assertThat(workspace.accounts().remove(Actor.COMMAND_LINE, ben.id())).isEmpty();

    assertThat(workspace.accounts().find(ben.id())).isEmpty();
    assertThat(workspace.accounts().find(BEN)).isEmpty();
    assertThat(workspace.audit().search(AuditQuery.newest(10).about(ben.id().subject())))
        .extracting(AuditEntry::action)
        .containsExactly("staff.removed", "session.begun", "staff.created");
  }

  @Test
  void weakPasswordsAndMissingRolesAreRefused() {
    assertThat(create(Set.of(), PASSWORD)).isEqualTo(refused(Refusal.ROLES_MISSING));
    assertThat(create(Set.of(Role.ANALYST), "123456789"))
        .isEqualTo(refused(Refusal.PASSWORD_TOO_SHORT));
    assertThat(create(Set.of(Role.ANALYST), "x".repeat(201)))
        .isEqualTo(refused(Refusal.PASSWORD_TOO_LONG));
    assertThat(create(Set.of(Role.ANALYST), "aaaaaaaaaaaa"))
        .isEqualTo(refused(Refusal.PASSWORD_TOO_PLAIN));
    assertThat(create(Set.of(Role.ANALYST), "ADA@example.org"))
        .isEqualTo(refused(Refusal.PASSWORD_TOO_PLAIN));
    assertThat(workspace.accounts().isEmpty()).isTrue();
  }

  @Test
  void anAddressHasOneAccount() {
    operator();

    assertThat(create(Set.of(Role.ANALYST), PASSWORD)).isEqualTo(refused(Refusal.ALREADY_STAFF));
    assertThat(
            workspace.invitations().invite(Actor.COMMAND_LINE, ADA, ADA_NAME, Set.of(Role.ANALYST)))
        .isEqualTo(new InvitationOutcome.Refused(Refusal.ALREADY_STAFF));
  }

  @Test
  void anAccountThatIsNotThereIsNotChanged() {
    var nobody = new StaffId("0".repeat(24));

    assertThat(workspace.accounts().disable(Actor.COMMAND_LINE, nobody))
        .isEqualTo(refused(Refusal.UNKNOWN_ACCOUNT));
    assertThat(workspace.accounts().setPassword(Actor.COMMAND_LINE, nobody, PASSWORD))
        .isEqualTo(refused(Refusal.UNKNOWN_ACCOUNT));
    assertThat(workspace.accounts().remove(Actor.COMMAND_LINE, nobody))
        .contains(Refusal.UNKNOWN_ACCOUNT);
    assertThat(workspace.invitations().inviteBack(Actor.COMMAND_LINE, nobody))
        .isEqualTo(new InvitationOutcome.Refused(Refusal.UNKNOWN_ACCOUNT));
  }

  @Test
  void anInvitationLetsOneColleagueInOnce() {
    var token = invite();

    assertThat(workspace.invitations().find(token).orElseThrow().roles())
        .containsExactly(Role.COACH);
    var accepted = workspace.invitations().accept(token, BEN_NAME, PASSWORD);

    assertThat(accepted).isInstanceOf(AcceptOutcome.Accepted.class);
    var session = ((AcceptOutcome.Accepted) accepted).session();
    assertThat(session.account().email()).isEqualTo(BEN);
    assertThat(workspace.sessions().find(session.token().text())).isPresent();
    assertThat(workspace.invitations().accept(token, BEN_NAME, PASSWORD))
        .isEqualTo(new AcceptOutcome.Refused(Refusal.INVITATION_NOT_VALID));
  }

  @Test
  void aRefusedPasswordLeavesTheInvitationWorking() {
    var token = invite();

    assertThat(workspace.invitations().accept(token, BEN_NAME, "short"))
        .isEqualTo(new AcceptOutcome.Refused(Refusal.PASSWORD_TOO_SHORT));
    assertThat(workspace.invitations().accept(token, BEN_NAME, PASSWORD))
        .isInstanceOf(AcceptOutcome.Accepted.class);
  }

  @Test
  void anInvitationWorksForAWeek() {
    var token = invite();

    clock.pass(Invitations.LIFE.minusMillis(1));
    assertThat(workspace.invitations().find(token)).isPresent();

    clock.pass(Duration.ofMillis(1));
    assertThat(workspace.invitations().find(token)).isEmpty();
    assertThat(workspace.invitations().accept(token, BEN_NAME, PASSWORD))
        .isEqualTo(new AcceptOutcome.Refused(Refusal.INVITATION_NOT_VALID));
  }

  @Test
  void aNewerInvitationOrAWithdrawalEndsTheOlder() {
    var older = invite();
    var newer = invite();
    assertThat(workspace.invitations().find(older)).isEmpty();
    assertThat(workspace.invitations().find(newer)).isPresent();

    assertThat(workspace.invitations().withdraw(Actor.COMMAND_LINE, BEN)).isTrue();
    assertThat(workspace.invitations().withdraw(Actor.COMMAND_LINE, BEN)).isFalse();
    assertThat(workspace.invitations().find(newer)).isEmpty();
  }

  @Test
  void aLinkLeadsBackIntoAnAccountWhosePasswordIsLost() {
    var ada = operator();
    var invited =
        (InvitationOutcome.Invited)
            workspace.invitations().inviteBack(Actor.COMMAND_LINE, ada.id());

    var accepted =
        workspace.invitations().accept(invited.token().text(), ADA_NAME, "another heap of stones");

    assertThat(((AcceptOutcome.Accepted) accepted).session().account().id()).isEqualTo(ada.id());
    assertThat(workspace.signIn().withPassword("ada@example.org", "another heap of stones", HERE))
        .isInstanceOf(SignInOutcome.Welcome.class);
  }

  @Test
  void aDisabledAccountHasNoWayBackByLink() {
    operator();
    var ben = colleague(Role.HELPER);
    var invited =
        (InvitationOutcome.Invited)
            workspace.invitations().inviteBack(Actor.COMMAND_LINE, ben.id());
    workspace.accounts().disable(Actor.COMMAND_LINE, ben.id());

    assertThat(workspace.invitations().inviteBack(Actor.COMMAND_LINE, ben.id()))
        .isEqualTo(new InvitationOutcome.Refused(Refusal.ACCOUNT_DISABLED));
    assertThat(workspace.invitations().accept(invited.token().text(), BEN_NAME, PASSWORD))
        .isEqualTo(new AcceptOutcome.Refused(Refusal.INVITATION_NOT_VALID));
    workspace.accounts().enable(Actor.COMMAND_LINE, ben.id());
    assertThat(workspace.signIn().withPassword("ben@example.org", PASSWORD, HERE))
        .isInstanceOf(SignInOutcome.Welcome.class);
  }

  @Test
  void aKeyOpensWhatItsScopesSay() {
    var made = workspace.keys().create(Actor.COMMAND_LINE, "shop", Set.of(Scope.EVENTS_WRITE));

    var key = workspace.keys().verify(made.secret().text()).orElseThrow();

    assertThat(key).isEqualTo(made.key());
    assertThat(key.allows(Scope.EVENTS_WRITE)).isTrue();
    assertThat(key.allows(Scope.PEOPLE_READ)).isFalse();
    assertThat(made.secret().text()).matches("cairn_" + key.prefix() + "_[A-Za-z0-9_-]{43}");
    assertThat(made.toString()).doesNotContain(made.secret().text());
  }

  @Test
  void anAdministratorsKeyOpensEverything() {
    var made = workspace.keys().create(Actor.COMMAND_LINE, "setup", Set.of(Scope.ADMIN));

    assertThat(Scope.values()).allMatch(made.key()::allows);
  }

  @Test
  void aRevokedKeyOpensNothingFromThenOn() {
    var made = workspace.keys().create(Actor.COMMAND_LINE, "shop", Set.of(Scope.EVENTS_WRITE));
    var secret = made.secret().text();
    assertThat(workspace.keys().verify(secret)).isPresent();

    assertThat(workspace.keys().revoke(Actor.COMMAND_LINE, made.key().prefix())).isTrue();

    assertThat(workspace.keys().verify(secret)).isEmpty();
    assertThat(workspace.keys().revoke(Actor.COMMAND_LINE, made.key().prefix())).isFalse();
    assertThat(workspace.keys().anyGood()).isFalse();
    assertThat(workspace.keys().all().getFirst().revokedAt()).contains(MovableClock.NOON);
  }

  @Test
  void aKeyOpensNothingAfterItsTime() {
    var end = MovableClock.NOON.plusSeconds(2);
    var made =
        workspace
            .keys()
            .create(Actor.COMMAND_LINE, "trial", Set.of(Scope.DECISIONS), Optional.of(end));
    assertThat(workspace.keys().verify(made.secret().text())).isPresent();

    clock.pass(Duration.ofSeconds(2));

    assertThat(workspace.keys().verify(made.secret().text())).isEmpty();
  }

  @Test
  void aSecretThatIsNotTheKeysOpensNothing() {
    var made = workspace.keys().create(Actor.COMMAND_LINE, "shop", Set.of(Scope.EVENTS_WRITE));
    var secret = made.secret().text();
    var last = secret.charAt(secret.length() - 1);

    assertThat(
            workspace
                .keys()
                .verify(secret.substring(0, secret.length() - 1) + (last == 'A' ? 'B' : 'A')))
        .isEmpty();
    assertThat(workspace.keys().verify("")).isEmpty();
    assertThat(workspace.keys().verify("cairn_00000000_" + "A".repeat(43))).isEmpty();
    assertThat(workspace.keys().verify("Bearer " + secret)).isEmpty();
  }

  @Test
  void theUseOfAKeyIsNoted() {
    var made = workspace.keys().create(Actor.COMMAND_LINE, "shop", Set.of(Scope.EVENTS_WRITE));

    workspace.keys().touch(made.key());
    workspace.audit().record(Actor.COMMAND_LINE, "test.waited", "test:one", "");

    assertThat(workspace.keys().all().getFirst().usedAt()).contains(MovableClock.NOON);
  }

  @Test
  void theAuditTellsWhoDidWhat() {
    var ada = operator();
    clock.pass(Duration.ofMinutes(1));
    var made = workspace.keys().create(ada.id().actor(), "shop", Set.of(Scope.EVENTS_WRITE));
    workspace.keys().revoke(ada.id().actor(), made.key().prefix());

    var deeds = workspace.audit().search(AuditQuery.newest(10).by(ada.id().actor()));

    assertThat(deeds).extracting(AuditEntry::action).containsExactly("key.revoked", "key.created");
    assertThat(deeds.getFirst().subject()).isEqualTo("key:" + made.key().prefix());
    assertThat(deeds.getFirst().at()).isEqualTo(clock.instant());
    assertThat(
            workspace
                .audit()
                .search(
                    AuditQuery.newest(10)
                        .between(MovableClock.NOON, MovableClock.NOON.plusSeconds(1))))
        .extracting(AuditEntry::action)
        .containsExactly("staff.created");
    assertThat(workspace.audit().search(AuditQuery.newest(10).of("key.created"))).hasSize(1);
  }

  @Test
  void theAuditIsReadPageByPage() {
    for (var i = 0; i < 5; i++) {
      workspace.audit().record(Actor.COMMAND_LINE, "test.noted", "test:" + i, "");
    }

    var newest = workspace.audit().search(AuditQuery.newest(2));
    var older = workspace.audit().search(AuditQuery.newest(9).olderThan(newest.getLast().number()));

    assertThat(newest).extracting(AuditEntry::subject).containsExactly("test:4", "test:3");
    assertThat(older).extracting(AuditEntry::subject).containsExactly("test:2", "test:1", "test:0");
  }

  AccountChange create(Set<Role> roles, String password) {
    return workspace.accounts().create(Actor.COMMAND_LINE, ADA, ADA_NAME, roles, password);
  }

  static AccountChange refused(Refusal reason) {
    return new AccountChange.Refused(reason);
  }

  Account operator() {
    var made = create(Set.of(Role.OPERATOR), PASSWORD);
    return ((AccountChange.Changed) made).account();
  }

  Account colleague(Role role) {
    var invited =
        (InvitationOutcome.Invited)
            workspace.invitations().invite(Actor.COMMAND_LINE, BEN, BEN_NAME, Set.of(role));
    var accepted = workspace.invitations().accept(invited.token().text(), BEN_NAME, PASSWORD);
    return ((AcceptOutcome.Accepted) accepted).session().account();
  }

  String invite() {
    var outcome =
        workspace.invitations().invite(Actor.COMMAND_LINE, BEN, BEN_NAME, Set.of(Role.COACH));
    return ((InvitationOutcome.Invited) outcome).token().text();
  }

  String signIn() {
    return welcomed(workspace.signIn().withPassword("ada@example.org", PASSWORD, HERE))
        .token()
        .text();
  }

  static cairn.workspace.account.SignedIn welcomed(SignInOutcome outcome) {
    assertThat(outcome).isInstanceOf(SignInOutcome.Welcome.class);
    return ((SignInOutcome.Welcome) outcome).session();
  }

  /** Kept so that the bound of remembering is a visible decision. */
  @Test
  void aRevocationElsewhereIsNoticedWithinSeconds() {
    assertThat(ApiKeys.REMEMBERED_FOR).isLessThanOrEqualTo(Duration.ofSeconds(5));
  }
}
