package cairn.workspace.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cairn.workspace.sql.DatabasePlace.PostgreSql;
import cairn.workspace.sql.DatabasePlace.SqliteFile;
import cairn.workspace.sql.WorkspaceException.Kind;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a workspace says when the place it is given will not do. */
final class OpeningTest {
  @TempDir Path folder;
  Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("workspace.db");
  }

  @Test
  void aFreshFileIsReadableByItsOwnerAlone() throws IOException {
    Database.open(new SqliteFile(file)).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void openingAgainFindsWhatWasWritten() {
    try (var database = Database.open(new SqliteFile(file))) {
      database.write(transaction -> addKey(transaction, "one"));
    }
    try (var database = Database.open(new SqliteFile(file))) {
      assertThat(keys(database)).isEqualTo(1);
      assertThat(database.problems()).isEmpty();
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsUnfit() throws IOException {
    Files.writeString(file, "Dear diary, today I walked past a heap of stones.\n".repeat(40));

    var failure = failure(new SqliteFile(file));

    assertThat(failure.kind()).isEqualTo(Kind.UNFIT);
    assertThat(failure).hasMessageContaining(file.toString()).hasMessageContaining("backup");
  }

  @Test
  void aDatabaseOfSomethingElseIsUnfit() throws SQLException {
    change("CREATE TABLE recipe (name TEXT)");

    var failure = failure(new SqliteFile(file));

    assertThat(failure.kind()).isEqualTo(Kind.UNFIT);
    assertThat(failure).hasMessageContaining("Something other than a workspace lives at");
  }

  @Test
  void aWorkspaceOfANewerEditionIsRefused() throws SQLException {
    Database.open(new SqliteFile(file)).close();
    change(
        "INSERT INTO cairn_schema (installed_rank, version, description, type, script, checksum,"
            + " installed_by, execution_time, success)"
            + " VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, '', 1, 1)");

    var failure = failure(new SqliteFile(file));

    assertThat(failure.kind()).isEqualTo(Kind.NEWER);
    assertThat(failure).hasMessageContaining("schema 99").hasMessageContaining("newer edition");
  }

  @Test
  void aWorkspaceWhoseScriptsWereChangedIsUnfit() throws SQLException {
    Database.open(new SqliteFile(file)).close();
    change("UPDATE cairn_schema SET checksum = 7 WHERE version = '1'");

    assertThat(failure(new SqliteFile(file)).kind()).isEqualTo(Kind.UNFIT);
  }

  @Test
  void aWorkspaceThatStoppedHalfWayIsUnfit() throws SQLException {
    Database.open(new SqliteFile(file)).close();
    change("UPDATE cairn_schema SET success = 0 WHERE version = '4'");

    var failure = failure(new SqliteFile(file));

    assertThat(failure.kind()).isEqualTo(Kind.UNFIT);
    assertThat(failure).hasMessageContaining("half way to schema 4");
  }

  @Test
  void aPlaceThatCannotHoldAFileIsSaidSo() throws IOException {
    Files.createDirectory(file);
    assertThat(failure(new SqliteFile(file)).kind()).isEqualTo(Kind.UNAVAILABLE);

    var blocked = Files.createFile(folder.resolve("plain")).resolve("workspace.db");
    var failure = failure(new SqliteFile(blocked));
    assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(failure).hasMessageContaining(blocked.toString());
  }

  @Test
  void aServerThatDoesNotAnswerIsSaidSoWithoutThePassword() throws IOException {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    var place =
        new PostgreSql("jdbc:postgresql://127.0.0.1:" + port + "/base?user=u&password=hush");

    var failure = failure(place);

    assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(failure)
        .hasMessageContaining("127.0.0.1:" + port)
        .hasMessageContaining("PostgreSQL");
    assertThat(failure.getMessage() + place).doesNotContain("hush");
  }

  @Test
  void aSettingNamesAFileOrAPostgresServer() {
    assertThat(DatabasePlace.parse("/var/lib/cairn/workspace.db"))
        .isEqualTo(new SqliteFile(Path.of("/var/lib/cairn/workspace.db")));
    assertThat(DatabasePlace.parse("jdbc:postgresql://host/base"))
        .isEqualTo(new PostgreSql("jdbc:postgresql://host/base"));
    assertThat(
            catchThrowableOfType(
                IllegalArgumentException.class,
                () -> DatabasePlace.parse("jdbc:mysql://host/base")))
        .hasMessageContaining("jdbc:postgresql:");
  }

  private static WorkspaceException failure(DatabasePlace place) {
    return catchThrowableOfType(WorkspaceException.class, () -> Database.open(place).close());
  }

  private void change(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static int addKey(Transaction transaction, String prefix) {
    return transaction.change(
        "INSERT INTO api_key (prefix, digest, name, scopes, created_at) VALUES (?, '', '', '', 0)",
        prefix);
  }

  static long keys(Database database) {
    return database.read(transaction -> transaction.count("SELECT COUNT(*) AS n FROM api_key"));
  }
}
