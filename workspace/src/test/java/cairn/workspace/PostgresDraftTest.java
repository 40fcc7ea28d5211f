package cairn.workspace;

import org.junit.jupiter.api.BeforeAll;

/** The contract of drafts in PostgreSQL. */
final class PostgresDraftTest extends DraftContract {
  @BeforeAll
  static void aServerIsThere() {
    PostgresServer.assumeThere();
  }

  @Override
  Workspace openEmpty() {
    return Workspace.open(PostgresServer.emptySchema(), clock);
  }
}
