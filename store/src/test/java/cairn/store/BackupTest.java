package cairn.store;

import static cairn.store.Fixture.event;
import static cairn.store.Fixture.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.person.Identifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is taken while everything runs, is checked before it is used, and opens. */
final class BackupTest {
  @TempDir private Path folder;
  private final Fixture fixture = new Fixture();

  @Test
  void aBackupTakenUnderLoadHoldsEverythingAcknowledgedBefore() {
    var store = folder.resolve("store");
    var backup = folder.resolve("backup");
    try (var host = fixture.open(store)) {
      for (int i = 0; i < 200; i++) {
        send(host, person(i), "before", event("Rode"));
      }
      var load = new ArrayList<CompletableFuture<Outcome>>();
      for (int i = 0; i < 3_000; i++) {
        load.add(
            host.submit(
                Fixture.envelope(host, person(i % 200), "load" + i, event("Rode")),
                Priority.BATCH));
      }
      var summary = host.backup(backup, (done, of) -> assertThat(done).isLessThanOrEqualTo(of));
      assertThat(summary.files()).isPositive();
      load.forEach(Fixture::get);
    }

    var other = folder.resolve("other");
    Backup.restore(backup, other, (done, of) -> {});

    try (var host = fixture.open(other)) {
      assertThat(host.people()).isEqualTo(200);
      for (int i = 0; i < 200; i++) {
        var key = host.key(person(i));
        var log = host.history(key, Long.MAX_VALUE, 1_000);
        assertThat(log.getLast().commandId()).isEqualTo("before");
        assertThat(host.read(key).position()).isEqualTo(log.size());
      }
    }
  }

  @Test
  void aRestoreKeepsWhatItReplaces() throws IOException {
    var store = folder.resolve("store");
    var backup = folder.resolve("backup");
    try (var host = fixture.open(store)) {
      send(host, person(1), "1", event("Rode"));
      host.backup(backup, (done, of) -> {});
      send(host, person(2), "2", event("Rode"));
    }

    Backup.restore(backup, store, (done, of) -> {});

    assertThat(store.resolve("db-before-restore")).isDirectory();
    try (var host = fixture.open(store)) {
      assertThat(host.people()).isEqualTo(1);
    }
    assertThatThrownBy(() -> Backup.restore(backup, store, (done, of) -> {}))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("db-before-restore");
  }

  @Test
  void aDamagedBackupIsNotRestoredAndTheFileIsNamed() throws IOException {
    var backup = folder.resolve("backup");
    try (var host = fixture.open(folder.resolve("store"))) {
      send(host, person(1), "1", event("Rode"));
      host.backup(backup, (done, of) -> {});
    }
    for (var file : files(backup.resolve("db"))) {
      var whole = Files.readAllBytes(file);
      if (whole.length == 0) {
        continue;
      }
      var damaged = whole.clone();
      damaged[damaged.length / 2] = (byte) (damaged[damaged.length / 2] ^ 1);
      Files.write(file, damaged);

      assertThatThrownBy(() -> Backup.verify(backup))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("damaged");
      Files.write(file, whole);
    }
    Backup.verify(backup);
  }

  @Test
  void aBackupThatWasNotFinishedIsNone() throws IOException {
    var backup = folder.resolve("backup");
    Files.createDirectories(backup.resolve("db"));

    assertThatThrownBy(() -> Backup.restore(backup, folder.resolve("s"), (done, of) -> {}))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("no finished backup");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static Identifier person(int number) {
    return Identifier.user("person " + number);
  }
}
