package cairn.store;

import static cairn.store.Fixture.event;
import static cairn.store.Fixture.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.person.Identifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store is looked at without changing it, and what is damaged is named. */
final class StoreCheckTest {
  @TempDir private Path folder;
  private final Fixture fixture = new Fixture();

  private void fill(EmbeddedHost host) {
    for (int i = 0; i < 300; i++) {
      send(host, Identifier.user("person " + i), "1", event("Rode"));
    }
  }

  @Test
  void aStoreIsLookedAtWhileItRuns() {
    try (var host = fixture.open(folder)) {
      fill(host);
      host.control().append("poem", "one".getBytes(StandardCharsets.UTF_8));

      try (var check = StoreCheck.open(folder)) {
        check.verify();
        assertThat(check.people()).isEqualTo(300);
        assertThat(check.bytes()).isPositive();
        assertThat(check.control("poem")).hasSize(1);
      }

      send(host, Identifier.user("one more"), "1", event("Rode"));
      assertThat(host.people()).isEqualTo(301);
    }
  }

  @Test
  void aDamagedTableIsNamed() throws IOException {
    try (var host = fixture.open(folder)) {
      fill(host);
      host.settle();
    }
    Path table;
    try (var files = Files.list(folder.resolve("db"))) {
      table =
          files
              .filter(file -> file.toString().endsWith(".sst"))
              .max(Comparator.comparingLong(file -> file.toFile().length()))
              .orElseThrow();
    }
    var bytes = Files.readAllBytes(table);
    bytes[bytes.length / 3] ^= 0x20;
    Files.write(table, bytes);

    assertThatThrownBy(
            () -> {
              try (var check = StoreCheck.open(folder)) {
                check.verify();
              }
            })
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(String.valueOf(table.getFileName()));
  }

  @Test
  void aStoreThatLostItsNewestLogIsSaidToHaveLostIt() throws IOException {
    try (var host = fixture.open(folder)) {
      fill(host);
    }
    try (var files = Files.list(folder.resolve("db"))) {
      for (var log : files.filter(file -> file.toString().endsWith(".log")).toList()) {
        Files.write(log, new byte[0]);
      }
    }

    assertThatThrownBy(() -> StoreCheck.open(folder).close())
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("had been acknowledged");
  }

  @Test
  void anEmptyFolderIsNoStore() {
    assertThat(StoreCheck.isStore(folder)).isFalse();
  }
}
