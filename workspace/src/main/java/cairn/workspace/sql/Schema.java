package cairn.workspace.sql;

import cairn.workspace.sql.DatabasePlace.PostgreSql;
import cairn.workspace.sql.DatabasePlace.SqliteFile;
import cairn.workspace.sql.WorkspaceException.Kind;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * Brings a place to the schema that this edition knows, by the numbered scripts under {@code
 * db/workspace}, and refuses a place that a newer edition wrote, that something else lives in, or
 * whose applied scripts were changed.
 */
final class Schema {
  private Schema() {}

  static void prepare(DatabasePlace place) {
    if (place instanceof SqliteFile sqlite) {
      makeFile(sqlite.file());
    }
    try {
      var flyway = flyway(place);
      refuseUnfit(place, flyway);
      flyway.migrate();
    } catch (FlywayException e) {
      throw translated(place, e);
    }
  }

  private static Flyway flyway(DatabasePlace place) {
    return Flyway.configure(Schema.class.getClassLoader())
        .dataSource(Connections.source(place, Connections.Use.WRITE))
        .locations("classpath:db/workspace/common", "classpath:db/workspace/" + dialect(place))
        .placeholders(placeholders(place))
        .table("cairn_schema")
        .ignoreMigrationPatterns(new String[0])
        .failOnMissingLocations(true)
        .loggers(SchemaLog.class.getName())
        .load();
  }

  private static String dialect(DatabasePlace place) {
    return switch (place) {
      case SqliteFile _ -> "sqlite";
      case PostgreSql _ -> "postgresql";
    };
  }

  /** The few words in which the two databases differ. */
  private static Map<String, String> placeholders(DatabasePlace place) {
    return switch (place) {
      case SqliteFile _ -> Map.of("serial", "INTEGER PRIMARY KEY AUTOINCREMENT", "bytes", "BLOB");
      case PostgreSql _ ->
          Map.of("serial", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY", "bytes", "BYTEA");
    };
  }

  private static void refuseUnfit(DatabasePlace place, Flyway flyway) {
    var applied = flyway.info().applied();
    var known = flyway.info().all();
    for (var migration : applied) {
      if (migration.getState() == MigrationState.FUTURE_SUCCESS
          || migration.getState() == MigrationState.FUTURE_FAILED) {
        throw new WorkspaceException(
            Kind.NEWER,
            "The workspace at "
                + place.description()
                + " has schema "
                + migration.getVersion()
                + ", and this edition knows only up to "
                + newest(known)
                + ". Start the newer edition, or restore a backup made by this one.");
      }
      if (migration.getState().isFailed()) {
        throw new WorkspaceException(
            Kind.UNFIT,
            "The workspace at "
                + place.description()
                + " stopped half way to schema "
                + migration.getVersion()
                + ". Restore the backup made before, then start again.");
      }
    }
  }

  private static String newest(MigrationInfo[] known) {
    return Arrays.stream(known)
        .filter(migration -> migration.getState().isResolved())
        .map(migration -> String.valueOf(migration.getVersion()))
        .reduce("none", (before, after) -> after);
  }

  private static RuntimeException translated(DatabasePlace place, FlywayException failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException) {
        return Failures.thrown(place, failure);
      }
    }
    var message = String.valueOf(failure.getMessage());
    if (message.contains("non-empty schema")) {
      return new WorkspaceException(
          Kind.UNFIT,
          "Something other than a workspace lives at "
              + place.description()
              + ". Name an empty place for it.",
          failure);
    }
    return new WorkspaceException(
        Kind.UNFIT,
        "The schema of the workspace at "
            + place.description()
            + " is not what this edition wrote. Restore a backup, or start the edition that made"
            + " it.",
        failure);
  }

  private static void makeFile(Path file) {
    try {
      var folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      OwnFile.create(file);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isRegularFile(file)) {
        throw new WorkspaceException(
            Kind.UNAVAILABLE, "The workspace " + file + " is no file. Name another place.", e);
      }
    } catch (IOException e) {
      throw new WorkspaceException(
          Kind.UNAVAILABLE,
          "The workspace file " + file + " cannot be made. Check that its folder may be written.",
          e);
    }
  }

  /** Refuses a copied file that is not a whole workspace. */
  static void checkWhole(Path copy, Path origin) {
    try (var connection =
            Connections.source(new SqliteFile(copy), Connections.Use.READ).getConnection();
        var statement = connection.createStatement();
        var results = statement.executeQuery("PRAGMA integrity_check(1)")) {
      if (!results.next() || !"ok".equals(results.getString(1))) {
        throw new WorkspaceException(
            Kind.UNFIT, "The backup " + origin + " is damaged. Choose another one.");
      }
    } catch (SQLException e) {
      throw new WorkspaceException(
          Kind.UNFIT, "The backup " + origin + " is not an SQLite database.", e);
    }
  }
}
