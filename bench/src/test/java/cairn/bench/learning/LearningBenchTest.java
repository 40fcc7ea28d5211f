package cairn.bench.learning;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.bench.Printed;
import cairn.chance.Chance;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LearningBenchTest {
  @TempDir private Path folder;

  private static Printed run(String... arguments) {
    return Printed.by(with(arguments));
  }

  private static String[] with(String... arguments) {
    return Stream.concat(Stream.of("learning"), Stream.of(arguments)).toArray(String[]::new);
  }

  private Path table(int rows) throws IOException {
    var chance = new Chance(1);
    var text = new StringBuilder("\"how far, in km\",weather,way\n");
    for (int i = 0; i < rows; i++) {
      double far = 12 * chance.nextDouble();
      boolean rain = chance.nextInt(3) == 0;
      String way = far > 7 ? "train" : rain ? "bus" : "bicycle";
      text.append(far).append(',').append(rain ? "\"rain, wind\"" : "").append(',').append(way);
      text.append('\n');
    }
    return Files.writeString(folder.resolve("ways.csv"), text);
  }

  @Test
  void aClassifiedTableIsLearnedByTrialAndError() throws IOException {
    var printed = run("--bandit", table(3_000).toString(), "--label", "way", "--json");

    assertThat(printed.code()).isZero();
    assertThat(printed.out().lines()).hasSize(1);
    JsonNode json = printed.json();
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly("progressive_loss", "actions", "rounds");
    assertThat(json.path("actions").asInt()).isEqualTo(3);
    assertThat(json.path("rounds").asInt()).isEqualTo(3_000);
    assertThat(json.path("progressive_loss").asDouble()).isLessThan(0.15);
    assertThat(run("--bandit", folder.resolve("ways.csv").toString(), "--json").out())
        .isEqualTo(printed.out());
  }

  @Test
  void whatCannotBeMeasuredIsSaidAndTheOneJsonObjectSaysSoToo() throws IOException {
    var noColumn = run("--bandit", table(20).toString(), "--label", "mood", "--json");
    var noFile = run("--bandit", "no such file.csv", "--json");
    var noData = run("--json", "--data", folder.toString());
    var noPeople = run("--json", "--people", "0");

    assertThat(noColumn.err()).contains("mood", "weather");
    assertThat(noFile.err()).contains("no such file.csv");
    assertThat(noData.err()).contains("--data");
    assertThat(noPeople.err()).contains("--people");
    for (var printed : new Printed[] {noColumn, noFile, noData, noPeople}) {
      assertThat(printed.code()).isEqualTo(2);
      assertThat(printed.json().path("error").asText()).isNotEmpty();
    }
  }

  @Test
  void aTableOfAnyShapeIsRead() throws IOException {
    var text = new StringBuilder("\uFEFFid;\"what; they\nsay\";size;size;kind\r\n");
    for (int i = 0; i < 200; i++) {
      var say = i % 2 == 0 ? "\"yes; \"\"sure\"\"\nand more\"" : "NA";
      var size = i % 3 == 0 ? "" : i + ".5e1";
      text.append(i).append(';').append(say).append(';').append(size).append(";?;");
      text.append(i % 10 == 9 ? "" : i % 2 == 0 ? "a" : "b").append("\r\n\r\n");
    }
    Path file = Files.writeString(folder.resolve("odd.csv"), text);

    var printed = run("--bandit", file.toString(), "--label", "kind", "--json");

    assertThat(printed.err()).doesNotContain("Exception");
    JsonNode json = printed.json();
    assertThat(json.path("actions").asInt()).isEqualTo(2);
    assertThat(json.path("rounds").asInt()).isEqualTo(180);
    assertThat(json.path("progressive_loss").asDouble()).isLessThan(0.2);
  }

  @Test
  void aFileThatIsNoTableIsToldInWords() throws IOException {
    var open = Files.writeString(folder.resolve("open.csv"), "a,b\n1,\"2\n3,4\n");
    var binary = Files.write(folder.resolve("binary.csv"), new byte[] {(byte) 0xc3, 0x28, 0, 1});
    var empty = Files.writeString(folder.resolve("empty.csv"), "");
    var headerOnly = Files.writeString(folder.resolve("header.csv"), "a,b\n");

    assertThat(refused(open)).contains("line 2");
    assertThat(refused(binary)).contains("UTF-8");
    assertThat(refused(empty)).contains("empty");
    assertThat(refused(headerOnly)).contains("2 to 1000 classes");
    assertThat(refused(folder)).contains("no readable file");
  }

  private static String refused(Path file) throws IOException {
    var printed = run("--bandit", file.toString(), "--json");
    assertThat(printed.code()).isEqualTo(2);
    assertThat(printed.err()).doesNotContain("Exception");
    return printed.json().path("error").asText();
  }

  @Test
  void aRaggedLineIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("ragged.csv"), "a,b\n1,2\n1\n");

    assertThat(run("--bandit", file.toString()).err()).contains("line 3");
  }
}
