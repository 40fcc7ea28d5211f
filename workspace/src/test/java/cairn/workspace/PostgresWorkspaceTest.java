package cairn.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cairn.workspace.account.AccountChange;
import cairn.workspace.account.Role;
import cairn.workspace.account.StaffId;
import cairn.workspace.audit.Actor;
import cairn.workspace.audit.AuditQuery;
import cairn.workspace.key.Scope;
import cairn.workspace.sql.DatabasePlace;
import cairn.workspace.sql.DatabasePlace.PostgreSql;
import cairn.workspace.sql.WorkspaceException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The contract of accounts, keys and audit in PostgreSQL, and what only a server can do to us. */
@EnabledIfEnvironmentVariable(
    named = PostgresServer.VARIABLE,
    matches = ".+",
    disabledReason = PostgresServer.ABSENT)
final class PostgresWorkspaceTest extends WorkspaceContract {
  @TempDir Path folder;

  @Override
  Workspace openEmpty() {
    return Workspace.open(PostgresServer.emptySchema(), clock);
  }

  @Test
  void connectionsThatTheServerDroppedAreOpenedAgain() throws SQLException {
    workspace.audit().record(Actor.COMMAND_LINE, "test.noted", "test:before", "");
    workspace.audit().search(AuditQuery.newest(1));
    statement(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE application_name = 'cairn' AND pid <> pg_backend_pid()");

    workspace.audit().record(Actor.COMMAND_LINE, "test.noted", "test:last", "");

    assertThat(workspace.audit().search(AuditQuery.newest(1)).getFirst().subject())
        .isEqualTo("test:last");
  }

  @Test
  void theDatabaseItselfKeepsTheAudit() {
    workspace.audit().record(Actor.COMMAND_LINE, "test.noted", "test:one", "");

    for (var sql :
        new String[] {"DELETE FROM audit", "UPDATE audit SET at = 0", "TRUNCATE audit"}) {
      assertThatThrownBy(() -> statement(sql)).hasMessageContaining("append-only");
    }
  }

  @Test
  void aBackupIsLeftToTheServersOwnTools() {
    var failure =
        catchThrowableOfType(
            WorkspaceException.class, () -> workspace.backup(folder.resolve("copy.db")));

    assertThat(failure).hasMessageContaining("pg_dump");
  }

  @Test
  void twoServersShareOneWorkspace() {
    try (var other = Workspace.open(workspace.place(), clock)) {
      var made = workspace.keys().create(Actor.COMMAND_LINE, "shop", Set.of(Scope.EVENTS_WRITE));
      assertThat(other.keys().verify(made.secret().text())).isPresent();

      workspace.keys().revoke(Actor.COMMAND_LINE, made.key().prefix());
      clock.pass(Duration.ofSeconds(5));

      assertThat(other.keys().verify(made.secret().text())).isEmpty();
    }
  }

  @Test
  void twoServersCannotRemoveTheLastTwoOperatorsAtOnce() {
    var ada = operator();
    var ben = colleague(Role.OPERATOR);
    try (var other = Workspace.open(workspace.place(), clock)) {
      for (var round = 0; round < 20; round++) {
        var here = removal(workspace, ada.id());
        var there = removal(other, ben.id());
        here.join();
        there.join();

        assertThat(workspace.accounts().all())
            .anyMatch(account -> account.isActive() && account.is(Role.OPERATOR));
        workspace.accounts().enable(Actor.COMMAND_LINE, ada.id());
        workspace.accounts().enable(Actor.COMMAND_LINE, ben.id());
      }
    }
  }

  private static CompletableFuture<AccountChange> removal(Workspace server, StaffId id) {
    return CompletableFuture.supplyAsync(() -> server.accounts().disable(Actor.COMMAND_LINE, id));
  }

  private void statement(String sql) throws SQLException {
    DatabasePlace place = workspace.place();
    try (var connection = DriverManager.getConnection(((PostgreSql) place).url());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
