package cairn.store;

import static cairn.store.Fixture.ADA;
import static cairn.store.Fixture.PHONE;
import static cairn.store.Fixture.event;
import static cairn.store.Fixture.send;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.engine.Command;
import cairn.engine.Outcome;
import cairn.person.Identifier;
import cairn.person.Objection;
import cairn.person.Standing;
import cairn.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Erasing somebody takes their bytes off the disk, and no backup brings them back. */
final class ErasureTest {
  /** Words that only stand in what is known of the erased person. */
  private static final List<String> TRACES =
      List.of("ada-lovelace-1815", "phone-7-of-ada", "ada@analytical.example", "saw Asked");

  @TempDir private Path folder;
  private final Fixture fixture = new Fixture();

  @Test
  void afterAnErasureNoFileHoldsAnythingOfThePerson() throws IOException {
    try (var host = fixture.open(folder)) {
      live(host);
      assertThat(traces()).as("they are there before").isNotEmpty();

      assertThat(send(host, ADA, "forget", new Command.Erase())).isInstanceOf(Outcome.Taken.class);
      host.scrub();

      assertThat(traces()).isEmpty();
      assertThat(host.read(host.key(ADA)).objections()).hasSize(1);
      assertThat(host.read(host.key(Identifier.user("grace"))).position()).isEqualTo(1);
    }
    assertThat(traces()).isEmpty();
  }

  @Test
  void anErasureThatWasCutOffIsFinishedAfterTheNextStart() throws IOException {
    try (var host = fixture.open(folder)) {
      live(host);
      send(host, ADA, "forget", new Command.Erase());
    }

    try (var host = fixture.open(folder)) {
      host.scrub();
      assertThat(traces()).isEmpty();
    }
  }

  @Test
  void aRestoredBackupDoesNotBringAnErasedPersonBack() throws IOException {
    var backup = folder.resolve("backup");
    var store = folder.resolve("store");
    try (var host = fixture.open(store)) {
      live(host);
      host.backup(backup, (done, of) -> {});
      send(host, ADA, "forget", new Command.Erase());
    }

    Backup.restore(backup, store, (done, of) -> {});

    try (var host = fixture.open(store)) {
      var state = host.read(host.key(ADA));
      assertThat(state.standing()).isEqualTo(Standing.ERASED);
      assertThat(state.objections()).hasSize(1);
      assertThat(host.people()).as("grace alone").isEqualTo(1);
      assertThat(host.feed(host.key(PHONE).shard(), 0, 100))
          .noneMatch(item -> item.person().equals(host.key(PHONE)));
      host.scrub();
    }
    try (var files = Files.walk(store.resolve("db"))) {
      assertThat(holding(files.filter(Files::isRegularFile).toList())).isEmpty();
    }
  }

  @Test
  void anErasedPersonMayBeginANewAndTheObjectionHolds() {
    try (var host = fixture.open(folder)) {
      live(host);
      send(host, ADA, "forget", new Command.Erase());

      send(host, ADA, "again", event("Rode"));

      var state = host.read(host.key(ADA));
      assertThat(state.standing()).isEqualTo(Standing.OPEN);
      assertThat(state.objections()).hasSize(1);
      assertThat(state.journeys()).isEmpty();
      assertThat(host.people()).isEqualTo(2);
    }
  }

  private static void live(EmbeddedHost host) {
    send(host, Identifier.user("grace"), "1", event("Rode"));
    send(host, PHONE, "phone-7-of-ada-1", event("Asked"));
    send(host, ADA, "1", new Command.SetAttributes(Map.of("email", mail())));
    send(host, ADA, "ada-lovelace-1815/2", event("Asked"));
    send(host, PHONE, "seal", new Command.Seal(host.key(ADA)));
    Fixture.await("the hand-over", () -> host.read(host.key(ADA)).identifiers().contains(PHONE));
    send(host, ADA, "no", new Command.RaiseObjection(Objection.Scope.CHANNEL, "email"));
  }

  private static Value mail() {
    return Value.of("ada@analytical.example");
  }

  private List<String> traces() throws IOException {
    try (var files = Files.walk(folder)) {
      return holding(files.filter(Files::isRegularFile).toList());
    }
  }

  private static List<String> holding(List<Path> files) throws IOException {
    var found = new ArrayList<String>();
    for (var file : files) {
      var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      for (var trace : TRACES) {
        if (text.contains(trace)) {
          found.add(trace + " in " + file.getFileName());
        }
      }
    }
    return found;
  }
}
