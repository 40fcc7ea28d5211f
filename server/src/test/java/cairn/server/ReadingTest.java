package cairn.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People and journeys are read as the screens need them. */
class ReadingTest {
  @TempDir Path folder;
  private RunningServer server;

  @BeforeEach
  void start() {
    server = new RunningServer(folder);
    server.post(
        "/v1/events",
        """
        {"events":[{"person":"ada","name":"looked","id":"1","properties":{"city":"Graz"}},
                   {"person":"ada","name":"visit_booked","id":"2"}]}
        """);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aJourneyIsDrawnWithItsStepsWaysAndEndings() {
    var journey = server.get("/v1/journeys/first-home").json();

    assertThat(journey.path("purpose").asText()).isEqualTo("I want a home of my own");
    assertThat(journey.path("versions").toString()).isEqualTo("[1]");
    assertThat(journey.path("steps").path(0).toString())
        .isEqualTo(
            "{\"id\":\"looking\",\"name\":\"Looking around\",\"stage\":\"look\","
                + "\"kind\":\"waitFor\",\"description\":\"\"}");
    assertThat(journey.path("transitions").path(1).toString())
        .isEqualTo(
            "{\"from\":\"looking\",\"to\":\"left\",\"label\":\"after 30 days\",\"kind\":\"time\"}");
    assertThat(journey.path("endings").findValuesAsText("kind"))
        .containsExactly("achieved", "declined", "left");
  }

  @Test
  void aPersonIsReadByAnyNameWithWhatTheyWaitFor() {
    var ada = server.get("/v1/people/user:ada").json();
    var same = server.get("/v1/people/" + ada.path("id").asText()).json();

    assertThat(same.path("identifiers")).isEqualTo(ada.path("identifiers"));
    var journey = ada.path("journeys").path(0);
    assertThat(journey.path("stepName").asText()).isEqualTo("Visiting");
    assertThat(journey.path("state").asText()).isEqualTo("underWay");
    assertThat(journey.path("waits").path(0).path("for").asText())
        .isEqualTo("Bought or Advice wanted or Valued");
    assertThat(ada.path("factCount").asInt()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void aStoryIsToldInPlainSentencesNewestFirst() {
    var story = server.get("/v1/people/user:ada/timeline").json();

    assertThat(story.path("entries").findValuesAsText("title"))
        .containsSubsequence("You came to: Visiting", "You came to: Looking around", "Looked");
    var first = server.get("/v1/people/user:ada/timeline?limit=1").json();
    assertThat(first.path("next").asLong()).isGreaterThanOrEqualTo(2);
    var rest = server.get("/v1/people/user:ada/timeline?limit=1&before=2").json();
    assertThat(rest.path("entries").findValuesAsText("title")).contains("Looked");
  }

  @Test
  void aStoryAndItsWaitsAreToldInTheLanguageOfTheReader() {
    var story = server.get("/v1/people/user:ada/timeline", "Accept-Language", "de").json();
    var ada = server.get("/v1/people/user:ada", "Accept-Language", "de-CH,en;q=0.5").json();
    var journey = server.get("/v1/journeys/first-home", "Accept-Language", "de").json();

    assertThat(story.path("entries").findValuesAsText("title"))
        .containsSubsequence("Sie kamen zu: Visiting", "Looked");
    assertThat(ada.path("journeys").path(0).path("waits").path(0).path("for").asText())
        .isEqualTo("Bought oder Advice wanted oder Valued");
    assertThat(journey.path("transitions").path(1).path("label").asText())
        .isEqualTo("nach 30 Tagen");
  }

  @Test
  void peopleAreFoundByTheBeginningOfAWord() {
    RunningServer.await(
        "the search knows her",
        () -> server.get("/v1/people?query=AD").json().path("people").size() == 1);

    assertThat(server.get("/v1/people?query=nobody").json().path("people").size()).isZero();
    assertThat(server.get("/v1/people?query=%22*").status()).isEqualTo(200);
  }

  @Test
  void theInterfaceDescribesItself() {
    var document = server.get("/openapi.json").json();

    assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
    for (var route : server.server.table().routes()) {
      assertThat(
              document
                  .path("paths")
                  .path(route.path())
                  .has(route.method().name().toLowerCase(java.util.Locale.ROOT)))
          .as(route.method() + " " + route.path())
          .isTrue();
    }
    assertThat(document.path("components").path("schemas").has("Event")).isTrue();
    assertThat(server.get("/docs").text()).contains("/v1/people/{id}/timeline");
  }

  @Test
  void aServerWithoutItsScreenSaysSo() {
    var page = server.get("/anything/at/all");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(server.get("/v1/nothing").status()).isEqualTo(404);
    assertThat(server.get("/assets/../secret").status()).isEqualTo(404);
  }

  @Test
  void healthAndMeasuresAnswer() {
    assertThat(server.get("/health/ready").text()).isEqualTo("{\"status\":\"ready\"}");
    assertThat(server.get("/metrics").text())
        .contains("cairn_events_taken_total 2.0")
        .doesNotContain("ada");
    assertThat(server.get("/v1/status").json().path("blueprint").path("id").asText())
        .isEqualTo("homes");
  }
}
