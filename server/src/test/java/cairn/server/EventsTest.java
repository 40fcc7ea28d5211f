package cairn.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events come in by our own form, and what they move is seen at once. */
class EventsTest {
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
  void anEventBeginsAJourneyAndSaysWhereThePersonStands() {
    var answer =
        server.post("/v1/events", "{\"person\":\"ada\",\"name\":\"looked\",\"id\":\"e1\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("accepted").asInt()).isEqualTo(1);
    var result = answer.json().path("results").path(0);
    assertThat(result.path("id").asText()).isEqualTo("e1");
    assertThat(result.path("journeys").path(0).path("step").asText()).isEqualTo("looking");
  }

  @Test
  void theSameIdIsTakenOnce() {
    var event = "{\"person\":\"ada\",\"name\":\"looked\",\"id\":\"e1\"}";
    server.post("/v1/events", event);

    var again = server.post("/v1/events", event);

    assertThat(again.json().path("accepted").asInt()).isZero();
    assertThat(again.json().path("duplicates").asInt()).isEqualTo(1);
  }

  @Test
  void aBatchIsTakenWholeOrNotAtAll() {
    var answer =
        server.post(
            "/v1/events",
            """
            {"events":[{"person":"ada","name":"looked"},
                       {"person":"bo","name":""}]}
            """);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text())
        .isEqualTo(
            "{\"code\":\"invalid\",\"message\":\"Send 1 to 200 characters.\","
                + "\"field\":\"events[1].name\"}");
    assertThat(server.get("/v1/people/user:ada").status()).isEqualTo(404);
  }

  @Test
  void whatIsNotJsonOrUnknownOrTooMuchIsRefusedWithWords() {
    assertThat(server.post("/v1/events", "{\"person\":").json().path("message").asText())
        .isEqualTo("The body is not valid JSON.");
    assertThat(server.post("/v1/events", "{\"name\":\"looked\"}").json().path("field").asText())
        .isEqualTo("person");
    assertThat(
            server
                .post("/v1/events", "{\"person\":\"a\",\"name\":\"b\",\"at\":\"tomorrow\"}")
                .json()
                .path("field")
                .asText())
        .isEqualTo("at");
    var many = "{\"person\":\"a\",\"name\":\"b\"},".repeat(1_001);
    assertThat(
            server
                .post("/v1/events", "{\"events\":[" + many.substring(0, many.length() - 1) + "]}")
                .json()
                .path("message")
                .asText())
        .isEqualTo("Send at most 1000 events at once.");
    assertThat(server.post("/v1/events", " ".repeat(9 * 1024 * 1024)).status()).isEqualTo(413);
  }

  @Test
  void aTimeThatCannotBeKeptIsRefusedWhereverItStands() {
    var ancient = "-99999-01-01T00:00:00Z";
    var refusals =
        List.of(
            server.post(
                "/v1/events", "{\"person\":\"a\",\"name\":\"b\",\"at\":\"" + ancient + "\"}"),
            server.post(
                "/v1/track",
                "{\"userId\":\"a\",\"event\":\"b\",\"timestamp\":\"" + ancient + "\"}"),
            server.post(
                "/v1/imports",
                "{\"rows\":[{\"person\":\"a\",\"id\":\"i\",\"at\":\""
                    + ancient
                    + "\",\"values\":{}}]}"));

    assertThat(refusals).allMatch(answer -> answer.status() == 400);
    assertThat(refusals)
        .extracting(answer -> answer.json().path("field").asText())
        .containsExactly("at", "timestamp", "rows[0]");
  }

