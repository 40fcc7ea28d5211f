package cairn.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.log.Entry;
import cairn.person.Identifier;
import cairn.server.Folder;
import cairn.server.Installation;
import cairn.server.Settings;
import cairn.workspace.account.EmailAddress;
import cairn.workspace.account.InvitationOutcome;
import cairn.workspace.account.Role;
import cairn.workspace.account.StaffName;
import cairn.workspace.audit.Actor;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** Backup, restore and doctor, from the command line on a real store. */
final class UpkeepTest {
  private static final int PEOPLE = 40;

  @TempDir private Path folder;
  private Path store = Path.of("");
  private Path backup = Path.of("");

  @BeforeEach
  void name() {
    store = folder.resolve("store");
    backup = folder.resolve("backup");
  }

  private Settings settings() {
    return Settings.DEFAULTS.with(Map.of("store", store.toString(), "port", "0"));
  }

  private static Identifier person(int number) {
    return Identifier.user("person-" + number);
  }

  private static void ride(Installation installation, int number) {
    send(installation, number, "rode", new Command.TakeEvent("Rode", null, Map.of()));
  }

  private static void send(Installation installation, int number, String id, Command command) {
    var who = person(number);
    var envelope =
        new Envelope(
            installation.host().key(who),
            who,
            id,
            Entry.Origin.LIVE,
            Instant.parse("2026-03-02T12:00:00Z"),
            command);
    assertThat(installation.host().submit(envelope, Priority.INTERACTIVE).join())
        .isInstanceOf(Outcome.Taken.class);
  }

  private void fill() {
    try (var installation = open()) {
      for (int i = 0; i < PEOPLE; i++) {
        ride(installation, i);
      }
    }
  }

  private Installation open() {
    return Installation.open(settings(), InstantSource.system());
  }

  private static void hireSomebody(Installation installation) {
    var invited =
        installation
            .workspace()
            .invitations()
            .invite(
                Actor.COMMAND_LINE,
                EmailAddress.parse("ada@example.org").orElseThrow(),
                StaffName.parse("Ada").orElseThrow(),
                Set.of(Role.OPERATOR));
    var token = ((InvitationOutcome.Invited) invited).token();
    installation
        .workspace()
        .invitations()
        .accept(token.text(), StaffName.parse("Ada").orElseThrow(), "correct horse battery");
  }

  @Test
  void aRestingStoreIsBackedUpAndComesBackWhole() {
    fill();

    var made = Terminal.run("backup", backup.toString(), "--store", store.toString(), "--json");

    assertThat(made.code()).as(made.err()).isZero();
    assertThat(made.json().path("files").asInt()).isPositive();
    assertThat(made.json().path("workspace").asBoolean()).isTrue();
    store = folder.resolve("other");
    var back = Terminal.run("restore", backup.toString(), "--store", store.toString(), "--json");
    assertThat(back.code()).as(back.err()).isZero();
    assertThat(back.json().path("people").asInt()).isEqualTo(PEOPLE);
    try (var installation = open()) {
      assertThat(installation.host().people()).isEqualTo(PEOPLE);
    }
  }

  /** Somebody else has the port of a server that crashed; whatever they hear must not be a key. */
  @Test
  void whoeverAnswersAtTheAddressOfAServerThatIsGoneIsNotSpokenWith() throws Exception {
    var heard = new AtomicInteger();
    var stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stranger.createContext(
        "/",
        call -> {
          heard.incrementAndGet();
          call.sendResponseHeaders(200, 2);
          call.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
          call.close();
        });
    stranger.start();
    var gone = new ProcessBuilder("true").start();
    gone.waitFor();
    try (var installation = open()) {
      hireSomebody(installation);
      var url = "http://127.0.0.1:" + stranger.getAddress().getPort();
      for (var process : List.of("", gone.pid() + " 2026-01-01T00:00:00Z")) {
        Files.writeString(Path.of(store.toString(), "server.url"), url + "\n" + process + "\n");

        var made = Terminal.run("backup", backup.toString(), "--store", store.toString());

        assertThat(made.code()).isEqualTo(1);
      }
      assertThat(heard).hasValue(0);
      assertThat(installation.workspace().keys().anyGood()).isFalse();
    } finally {
      stranger.stop(0);
    }
  }

