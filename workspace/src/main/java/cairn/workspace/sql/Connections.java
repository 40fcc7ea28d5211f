package cairn.workspace.sql;

import cairn.workspace.sql.DatabasePlace.PostgreSql;
import cairn.workspace.sql.DatabasePlace.SqliteFile;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.argument.NullArgument;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Opens connections to a place, tuned for writing, reading or changing the schema. */
final class Connections {
  /** What a connection is for. */
  enum Use {
    WRITE,
    READ
  }

  /** How long a statement waits for another process that holds SQLite's lock. */
  static final Duration LOCK_WAIT_MAX = Duration.ofSeconds(5);

  /** How long opening a connection to PostgreSQL may take. */
  static final Duration CONNECT_WAIT_MAX = Duration.ofSeconds(10);

  private final DatabasePlace place;
  private final Jdbi writing;
  private final Jdbi reading;

  Connections(DatabasePlace place) {
    this.place = place;
    this.writing = jdbi(source(place, Use.WRITE));
    this.reading = jdbi(source(place, Use.READ));
  }

  Handle open(Use use) {
    return switch (use) {
      case WRITE -> writing.open();
      case READ -> readOnly(reading.open());
    };
  }

  private Handle readOnly(Handle handle) {
    if (place instanceof SqliteFile) {
      handle.execute("PRAGMA query_only = true");
    }
    return handle;
  }

  DatabasePlace place() {
    return place;
  }

  /** A source whose connections suit this use. */
  static DataSource source(DatabasePlace place, Use use) {
    return switch (place) {
      case SqliteFile sqlite -> sqlite(sqlite, use);
      case PostgreSql postgres -> postgres(postgres, use);
    };
  }

  private static DataSource sqlite(SqliteFile place, Use use) {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    // FULL: in WAL mode anything less lets an acknowledged commit vanish with the power.
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout((int) LOCK_WAIT_MAX.toMillis());
    config.enforceForeignKeys(true);
    config.setGetGeneratedKeys(false);
    switch (use) {
      case WRITE -> config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
      case READ -> config.setTransactionMode(SQLiteConfig.TransactionMode.DEFERRED);
    }
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + place.file());
    return source;
  }

  private static DataSource postgres(PostgreSql place, Use use) {
    var source = new PGSimpleDataSource();
    source.setUrl(place.url());
    source.setApplicationName("cairn");
    source.setTcpKeepAlive(true);
    source.setConnectTimeout((int) CONNECT_WAIT_MAX.toSeconds());
    // The details of a violated constraint quote the row, and rows may be about somebody.
    source.setLogServerErrorDetail(false);
    source.setOptions(
        switch (use) {
          // As strict as SQLite's single writer, although several servers may write here.
          case WRITE -> "-c default_transaction_isolation=serializable";
          case READ ->
              "-c default_transaction_read_only=on"
                  + " -c default_transaction_isolation=repeatable\\ read";
        });
    return source;
  }

  private static Jdbi jdbi(DataSource source) {
    var jdbi = Jdbi.create(source);
    jdbi.setStatementBuilderFactory(connection -> new StatementCache());
    jdbi.configure(
        StatementExceptions.class,
        rendering -> rendering.setMessageRendering(MessageRendering.NONE));
    jdbi.configure(
        Arguments.class,
        arguments -> arguments.setUntypedNullArgument(new NullArgument(Types.NULL)));
    return jdbi;
  }

  /** Whether a connection still answers. */
  static boolean answers(Handle handle) {
    try {
      return handle.getConnection().isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }
}
