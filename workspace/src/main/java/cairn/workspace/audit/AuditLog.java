package cairn.workspace.audit;

import cairn.workspace.sql.Database;
import cairn.workspace.sql.Row;
import cairn.workspace.sql.Transaction;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The append-only record of what staff and machines did. Safe for many threads. */
public final class AuditLog {
  /** A line's detail; more belongs to the thing itself. */
  public static final int DETAIL_MAX = 400;

  private static final Pattern ACTION = Pattern.compile("[a-z][A-Za-z]*(\\.[a-z][A-Za-z]*)*");
  private static final Pattern SUBJECT = Pattern.compile("[a-z][A-Za-z]*:[^\\s@]{1,200}");

  private final Database database;
  private final InstantSource clock;

  /** The audit kept in this database. */
  public AuditLog(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Writes one line and returns once it is on disk. */
  public void record(Actor actor, String action, String subject, String detail) {
    check(action, subject, detail);
    database.write(transaction -> {
      write(transaction, actor, action, subject, detail);
      return true;
    });
  }

  /** Writes one line together with the change it tells of. */
  public void write(
      Transaction transaction, Actor actor, String action, String subject, String detail) {
    check(action, subject, detail);
    transaction.change(
        "INSERT INTO audit (at, actor, action, subject, detail) VALUES (?, ?, ?, ?, ?)",
        clock.instant(),
        actor.text(),
        action,
        subject,
        detail);
  }

  /** The lines that a question asks for, newest first, at most its limit. */
  public List<AuditEntry> search(AuditQuery query) {
    var sql = new StringBuilder("SELECT * FROM audit WHERE 1 = 1");
    var values = new ArrayList<Object>();
    query.actor().ifPresent(actor -> and(sql, values, "actor = ?", actor.text()));
    query.action().ifPresent(action -> and(sql, values, "action = ?", action));
    query.subject().ifPresent(subject -> and(sql, values, "subject = ?", subject));
    query.from().ifPresent(from -> and(sql, values, "at >= ?", from));
    query.to().ifPresent(to -> and(sql, values, "at < ?", to));
    query.before().ifPresent(before -> and(sql, values, "number < ?", before));
    sql.append(" ORDER BY number DESC LIMIT ?");
    values.add(query.limit());
    return database.read(
        transaction -> transaction.list(sql.toString(), AuditLog::entry, values.toArray()));
  }

  private static void and(StringBuilder sql, List<Object> values, String condition, Object value) {
    sql.append(" AND ").append(condition);
    values.add(value);
  }

  private static AuditEntry entry(Row row) throws SQLException {
    return new AuditEntry(
        row.number("number"),
        row.instant("at"),
        Actor.parse(row.text("actor")),
        row.text("action"),
        row.text("subject"),
        row.text("detail"));
  }

  private static void check(String action, String subject, String detail) {
    if (!ACTION.matcher(action).matches()) {
      throw new IllegalArgumentException("An audited action is a noun and a deed: key.revoked.");
    }
    if (!SUBJECT.matcher(subject).matches()) {
      throw new IllegalArgumentException("An audited subject is kind:id, and no address.");
    }
    if (detail.length() > DETAIL_MAX
        || detail.indexOf('@') >= 0
        || detail.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "The detail of an audit line has at most "
              + DETAIL_MAX
              + " characters on one line, no address.");
    }
  }
}
