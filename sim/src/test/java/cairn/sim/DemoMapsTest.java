package cairn.sim;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.sim.world.Worlds;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever opens the demo finds maps, and people on the one that runs. */
final class DemoMapsTest {
  private static final Instant PRESENT = Instant.parse("2026-03-02T11:00:00Z");
  private static final int PEOPLE = 60;

  @TempDir private Path folder;

  @Test
  void theDemoBeginsWithMapsAndPeopleComeOnToTheOneThatWatches() throws Exception {
    try (var client = HttpClient.newHttpClient();
        var demo = new Demo(folder, 0, Worlds.bundle(), PRESENT, 7)) {
      var maps = get(client, demo, "/v1/boards");
      assertThat(maps.findValuesAsText("title"))
          .containsExactlyInAnyOrder("First home", "Cycle to work");

      demo.populate(Worlds.ALL, PEOPLE);
      demo.past(share -> {});

      var running = get(client, demo, "/v1/boards/" + id(maps, "First home") + "/running");
      assertThat(running.path("shadow").asBoolean()).isTrue();
      var seen = new ArrayList<Integer>();
      running.path("steps").forEach(step -> seen.add(step.path("seen").asInt()));
      assertThat(seen).filteredOn(people -> people > 0).hasSizeGreaterThan(5);
      assertThat(demo.truth().days()).as("decisions are told of").isNotEmpty();
    }
  }

  private static String id(JsonNode maps, String title) {
    for (var map : maps) {
      if (map.path("title").asText().equals(title)) {
        return map.path("id").asText();
      }
    }
    throw new AssertionError(title);
  }

  private static JsonNode get(HttpClient client, Demo demo, String path)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(demo.url()).resolve(path)).build();
    return new ObjectMapper().readTree(client.send(request, BodyHandlers.ofString()).body());
  }
}
