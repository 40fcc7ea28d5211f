package cairn.workspace.sql;

import static cairn.workspace.sql.OpeningTest.addKey;
import static cairn.workspace.sql.OpeningTest.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cairn.workspace.sql.DatabasePlace.SqliteFile;
import cairn.workspace.sql.WorkspaceException.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many pieces of work to a commit, and what becomes of each when one fails. */
final class WritingTest {
  @TempDir Path folder;
  Path file;
  Database database;

  @BeforeEach
  void open() {
    file = folder.resolve("workspace.db");
    database = Database.open(new SqliteFile(file));
  }

  @AfterEach
  void close() {
    database.close();
  }

  /**
   * The first piece holds the writer until three more wait, so that these are one group; the middle
   * one writes a row and then fails. Its row must be gone and the rows of its neighbours there.
   */
  @Test
  void aFailureIsOnlyItsOwners() {
    var gate = new CountDownLatch(1);
    var first = database.submit(transaction -> held(gate));
    var before = database.submit(transaction -> addKey(transaction, "before"));
    var broken =
        database.submit(transaction -> {
          addKey(transaction, "broken");
          return transaction.change("INSERT INTO nowhere VALUES (1)");
        });
    var after = database.submit(transaction -> addKey(transaction, "after"));
    gate.countDown();

    assertThat(first.join()).isTrue();
    assertThat(before.join()).isEqualTo(1);
    assertThat(after.join()).isEqualTo(1);
    assertThat(broken).isCompletedExceptionally();
    assertThat(keys(database)).isEqualTo(2);
  }

  @Test
  void whatACallerThrowsComesBackToTheCaller() {
    var mistake = new IllegalStateException("the caller's own mistake");

    var failure =
        catchThrowableOfType(
            IllegalStateException.class,
            () ->
                database.write(transaction -> {
                  throw mistake;
                }));

    assertThat(failure).isSameAs(mistake);
  }

  @Test
  void anErrorInOnePieceStopsNobodyElse() {
    var broken =
        database.submit(transaction -> {
          throw new StackOverflowError("a deep mistake");
        });
    int after = database.write(transaction -> addKey(transaction, "after"));

    assertThat(broken).isCompletedExceptionally();
    assertThat(after).isEqualTo(1);
  }

  @Test
  void aFailureNamesNoBoundValue() {
    database.write(transaction -> addStaff(transaction, "one"));

    Throwable failure =
        catchThrowableOfType(
            WorkspaceException.class,
            () -> database.write(transaction -> addStaff(transaction, "two")));

    for (var at = failure; at != null; at = at.getCause()) {
      assertThat(at.toString()).doesNotContain("ada@example.org").doesNotContain("Lovelace");
    }
  }

  @Test
  void moreWorkThanMayWaitIsRefusedAsBusy() {
    var gate = new CountDownLatch(1);
    var held = new CountDownLatch(1);
    var first =
        database.submit(transaction -> {
          held.countDown();
          return held(gate);
        });
    await(held);
    var waiting = new ArrayList<CompletableFuture<Integer>>();
    for (var i = 0; i < GroupedWriter.WAITING_MAX; i++) {
      var prefix = "k" + i;
      waiting.add(database.submit(transaction -> addKey(transaction, prefix)));
    }

    var failure =
        catchThrowableOfType(
            WorkspaceException.class,
            () -> database.write(transaction -> addKey(transaction, "one more")));

    assertThat(failure.kind()).isEqualTo(Kind.BUSY);
    gate.countDown();
    assertThat(first.join()).isTrue();
    waiting.forEach(piece -> assertThat(piece.join()).isEqualTo(1));
    assertThat(keys(database)).isEqualTo(GroupedWriter.WAITING_MAX);
  }

