package cairn.workspace.account;

import cairn.workspace.account.PasskeyOutcome.Added;
import cairn.workspace.account.PasskeyStart.Started;
import cairn.workspace.account.SignInOutcome.NotRecognised;
import cairn.workspace.account.SignInOutcome.TooManyTries;
import cairn.workspace.account.SignInOutcome.Welcome;
import cairn.workspace.audit.Actor;
import cairn.workspace.audit.AuditLog;
import cairn.workspace.secret.Throttle;
import cairn.workspace.sql.Database;
import cairn.workspace.sql.Transaction;
import cairn.workspace.sql.WorkspaceException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.StartAssertionOptions;
import com.yubico.webauthn.StartRegistrationOptions;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.ResidentKeyRequirement;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Signing in by passkey (WebAuthn level 2). The device names the account, so beginning to sign in
 * asks for no address and tells nothing about any; it must also verify its owner by finger, face or
 * code, because it is the only proof. Safe for many threads.
 */
public final class Passkeys {
  /** Passkeys of one account. */
  public static final int PER_STAFF_MAX = 20;

  /** Characters of a passkey's label. */
  public static final int LABEL_MAX = 60;

  /** Characters of a browser's answer. */
  public static final int ANSWER_MAX = 64 << 10;

  private final Database database;
  private final AuditLog audit;
  private final InstantSource clock;
  private final Sessions sessions;
  private final RelyingParty site;
  private final Ceremonies<Registration> registrations;
  private final Ceremonies<AssertionRequest> signIns;
  private final Throttle addresses = new Throttle(SignIn.TRIES_PER_ADDRESS_MAX, SignIn.WINDOW);

