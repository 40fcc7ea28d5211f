package cairn.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.server.Installation;
import cairn.server.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import from the command line: shown, stopped, gone on with, done again. */
final class ImportTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path folder;
  private String store = "";

  @BeforeEach
  void name() {
    store = folder.resolve("store").toString();
  }

  private Path log(int people, int events) throws IOException {
    var text = new StringBuilder("Traveller;What;When\n");
    for (int person = 0; person < people; person++) {
      for (int event = 0; event < events; event++) {
        text.append("p-").append(person).append(";Rode ").append(event % 5).append(';');
        text.append("%02d.03.2026 %02d:%02d%n".formatted(1 + event % 28, event / 28, person % 60));
      }
    }
    return Files.writeString(folder.resolve("rides.csv"), text);
  }

  private Terminal.Left bring(Path log, String... more) {
    var args = new ArrayList<>(List.of("import", log.toString(), "--store", store));
    args.addAll(List.of("--map", "case=Traveller", "--map", "activity=What"));
    args.addAll(List.of(more));
    return Terminal.run(args.toArray(String[]::new));
  }

  @Test
  void whatWasGuessedIsShownAndAgainBringsNothingNew() throws IOException {
    var log = log(50, 10);

    var first = bring(log, "--json");
    var again = bring(log, "--json", "--again");

    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.json().path("cases").asInt()).isEqualTo(50);
    assertThat(first.json().path("taken").asInt()).isEqualTo(500);
    assertThat(first.err()).contains("semicolons (guessed)", "When", "d.M.yyyy H:mm (guessed)");
    assertThat(again.json().path("taken").asInt()).isZero();
    assertThat(again.json().path("repeated").asInt()).isEqualTo(500);
  }

  @Test
  void columnsMayBeNamedInAFileAndWhatCannotBeUsedGoesToAnother() throws IOException {
    var log =
        Files.writeString(
            folder.resolve("rides.csv"),
            "a;b;c\n1;Rode;01.03.2026 10:00\n1;Parked;yesterday\n;Rode;02.03.2026 10:00\n");
    var mapping =
        Files.writeString(
            folder.resolve("mapping.yaml"),
            "case: a\nactivity: b\ntime: c\npattern: d.M.yyyy H:mm\nzone: Europe/Amsterdam\n");
    var rejects = folder.resolve("rejected.csv");

    var left =
        Terminal.run(
            "import",
            log.toString(),
            "--store",
            store,
            "--mapping",
            mapping.toString(),
            "--rejects",
            rejects.toString(),
            "--json");

    assertThat(left.code()).as(left.err()).isZero();
    assertThat(left.json().path("events").asInt()).isEqualTo(1);
    assertThat(left.json().path("rejected").asInt()).isEqualTo(2);
    assertThat(Files.readString(rejects)).contains("BAD_TIME").contains("NO_CASE");
  }

  @Test
  void whatCannotBeUsedIsToldByPlaceAndReasonAndNeverByWhatItSays() throws IOException {
    var log =
        Files.writeString(
            folder.resolve("rides.csv"),
            "Traveller;What;When\nada;Rode;01.03.2026 10:00\nada;Parked;on-ada-s-birthday\n");

    var left = bring(log);

    assertThat(left.err())
        .contains(
            "Rejected: row 2 (line 3), When: the time cannot be read; write it like the others")
        .doesNotContain("birthday");
  }

  /**
   * The import runs as a process and is interrupted once it noted a place to go on from; what a
   * second one brings must be exactly what is missing.
   */
  @Test
  void anImportThatWasInterruptedGoesOnWhereItStopped() throws Exception {
    int people = 4_000;
    int events = 20;
    var log = log(people, events);
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "import",
                log.toString(),
                "--store",
                store,
                "--map",
                "case=Traveller",
                "--map",
                "activity=What")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    var imports = Path.of(store).resolve("imports");
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!hasCursor(imports) && process.isAlive() && System.nanoTime() < until) {
      LockSupport.parkNanos(2_000_000);
    }
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    process.waitFor();

    var rest = bring(log, "--json");

    assertThat(rest.code()).as(rest.err()).isZero();
    assertThat(rest.json().path("resumed").asLong()).isPositive();
    var all = (long) people * events;
    assertThat(rest.json().path("events").asLong()).isLessThanOrEqualTo(all);
    try (var installation =
        Installation.open(Settings.DEFAULTS.with(Map.of("store", store)), InstantSource.system())) {
      assertThat(installation.host().people()).isEqualTo(people);
    }
    var again = bring(log, "--json", "--again");
    assertThat(again.json().path("taken").asLong()).as("nothing was missing").isZero();
    assertThat(again.json().path("repeated").asLong()).isEqualTo(all);
  }

  private static boolean hasCursor(Path imports) throws IOException {
    if (!Files.isDirectory(imports)) {
      return false;
    }
    try (var files = Files.list(imports)) {
      return files.anyMatch(file -> file.toString().endsWith(".cursor"));
    }
  }
}