  @Test
  void aServerThatRunsIsAskedToBackUpEvenWhereTheHouseIsClosed() {
    fill();
    try (var installation = open()) {
      hireSomebody(installation);
      try (var server = installation.serve()) {
        ServerAddress.write(new Folder(store), server.url());

        var made = Terminal.run("backup", backup.toString(), "--store", store.toString(), "--json");

        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.err()).contains("Asking the server at " + server.url());
        var again = Terminal.run("backup", backup.toString(), "--store", store.toString());
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("is not empty");
      }
      assertThat(installation.workspace().keys().anyGood()).isFalse();
    }
    store = folder.resolve("other");
    assertThat(Terminal.run("restore", backup.toString(), "--store", store.toString()).out())
        .contains(PEOPLE + " people");
  }

  @Test
  void whoWasErasedAfterTheBackupStaysErasedWhereTheLedgerWasSaved() {
    fill();
    Terminal.run("backup", backup.toString(), "--store", store.toString());
    try (var installation = open()) {
      send(installation, 7, "erase", new Command.Erase());
      installation.host().scrub();
    }
    var ledger = store.resolve("erasures");

    store = folder.resolve("other");
    var back =
        Terminal.run(
            "restore",
            backup.toString(),
            "--store",
            store.toString(),
            "--erasures",
            ledger.toString(),
            "--json");

    assertThat(back.json().path("people").asInt()).isEqualTo(PEOPLE - 1);
    try (var installation = open()) {
      var host = installation.host();
      assertThat(host.read(host.key(person(7))).identifiers()).isEmpty();
      assertThat(host.read(host.key(person(8))).identifiers()).isNotEmpty();
    }
  }

  @Test
  void aStoreThatIsNotEmptyAndADamagedBackupAreRefused() throws IOException {
    fill();
    Terminal.run("backup", backup.toString(), "--store", store.toString());

    var full = Terminal.run("restore", backup.toString(), "--store", store.toString(), "--json");

    assertThat(full.code()).isEqualTo(1);
    assertThat(full.json().path("error").asText()).contains("is not empty", "--erasures");
    var workspace = backup.resolve("workspace.db");
    var bytes = Files.readAllBytes(workspace);
    bytes[bytes.length / 2] ^= 1;
    Files.write(workspace, bytes);
    var other = folder.resolve("other").toString();
    var damaged = Terminal.run("restore", backup.toString(), "--store", other);
    assertThat(damaged.code()).isEqualTo(1);
    assertThat(damaged.err()).contains(workspace.toString(), "damaged");
    assertThat(folder.resolve("other")).doesNotExist();
  }

  @Test
  void theDoctorFindsAHealthyStoreHealthyAndNamesADamagedFile() throws IOException {
    fill();
    try (var installation = open()) {
      installation.host().settle();
    }

    var well = Terminal.run("doctor", "--store", store.toString(), "--set", "port=0", "--json");

    assertThat(well.code()).as(well.out()).isZero();
    assertThat(well.json().path("good").asBoolean()).isTrue();
    assertThat(well.json().path("checks").findValuesAsText("check"))
        .contains(
            "java",
            "memory",
            "time zones",
            "port",
            "sync",
            "disk",
            "store",
            "blueprint",
            "outbox",
            "checksums",
            "workspace");
    Path table;
    try (var files = Files.list(store.resolve("db"))) {
      table = files.filter(file -> file.toString().endsWith(".sst")).findFirst().orElseThrow();
    }
    var bytes = Files.readAllBytes(table);
    bytes[bytes.length / 3] ^= 0x20;
    Files.write(table, bytes);
    var ill = Terminal.run("doctor", "--store", store.toString(), "--set", "port=0");
    assertThat(ill.code()).isEqualTo(1);
    assertThat(ill.out()).contains(String.valueOf(table.getFileName()), "./cairn restore");
  }

  @Test
  void theDoctorNamesAnEffectThatCannotBeRead() throws RocksDBException {
    fill();
    var nobody = new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 'x'};
    putIntoOutbox(nobody, new byte[] {-1, -1, -1, -1});

    var ill = Terminal.run("doctor", "--store", store.toString(), "--set", "port=0");

    assertThat(ill.code()).isEqualTo(1);
    assertThat(ill.out()).contains("A row of outbox is damaged", "Erasing the person", "checksums");
  }

  /** Writes into the files below the store: no front door lets anything damaged in. */
  private void putIntoOutbox(byte[] key, byte[] value) throws RocksDBException {
    var path = store.resolve("db").toString();
    var families = new ArrayList<ColumnFamilyDescriptor>();
    try (var options = new Options()) {
      for (var name : RocksDB.listColumnFamilies(options, path)) {
        families.add(new ColumnFamilyDescriptor(name));
      }
    }
    var handles = new ArrayList<ColumnFamilyHandle>();
    try (var options = new DBOptions();
        var database = RocksDB.open(options, path, families, handles)) {
      for (var handle : handles) {
        if (new String(handle.getName(), StandardCharsets.US_ASCII).equals("outbox")) {
          database.put(handle, key, value);
        }
        handle.close();
      }
    }
  }

  @Test
  void theDoctorSeesWhoTakesThePortAndWhatIsWrongInBlueprintFiles() throws IOException {
    var files = Files.createDirectories(folder.resolve("blueprint"));
    Files.writeString(files.resolve("blueprint.yaml"), "id: [");
    try (var taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      var ill =
          Terminal.run(
              "doctor",
              "--store",
              store.toString(),
              "--set",
              "port=" + taken.getLocalPort(),
              "--blueprint",
              files.toString(),
              "--json");

      assertThat(ill.code()).isEqualTo(1);
      var checks = ill.json().path("checks");
      assertThat(checks.toString()).contains("is not free").contains("blueprint check");
      assertThat(ill.json().path("error").asText()).contains("Port " + taken.getLocalPort());
    }
    assertThat(store).doesNotExist();
  }

  @Test
  void aCommandUsedWronglyAnswersOneObjectAndTwo() {
    var wrong = Terminal.run("backup", "--json");
    var unknown = Terminal.run("doctor", "--json", "--set", "prot=1");
    var nothing = Terminal.run("backup", backup.toString(), "--store", store.toString(), "--json");

    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.json().path("error").asText()).contains("DIR");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.json().path("error").asText()).contains("port");
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.json().path("error").asText()).contains("no store");
  }
}
