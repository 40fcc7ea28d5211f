package cairn.sim;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.sim.world.Worlds;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever opens the demo finds maps, people on the one that runs, and a person's own page. */
final class DemoMapsTest {
  private static final Instant PRESENT = Instant.parse("2026-03-02T11:00:00Z");
  private static final int PEOPLE = 60;
  private static final int FEW = 8;
  private static final String UNDELIVERED = "This could not be delivered";

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
      assertThat(titles(client, demo)).contains("It was sent").noneMatch(UNDELIVERED::equals);
    }
  }

  @Test
  void aLinkToAPersonsOwnPageOpensItForTheVisitorsWeekHoweverFastTheWorldRuns() throws Exception {
    try (var client = HttpClient.newHttpClient();
        var demo = new Demo(folder, 0, Worlds.bundle(), PRESENT, 7)) {
      demo.populate(Worlds.ALL, FEW);
      var made = post(client, demo, "/v1/people/user:home-000001/link");
      var link = made.path("path").asText().substring("/me#".length());

      demo.past(share -> {});

      var mine =
          client.send(
              request(demo, "/v1/me").header("Cairn-Link", link).build(), BodyHandlers.ofString());
      assertThat(mine.statusCode()).as("90 days on in the world").isEqualTo(200);
      assertThat(Instant.parse(mine.headers().firstValue("Cairn-Now").orElse("")))
          .as("what time it is in the world")
          .isAfterOrEqualTo(PRESENT);
    }
  }

  /** What everybody's story tells. */
  private static List<String> titles(HttpClient client, Demo demo) throws Exception {
    var titles = new ArrayList<String>();
    for (var person : get(client, demo, "/v1/people?limit=200").path("people")) {
      var path = "/v1/people/" + person.path("id").asText() + "/timeline?limit=200";
      titles.addAll(get(client, demo, path).findValuesAsText("title"));
    }
    return titles;
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
    return read(client, request(demo, path));
  }

  private static JsonNode post(HttpClient client, Demo demo, String path)
      throws IOException, InterruptedException {
    return read(
        client,
        request(demo, path)
            .header("X-Cairn", "1")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}")));
  }

  private static HttpRequest.Builder request(Demo demo, String path) {
    return HttpRequest.newBuilder(URI.create(demo.url()).resolve(path));
  }

  private static JsonNode read(HttpClient client, HttpRequest.Builder asking)
      throws IOException, InterruptedException {
    var answer = client.send(asking.build(), BodyHandlers.ofString());
    return new ObjectMapper().readTree(answer.body());
  }
}
