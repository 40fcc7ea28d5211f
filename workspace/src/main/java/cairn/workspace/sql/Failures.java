package cairn.workspace.sql;

import cairn.workspace.sql.WorkspaceException.Kind;
import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Turns what a driver throws into a failure that names the place and a remedy. */
final class Failures {
  private static final int SQLITE_BUSY = 5;
  private static final int SQLITE_LOCKED = 6;
  private static final int SQLITE_READONLY = 8;
  private static final int SQLITE_CORRUPT = 11;
  private static final int SQLITE_FULL = 13;
  private static final int SQLITE_CANTOPEN = 14;
  private static final int SQLITE_NOTADB = 26;

  private Failures() {}

  /** What to tell of a failure: the database's in our words, the caller's own as it is. */
  static Throwable told(DatabasePlace place, Throwable failure) {
    if (sqlCause(failure) == null && !(failure instanceof JdbiException)) {
      return failure;
    }
    return switch (place) {
      case DatabasePlace.SqliteFile sqlite -> sqlite(sqlite, failure);
      case DatabasePlace.PostgreSql postgres -> postgres(postgres, failure);
    };
  }

  /** The same, thrown. */
  static RuntimeException thrown(DatabasePlace place, RuntimeException failure) {
    return told(place, failure) instanceof RuntimeException told ? told : failure;
  }

  /** Whether PostgreSQL undid the transaction because another one was in its way. */
  static boolean lostARace(Throwable failure) {
    var sql = sqlCause(failure);
    return sql != null && sql.getSQLState() != null && sql.getSQLState().startsWith("40");
  }

  private static WorkspaceException sqlite(DatabasePlace.SqliteFile place, Throwable e) {
    var at = "The workspace file " + place.description();
    var sql = sqlCause(e);
    // The low byte of an SQLite code is the kind of failure, the rest refines it.
    return switch (sql == null ? 0 : sql.getErrorCode() & 0xff) {
      case SQLITE_BUSY, SQLITE_LOCKED ->
          new WorkspaceException(
              Kind.BUSY, at + " is held by another process; try again in a moment.", e);
      case SQLITE_NOTADB ->
          new WorkspaceException(
              Kind.UNFIT,
              at + " is not an SQLite database. Name another file, or restore a backup.",
              e);
      case SQLITE_CORRUPT ->
          new WorkspaceException(
              Kind.UNFIT, at + " is damaged. Stop the server and restore a backup.", e);
      case SQLITE_READONLY ->
          new WorkspaceException(
              Kind.UNAVAILABLE, at + " may not be written. Mend the rights on it.", e);
      case SQLITE_FULL ->
          new WorkspaceException(
              Kind.UNAVAILABLE, at + " cannot grow: the disk is full. Make room.", e);
      case SQLITE_CANTOPEN ->
          new WorkspaceException(
              Kind.UNAVAILABLE,
              at + " cannot be opened. Check that its folder exists and may be written.",
              e);
      default ->
          new WorkspaceException(Kind.UNAVAILABLE, at + " refused a statement" + code(sql), e);
    };
  }

  private static WorkspaceException postgres(DatabasePlace.PostgreSql place, Throwable e) {
    var at = "The workspace at " + place.description();
    var sql = sqlCause(e);
    var state = sql == null || sql.getSQLState() == null ? "" : sql.getSQLState();
    if (state.startsWith("08") || state.startsWith("57")) {
      return new WorkspaceException(
          Kind.UNAVAILABLE, at + " does not answer. Check that PostgreSQL runs there.", e);
    }
    if (state.startsWith("28") || state.startsWith("3D")) {
      return new WorkspaceException(
          Kind.UNAVAILABLE, at + " lets us not in. Check user, password and database name.", e);
    }
    if (state.startsWith("40") || state.startsWith("53") || state.startsWith("55")) {
      return new WorkspaceException(Kind.BUSY, at + " is busy; try again in a moment.", e);
    }
    return new WorkspaceException(Kind.UNAVAILABLE, at + " refused a statement" + code(sql), e);
  }

  private static String code(@Nullable SQLException sql) {
    return sql == null
        ? "."
        : " (code " + sql.getErrorCode() + ", state " + sql.getSQLState() + ").";
  }

  private static @Nullable SQLException sqlCause(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }
}