  Passkeys(
      Database database, AuditLog audit, InstantSource clock, Sessions sessions, PasskeySite site) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
    this.sessions = sessions;
    this.registrations = new Ceremonies<>(clock);
    this.signIns = new Ceremonies<>(clock);
    this.site =
        RelyingParty.builder()
            .identity(RelyingPartyIdentity.builder().id(site.host()).name(site.name()).build())
            .credentialRepository(new PasskeyRows(database))
            .origins(site.origins())
            .build();
  }

  /** Begins to add a passkey to the account of somebody who is signed in. */
  public PasskeyStart startRegistration(StaffId id) {
    var account =
        database.read(transaction -> StaffRows.find(transaction, id)).filter(Account::isActive);
    if (account.isEmpty()) {
      return new PasskeyStart.Refused(Refusal.UNKNOWN_ACCOUNT);
    }
    if (of(id).size() >= PER_STAFF_MAX) {
      return new PasskeyStart.Refused(Refusal.TOO_MANY_PASSKEYS);
    }
    var asked = site.startRegistration(asking(account.get()));
    try {
      return started(
          registrations.begin(new Registration(id, asked)), asked.toCredentialsCreateJson());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The options of a passkey are always JSON.", e);
    }
  }

  private static StartRegistrationOptions asking(Account account) {
    return StartRegistrationOptions.builder()
        .user(
            UserIdentity.builder()
                .name(account.email().value())
                .displayName(account.name().value())
                .id(PasskeyRows.handle(account.id()))
                .build())
        .authenticatorSelection(
            AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build())
        .build();
  }

  /**
   * Adds the passkey that the browser made.
   *
   * @param answer the browser's credential as JSON
   * @param label what its owner calls it
   */
  public PasskeyOutcome finishRegistration(
      StaffId id, String ceremony, String answer, String label) {
    var words = label.strip();
    if (words.isEmpty()
        || words.length() > LABEL_MAX
        || words.codePoints().anyMatch(Character::isISOControl)) {
      return new PasskeyOutcome.Refused(Refusal.NAME_INVALID);
    }
    return registrations
        .take(ceremony)
        .filter(registration -> registration.staff.equals(id))
        .flatMap(registration -> verified(registration.asked, answer))
        .map(result -> database.write(transaction -> add(transaction, id, result, words)))
        .orElseGet(() -> new PasskeyOutcome.Refused(Refusal.PASSKEY_NOT_VALID));
  }

  private Optional<RegistrationResult> verified(
      PublicKeyCredentialCreationOptions asked, String answer) {
    if (answer.length() > ANSWER_MAX) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          site.finishRegistration(
              FinishRegistrationOptions.builder()
                  .request(asked)
                  .response(PublicKeyCredential.parseRegistrationResponseJson(answer))
                  .build()));
    } catch (WorkspaceException e) {
      throw e;
    } catch (IOException | RegistrationFailedException | RuntimeException e) {
      // The answer comes from outside; whatever the library finds wrong with it is one refusal.
      return Optional.empty();
    }
  }

  private PasskeyOutcome add(
      Transaction transaction, StaffId id, RegistrationResult result, String label) {
    if (PasskeyRows.of(transaction, id).size() >= PER_STAFF_MAX) {
      return new PasskeyOutcome.Refused(Refusal.TOO_MANY_PASSKEYS);
    }
    var now = clock.instant();
    var passkey =
        new Passkey(result.getKeyId().getId().getBase64Url(), label, now, Optional.empty());
    var added =
        transaction.change(
            "INSERT INTO passkey (credential, staff, label, public_key, signature_count,"
                + " created_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            passkey.id(),
            id.value(),
            label,
            result.getPublicKeyCose().getBase64Url(),
            result.getSignatureCount(),
            now);
    if (added == 0) {
      return new PasskeyOutcome.Refused(Refusal.PASSKEY_NOT_VALID);
    }
    audit.write(transaction, id.actor(), "passkey.added", id.subject(), "");
    return new Added(passkey);
  }

  /** Begins to sign in; the same for everybody. */
  public PasskeyStart startSignIn() {
    var asked =
        site.startAssertion(
            StartAssertionOptions.builder()
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build());
    try {
      return started(signIns.begin(asked), asked.toCredentialsGetJson());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The options of a passkey are always JSON.", e);
    }
  }

  private static PasskeyStart started(Optional<String> ceremony, String options) {
    return ceremony
        .<PasskeyStart>map(id -> new Started(id, options))
        .orElseGet(() -> new PasskeyStart.Refused(Refusal.TOO_MANY_CEREMONIES));
  }

  /**
   * Signs in by what the browser answered.
   *
   * @param answer the browser's credential as JSON
   * @param from the network address of whoever tries
   */
  public SignInOutcome finishSignIn(String ceremony, String answer, String from) {
    var retryAfter = addresses.take(from, clock.instant());
    if (retryAfter.isPositive()) {
      return new TooManyTries(retryAfter);
    }
    var signedIn =
        signIns
            .take(ceremony)
            .flatMap(asked -> proved(asked, answer))
            .flatMap(result -> database.write(transaction -> begin(transaction, result)));
    if (signedIn.isEmpty()) {
      return new NotRecognised();
    }
    addresses.giveBack(from);
    return new Welcome(signedIn.get());
  }

  private Optional<AssertionResult> proved(AssertionRequest asked, String answer) {
    if (answer.length() > ANSWER_MAX) {
      return Optional.empty();
    }
    try {
      return Optional.of(
              site.finishAssertion(
                  FinishAssertionOptions.builder()
                      .request(asked)
                      .response(PublicKeyCredential.parseAssertionResponseJson(answer))
                      .build()))
          .filter(AssertionResult::isSuccess);
    } catch (WorkspaceException e) {
      throw e;
    } catch (IOException | AssertionFailedException | RuntimeException e) {
      // The answer comes from outside; whatever the library finds wrong with it is one refusal.
      return Optional.empty();
    }
  }

  private Optional<SignedIn> begin(Transaction transaction, AssertionResult result) {
    // The condition on the count refuses a copied key that was faster than this one.
    var used =
        transaction.change(
            "UPDATE passkey SET signature_count = ?, used_at = ?"
                + " WHERE credential = ? AND (signature_count < ? OR signature_count = 0)",
            result.getSignatureCount(),
            clock.instant(),
            result.getCredential().getCredentialId().getBase64Url(),
            result.getSignatureCount());
    return used == 0
        ? Optional.empty()
        : PasskeyRows.staff(result.getCredential().getUserHandle())
            .flatMap(id -> StaffRows.find(transaction, id))
            .filter(Account::isActive)
            .map(account -> sessions.begin(transaction, account, "passkey"));
  }

  /** The passkeys of an account. */
  public List<Passkey> of(StaffId id) {
    return database.read(transaction -> PasskeyRows.of(transaction, id));
  }

  /** Takes a passkey off an account; answers the refusal, if any. */
  public Optional<Refusal> remove(Actor by, StaffId id, String passkey) {
    return database.write(transaction -> {
      var gone =
          transaction.change(
              "DELETE FROM passkey WHERE credential = ? AND staff = ?", passkey, id.value());
      if (gone == 0) {
        return Optional.of(Refusal.PASSKEY_UNKNOWN);
      }
      audit.write(transaction, by, "passkey.removed", id.subject(), "");
      return Optional.<Refusal>empty();
    });
  }

  private record Registration(StaffId staff, PublicKeyCredentialCreationOptions asked) {}
}
