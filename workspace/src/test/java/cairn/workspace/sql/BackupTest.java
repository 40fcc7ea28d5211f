package cairn.workspace.sql;

import static cairn.workspace.sql.OpeningTest.addKey;
import static cairn.workspace.sql.OpeningTest.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cairn.workspace.sql.DatabasePlace.SqliteFile;
import cairn.workspace.sql.WorkspaceException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies made while work goes on, and put back where nothing is. */
final class BackupTest {
  @TempDir Path folder;
  Path copy;
  Database database;

  @BeforeEach
  void open() {
    copy = folder.resolve("copy.db");
    database = Database.open(new SqliteFile(folder.resolve("workspace.db")));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aBackupIsReadableByItsOwnerAlone() throws IOException {
    var back = folder.resolve("back.db");

    database.backup(copy);
    SqliteBackup.restore(copy, back);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(back)))
        .isEqualTo("rw-------");
  }

  @Test
  void aBackupHoldsWhatWasThereAndNothingLater() {
    database.write(transaction -> addKey(transaction, "before"));
    database.backup(copy);
    database.write(transaction -> addKey(transaction, "after"));

    var back = folder.resolve("elsewhere/back.db");
    SqliteBackup.restore(copy, back);

    try (var restored = Database.open(new SqliteFile(back))) {
      assertThat(keys(restored)).isEqualTo(1);
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aBackupWhileWorkGoesOnIsWhole() throws InterruptedException {
    var stop = new AtomicBoolean();
    var writer =
        Thread.ofPlatform()
            .start(() -> {
              for (var i = 0; !stop.get(); i++) {
                var prefix = "k" + i;
                database.write(transaction -> addKey(transaction, prefix));
              }
            });
    for (var round = 0; round < 5; round++) {
      var target = folder.resolve("copy" + round + ".db");
      database.backup(target);
      try (var restored = Database.open(new SqliteFile(target))) {
        assertThat(restored.problems()).isEmpty();
      }
    }
    stop.set(true);
    writer.join();
  }

  @Test
  void nothingIsWrittenOver() throws IOException {
    Files.writeString(copy, "precious");

    var backup = catchThrowableOfType(WorkspaceException.class, () -> database.backup(copy));
    assertThat(backup).hasMessageContaining("exists already");
    assertThat(Files.readString(copy)).isEqualTo("precious");

    var good = folder.resolve("good.db");
    database.backup(good);
    var restore =
        catchThrowableOfType(WorkspaceException.class, () -> SqliteBackup.restore(good, copy));
    assertThat(restore).hasMessageContaining("exists already");
  }

  @Test
  void aBackupIntoNowhereIsSaidSo() {
    var nowhere = folder.resolve("no/such/folder/copy.db");

    var failure = catchThrowableOfType(WorkspaceException.class, () -> database.backup(nowhere));

    assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void aDamagedOrAbsentBackupIsNotPutBack() throws IOException {
    for (var i = 0; i < 2_000; i++) {
      var prefix = "key number " + i;
      database.note(transaction -> addKey(transaction, prefix));
    }
    database.write(transaction -> addKey(transaction, "last"));
    database.backup(copy);
    try (var channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(8_192), channel.size() / 2);
    }
    var back = folder.resolve("back.db");

    var damaged =
        catchThrowableOfType(WorkspaceException.class, () -> SqliteBackup.restore(copy, back));
    assertThat(damaged.kind()).isEqualTo(Kind.UNFIT);
    assertThat(damaged).hasMessageContaining(copy.toString());

    var text = Files.writeString(folder.resolve("letter.txt"), "Dear diary. ".repeat(400));
    var foreign =
        catchThrowableOfType(WorkspaceException.class, () -> SqliteBackup.restore(text, back));
    assertThat(foreign.kind()).isEqualTo(Kind.UNFIT);

    var absent =
        catchThrowableOfType(
            WorkspaceException.class,
            () -> SqliteBackup.restore(folder.resolve("absent.db"), back));
    assertThat(absent).hasMessageContaining("no backup");
    assertThat(back).doesNotExist();
  }
}
