package cairn.workspace;

import org.junit.jupiter.api.BeforeAll;

/** The contract of accounts, keys and audit in PostgreSQL. */
final class PostgresWorkspaceTest extends WorkspaceContract {
  @BeforeAll
  static void aServerIsThere() {
    PostgresServer.assumeThere();
  }

  @Override
  Workspace openEmpty() {
    return Workspace.open(PostgresServer.emptySchema(), clock);
  }
}
