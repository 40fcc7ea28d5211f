package cairn.server.board;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.server.RunningServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A map becomes a journey that runs on a real server, and people are seen on it. */
final class LiveMapTest {
  private static final Map<String, String> FILES =
      Map.of(
          "blueprint.yaml", "id: clinic\nname: Clinic\n",
          "profile.yaml", "attributes:\n  email: text\n",
          "channels.yaml", "channels:\n  app: {name: App, kind: inbound}\n",
          "events.yaml", "events:\n  Letter read:\n  Letter lost:\n",
          "segments.yaml", "segments:\n  lost: {name: Lost, when: \"happened('Letter lost')\"}\n",
          "journeys/other.yaml",
              """
              id: other
              name: Another journey
              purpose: Something else
              stages: {one: {name: One}}
              begins: [{on: Letter read, at: wait}]
              steps:
                wait: {stage: one, name: Wait, waitFor: [], timeout: {after: 1d, then: done}}
                done: {stage: one, name: Done, end: achieved}
                "no": {stage: one, name: No, end: declined}
              moves: [{on: Letter read, from: [wait], to: "no"}]
              """);

  @TempDir private Path folder;
  private RunningServer running;
  private String board;

  @BeforeEach
  void start() throws Exception {
    running = new RunningServer(folder);
    var published =
        running.post(
            "/v1/blueprint", new ObjectMapper().writeValueAsString(Map.of("files", FILES)));
    assertThat(published.status()).as(published.text()).isEqualTo(200);
    var made =
        running.post("/v1/boards", "{\"title\":\"Patient visit\",\"template\":\"patient-visit\"}");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    board = "/v1/boards/" + made.json().path("id").asText();
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private JsonNode publish(String body) {
    var published = running.post(board + "/publish", body);
    assertThat(published.status()).as(published.text()).isEqualTo(200);
    return published.json();
  }

  private JsonNode runs() {
    return running.get(board + "/running").json();
  }

  private static JsonNode step(JsonNode runs, String id) {
    return StreamSupport.stream(runs.path("steps").spliterator(), false)
        .filter(step -> step.path("step").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private String beginning() {
    for (var step : running.get(board + "/proposal").json().path("steps")) {
      if (step.path("beginning").asBoolean()) {
        return step.path("id").asText();
      }
    }
    throw new AssertionError("the template says where it begins");
  }

  private String eventOf(String step) {
    for (var each : running.get(board + "/proposal").json().path("steps")) {
      if (each.path("id").asText().equals(step)) {
        return each.path("event").asText();
      }
    }
    throw new AssertionError(step);
  }

  private void happens(String person, String event) {
    var answer =
        running.post("/v1/events", "{\"person\":\"%s\",\"name\":\"%s\"}".formatted(person, event));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @Test
  void thePlanSaysWhatWouldRunAndChangesNothing() {
    var plan = running.get(board + "/plan").json();

    assertThat(plan.path("journey").asText()).isEqualTo("patient-visit");
    assertThat(plan.path("canRun").asBoolean()).isTrue();
    assertThat(plan.path("problems")).isEmpty();
    assertThat(plan.path("runs").asBoolean()).isFalse();
    assertThat(plan.path("mayPublish").asBoolean()).isTrue();
    assertThat(plan.path("events").toString()).contains("Letter read");
    assertThat(plan.path("says").size()).isPositive();
    assertThat(running.get("/v1/journeys").text()).doesNotContain("patient-visit");
    assertThat(runs().path("people").asInt()).isZero();
    assertThat(runs().path("journey").isMissingNode() || runs().path("journey").isNull()).isTrue();
  }

  @Test
  void aPublishedMapRunsBesideWhatRanAndPeopleAreSeenOnIt() {
    var first = beginning();
    var published = publish("{\"manner\":\"live\"}");

    assertThat(published.path("journey").asText()).isEqualTo("patient-visit");
    assertThat(published.path("changed").asBoolean()).isTrue();
    var files = running.get("/v1/blueprint").json().path("files");
    assertThat(files.path("journeys/other.yaml").asText())
        .isEqualTo(FILES.get("journeys/other.yaml"));
    assertThat(running.publisher.current().orElseThrow().version())
        .isEqualTo(published.path("version").asInt());

    happens("ada", eventOf(first));

    RunningServer.await("Ada is seen", () -> step(runs(), first).path("now").asInt() == 1);
    assertThat(step(runs(), first).path("column").asText()).isNotEmpty();
    assertThat(runs().path("shadow").asBoolean()).isFalse();
  }

  @Test
  void aShadowFollowsPeopleAndGivesWayToTheRealJourney() {
    var first = beginning();
    assertThat(publish("{\"manner\":\"shadow\"}").path("journey").asText())
        .isEqualTo("patient-visit-shadow");
    happens("ada", eventOf(first));
    RunningServer.await("Ada is seen", () -> step(runs(), first).path("now").asInt() == 1);
    assertThat(runs().path("shadow").asBoolean()).isTrue();

    publish("{\"manner\":\"live\"}");

    assertThat(runs().path("shadow").asBoolean()).isFalse();
    assertThat(running.get("/v1/journeys").text()).doesNotContain("patient-visit-shadow");
    assertThat(running.delete(board + "/shadow").status()).isEqualTo(404);
  }

  @Test
  void aShadowIsNothingThatAPersonCouldBegin() {
    for (var element : running.get(board).json().path("snapshot").path("elements")) {
      if (element.path("beginning").asBoolean()) {
        change(element.path("id").asText(), "event", "");
      }
    }
    publish("{\"manner\":\"live\"}");
    publish("{\"manner\":\"shadow\"}");
    happens("ada", "Letter read");

    var path = running.post("/v1/people/user:ada/link", "{}").json().path("path").asText();
    var link = path.substring(path.indexOf('#') + 1);
    var choices = running.get("/v1/me/choices", "Cairn-Link", link).json();

    assertThat(choices.path("journeys").findValuesAsText("id"))
        .contains("patient-visit")
        .doesNotContain("patient-visit-shadow");
  }

  @Test
  void aShadowIsNowhereOnThePersonsOwnPage() {
    publish("{\"manner\":\"shadow\"}");
    happens("ada", eventOf(beginning()));
    var path = running.post("/v1/people/user:ada/link", "{}").json().path("path").asText();
    var link = path.substring(path.indexOf('#') + 1);

    for (var what : new String[] {"", "/timeline"}) {
      assertThat(running.get("/v1/people/user:ada" + what).text())
          .as("what colleagues see" + what)
          .contains("patient-visit-shadow");
      var own = running.get("/v1/me" + what, "Cairn-Link", link);
      assertThat(own.status()).isEqualTo(200);
      assertThat(own.text()).as("what Ada sees" + what).doesNotContain("patient-visit-shadow");
    }
  }

  @Test
  void aNewNameIsNoNewStepAndWhoStandsOnAStepThatGoesCanBeMoved() {
    var first = beginning();
    publish("{\"manner\":\"live\"}");
    happens("ada", eventOf(first));
    RunningServer.await("Ada is seen", () -> step(runs(), first).path("now").asInt() == 1);
    String column = step(runs(), first).path("column").asText();
    change(column, "name", "A quite different name");

    var plan = running.get(board + "/plan").json();

    assertThat(plan.path("inside").asInt()).isEqualTo(1);
    assertThat(plan.path("touched").asInt()).isEqualTo(1);
    assertThat(plan.path("changes")).hasSize(1);
    assertThat(plan.path("changes").get(0).path("kind").asText()).isEqualTo("changed");
    assertThat(plan.path("changes").get(0).path("parts").toString()).isEqualTo("[\"name\"]");
    int version = publish("{\"manner\":\"live\",\"move\":true}").path("version").asInt();
    RunningServer.await(
        "Ada is on the new version",
        () -> running.get("/v1/people/user:ada").text().contains("\"version\":" + version));
    assertThat(step(runs(), first).path("now").asInt()).isEqualTo(1);
  }

  @Test
  void aMapWithOpenQuestionsIsRefusedWithThem() {
    var made = running.post("/v1/boards", "{\"title\":\"Bare\"}").json().path("id").asText();

    var refused = running.post("/v1/boards/" + made + "/publish", "{\"manner\":\"live\"}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("problems")).isNotEmpty();
    var german =
        running.post(
            "/v1/boards/" + made + "/publish", "{\"manner\":\"live\"}", "Accept-Language", "de");
    assertThat(german.json().path("message").asText())
        .isEqualTo("Die Landkarte kann noch nicht laufen; was läuft, läuft weiter.");
    assertThat(german.json().path("problems").toString())
        .contains("Durch welche Abschnitte und Schritte geht der Mensch?");
    assertThat(running.post(board + "/publish", "{\"manner\":\"loud\"}").status()).isEqualTo(400);
    assertThat(running.get(board + "/plan?journey=NOT%20AN%20ID").status()).isEqualTo(400);
  }

  @Test
  void peopleLikeAPersonaAreCountedAndASmallGroupIsNot() {
    var personas = new java.util.ArrayList<String>();
    for (var element : running.get(board).json().path("snapshot").path("elements")) {
      if (element.path("kind").asText().equals("persona")) {
        personas.add(element.path("id").asText());
      }
    }
    String alike = board + "/personas/" + personas.getFirst() + "/alike";
    assertThat(running.get(alike).json().path("problem").asText()).isNotEmpty();
    rule(personas.getFirst(), "person.email == 'ada@example.org'");
    happens("ada", "Letter read");
    var none = running.get(alike).json();
    assertThat(none.path("few").asBoolean()).isTrue();
    assertThat(none.has("alike")).isFalse();
    assertThat(none.path("looked").asInt()).isEqualTo(1);

    rule(personas.getFirst(), "happened('Letter read')");
    assertThat(running.get(alike).json().path("problem").asText())
        .contains("\"Letter read\" happened is not remembered");
    rule(personas.getFirst(), "!has(person.email)");

    var few = running.get(alike).json();
    assertThat(few.path("few").asBoolean()).isTrue();
    assertThat(few.path("alike").isMissingNode() || few.path("alike").isNull()).isTrue();
    assertThat(running.get(board + "/personas/nobody/alike").status()).isEqualTo(404);
  }

  @Test
  void howManyAreAlikeDoesNotTellWhetherOnePersonIs() {
    String persona = "";
    for (var element : running.get(board).json().path("snapshot").path("elements")) {
      persona =
          element.path("kind").asText().equals("persona") ? element.path("id").asText() : persona;
    }
    String alike = board + "/personas/" + persona + "/alike";
    for (int person = 0; person < 44; person++) {
      happens("walker-" + person, "Letter lost");
    }
    happens("ada", "Letter read");

    rule(persona, "happened('Letter lost') && onJourney('other')");
    assertThat(running.get(alike).text()).contains("\"few\":true");
    rule(persona, "happened('Letter lost')");
    long told = running.get(alike).json().path("alike").asLong();
    rule(persona, "happened('Letter lost') || 1 > 2");
    long again = running.get(alike).json().path("alike").asLong();

    assertThat(told).isBetween(30L, 60L);
    assertThat(told % PersonaRoute.ROUNDED_TO).isZero();
    assertThat(again).as("the same people in other words").isEqualTo(told);
  }

  @Test
  void oneLessAmongAFewIsToldAsBefore() {
    lettersLost(9);

    var with = told("happened('Letter lost')");
    var without = told("happened('Letter lost') && !onJourney('other')");

    assertThat(with.path("alike").asLong()).isBetween(10L, 20L);
    assertThat(without).isEqualTo(with);
  }

  @Test
  void oneMoreThanAFewIsToldAsBefore() {
    lettersLost(9);

    var without = told("happened('Letter lost') && !onJourney('other')");
    var with = told("happened('Letter lost')");

    assertThat(without.path("few").asBoolean()).isTrue();
    assertThat(with).isEqualTo(without);
  }

  @Test
  void oneLessAmongManyIsToldAsBefore() {
    lettersLost(43);

    var with = told("happened('Letter lost')");
    var without = told("happened('Letter lost') && !onJourney('other')");

    assertThat(with.path("alike").asLong()).isBetween(30L, 60L);
    assertThat(without).isEqualTo(with);
  }

  /** Some whose letter is lost, and Ada, who is also on the other journey. */
  private void lettersLost(int besidesAda) {
    for (int person = 0; person < besidesAda; person++) {
      happens("walker-" + person, "Letter lost");
    }
    happens("ada", "Letter lost");
    happens("ada", "Letter read");
  }

  private JsonNode told(String rule) {
    String persona = "";
    for (var element : running.get(board).json().path("snapshot").path("elements")) {
      persona =
          element.path("kind").asText().equals("persona") ? element.path("id").asText() : persona;
    }
    rule(persona, rule);
    return running.get(board + "/personas/" + persona + "/alike").json();
  }

  private void rule(String persona, String rule) {
    change(persona, "segment", rule);
  }

  private void change(String element, String field, String words) {
    try (var leader = BoardPerson.on(running, board.substring(11)).join(0)) {
      leader.hears("welcome");
      leader.say(
          """
          {"type":"batch","batch":{"id":"%s","author":"system:local","label":"","ops":[
            {"op":"set","id":"%s","fields":{"%s":"%s"}}]}}\
          """
              .formatted("r" + words.hashCode(), element, field, words));
      leader.hears("revision");
    }
  }
}
