package cairn.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.blueprint.file.ShippedBlueprints;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What blueprint check and serve say from the command line. */
final class BlueprintAndPortTest {
  @TempDir private Path folder;

  private Path shipped() throws IOException {
    for (var file : ShippedBlueprints.bundle("first-home").files().entrySet()) {
      var path = folder.resolve("blueprint").resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return folder.resolve("blueprint");
  }

  @Test
  void aGoodBlueprintIsGoodAndCanFollowWhatRuns() throws IOException {
    var files = shipped().toString();
    var store = folder.resolve("store").toString();

    var first = Terminal.run("blueprint", "check", files, "--json");
    var published = Terminal.run("blueprint", "publish", files, "--store", store, "--json");
    var next = Terminal.run("blueprint", "check", files, "--store", store, "--json");

    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.json().path("good").asBoolean()).isTrue();
    assertThat(published.json().path("version").asInt()).isEqualTo(1);
    assertThat(next.json().path("good").asBoolean()).isTrue();
  }

  @Test
  void everyMistakeHasItsPlaceAndTheObjectAnError() throws IOException {
    var files = shipped();
    Files.writeString(files.resolve("blueprint.yaml"), "id: first-home\nnam: First home\n");

    var bad = Terminal.run("blueprint", "check", files.toString(), "--json");

    assertThat(bad.code()).isEqualTo(1);
    assertThat(bad.json().path("error").asText()).contains("blueprint.yaml:");
    assertThat(bad.json().path("problems").findValuesAsText("line")).contains("2");
    var absent = Terminal.run("blueprint", "check", folder.resolve("no").toString(), "--json");
    assertThat(absent.json().path("error").asText()).contains("no folder");
  }

  @Test
  void aServerWhosePortIsTakenSaysSoAndEnds() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(taken.getLocalPort());

      var refused =
          Terminal.run(
              "serve", "--store", folder.resolve("s").toString(), "--port", port, "--json");

      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.json().path("error").asText()).contains("Port " + port, "--port");
    }
  }
}
