package cairn.workspace.sql;

import java.nio.file.Path;
import java.util.Locale;

/** Where a workspace keeps its rows: one SQLite file, or a PostgreSQL database. */
public sealed interface DatabasePlace {
  /** A file of its own, made when absent; its write-ahead log lies beside it. */
  record SqliteFile(Path file) implements DatabasePlace {
    public SqliteFile {
      file = file.toAbsolutePath().normalize();
    }

    @Override
    public String description() {
      return file.toString();
    }
  }

  /**
   * A database that PostgreSQL serves, by JDBC URL; user and password ride in the URL as the driver
   * has it.
   */
  record PostgreSql(String url) implements DatabasePlace {
    public PostgreSql {
      if (!url.startsWith("jdbc:postgresql:")) {
        throw new IllegalArgumentException(
            "A PostgreSQL workspace is named by jdbc:postgresql:...");
      }
    }

    @Override
    public String description() {
      var query = url.indexOf('?');
      return query < 0 ? url : url.substring(0, query);
    }

    @Override
    public String toString() {
      return "PostgreSql[" + description() + "]";
    }
  }

  /** The place as an operator would name it, without a password. */
  String description();

  /**
   * Reads a setting: a JDBC URL of PostgreSQL, or the path of a file.
   *
   * @throws IllegalArgumentException when the URL is of a database that is not served
   */
  static DatabasePlace parse(String setting) {
    if (setting.toLowerCase(Locale.ROOT).startsWith("jdbc:")) {
      return new PostgreSql(setting);
    }
    return new SqliteFile(Path.of(setting));
  }
}
