package cairn.insight.log;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.insight.log.LogMapping.Keep;
import cairn.insight.log.MappingResult.NotUnderstood;
import cairn.insight.log.MappingResult.Understood;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flags and small YAML files in; a mapping, or every mistake with its place, out. */
final class MappingSettingsTest {

  @TempDir Path folder;

  @Test
  void aFileMayNameEverything() throws IOException {
    var file =
        write(
            """
            # call centre
            case: Service ID
            activity: Operation
            time: Start Date
            person: Customer ID
            resource: Agent
            lifecycle: Part
            pattern: "d.M.yy H:mm"
            zone: Europe/Amsterdam
            epoch: 2013-10-01
            epoch-column: presentation
            epochs:
              2013J: 2013-10-01
              2013B: 2013-02-01
            keep: complete
            delimiter: tab
            encoding: latin1
            header: yes
            """);

    assertThat(MappingSettings.read(file, Map.of("person", "Client")))
        .isEqualTo(
            new Understood(
                new LogMapping(
                    "Service ID",
                    "Operation",
                    "Start Date",
                    "Client",
                    "Agent",
                    "Part",
                    "d.M.yy H:mm",
                    ZoneId.of("Europe/Amsterdam"),
                    LocalDate.of(2013, 10, 1),
                    "presentation",
                    Map.of("2013J", LocalDate.of(2013, 10, 1), "2013B", LocalDate.of(2013, 2, 1)),
                    Keep.COMPLETE,
                    '\t',
                    StandardCharsets.ISO_8859_1,
                    true)));
  }

  @Test
  void nothingSaidIsEverythingGuessed() throws IOException {
    assertThat(MappingSettings.of(Map.of())).isEqualTo(new Understood(LogMapping.GUESSED));
    assertThat(MappingSettings.read(write(""), Map.of()))
        .isEqualTo(new Understood(LogMapping.GUESSED));
  }

  @Test
  void everyMistakeIsNamedAtOnceWithItsPlaceAndARemedy() throws IOException {
    var file =
        write(
            """
            case: id
            activty: step
            zone: Europe/Amsterdm
            epoch: 1.10.2013
            keep: some
            encoding: utf-ninety
            header: perhaps
            delimiter: ", "
            time: [a, b]
            """);

    var result = (NotUnderstood) MappingSettings.read(file, Map.of());

    assertThat(result.problems())
        .extracting(Problem::sentence)
        .containsExactlyInAnyOrder(
            "line 2, column 1: There is no setting “activty”. Did you mean activity?",
            "line 3, column 1: “Europe/Amsterdm” is no zone. Did you mean Europe/Amsterdam?",
            "line 4, column 1: “1.10.2013” is no epoch. Write it like 2013-10-01.",
            "line 5, column 1: “some” is no keep. Say all or complete.",
            "line 6, column 1: “utf-ninety” is no encoding. Say UTF-8, ISO-8859-1 or"
                + " windows-1252.",
            "line 7, column 1: “perhaps” is no header. Say true or false.",
            "line 8, column 1: “, ” is no delimiter. Give one sign, or say tab, comma, semicolon or"
                + " bar.",
            "line 9, column 1: “time” has one value. Write name: value.");
  }

  @Test
  void brokenYamlIsNamedWithItsPlace() throws IOException {
    var result = (NotUnderstood) MappingSettings.read(write("case: \"id\ntime: x"), Map.of());

    assertThat(result.problems()).hasSize(1);
    assertThat(result.problems().getFirst().message()).isEqualTo("This is not YAML.");
    assertThat(result.problems().getFirst().place()).isNotNull();
  }

  @Test
  void aFileThatIsNotThereOrTooLongIsRefused() throws IOException {
    var missing = MappingSettings.read(folder.resolve("none.yaml"), Map.of());
    var large = write("#".repeat(MappingSettings.FILE_LENGTH_MAX + 1));

    assertThat(missing).isInstanceOf(NotUnderstood.class);
    assertThat(MappingSettings.read(large, Map.of())).isInstanceOf(NotUnderstood.class);
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(folder.resolve("mapping.yaml"), yaml);
  }
}
