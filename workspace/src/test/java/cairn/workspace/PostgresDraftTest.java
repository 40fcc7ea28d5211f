package cairn.workspace;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The contract of drafts in PostgreSQL. */
@EnabledIfEnvironmentVariable(
    named = PostgresServer.VARIABLE,
    matches = ".+",
    disabledReason = PostgresServer.ABSENT)
final class PostgresDraftTest extends DraftContract {
  @Override
  Workspace openEmpty() {
    return Workspace.open(PostgresServer.emptySchema(), clock);
  }
}
