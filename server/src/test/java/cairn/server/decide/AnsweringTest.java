package cairn.server.decide;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.decision.measure.HarmAlarm;
import cairn.server.RunningServer;
import cairn.workspace.audit.Actor;
import cairn.workspace.key.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks, in which shapes, and what they tell of it: over HTTP, on a real server. */
class AnsweringTest {
  private static final String TILE = "\"channel\":\"web\",\"placements\":[\"tile\"]}";

  private RunningServer server;

  @BeforeEach
  void start(@TempDir Path folder) {
    server = new RunningServer(folder);
    server.published.add(Shop.withHero(2));
    var event = "{\"person\":\"ada\",\"name\":\"signed_in\"}";
    assertThat(server.post("/v1/events", event).status()).isEqualTo(200);
    wants("user:ada");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void wants(String who) {
    var body = "{\"text\":\"A home for us\",\"kind\":\"home\"}";
    assertThat(server.post("/v1/people/" + who + "/purposes", body).status()).isLessThan(300);
  }

  private JsonNode decide(String body) {
    var answer = server.post("/v1/decisions", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private JsonNode tile() {
    return decide("{\"person\":\"ada\"," + TILE);
  }

  private RunningServer.Answer respond(JsonNode decision, String rest) {
    var token = decision.at("/items/0/token").asText();
    return server.post("/v1/responses", "{\"token\":\"" + token + "\"," + rest + "}");
  }

  private void told(JsonNode decision, String rest) {
    var answer = respond(decision, rest);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().at("/accepted").asBoolean()).isTrue();
    assertThat(answer.json().at("/duplicate").asBoolean()).isFalse();
  }

  private JsonNode model(String action) {
    return server.get("/v1/models/" + action).json().at("/model");
  }

  @Test
  void aVisitorWithoutANameIsDecidedForAndStaysTheSame() {
    var visitor = "{\"anonymous\":\"browser-1\"," + TILE;

    var first = decide(visitor);

    assertThat(first.at("/items/0/action").asText()).isEqualTo("what");
    assertThat(decide(visitor).at("/person").asText()).isEqualTo(first.at("/person").asText());
    wants("anon:browser-1");
    assertThat(decide(visitor).at("/items/0/action").asText()).isEqualTo("budget");
  }

  @Test
  void eachPlaceIsFilledWithSomethingElseInTheOrderAsked() {
    var decision =
        decide(
            "{\"person\":\"ada\",\"channel\":\"web\",\"placements\":[\"tile\",\"hero\",\"tile\"]}");

    assertThat(decision.at("/items").findValuesAsText("placement"))
        .containsExactly("tile", "hero", "tile");
    assertThat(decision.at("/items").findValuesAsText("token")).doesNotHaveDuplicates();
    assertThat(actions(decision)).containsExactly("budget", "rates", "mortgage");
  }

  private static List<String> actions(JsonNode decision) {
    return decision.at("/items").valueStream().map(item -> item.at("/action").asText()).toList();
  }

  @Test
  void aLimitLeavesTheFirstPlacesFilled() {
    var decision =
        decide(
            "{\"person\":\"ada\",\"channel\":\"web\",\"placements\":[\"tile\",\"hero\"],"
                + "\"limit\":1}");

    assertThat(actions(decision)).containsExactly("budget");
  }

  @Test
  void aBundleComesAsOneWithThePartsItHolds() {
    var decision =
        decide("{\"person\":\"ada\",\"channel\":\"web\",\"placements\":[\"hero\",\"tile\"]}");

    assertThat(actions(decision)).containsExactly("start", "mortgage");
    var parts = decision.at("/items/0/parts");
    assertThat(parts.findValuesAsText("action")).containsExactly("budget", "seniors");
    assertThat(parts.at("/0/content/body").asText()).isEqualTo("Shall we?");
  }

  @Test
  void aNoToAPartKeepsTheBundleAway() {
    told(tile(), "\"kind\":\"no\"");

    var hero = decide("{\"person\":\"ada\",\"channel\":\"web\",\"placements\":[\"hero\"]}");

    assertThat(actions(hero)).containsExactly("rates");
  }

  @Test
  void whereNothingQualifiesTheAnswerIsSilenceInWords() {
    var body = "{\"scope\":\"everything\"}";
    assertThat(server.post("/v1/people/user:ada/objections", body).status()).isLessThan(300);

    var silent = tile();

    assertThat(silent.at("/items")).isEmpty();
    assertThat(silent.at("/silence/reason").asText()).isEqualTo("objection");
    assertThat(silent.at("/silence/sentence").asText()).isEqualTo("You said you do not want this.");
    assertThat(silent.at("/silence/owner").asText()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"kind\":\"shown\"",
        "\"kind\":\"clicked\"",
        "\"kind\":\"accepted\"",
        "\"kind\":\"no\",\"reason\":\"too early for me\"",
        "\"kind\":\"notNow\",\"until\":\"2100-01-01T00:00:00Z\"",
        "\"kind\":\"outcome\",\"value\":3.5",
        "\"kind\":\"harm\"",
      })
  void everyKindOfResponseIsTakenOnceHoweverOftenItIsSent(String response) {
    var decision = tile();

    told(decision, response);

    assertThat(respond(decision, response).json().at("/duplicate").asBoolean()).isTrue();
  }

  @Test
  void notNowHoldsUntilTheDateThatWasPicked() {
    var until = Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);

    told(tile(), "\"kind\":\"notNow\",\"until\":\"" + until + "\"");

    assertThat(actions(tile())).containsExactly("mortgage");
    var why = server.get("/v1/people/user:ada/why-not/budget?channel=web").json();
    assertThat(why.at("/component").asText()).isEqualTo("not-now");
    assertThat(why.at("/counterfactuals").findValuesAsText("to")).contains(until.toString());
  }

  @Test
  void whatCameOfItCountsThoughItComesBeforeTheWordThatItWasShown() {
    var decision = tile();

    told(decision, "\"kind\":\"outcome\",\"value\":2");
    told(decision, "\"kind\":\"shown\"");

    RunningServer.await(
        "the outcome is learnt", () -> model("budget").at("/positives").asLong() == 1);
  }

  @Test
  void aResponseThatComesLateCountsAtTheTimeItOccurred() {
    var decision = tile();
    var yesterday = Instant.now().minus(Duration.ofHours(20)).truncatedTo(ChronoUnit.SECONDS);

    told(decision, "\"kind\":\"accepted\",\"at\":\"" + yesterday + "\"");

    RunningServer.await(
        "the late yes is learnt", () -> model("budget").at("/positives").asLong() == 1);
  }

  @Test
  void whatPeopleReportAsHarmIsStoppedUntilSomebodyStartsItAgain() {
    for (int i = 0; i < HarmAlarm.HARMS_MIN; i++) {
      seenBefore("person-" + i, Acquaintance.SINCE);
      harmed("person-" + i);
    }

    RunningServer.await(
        "the action is stopped",
        () -> server.get("/v1/switches").json().at("/actions/0").asText().equals("budget"));
    assertThat(actions(tile())).containsExactly("mortgage");
    var why = server.get("/v1/people/user:ada/why-not/budget?channel=web").json();
    assertThat(why.at("/component").asText()).isEqualTo("stopped");
    var told = server.get("/v1/harm").json().at("/actions/0");
    assertThat(told.at("/name").asText()).isEqualTo("Talk through your budget");
    assertThat(told.at("/isStopped").asBoolean()).isTrue();
    assertThat(told.at("/last/people").asInt()).isEqualTo(HarmAlarm.HARMS_MIN);
    assertThat(told.at("/last/shown").asInt()).isEqualTo(HarmAlarm.HARMS_MIN);

    var key = server.workspace.keys().create(Actor.COMMAND_LINE, "Study", Set.of(Scope.INSIGHT));
    var bearer = "Bearer " + key.secret().text();
    var held = server.get("/v1/harm", "Authorization", bearer).json().at("/actions/0");
    assertThat(held.at("/isStopped").asBoolean()).isTrue();
    assertThat(held.at("/last/at").isTextual()).isTrue();
    for (var count : List.of("/people", "/visitors", "/shown", "/last/people", "/last/shown")) {
      assertThat(held.at(count).isNumber()).as(count + " of too few").isFalse();
    }

    var start = "{\"everything\":false,\"channels\":[],\"actions\":[],\"journeys\":[]}";
    assertThat(server.post("/v1/switches", start).status()).isEqualTo(200);
    assertThat(actions(tile())).containsExactly("budget");
    assertThat(server.get("/v1/harm").json().at("/actions/0/isStopped").asBoolean()).isFalse();
  }

  @Test
  void namesThatCameWithTheDecisionOrShortlyBeforeWeighAsVisitors() {
    for (int i = 0; i < HarmAlarm.HARMS_MIN; i++) {
      if (i % 2 == 0) {
        seenBefore("made-up-" + i, Acquaintance.SINCE.minusHours(1));
      }
      harmed("made-up-" + i);
    }

    RunningServer.await(
        "every report is counted",
        () ->
            server.get("/v1/harm").json().at("/actions/0/visitors").asInt() == HarmAlarm.HARMS_MIN);
    assertThat(server.get("/v1/harm").json().at("/actions/0/people").asInt()).isZero();
    assertThat(server.get("/v1/switches").json().at("/actions")).isEmpty();
  }

  /** Something of somebody is known from a log, from so long ago. */
  private void seenBefore(String person, Duration ago) {
    var row =
        "{\"person\":\"%s\",\"id\":\"row\",\"name\":\"signed_in\",\"at\":\"%s\"}"
            .formatted(person, Instant.now().minus(ago));
    var taken = server.post("/v1/imports", "{\"rows\":[" + row + "]}");
    assertThat(taken.json().at("/taken").asInt()).as(taken.text()).isEqualTo(1);
  }

  private void harmed(String person) {
    var asks = "{\"person\":\"" + person + "\"," + TILE;
    decide(asks);
    wants("user:" + person);
    var decision = decide(asks);
    assertThat(actions(decision)).containsExactly("budget");
    told(decision, "\"kind\":\"harm\",\"reason\":\"it cost me money\"");
  }

  @Test
  void aFewVisitorsWhoReportHarmStopNothingAndAreTold() {
    for (int i = 0; i < HarmAlarm.HARMS_MIN; i++) {
      var visitor = "{\"anonymous\":\"browser-" + i + "\"," + TILE;
      decide(visitor);
      wants("anon:browser-" + i);
      told(decide(visitor), "\"kind\":\"harm\"");
    }

    RunningServer.await(
        "every report is counted",
        () ->
            server.get("/v1/harm").json().at("/actions/0/visitors").asInt() == HarmAlarm.HARMS_MIN);
    assertThat(server.get("/v1/harm").json().at("/actions/0/last").isMissingNode()).isTrue();
    assertThat(server.get("/v1/switches").json().at("/actions")).isEmpty();
  }

  @Test
  void onePersonWhoReportsHarmAgainAndAgainStopsNothing() {
    var decision = tile();
    for (int i = 0; i <= HarmAlarm.HARMS_MIN; i++) {
      told(decision, "\"kind\":\"harm\",\"id\":\"report-" + i + "\"");
    }
    var next = tile();
    told(next, "\"kind\":\"accepted\"");

    var action = actions(next).getFirst();
    RunningServer.await(
        "everything told is learnt", () -> model(action).at("/positives").asLong() == 1);
    assertThat(server.get("/v1/switches").json().at("/actions")).isEmpty();
  }

  @Test
  void aYesThatIsTakenBackCountsAsNone() {
    var decision = tile();
    told(decision, "\"kind\":\"accepted\"");
    RunningServer.await("the yes is learnt", () -> model("budget").at("/positives").asLong() == 1);

    told(decision, "\"kind\":\"outcome\",\"value\":0");

    RunningServer.await(
        "the yes is taken back",
        () -> server.get("/v1/arms").json().at("/arms/0/accepted").asLong() == 0);
  }
}
