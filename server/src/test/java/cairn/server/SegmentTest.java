package cairn.server;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.workspace.audit.Actor;
import cairn.workspace.key.Scope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Segment's wire format, message by message. */
class SegmentTest {
  @TempDir Path folder;
  private RunningServer server;

  @BeforeEach
  void start() {
    server = new RunningServer(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aTrackBecomesAnEventWithItsContextUnderTheBatchs() {
    var answer =
        server.post(
            "/v1/batch",
            """
            {"batch":[{"type":"track","messageId":"m1","userId":"ada","event":"looked",
               "properties":{"home":{"rooms":3,"tags":["old","bright"]},"price":1.5},
               "context":{"page":{"url":"/homes/7"},"ip":"10.0.0.1"}}],
             "context":{"page":{"title":"Homes"},"locale":"de-AT"},"writeKey":"any"}
            """);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"success\":true}");
    var story = server.get("/v1/people/user:ada/timeline").text();
    assertThat(story)
        .contains("Home rooms: 3")
        .contains("Home tags: old, bright")
        .contains("Context page url: /homes/7")
        .contains("Context page title: Homes")
        .contains("Context locale: de-AT")
        .doesNotContain("10.0.0.1");
  }

  @Test
  void anIdentifyWithBothIdsJoinsWhatADeviceDidToThePerson() {
    server.post("/v1/track", "{\"anonymousId\":\"d1\",\"event\":\"looked\",\"messageId\":\"1\"}");

    server.post(
        "/v1/identify",
        """
        {"userId":"ada","anonymousId":"d1","messageId":"2",
         "traits":{"name":"Ada","city":"Graz"}}
        """);

    var ada = server.get("/v1/people/anon:d1").json();
    assertThat(ada.path("name").asText()).isEqualTo("Ada");
    assertThat(ada.path("journeys").path(0).path("step").asText()).isEqualTo("looking");
    assertThat(ada.path("identifiers").findValuesAsText("value"))
        .containsExactlyInAnyOrder("ada", "d1");
  }

  @Test
  void anAliasJoinsAndATraitOfNullForgets() {
    server.post("/v1/identify", "{\"anonymousId\":\"d1\",\"traits\":{\"name\":\"Bo\"}}");
    server.post("/v1/alias", "{\"previousId\":\"d1\",\"userId\":\"bo\"}");
    assertThat(server.get("/v1/people/user:bo").json().path("name").asText()).isEqualTo("Bo");

    server.post("/v1/identify", "{\"userId\":\"bo\",\"traits\":{\"name\":null}}");

    assertThat(server.get("/v1/people/user:bo").json().has("name")).isFalse();
  }

  @Test
  void clocksThatAreWrongAreCorrected() {
    var theirNow = Instant.parse("2020-01-01T12:00:00Z");
    server.post(
        "/v1/batch",
        """
        {"sentAt":"%s","batch":[{"type":"track","userId":"ada","event":"looked",
          "timestamp":"%s"}]}
        """
            .formatted(theirNow, theirNow.minusSeconds(3_600)));

    var story = server.get("/v1/people/user:ada/timeline").json().path("entries");
    for (var entry : story) {
      if (entry.path("kind").asText().equals("event")) {
        var at = Instant.parse(entry.path("at").asText());
        assertThat(Duration.between(at, Instant.now()))
            .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
        return;
      }
    }
    throw new AssertionError("the event is not in the story");
  }

  @Test
  void aMessageSentAgainIsTakenOnce() {
    var message = "{\"userId\":\"ada\",\"event\":\"looked\",\"messageId\":\"same\"}";
    server.post("/v1/track", message);
    server.post("/v1/track", message);

    assertThat(server.get("/v1/people/user:ada").json().path("factCount").asInt()).isEqualTo(1);
  }

  @Test
  void whatIsWrongIsNamedAndNothingOfTheBatchIsTaken() {
    var answer =
        server.post(
            "/v1/batch",
            """
            {"batch":[{"type":"track","userId":"ada","event":"looked"},
                      {"type":"track","userId":"ada"}]}
            """);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text())
        .isEqualTo(
            "{\"code\":\"invalid\",\"message\":\"This kind of message needs it.\","
                + "\"field\":\"batch[1].event\"}");
    assertThat(server.get("/v1/people/user:ada").status()).isEqualTo(404);
    var large = "x".repeat(40_000);
    assertThat(server.post("/v1/track", "{\"userId\":\"a\",\"event\":\"" + large + "\"}").status())
        .isEqualTo(400);
    assertThat(server.post("/v1/batch", "x".repeat(700_000)).status()).isEqualTo(413);
    server.host.busy(true);
    var busy = server.post("/v1/track", "{\"userId\":\"ada\",\"event\":\"looked\"}");
    assertThat(busy.status()).isEqualTo(429);
    assertThat(busy.header("Retry-After")).isEqualTo("7");
  }

  @Test
  void repeatedAndTrailingSlashesAndGzipAreUnderstood() throws IOException {
    var body = "{\"batch\":[{\"type\":\"page\",\"userId\":\"ada\",\"name\":\"Home\"}]}";
    var zipped = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(zipped)) {
      zip.write(body.getBytes(StandardCharsets.UTF_8));
    }

    for (var path : new String[] {"/v1/import/", "//v1//batch", "/v1/import//v1/import/"}) {
      var answer =
          server.send(
              server
                  .request(path)
                  .header("Content-Type", "application/json")
                  .header("Content-Encoding", "gzip")
                  .POST(BodyPublishers.ofByteArray(zipped.toByteArray())));
      assertThat(answer.status()).as(path).isEqualTo(200);
    }
    var broken =
        server.send(
            server
                .request("/v1/batch")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString("plain")));
    assertThat(broken.status()).isEqualTo(400);
  }

  @Test
  void onceThereIsAKeyOnlyKeysWithTheScopeMaySend() {
    var keys = server.workspace.keys();
    var writer =
        keys.create(Actor.COMMAND_LINE, "shop", Set.of(Scope.EVENTS_WRITE)).secret().text();
    var reader = keys.create(Actor.COMMAND_LINE, "wall", Set.of(Scope.PEOPLE_READ)).secret().text();
    RunningServer.await(
        "keys are noticed", () -> server.post("/v1/track", track("unknown-key")).status() == 401);

    assertThat(server.post("/v1/track", track(writer)).status()).isEqualTo(200);
    assertThat(server.post("/v1/track", track(reader)).status()).isEqualTo(403);
    assertThat(server.post("/v1/track", track(writer), "Authorization", basic(writer)).status())
        .isEqualTo(200);
    assertThat(server.post("/v1/track", track(reader), "Authorization", basic(writer)).status())
        .isEqualTo(400);
  }

  private static String track(String key) {
    return "{\"userId\":\"ada\",\"event\":\"looked\",\"writeKey\":\"" + key + "\"}";
  }

  private static String basic(String key) {
    return "Basic "
        + Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
  }
}
