package cairn.workspace.account;

import cairn.workspace.audit.Actor;
import cairn.workspace.audit.AuditLog;
import cairn.workspace.secret.Secret;
import cairn.workspace.sql.Database;
import cairn.workspace.sql.Row;
import cairn.workspace.sql.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Sessions of staff: a random token outside, its digest inside. Each use moves the end on, up to a
 * fixed one; roles are read anew each time, so a change holds at once. Safe for many threads.
 */
public final class Sessions {
  /** A session unused for so long ends. */
  public static final Duration IDLE_MAX = Duration.ofHours(12);

  /** Every session ends after so long, used or not. */
  public static final Duration LIFE_MAX = Duration.ofDays(14);

  /** Sessions of one account at once; a further one ends the one longest unused. */
  public static final int PER_STAFF_MAX = 20;

  /** Uses closer together than this are not written down each. */
  static final Duration TOUCH_EVERY = Duration.ofMinutes(5);

  private final Database database;
  private final AuditLog audit;
  private final InstantSource clock;

  Sessions(Database database, AuditLog audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /** Begins a session inside the change that proved who it is. */
  SignedIn begin(Transaction transaction, Account account, String how) {
    var now = clock.instant();
    var token = Secret.fresh();
    var expires = now.plus(IDLE_MAX);
    transaction.change("DELETE FROM staff_session WHERE expires_at <= ?", now);
    transaction.change(
        "DELETE FROM staff_session WHERE digest IN (SELECT digest FROM staff_session"
            + " WHERE staff = ? ORDER BY seen_at DESC, digest LIMIT ? OFFSET ?)",
        account.id().value(),
        PER_STAFF_MAX,
        PER_STAFF_MAX - 1);
    transaction.change(
        "INSERT INTO staff_session (digest, staff, created_at, seen_at, expires_at)"
            + " VALUES (?, ?, ?, ?, ?)",
        token.digest(),
        account.id().value(),
        now,
        now,
        expires);
    audit.write(transaction, account.id().actor(), "session.begun", account.id().subject(), how);
    return new SignedIn(account, token, expires);
  }

  /** Whose token this is, if it is good; using it moves its end on. */
  public Optional<Session> find(String token) {
    if (token.isEmpty() || token.length() > Secret.LENGTH_MAX) {
      return Optional.empty();
    }
    var digest = new Secret(token).digest();
    var now = clock.instant();
    var found =
        database.read(transaction ->
            transaction.first(
                "SELECT s.*, t.created_at AS began_at, t.seen_at, t.expires_at"
                    + " FROM staff_session t JOIN staff s ON s.id = t.staff"
                    + " WHERE t.digest = ? AND t.expires_at > ? AND s.disabled_at IS NULL",
                Sessions::stored,
                digest,
                now));
    return found.map(stored -> new Session(stored.account, slide(stored, digest, now)));
  }

  private Instant slide(Stored stored, String digest, Instant now) {
    if (now.isBefore(stored.seen.plus(TOUCH_EVERY))) {
      return stored.expires;
    }
    var idleEnd = now.plus(IDLE_MAX);
    var lifeEnd = stored.began.plus(LIFE_MAX);
    var expires = idleEnd.isBefore(lifeEnd) ? idleEnd : lifeEnd;
    database.write(transaction ->
        transaction.change(
            "UPDATE staff_session SET seen_at = ?, expires_at = ? WHERE digest = ?",
            now,
            expires,
            digest));
    return expires;
  }

  /** Ends one session; whether there was one. */
  public boolean end(String token) {
    if (token.isEmpty() || token.length() > Secret.LENGTH_MAX) {
      return false;
    }
    var digest = new Secret(token).digest();
    return database.write(
            transaction -> transaction.change("DELETE FROM staff_session WHERE digest = ?", digest))
        > 0;
  }

  /** Ends every session of an account, everywhere; how many there were. */
  public int endAll(Actor by, StaffId id) {
    return database.write(transaction -> {
      var ended = transaction.change("DELETE FROM staff_session WHERE staff = ?", id.value());
      audit.write(transaction, by, "session.endedAll", id.subject(), String.valueOf(ended));
      return ended;
    });
  }

  private static Stored stored(Row row) throws SQLException {
    return new Stored(
        StaffRows.account(row),
        row.instant("began_at"),
        row.instant("seen_at"),
        row.instant("expires_at"));
  }

  private record Stored(Account account, Instant began, Instant seen, Instant expires) {}
}
