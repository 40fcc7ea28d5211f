package cairn.server.decide;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.server.RunningServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deciding, answering, asking why: over HTTP, on a real server. */
class DecisionsTest {
  private static final String TILE =
      "{\"person\":\"ada\",\"channel\":\"web\",\"placements\":[\"tile\"]}";

  private RunningServer server;

  @BeforeEach
  void start(@TempDir Path folder) {
    server = new RunningServer(folder);
    server.published.add(Shop.blueprint(2));
    var event = "{\"person\":\"ada\",\"name\":\"signed_in\",\"properties\":{\"page\":\"home\"}}";
    assertThat(server.post("/v1/events", event).status()).isEqualTo(200);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void wants(String kind) {
    var body = "{\"text\":\"A home for us\",\"kind\":\"" + kind + "\"}";
    assertThat(server.post("/v1/people/user:ada/purposes", body).status()).isLessThan(300);
  }

  private JsonNode decide(String body) {
    var answer = server.post("/v1/decisions", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private int respond(JsonNode decision, String rest) {
    var token = decision.at("/items/0/token").asText();
    return server.post("/v1/responses", "{\"token\":\"" + token + "\"," + rest + "}").status();
  }

  @Test
  void whoDeclaredNoPurposeIsAskedForOne() {
    var decision = decide(TILE);

    assertThat(decision.at("/items/0/action").asText()).isEqualTo("what");
    assertThat(decision.at("/items/0/content/question/choices")).hasSize(2);
  }

  @Test
  void whatServesThePurposeAndThePersonComesFirstWithItsReasons() {
    wants("home");

    var decision = decide(TILE);

    assertThat(decision.at("/items/0/action").asText()).isEqualTo("budget");
    assertThat(decision.at("/items/0/reasons/short").asText())
        .isEqualTo("It serves what you are trying to do: A home for us.");
    assertThat(decision.at("/items/0/reasons/influence").asText())
        .isEqualTo("boost: You learn to plan.");
  }

  @Test
  void aNoHoldsFromTheNextDecisionOn() {
    wants("home");
    var decision = decide(TILE);

    assertThat(respond(decision, "\"kind\":\"no\",\"reason\":\"not for me\"")).isEqualTo(200);

    assertThat(decide(TILE).at("/items/0/action").asText()).isEqualTo("mortgage");
    var whyNot = server.get("/v1/people/user:ada/why-not/budget?channel=web").json();
    assertThat(whyNot.at("/component").asText()).isEqualTo("objection");
    assertThat(whyNot.at("/counterfactuals/0/kind").asText()).isEqualTo("word");
  }

  @Test
  void theSameResponseTwiceIsOne() {
    wants("home");
    var decision = decide(TILE);
    var token = decision.at("/items/0/token").asText();
    var body = "{\"token\":\"" + token + "\",\"kind\":\"shown\"}";

    assertThat(server.post("/v1/responses", body).json().at("/duplicate").asBoolean()).isFalse();
    assertThat(server.post("/v1/responses", body).json().at("/duplicate").asBoolean()).isTrue();
  }

  @Test
  void aForgedTokenIsRefused() {
    var answer = server.post("/v1/responses", "{\"token\":\"AAAA\",\"kind\":\"shown\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/field").asText()).isEqualTo("token");
  }

  @Test
  void aPersonReadsWhatWasDecidedForThemAndNobodyElses() {
    wants("home");
    var id = decide(TILE).at("/decision").asText();
    server.post("/v1/events", "{\"person\":\"ben\",\"name\":\"looked\"}");

    var own = asThemselves("ada", "/v1/me/decisions/" + id);

    assertThat(own.json().at("/items/0/action").asText()).isEqualTo("budget");
    assertThat(own.json().at("/funnel")).isEmpty();
    assertThat(own.json().has("dropped")).isFalse();
    assertThat(asThemselves("ada", "/v1/me/decisions").json().at("/decisions")).hasSize(1);
    assertThat(asThemselves("ben", "/v1/me/decisions/" + id).status()).isEqualTo(404);
    assertThat(asThemselves("ben", "/v1/me/decisions").json().at("/decisions")).isEmpty();
  }

  private RunningServer.Answer asThemselves(String person, String path) {
    var link = server.post("/v1/people/user:" + person + "/link", "").json().at("/path").asText();
    return server.get(path, "Cairn-Link", link.substring(link.indexOf('#') + 1));
  }

  @Test
  void aDecisionIsReadAtThreeDepthsAndComesOutAgainToTheByte() {
    wants("home");
    var id = decide(TILE).at("/decision").asText();

    var person = server.get("/v1/decisions/" + id + "?depth=person").json();
    var steward = server.get("/v1/decisions/" + id + "?depth=steward").json();
    var replay = server.post("/v1/decisions/" + id + "/replay", "").json();

    assertThat(person.has("survivors")).isFalse();
    assertThat(person.at("/items/0/name").asText()).isEqualTo("Talk through your budget");
    assertThat(steward.at("/survivors/0/action").asText()).isEqualTo("budget");
    assertThat(steward.at("/survivors/0/class").asText()).isEqualTo("serves");
    assertThat(steward.at("/dropped/0/owner").asText()).isEqualTo("Law");
    assertThat(steward.at("/counterfactuals")).isNotEmpty();
    assertThat(replay.at("/same").asBoolean()).isTrue();
    assertThat(replay.at("/recorded").asText()).isEqualTo(replay.at("/again").asText());
  }

  @Test
  void whatWouldChangeARuleIsTheNearestFact() {
    wants("home");
    var whyNot = server.get("/v1/people/user:ada/why-not/seniors?channel=web").json();

    assertThat(whyNot.at("/sentence").asText()).isEqualTo("This is for people of 60 and more.");
    assertThat(whyNot.at("/counterfactuals/0/what").asText()).isEqualTo("age");
    assertThat(whyNot.at("/counterfactuals/0/to").asText()).isEqualTo("60");
  }

  @Test
  void theOrganisationsCapIsSilenceWithAReason() {
    wants("home");
    for (int i = 0; i < 5; i++) {
      var decision = decide(TILE);
      assertThat(respond(decision, "\"kind\":\"clicked\"")).isEqualTo(200);
    }

    var silent = decide(TILE);

    assertThat(silent.at("/items")).isEmpty();
    assertThat(silent.at("/silence/reason").asText()).isEqualTo("five-a-day");
  }

  @Test
  void badRequestsAreAnsweredPrecisely() {
    assertThat(server.post("/v1/decisions", "{\"person\":\"ada\",\"channel\":\"fax\"}").text())
        .contains("\"field\":\"channel\"")
        .contains("web");
    var placement =
        server.post(
            "/v1/decisions", "{\"person\":\"ada\",\"channel\":\"web\",\"placements\":[\"roof\"]}");
    assertThat(placement.status()).isEqualTo(400);
    assertThat(placement.text()).contains("tile");
    assertThat(server.post("/v1/decisions", "{\"channel\":\"web\"}").text())
        .contains("\"field\":\"person\"");
    assertThat(server.get("/v1/decisions/nonsense").status()).isEqualTo(404);
  }

  @Test
  void modelsLearnFromWhatPeopleDo() {
    wants("home");
    for (int i = 0; i < 3; i++) {
      respond(decide(TILE), "\"kind\":\"accepted\"");
    }

    RunningServer.await(
        "the model learnt",
        () ->
            server.get("/v1/models").json().at("/models").findValues("positives").stream()
                    .mapToLong(JsonNode::asLong)
                    .sum()
                > 0);
    assertThat(server.get("/v1/models/budget").json().at("/strongest")).isNotEmpty();
    assertThat(server.get("/v1/arms").json().at("/arms/0/accepted").asLong()).isPositive();
  }

  @Test
  void aSecondRefusalTakesNoAcceptanceAway() {
    wants("home");
    var accepted = decide(TILE);
    respond(accepted, "\"kind\":\"accepted\"");
    decideFor("another", 50);
    var refused = decide("{\"person\":\"another\",\"channel\":\"web\",\"placements\":[\"tile\"]}");
    respond(refused, "\"kind\":\"notNow\",\"until\":\"2126-01-01T00:00:00Z\"");
    respond(refused, "\"kind\":\"no\"");
    respond(decide(TILE), "\"kind\":\"clicked\"");

    RunningServer.await(
        "all three are learned",
        () -> server.get("/v1/models/budget").json().at("/model/responses").asInt() == 3);
    assertThat(server.get("/v1/arms").json().at("/arms/0/accepted").asInt()).isEqualTo(2);
    assertThat(server.get("/v1/models/budget").json().at("/model/refusals").asInt()).isEqualTo(1);
  }

  @Test
  void whoLeftExperimentsIsNotCountedInTheComparisonOfArms() {
    decideFor("another", 50);
    server.post(
        "/v1/people/user:another/consents", "{\"subject\":\"experiments\",\"given\":false}");
    respond(
        decide("{\"person\":\"another\",\"channel\":\"web\",\"placements\":[\"tile\"]}"),
        "\"kind\":\"accepted\"");
    wants("home");
    respond(decide(TILE), "\"kind\":\"clicked\"");

    RunningServer.await(
        "both are learned",
        () -> server.get("/v1/models/budget").json().at("/model/responses").asInt() == 2);
    assertThat(server.get("/v1/arms").json().at("/arms/0/impressions").asInt()).isEqualTo(1);
    assertThat(server.get("/v1/arms").json().at("/arms/0/accepted").asInt()).isEqualTo(1);
  }

  @Test
  void whomAnActionIsChosenForIsToldByGroupsOfEnoughPeopleAlone() {
    server.published.add(Shop.byAge(3));
    for (int i = 0; i < 23; i++) {
      decideFor("person-" + i, i < 20 ? 50 : 30);
    }

    RunningServer.await(
        "the decisions are counted",
        () -> server.get("/v1/models").json().at("/fairness/0/groups/0/weighed").asInt() == 23);

    var budget = server.get("/v1/models").json().at("/fairness/0");
    assertThat(budget.at("/action").asText()).isEqualTo("budget");
    assertThat(budget.at("/by").asText()).isEqualTo("person.age");
    assertThat(budget.at("/groups")).as("three people are nobody's business").hasSize(1);
    assertThat(budget.at("/groups/0/group").asText()).isEqualTo("others");
    assertThat(budget.at("/groups/0/chosen").asDouble()).isEqualTo(1);
    assertThat(budget.at("/alert").asBoolean()).isFalse();
    assertThat(budget.at("/groups/0/reached").isMissingNode()).as("nobody answered").isTrue();
  }

  @Test
  void ofAGroupIsToldWhetherItReachesThoseWhoWantItAndWhetherTooMuchIsForetold() {
    server.published.add(Shop.byAge(3));
    for (int i = 0; i < 40; i++) {
      decideFor("person-" + i, 50);
      var ask = "{\"person\":\"person-" + i + "\",\"channel\":\"web\",\"placements\":[\"tile\"]}";
      respond(decide(ask), "\"kind\":\"" + (i < 30 ? "accepted" : "no") + "\"");
    }

    RunningServer.await(
        "all are learned",
        () -> server.get("/v1/models/budget").json().at("/model/responses").asInt() == 40);

    var group = server.get("/v1/models").json().at("/fairness/0/groups/0");
    assertThat(group.at("/reached").asDouble()).as("it is chosen for everybody").isEqualTo(1);
    assertThat(group.at("/overstated").asDouble())
        .as("three in four wanted it, which nobody foretold at first")
        .isBetween(-0.7, -0.05);
  }

  private void decideFor(String person, int age) {
    server.post("/v1/identify", "{\"userId\":\"" + person + "\",\"traits\":{\"age\":" + age + "}}");
    server.post(
        "/v1/people/user:" + person + "/purposes", "{\"text\":\"A home\",\"kind\":\"home\"}");
    decide("{\"person\":\"" + person + "\",\"channel\":\"web\",\"placements\":[\"tile\"]}");
  }

  @Test
  void everyModelStandsBesideNaiveBayesAndTheBaseRateOnTheSameOutcomes() {
    wants("home");
    for (int i = 0; i < 3; i++) {
      respond(decide(TILE), "\"kind\":\"accepted\"");
    }

    RunningServer.await(
        "three outcomes are learned",
        () -> server.get("/v1/models/budget").json().at("/model/responses").asInt() == 3);

    var detail = server.get("/v1/models/budget").json();
    assertThat(detail.at("/model/contest/outcomes").asInt()).isEqualTo(3);
    for (var rival : new String[] {"model", "naiveBayes", "baseRate"}) {
      assertThat(detail.at("/model/contest/" + rival + "/logLoss").asDouble()).isPositive();
    }
    var taken = server.get("/v1/model-snapshot");
    assertThat(taken.header("Content-Disposition")).contains("cairn-models-");
    assertThat(taken.json().at("/number").asLong()).isPositive();
    assertThat(taken.json().at("/predictors").get(0).asText()).isEqualTo("channel");
    assertThat(taken.json().findValues("weights").getFirst()).isNotEmpty();
  }

  @Test
  void theCatalogueIsReadAsItRuns() {
    var catalogue = server.get("/v1/catalogue").json();

    assertThat(catalogue.at("/issues/0/groups/0/actions/0/owner").asText()).isEqualTo("Home team");
    assertThat(catalogue.at("/policies/0/when").asText()).isEqualTo("person.age >= 60");
  }

  @Test
  void anOutboundRunQueuesWhatFreshDecisionsChose() {
    wants("home");
    var dry =
        server
            .post(
                "/v1/decisions/batch",
                "{\"channel\":\"mail\",\"placement\":\"letter\",\"dryRun\":true}")
            .json();
    awaitDone(dry.at("/run").asText());
    var looked = server.get("/v1/decisions/batch/" + dry.at("/run").asText()).json();
    assertThat(looked.at("/winners/budget").asLong()).isOne();
    assertThat(looked.at("/queued").asLong()).isZero();

    var run =
        server
            .post("/v1/decisions/batch", "{\"channel\":\"mail\",\"placement\":\"letter\"}")
            .json();
    awaitDone(run.at("/run").asText());

    var done = server.get("/v1/decisions/batch/" + run.at("/run").asText()).json();
    assertThat(done.at("/queued").asLong()).isOne();
  }

  private void awaitDone(String run) {
    RunningServer.await(
        "the run is done",
        () -> server.get("/v1/decisions/batch/" + run).json().at("/state").asText().equals("DONE"));
  }

  @Test
  void tryingKeepsNothing() {
    wants("home");

    var tried = server.post("/v1/decisions/try", TILE);

    assertThat(tried.json().at("/items/0/action").asText()).isEqualTo("budget");
    assertThat(server.get("/v1/people/user:ada/decisions").json().at("/decisions")).isEmpty();
  }
}
