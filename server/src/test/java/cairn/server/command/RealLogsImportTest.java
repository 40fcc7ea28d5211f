package cairn.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole real logs, brought in by the command line as anybody would; counts as published. */
final class RealLogsImportTest {
  @TempDir private Path folder;

  private static Path data(String name) {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      var file = at.resolve("shared/data").resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    assumeTrue(false, "the data folder ../shared/data is absent, so " + name + " is not imported");
    throw new IllegalStateException("unreachable");
  }

  private JsonNode imported(Path log) {
    var store = folder.resolve("store").toString();
    var left = Terminal.run("import", log.toString(), "--store", store, "--json");
    assertThat(left.code()).as(left.err()).isZero();
    return left.json();
  }

  private static void counts(JsonNode told, int cases, int events, int activities, int variants) {
    assertThat(told.path("cases").asInt()).isEqualTo(cases);
    assertThat(told.path("events").asInt()).isEqualTo(events);
    assertThat(told.path("activities").asInt()).isEqualTo(activities);
    assertThat(told.path("variants").asInt()).isEqualTo(variants);
    assertThat(told.path("rejected").asInt()).isZero();
    assertThat(told.path("taken").asInt()).isGreaterThanOrEqualTo(events);
    assertThat(told.path("seconds").asDouble()).isPositive();
  }

  @Test
  void theBanksLoanLogComesInWhole() {
    var told = imported(data("augusto-benchmark/BPIC12.xes.gz"));

    counts(told, 13_087, 262_200, 24, 4_366);
  }

  @Test
  void theStudentsJourneysComeInWhole() {
    var told = imported(data("oulad/student-journeys.csv"));

    counts(told, 12_489, 61_171, 11, 112);
  }

  /** Every enrolment is a journey here, those who withdrew too. */
  @Test
  void theUniversitysTablesComeInJoined() {
    var told = imported(data("oulad/studentRegistration.csv").resolveSibling(""));

    assertThat(told.path("cases").asInt()).isEqualTo(32_593);
    assertThat(told.path("people").asInt()).isEqualTo(32_593);
    assertThat(told.path("rejected").asInt()).isZero();
  }
}
