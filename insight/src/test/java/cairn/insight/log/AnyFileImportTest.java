package cairn.insight.log;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.insight.log.ImportOutcome.Refused;
import cairn.insight.log.ImportOutcome.Stopped;
import cairn.insight.log.Problem.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for every file, and what is said of files that are no logs. */
final class AnyFileImportTest extends ImportFixture {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                  | EMPTY          | log is empty. Export the log again, with its events.",
        "'case,activity,time'| EMPTY          | log has a header and no rows. Export the log again, with its events.",
        "PK junk             | UNKNOWN_FORMAT | log is a ZIP archive or a spreadsheet. Unpack it, or save it as CSV.",
        "'{\"a\": 1}'        | UNKNOWN_FORMAT | log looks like JSON. Export the log as CSV or XES.",
        "prose without end   | UNKNOWN_FORMAT | log does not fall into columns by comma, semicolon, tab or bar. Name the delimiter, or check that this is a table.",
      })
  void whatIsNoLogIsRefusedInPlainWords(String content, Code code, String sentence)
      throws IOException {
    var refused = (Refused) run(write("log", content), ImportSettings.DEFAULTS);

    assertThat(refused.problems()).hasSize(1);
    assertThat(refused.problems().getFirst().code()).isEqualTo(code);
    assertThat(refused.problems().getFirst().sentence()).isEqualTo(sentence);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    var refused = (Refused) run(folder.resolve("none.csv"), ImportSettings.DEFAULTS);

    assertThat(refused.problems().getFirst().code()).isEqualTo(Code.UNREADABLE);
  }

  @Test
  void aTruncatedArchiveIsRefusedBeforeAnythingIsDelivered() throws IOException {
    var packed = gzip("case,activity,time\n" + "1,a,2026-01-01\n".repeat(5_000));
    var file = folder.resolve("log.csv.gz");
    Files.write(file, Arrays.copyOf(packed, packed.length / 2));

    var refused = (Refused) run(file, ImportSettings.DEFAULTS);

    assertThat(refused.problems().getFirst().sentence())
        .isEqualTo(
            "log.csv.gz ends in the middle of its compressed part. Fetch or pack the file again:"
                + " part of it is missing.");
    assertThat(collected.people).isEmpty();
  }

  @Test
  void aWholeArchiveIsReadWhateverItIsCalled() throws IOException {
    var file = folder.resolve("log.txt");
    Files.write(file, gzip("case,activity,time\n1,a,2026-01-01\n"));

    assertThat(done(file, ImportSettings.DEFAULTS).shape().compressed()).isTrue();
  }

  @Test
  void aLogOfWhichNoRowCanBeUsedIsNotCalledDone() throws IOException {
    var file = write("log.csv", "case,activity,time\n,a,2026-01-01\n");

    var stopped = (Stopped) run(file, ImportSettings.DEFAULTS);

    assertThat(stopped.problem().code()).isEqualTo(Code.EMPTY);
    assertThat(stopped.report().rejected()).isEqualTo(1);
  }

  @Test
  void namesTakenForActivitiesByMistakeStopTheImport() throws IOException {
    var log = new StringBuilder("case,activity,time\n");
    for (int row = 0; row <= JourneyCounter.ACTIVITIES_MAX; row++) {
      log.append("1,name ").append(row).append(",2026-01-01\n");
    }

    var stopped = (Stopped) run(write("log.csv", log.toString()), ImportSettings.DEFAULTS);

    assertThat(stopped.problem().code()).isEqualTo(Code.TOO_MANY_ACTIVITIES);
    assertThat(collected.people).isEmpty();
  }
}
