package cairn.workspace;

import org.junit.jupiter.api.BeforeAll;

/** The contract of boards in PostgreSQL. */
final class PostgresBoardTest extends BoardContract {
  @BeforeAll
  static void aServerIsThere() {
    PostgresServer.assumeThere();
  }

  @Override
  Workspace openEmpty() {
    return Workspace.open(PostgresServer.emptySchema(), clock);
  }
}