  @Test
  void whatWaitedIsWrittenBeforeClosing() {
    var gate = new CountDownLatch(1);
    var first = database.submit(transaction -> held(gate));
    var last = database.submit(transaction -> addKey(transaction, "last"));
    gate.countDown();

    database.close();

    assertThat(first.join()).isTrue();
    assertThat(last.join()).isEqualTo(1);
    var write =
        catchThrowableOfType(
            WorkspaceException.class,
            () -> database.write(transaction -> addKey(transaction, "late")));
    var read = catchThrowableOfType(WorkspaceException.class, () -> keys(database));
    assertThat(write.kind()).isEqualTo(Kind.CLOSED);
    assertThat(read.kind()).isEqualTo(Kind.CLOSED);
  }

  @Test
  void aReadCannotWrite() {
    var failure =
        catchThrowableOfType(
            WorkspaceException.class,
            () -> database.read(transaction -> addKey(transaction, "sneaked")));

    assertThat(failure).isNotNull();
    assertThat(keys(database)).isZero();
  }

  @Test
  void aWriteWaitsForAnotherProcessToFinish() throws SQLException {
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      var write = database.submit(transaction -> addKey(transaction, "patient"));
      assertThat(write).isNotDone();
      statement.execute("COMMIT");

      assertThat(write.join()).isEqualTo(1);
    }
  }

  @Test
  void aWriteGivesUpWhenAnotherProcessHoldsOn() throws SQLException {
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");

      var failure =
          catchThrowableOfType(
              WorkspaceException.class,
              () -> database.write(transaction -> addKey(transaction, "impatient")));

      assertThat(failure.kind()).isEqualTo(Kind.BUSY);
      assertThat(failure).hasMessageContaining(file.toString());
      statement.execute("COMMIT");
    }
    int again = database.write(transaction -> addKey(transaction, "again"));
    assertThat(again).isEqualTo(1);
  }

  @Test
  void theDatabaseItselfKeepsTheAudit() throws SQLException {
    database.write(transaction ->
        transaction.change(
            "INSERT INTO audit (at, actor, action, subject, detail)"
                + " VALUES (0, 'system:test', 'test.done', 'test:1', '')"));

    for (var sql : new String[] {"DELETE FROM audit", "UPDATE audit SET actor = 'staff:eve'"}) {
      var failure =
          catchThrowableOfType(
              WorkspaceException.class,
              () -> database.write(transaction -> transaction.change(sql)));
      assertThat(failure).hasRootCauseInstanceOf(SQLException.class);
    }
    var left =
        database.read(transaction ->
            transaction.count("SELECT COUNT(*) AS n FROM audit WHERE actor = 'system:test'"));
    assertThat(left).isEqualTo(1);
  }

  /**
   * Another process writes rows and prints each number only once its write answered; it is killed
   * in the middle. Whatever it printed must be there.
   */
  @Test
  void nothingAcknowledgedIsLostWithTheProcess() throws IOException, InterruptedException {
    for (var round = 0; round < 3; round++) {
      var target = folder.resolve("killed" + round + ".db");
      var process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-Xmx128m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  RestlessWriter.class.getName(),
                  target.toString())
              .redirectErrorStream(true)
              .start();
      var acknowledged = 0;
      try (var lines = process.inputReader()) {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("written ")) {
            // The last line may be cut short, and then its number is smaller.
            var number = line.substring("written ".length());
            acknowledged =
                number.isEmpty() ? acknowledged : Math.max(acknowledged, Integer.parseInt(number));
          }
          if (acknowledged >= 200 * (round + 1)) {
            process.toHandle().destroyForcibly();
          }
        }
      }
      process.waitFor();

      assertThat(acknowledged).isGreaterThanOrEqualTo(200 * (round + 1));
      try (var reopened = Database.open(new SqliteFile(target))) {
        assertThat(keys(reopened)).isGreaterThanOrEqualTo(acknowledged);
        assertThat(reopened.problems()).isEmpty();
      }
    }
  }

  private static int addStaff(Transaction transaction, String id) {
    return transaction.change(
        "INSERT INTO staff (id, email, name, roles, created_at) VALUES (?, ?, ?, 'helper', 0)",
        id,
        "ada@example.org",
        "Ada Lovelace");
  }

  private static boolean held(CountDownLatch gate) {
    await(gate);
    return true;
  }

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