  @Test
  void rowsOfAnImportAreTakenAtTheirOwnTimesButNeverAheadOfNow() {
    var answer =
        server.post(
            "/v1/imports",
            """
            {"rows":[{"person":"ada","id":"i1","at":"2999-01-01T00:00:00Z","name":"looked",
                      "values":{"rooms":3,"garden":null}},
                     {"person":"bo","id":"i2","at":"2020-01-01T00:00:00Z","name":"looked"}]}
            """);

    assertThat(answer.json().path("taken").asInt()).isEqualTo(2);
    var seen = Instant.parse(server.get("/v1/people/user:ada").json().path("lastSeen").asText());
    assertThat(seen).isBefore(Instant.now().plusSeconds(1));
    assertThat(server.get("/v1/people/user:bo").json().path("lastSeen").asText())
        .isEqualTo("2020-01-01T00:00:00Z");
    var nested = "{\"person\":\"cy\",\"id\":\"i3\",\"at\":\"2020-01-01T00:00:00Z\",";
    assertThat(
            server
                .post("/v1/imports", "{\"rows\":[" + nested + "\"values\":{\"a\":[1]}}]}")
                .json()
                .path("field")
                .asText())
        .isEqualTo("rows[0].values.a");
  }

  @Test
  void whatOnePersonDidIsTakenInOrderAlsoWhenTheHostIsBusyInBetween() {
    server.host.busyOnce("e1");

    server.post(
        "/v1/events",
        """
        {"events":[{"person":"ada","name":"looked","id":"e1"},
                   {"person":"ada","name":"visit_booked","id":"e2"}]}
        """);

    var journey = server.get("/v1/people/user:ada").json().path("journeys").path(0);
    assertThat(journey.path("step").asText()).isNotEqualTo("looking");
  }

  @Test
  void aBusyHostSaysWhenToComeBack() {
    server.host.busy(true);

    var answer = server.post("/v1/events", "{\"person\":\"ada\",\"name\":\"looked\"}");

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).isEqualTo("7");
    assertThat(answer.json().path("code").asText()).isEqualTo("busy");
  }

  @Test
  void countsFollowAndTheFeedTellsWhoMoved() throws IOException {
    var feed = URI.create(server.url("/v1/feed?journey=first-home")).toURL().openConnection();
    try (var reader =
        new BufferedReader(new InputStreamReader(feed.getInputStream(), StandardCharsets.UTF_8))) {
      server.post(
          "/v1/events",
          """
          {"events":[{"person":"ada","name":"looked","properties":{"home":{"rooms":3}}},
                     {"person":"bo","name":"looked"},
                     {"person":"ada","name":"visit_booked"}]}
          """);

      String line = reader.readLine();
      while (!line.contains("\"to\":\"visiting\"")) {
        line = reader.readLine();
      }
      assertThat(line).startsWith("data: {\"at\":").contains("\"kind\":\"next\"");
    }

    RunningServer.await("both are counted", () -> people() == 2);
    var counts = server.get("/v1/journeys/first-home/counts").json();
    assertThat(counts.path("steps").path("visiting").path("now").asInt()).isEqualTo(1);
    assertThat(counts.path("steps").path("looking").path("now").asInt()).isEqualTo(1);
    assertThat(counts.path("steps").path("looking").path("arrivedLastHour").asInt()).isEqualTo(2);
    assertThat(counts.path("transitions").path("looking>thanks").asInt()).isEqualTo(1);
    var there = server.get("/v1/people?journey=first-home&step=visiting").json();
    assertThat(there.path("people").path(0).path("identifiers").path(0).path("value").asText())
        .isEqualTo("ada");
  }

  private int people() {
    return server.get("/v1/journeys/first-home/counts").json().path("people").asInt();
  }

  @Test
  void countsSurviveARestartAndFollowTheFeedFromThere() {
    server.post("/v1/events", "{\"person\":\"ada\",\"name\":\"looked\"}");
    RunningServer.await("ada is counted", () -> people() == 1);
    server.server.close();

    var parts =
        new CairnServer.Parts(
            server.host, server.published, server.workspace, java.time.InstantSource.system());
    var settings =
        Settings.DEFAULTS.with(java.util.Map.of("port", "0", "store", folder.toString()));
    try (var again = CairnServer.start(settings, parts)) {
      assertThat(again.port()).isPositive();
      RunningServer.await(
          "what was counted is still known",
          () -> {
            var counts =
                server
                    .send(
                        java.net.http.HttpRequest.newBuilder(
                            URI.create(again.url() + "/v1/journeys/first-home/counts")))
                    .json();
            return counts.path("people").asInt() == 1
                && counts.path("steps").path("looking").path("arrivedTotal").asInt() == 1;
          });
    }
  }
}
