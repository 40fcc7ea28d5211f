package cairn.workspace.account;

import cairn.workspace.account.AccountChange.Changed;
import cairn.workspace.account.AccountChange.Refused;
import cairn.workspace.audit.Actor;
import cairn.workspace.audit.AuditLog;
import cairn.workspace.sql.Database;
import cairn.workspace.sql.Transaction;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The accounts of staff. Every change is audited with it, and one active operator always remains.
 * Safe for many threads.
 */
public final class Accounts {
  /** Accounts in one installation; larger houses sign in through an identity provider. */
  public static final int STAFF_MAX = 10_000;

  private final Database database;
  private final AuditLog audit;
  private final InstantSource clock;
  private final Passwords passwords;

  Accounts(Database database, AuditLog audit, InstantSource clock, Passwords passwords) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
    this.passwords = passwords;
  }

  /** Whether no account exists at all, so that a house bound to loopback is open. */
  public boolean isEmpty() {
    return database.read(transaction -> transaction.count("SELECT COUNT(*) AS n FROM staff")) == 0;
  }

  /** One account, disabled or not. */
  public Optional<Account> find(StaffId id) {
    return database.read(transaction -> StaffRows.find(transaction, id));
  }

  /** The account of an address; only for those who may see accounts. */
  public Optional<Account> find(EmailAddress email) {
    return database.read(transaction -> StaffRows.find(transaction, email));
  }

  /** Every account in the order of making, at most {@link #STAFF_MAX}. */
  public List<Account> all() {
    return database.read(transaction ->
        transaction.list(
            "SELECT * FROM staff ORDER BY created_at, id LIMIT ?", StaffRows::account, STAFF_MAX));
  }

  /** Makes an account with a password at once, as the command line does for the first operator. */
  public AccountChange create(
      Actor by, EmailAddress email, StaffName name, Set<Role> roles, String password) {
    if (roles.isEmpty()) {
      return new Refused(Refusal.ROLES_MISSING);
    }
    var objection = Passwords.objection(password, email);
    if (objection.isPresent()) {
      return new Refused(objection.get());
    }
    var hash = passwords.hash(password);
    return database.write(
        transaction -> insert(transaction, Optional.of(by), email, name, roles, hash));
  }

  /** Inserts an account; without an actor, the new account itself is the one who acted. */
  AccountChange insert(
      Transaction transaction,
      Optional<Actor> by,
      EmailAddress email,
      StaffName name,
      Set<Role> roles,
      String hash) {
    if (transaction.count("SELECT COUNT(*) AS n FROM staff") >= STAFF_MAX) {
      return new Refused(Refusal.TOO_MANY_STAFF);
    }
    var id = StaffId.fresh();
    var made =
        transaction.change(
            "INSERT INTO staff (id, email, name, roles, password_hash, created_at)"
                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (email) DO NOTHING",
            id.value(),
            email.value(),
            name.value(),
            Role.join(roles),
            hash,
            clock.instant());
    if (made == 0) {
      return new Refused(Refusal.ALREADY_STAFF);
    }
    audit.write(
        transaction, by.orElse(id.actor()), "staff.created", id.subject(), Role.join(roles));
    return new Changed(StaffRows.find(transaction, id).orElseThrow());
  }

  /** Gives an account exactly these roles, from the next request on. */
  public AccountChange setRoles(Actor by, StaffId id, Set<Role> roles) {
    if (roles.isEmpty()) {
      return new Refused(Refusal.ROLES_MISSING);
    }
    return change(
        id,
        (transaction, account) -> {
          if (!roles.contains(Role.OPERATOR) && isLastOperator(transaction, account)) {
            return Optional.of(Refusal.LAST_OPERATOR);
          }
          transaction.change(
              "UPDATE staff SET roles = ? WHERE id = ?", Role.join(roles), id.value());
          audit.write(transaction, by, "staff.rolesSet", id.subject(), Role.join(roles));
          return Optional.empty();
        });
  }

  /** Changes how an account is shown. */
  public AccountChange rename(Actor by, StaffId id, StaffName name) {
    return change(
        id,
        (transaction, account) -> {
          transaction.change("UPDATE staff SET name = ? WHERE id = ?", name.value(), id.value());
          audit.write(transaction, by, "staff.renamed", id.subject(), "");
          return Optional.empty();
        });
  }

  /** Sets a new password and ends every session of the account. */
  public AccountChange setPassword(Actor by, StaffId id, String password) {
    var known = find(id);
    if (known.isEmpty()) {
      return new Refused(Refusal.UNKNOWN_ACCOUNT);
    }
    var objection = Passwords.objection(password, known.get().email());
    if (objection.isPresent()) {
      return new Refused(objection.get());
    }
    var hash = passwords.hash(password);
    return change(
        id,
        (transaction, account) -> {
          writePassword(transaction, by, id, hash);
          return Optional.empty();
        });
  }

  void writePassword(Transaction transaction, Actor by, StaffId id, String hash) {
    transaction.change("UPDATE staff SET password_hash = ? WHERE id = ?", hash, id.value());
    transaction.change("DELETE FROM staff_session WHERE staff = ?", id.value());
    audit.write(transaction, by, "staff.passwordSet", id.subject(), "");
  }

  /** Closes an account: it opens nothing from now on, and its sessions end. */
  public AccountChange disable(Actor by, StaffId id) {
    return change(
        id,
        (transaction, account) -> {
          if (isLastOperator(transaction, account)) {
            return Optional.of(Refusal.LAST_OPERATOR);
          }
          transaction.change(
              "UPDATE staff SET disabled_at = ? WHERE id = ? AND disabled_at IS NULL",
              clock.instant(),
              id.value());
          transaction.change("DELETE FROM staff_session WHERE staff = ?", id.value());
          audit.write(transaction, by, "staff.disabled", id.subject(), "");
          return Optional.empty();
        });
  }

  /** Opens a closed account again. */
  public AccountChange enable(Actor by, StaffId id) {
    return change(
        id,
        (transaction, account) -> {
          transaction.change("UPDATE staff SET disabled_at = NULL WHERE id = ?", id.value());
          audit.write(transaction, by, "staff.enabled", id.subject(), "");
          return Optional.empty();
        });
  }

  /**
   * Removes an account with its address, name, password, passkeys and sessions; the audit keeps the
   * id alone. Answers the refusal, if any.
   */
  public Optional<Refusal> remove(Actor by, StaffId id) {
    return database.write(transaction -> {
      var account = StaffRows.find(transaction, id);
      if (account.isEmpty()) {
        return Optional.of(Refusal.UNKNOWN_ACCOUNT);
      }
      if (isLastOperator(transaction, account.get())) {
        return Optional.of(Refusal.LAST_OPERATOR);
      }
      transaction.change("DELETE FROM invitation WHERE email = ?", account.get().email().value());
      transaction.change("DELETE FROM staff WHERE id = ?", id.value());
      audit.write(transaction, by, "staff.removed", id.subject(), "");
      return Optional.<Refusal>empty();
    });
  }

  private AccountChange change(
      StaffId id, BiFunction<Transaction, Account, Optional<Refusal>> change) {
    return database.write(transaction -> {
      var account = StaffRows.find(transaction, id);
      if (account.isEmpty()) {
        return new Refused(Refusal.UNKNOWN_ACCOUNT);
      }
      var refusal = change.apply(transaction, account.get());
      return refusal.isPresent()
          ? new Refused(refusal.get())
          : new Changed(StaffRows.find(transaction, id).orElseThrow());
    });
  }

  private static boolean isLastOperator(Transaction transaction, Account account) {
    return account.isActive()
        && account.is(Role.OPERATOR)
        && StaffRows.activeOperators(transaction) == 1;
  }
}
