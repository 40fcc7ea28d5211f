package cairn.workspace.account;

import cairn.workspace.account.InvitationOutcome.Invited;
import cairn.workspace.account.InvitationOutcome.Refused;
import cairn.workspace.audit.Actor;
import cairn.workspace.audit.AuditLog;
import cairn.workspace.secret.Secret;
import cairn.workspace.sql.Database;
import cairn.workspace.sql.Row;
import cairn.workspace.sql.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Links that let staff in. Each works once, for {@link #LIFE}; a newer one for the same address
 * withdraws the older. Safe for many threads.
 */
public final class Invitations {
  /** How long a link works. */
  public static final Duration LIFE = Duration.ofDays(7);

  private final Database database;
  private final AuditLog audit;
  private final InstantSource clock;
  private final Passwords passwords;
  private final Accounts accounts;
  private final Sessions sessions;

  Invitations(
      Database database,
      AuditLog audit,
      InstantSource clock,
      Passwords passwords,
      Accounts accounts,
      Sessions sessions) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
    this.passwords = passwords;
    this.accounts = accounts;
    this.sessions = sessions;
  }

  /** Makes the link for a new colleague, who will have these roles. */
  public InvitationOutcome invite(Actor by, EmailAddress email, StaffName name, Set<Role> roles) {
    if (roles.isEmpty()) {
      return new Refused(Refusal.ROLES_MISSING);
    }
    return database.write(transaction -> {
      if (StaffRows.find(transaction, email).isPresent()) {
        return new Refused(Refusal.ALREADY_STAFF);
      }
      var expires = clock.instant().plus(LIFE);
      audit.write(transaction, by, "invitation.made", "invitation:new", Role.join(roles));
      return store(transaction, new Invitation(email, name, roles, Optional.empty(), expires));
    });
  }

  /** Makes the link by which somebody with an account sets a new password. */
  public InvitationOutcome inviteBack(Actor by, StaffId id) {
    return database.write(transaction -> {
      var account = StaffRows.find(transaction, id);
      if (account.isEmpty()) {
        return new Refused(Refusal.UNKNOWN_ACCOUNT);
      }
      if (!account.get().isActive()) {
        return new Refused(Refusal.ACCOUNT_DISABLED);
      }
      var expires = clock.instant().plus(LIFE);
      audit.write(transaction, by, "invitation.madeBack", id.subject(), "");
      return store(
          transaction,
          new Invitation(
              account.get().email(),
              account.get().name(),
              account.get().roles(),
              Optional.of(id),
              expires));
    });
  }

  private Invited store(Transaction transaction, Invitation invitation) {
    var now = clock.instant();
    var token = Secret.fresh();
    transaction.change(
        "DELETE FROM invitation WHERE email = ? OR expires_at <= ?",
        invitation.email().value(),
        now);
    transaction.change(
        "INSERT INTO invitation (digest, email, name, roles, staff, created_at, expires_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        token.digest(),
        invitation.email().value(),
        invitation.name().value(),
        Role.join(invitation.roles()),
        invitation.staff().map(StaffId::value).orElse(null),
        now,
        invitation.expires());
    return new Invited(token, invitation.expires());
  }

  /** The invitation of a link, while it works. */
  public Optional<Invitation> find(String token) {
    return digest(token).flatMap(digest -> database.read(transaction -> find(transaction, digest)));
  }

  /** Withdraws the link to an address; whether there was one. */
  public boolean withdraw(Actor by, EmailAddress email) {
    return database.write(transaction -> {
      var gone = transaction.change("DELETE FROM invitation WHERE email = ?", email.value()) > 0;
      if (gone) {
        audit.write(transaction, by, "invitation.withdrawn", "invitation:one", "");
      }
      return gone;
    });
  }

  /** Follows a link: makes the account or sets its new password, and signs in. */
  public AcceptOutcome accept(String token, StaffName name, String password) {
    var digest = digest(token);
    var invitation = find(token);
    if (digest.isEmpty() || invitation.isEmpty()) {
      return new AcceptOutcome.Refused(Refusal.INVITATION_NOT_VALID);
    }
    var objection = Passwords.objection(password, invitation.get().email());
    if (objection.isPresent()) {
      return new AcceptOutcome.Refused(objection.get());
    }
    var hash = passwords.hash(password);
    return database.write(transaction -> accept(transaction, digest.get(), name, hash));
  }

  private AcceptOutcome accept(
      Transaction transaction, String digest, StaffName name, String hash) {
    var invitation = find(transaction, digest);
    if (invitation.isEmpty()
        || transaction.change("DELETE FROM invitation WHERE digest = ?", digest) == 0) {
      return new AcceptOutcome.Refused(Refusal.INVITATION_NOT_VALID);
    }
    var change =
        invitation
            .get()
            .staff()
            .map(id -> comeBack(transaction, id, name, hash))
            .orElseGet(() -> join(transaction, invitation.get(), name, hash));
    return switch (change) {
      case AccountChange.Refused(var reason) -> new AcceptOutcome.Refused(reason);
      case AccountChange.Changed(var account) ->
          new AcceptOutcome.Accepted(sessions.begin(transaction, account, "invitation"));
    };
  }

  private AccountChange join(
      Transaction transaction, Invitation invitation, StaffName name, String hash) {
    return accounts.insert(
        transaction, Optional.empty(), invitation.email(), name, invitation.roles(), hash);
  }

  private AccountChange comeBack(Transaction transaction, StaffId id, StaffName name, String hash) {
    var account = StaffRows.find(transaction, id).filter(Account::isActive);
    if (account.isEmpty()) {
      return new AccountChange.Refused(Refusal.INVITATION_NOT_VALID);
    }
    accounts.writePassword(transaction, id.actor(), id, hash);
    transaction.change("UPDATE staff SET name = ? WHERE id = ?", name.value(), id.value());
    return new AccountChange.Changed(StaffRows.find(transaction, id).orElseThrow());
  }

  private Optional<Invitation> find(Transaction transaction, String digest) {
    return transaction.first(
        "SELECT * FROM invitation WHERE digest = ? AND expires_at > ?",
        Invitations::invitation,
        digest,
        clock.instant());
  }

  private static Invitation invitation(Row row) throws SQLException {
    return new Invitation(
        new EmailAddress(row.text("email")),
        new StaffName(row.text("name")),
        Role.split(row.text("roles")),
        Optional.ofNullable(row.textOrNull("staff")).map(StaffId::new),
        row.instant("expires_at"));
  }

  private static Optional<String> digest(String token) {
    return token.isEmpty() || token.length() > Secret.LENGTH_MAX
        ? Optional.empty()
        : Optional.of(new Secret(token).digest());
  }
}
