package cairn.workspace;

import cairn.workspace.sql.DatabasePlace.PostgreSql;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A PostgreSQL server named by the environment, in which every test gets an empty schema of its
 * own. Without one, the tests that ask for it are skipped and say so.
 */
final class PostgresServer {
  static final String VARIABLE = "CAIRN_TEST_POSTGRES";

  /** What a skipped test says. */
  static final String ABSENT =
      "CAIRN_TEST_POSTGRES names no PostgreSQL server (jdbc:postgresql://host/base?user=name),"
          + " so the workspace in PostgreSQL is not checked";

  private PostgresServer() {}

  /** An empty schema. */
  static PostgreSql emptySchema() {
    var url = System.getenv(VARIABLE);
    var schema = "t" + UUID.randomUUID().toString().replace("-", "");
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA " + schema);
    } catch (SQLException e) {
      throw new AssertionError("The server named by " + VARIABLE + " does not answer.", e);
    }
    return new PostgreSql(url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema);
  }
}
