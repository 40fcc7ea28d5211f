package cairn.server.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.decision.DecisionRequest;
import cairn.engine.Host;
import cairn.server.RunningServer;
import cairn.server.http.HttpRefusal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trying a draft on everyone: over HTTP, on a real server. */
final class TrialsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Whoever is 40 may be told of a home for later, and only what it is worth to them counts. */
  private static final Map<String, String> DRAFT =
      Shop.files(
          Map.of(
              "features.yaml",
              """
              predictors: [channel, purpose]
              fairness: [{name: person.age, edges: [40, 60]}]
              """,
              "policies/all.yaml",
              """
              policies:
                seniors-only:
                  test: eligibility
                  action: seniors
                  when: person.age >= 40
                  sentence: This is for people of 40 and more.
                  owner: Law
              """,
              "arbitration.yaml",
              """
              a: 0
              classMax: 100
              choice: {greedy: true}
              arms: {perMille: 0}
              """));

  private RunningServer server;

  @BeforeEach
  void fiftyThreePeople(@TempDir Path folder) {
    server = new RunningServer(folder);
    server.published.add(Shop.blueprint(2));
    for (int i = 0; i < 53; i++) {
      person("person-" + i, i < 25 ? 30 : i < 50 ? 50 : 70);
    }
  }

  private void person(String name, int age) {
    server.post("/v1/identify", "{\"userId\":\"" + name + "\",\"traits\":{\"age\":" + age + "}}");
    server.post("/v1/people/user:" + name + "/purposes", "{\"text\":\"A home\",\"kind\":\"home\"}");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode begin(@Nullable Integer people) {
    return begin(people, DRAFT);
  }

  private JsonNode begin(@Nullable Integer people, Map<String, String> draft) {
    var body = JSON.createObjectNode();
    body.put("draft", "d1").put("channel", "web");
    body.putArray("placements").add("tile");
    var files = body.putObject("files");
    draft.forEach(files::put);
    if (people != null) {
      body.put("people", people);
    }
    var answer = server.post("/v1/trials", body.toString());
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private JsonNode done(JsonNode begun) {
    var path = "/v1/trials/" + begun.at("/id").asText();
    RunningServer.await(
        "the trial is done",
        () -> server.get(path).json().at("/trial/state").asText().equals("done"));
    return server.get(path).json();
  }

  @Test
  void aTrialOfEveryoneTellsStageByStageAndGroupByGroupWhatChanges() {
    var found = done(begin(null));

    assertThat(found.at("/trial/everyone").asBoolean()).isTrue();
    assertThat(found.at("/trial/of").asInt()).isEqualTo(53);
    assertThat(found.at("/trial/peoplePerSecond").asDouble()).isPositive();
    var result = found.at("/result");
    assertThat(result.at("/people").asInt()).isEqualTo(53);
    assertThat(result.at("/gain").asInt()).isEqualTo(28);
    assertThat(result.at("/lose").asInt()).isZero();
    assertThat(result.at("/moves/0/from").asText()).isEqualTo("budget");
    assertThat(result.at("/moves/0/toName").asText()).isEqualTo("A home for later");
    assertThat(result.at("/moves/0/people").asInt()).isEqualTo(28);
    var eligibility = stage(result, "eligibility");
    assertThat(eligibility.at("/droppedNow").asInt()).isEqualTo(50);
    assertThat(eligibility.at("/droppedThen").asInt()).isEqualTo(25);
    assertThat(eligibility.at("/peopleThen").asInt()).isEqualTo(53);
    assertThat(result.at("/drops/0/peopleNow").asInt()).isEqualTo(50);
  }

  private static JsonNode stage(JsonNode result, String name) {
    for (var stage : result.at("/funnel")) {
      if (stage.at("/stage").asText().equals(name)) {
        return stage;
      }
    }
    throw new AssertionError("nothing dropped at " + name + ": " + result.at("/funnel"));
  }

  /** Of fewer people, exact totals would speak of somebody; everyone are no sample. */
  @ParameterizedTest
  @ValueSource(strings = {"/v1/trials", "/v1/drafts/try"})
  void aSampleOfTooFewIsRefusedAndEveryoneOfAFewIsNot(String path) {
    assertThat(server.post(path, asking(52)).status()).isEqualTo(400);
    assertThat(server.post(path, asking(53)).status()).isEqualTo(200);
    for (int i = 53; i <= TrialAsks.PEOPLE_MIN; i++) {
      server.post("/v1/events", "{\"person\":\"person-" + i + "\",\"name\":\"signed_in\"}");
    }

    var refused = server.post(path, asking(TrialAsks.PEOPLE_MIN - 1));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/field").asText()).isEqualTo("people");
    assertThat(refused.json().at("/message").asText()).contains("at least 100 people");
    assertThat(server.post(path, asking(TrialAsks.PEOPLE_MIN)).status()).isEqualTo(200);
  }

  private static String asking(int people) {
    var body = JSON.createObjectNode().put("channel", "web").put("people", people);
    body.putArray("placements").add("tile");
    var files = body.putObject("files");
    DRAFT.forEach(files::put);
    return body.toString();
  }

  @Test
  void aSampleIsOfSoManyUnlessThereAreNoMore() {
    int least = TrialAsks.PEOPLE_MIN;
    assertThatThrownBy(() -> TrialAsks.sample(least - 1, least)).isInstanceOf(HttpRefusal.class);
    assertThatThrownBy(() -> TrialAsks.sample(0, 0)).isInstanceOf(HttpRefusal.class);
    assertThat(TrialAsks.sample(least, least + 1)).isEqualTo(least);
    assertThat(TrialAsks.sample(least, least)).isEqualTo(Trial.EVERYONE);
    assertThat(TrialAsks.sample(3, 3)).isEqualTo(Trial.EVERYONE);
  }

  @Test
  void groupsOfTooFewAreToldTogetherAndNeverMadeOutFromTheTotal() {
    var fairness = done(begin(null)).at("/result/fairness/0");

    assertThat(fairness.at("/by").asText()).isEqualTo("person.age");
    assertThat(fairness.at("/groups").findValuesAsText("group"))
        .containsExactly("40 to 60", "others");
    assertThat(fairness.at("/groups/0/shift/gain").asInt()).isEqualTo(25);
    assertThat(fairness.at("/groups/1/shift/people").asInt()).isEqualTo(28);
  }

  /**
   * Forty and more are the band from 40 to 60 and three more; told side by side, those stand out.
   */
  @Test
  void aSegmentThatTellsOfTooFewBesideAnotherGroupIsNotTold() {
    var segments =
        """
        segments:
          grown: {name: Grown, when: person.age >= 40}
          before-old: {name: Before old, when: person.age < 60}
          young: {name: Young, when: person.age < 35}
        """;
    server.published.add(Shop.blueprint(Shop.files(Map.of("segments.yaml", segments)), 3));
    for (int i = 0; i < 53; i++) {
      person("person-" + i, i < 25 ? 31 : i < 50 ? 51 : 71);
    }

    var beside = done(begin(null)).at("/result");
    var alone = done(begin(null, Shop.files(Map.of())));

    assertThat(beside.at("/groupsAreTold").asBoolean()).isTrue();
    assertThat(beside.at("/segments")).isEmpty();
    assertThat(alone.at("/result/segments").findValuesAsText("id"))
        .containsExactly("grown", "young");
  }

  private static final Map<String, String> FEWER =
      Shop.files(Map.of("policies/all.yaml", volumes(5)));

  private static String volumes(int units) {
    return """
    volumes:
      talks:
        action: budget
        units: %d
        per: 1d
        sentence: All talks of today are given.
        owner: Home team
    """
        .formatted(units);
  }

  @Test
  void unitsAreCountedDownOnBothSidesAsIfOneThreadWentThroughEverybody() {
    server.published.add(Shop.blueprint(Shop.files(Map.of("policies/all.yaml", volumes(10))), 3));

    var first = done(begin(null, FEWER)).at("/result");
    var second = done(begin(null, FEWER)).at("/result");

    var talks = first.at("/volumes/0");
    assertThat(talks.at("/now/left").asInt()).isEqualTo(10);
    assertThat(talks.at("/now/taken").asInt()).isEqualTo(10);
    assertThat(talks.at("/now/people").asInt()).isEqualTo(43);
    assertThat(talks.at("/then/taken").asInt()).isEqualTo(5);
    assertThat(talks.at("/then/people").asInt()).isEqualTo(48);
    assertThat(first.at("/changed").asInt()).isEqualTo(5);
    ((ObjectNode) first).remove("seconds");
    ((ObjectNode) second).remove("seconds");
    assertThat(first).isEqualTo(second);
  }

  @Test
  void whoCameWhenUnitsWereGoneIsToldWhatWasLeftForThem() {
    server.published.add(Shop.blueprint(Shop.files(Map.of("policies/all.yaml", volumes(10))), 3));
    var begun = begin(null, FEWER);
    done(begun);
    var path = "/v1/trials/" + begun.at("/id").asText() + "/people";

    var moved = server.get(path).json();
    assertThat(moved.at("/gain").size() + moved.at("/lose").size()).isEqualTo(5);
    for (var kind : List.of("/gain", "/lose")) {
      for (var mover : moved.at(kind)) {
        var both = server.get(path + "/" + mover.at("/person").asText()).json();
        assertThat(both.at("/now/items/0/action").asText()).isEqualTo("budget");
        assertThat(both.at("/then/items/0/action").asText()).isNotEqualTo("budget");
        assertThat(both.at("/then/dropped").findValuesAsText("owner")).contains("Home team");
      }
    }
  }

  /** The store breaks while people are read. */
  @Test
  void aTrialThatFailsWhileSomebodyWaitsHasNoResult() {
    var broken =
        (Host)
            Proxy.newProxyInstance(
                Host.class.getClassLoader(),
                new Class<?>[] {Host.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("scan")) {
                    throw new IllegalStateException("the disk is gone");
                  }
                  return method.invoke(server.host, arguments);
                });
    var running = server.published.current().orElseThrow();
    var request = new DecisionRequest("web", List.of("tile"), Map.of(), 1);
    var ask = new Trial.Ask(null, running, running, request, Trial.EVERYONE);
    var trial = new Trial("here", ask, broken, server.published, InstantSource.system());

    assertThatThrownBy(trial::finish).hasMessage("the trial failed");
  }

  @Test
  void whoGainsIsNamedAndBothDecisionsAreExplained() {
    var begun = begin(null);
    done(begun);
    var path = "/v1/trials/" + begun.at("/id").asText() + "/people";

    var people = server.get(path).json();
    assertThat(people.at("/gain")).hasSize(12);
    assertThat(people.at("/lose")).isEmpty();
    assertThat(people.at("/gain/0/then/0").asText()).isEqualTo("A home for later");
    var both = server.get(path + "/" + people.at("/gain/0/person").asText()).json();
    assertThat(both.at("/now/items/0/action").asText()).isEqualTo("budget");
    assertThat(both.at("/then/items/0/action").asText()).isEqualTo("seniors");
    assertThat(both.at("/now/dropped/0/owner").asText()).isEqualTo("Law");
  }

  @Test
  void aSampleIsOfSoManyAndTrialsOfADraftAreListedNewestFirst() {
    for (int i = 0; i < 200; i++) {
      person("other-" + i, 30);
    }
    var first = begin(TrialAsks.PEOPLE_MIN);
    var second = begin(null);

    assertThat(done(first).at("/result/people").asInt()).isEqualTo(TrialAsks.PEOPLE_MIN);
    done(second);
    var listed = server.get("/v1/trials?draft=d1").json();
    assertThat(listed.at("/trials").findValuesAsText("id"))
        .containsExactly(second.at("/id").asText(), first.at("/id").asText());
    assertThat(listed.at("/underWayMax").asInt()).isEqualTo(Trials.UNDER_WAY_MAX);
    assertThat(server.get("/v1/trials?draft=other").json().at("/trials")).isEmpty();
  }

  /** It is cancelled once a first shard's people were taken in. */
  @Test
  void aTrialThatEndsEarlyTellsNothingOfTheFewItFound() {
    var running = server.published.current().orElseThrow();
    var request = new DecisionRequest("web", List.of("tile"), Map.of(), 1);
    var ask = new Trial.Ask(null, running, running, request, Trial.EVERYONE);
    var few = new AtomicReference<@Nullable Trial>();
    var stopping =
        (Host)
            Proxy.newProxyInstance(
                Host.class.getClassLoader(),
                new Class<?>[] {Host.class},
                (proxy, method, arguments) -> {
                  var trial = few.get();
                  if (trial != null
                      && method.getName().equals("scan")
                      && trial.progress().people() > 0) {
                    trial.end(Trial.State.CANCELLED);
                  }
                  return method.invoke(server.host, arguments);
                });
    var trial = new Trial("here", ask, stopping, server.published, InstantSource.system());
    few.set(trial);

    trial.finish();

    assertThat(trial.progress().people()).isBetween(1L, 52L);
    int told = trial.read(found -> found.people());
    assertThat(told).isZero();
  }

  @Test
  void whatCannotBeTriedIsRefusedWithItsPlace() {
    var none = server.post("/v1/trials", "{\"channel\":\"web\",\"placements\":[]}");
    assertThat(none.status()).isEqualTo(400);
    var channel =
        server.post("/v1/trials", "{\"files\":{\"a.yaml\":\"a: [\"},\"channel\":\"web\"}");
    assertThat(channel.status()).isEqualTo(400);
    assertThat(channel.json().at("/field").asText()).isEqualTo("files");
    assertThat(server.get("/v1/trials/nonsense").status()).isEqualTo(404);
    var noText = server.post("/v1/trials", "{\"files\":{\"a.yaml\":null},\"channel\":\"web\"}");
    assertThat(noText.status()).isEqualTo(400);
    assertThat(noText.json().at("/field").asText()).isEqualTo("files");
    var files = JSON.valueToTree(DRAFT);
    var noName =
        server.post(
            "/v1/trials", "{\"files\":" + files + ",\"channel\":\"web\",\"placements\":[null]}");
    assertThat(noName.status()).isEqualTo(400);
    assertThat(noName.json().at("/field").asText()).isEqualTo("placements");
  }

  /** Trials wait at a gate in the store, so that what is under way stays so until it is opened. */
  @Test
  void soManyAreUnderWayAtOnceAndACancelledOneMakesRoom() {
    var gate = new CountDownLatch(1);
    var gated =
        (Host)
            Proxy.newProxyInstance(
                Host.class.getClassLoader(),
                new Class<?>[] {Host.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("scan")) {
                    gate.await();
                  }
                  return method.invoke(server.host, arguments);
                });
    var running = server.published.current().orElseThrow();
    var ask =
        new Trial.Ask(
            null,
            running,
            running,
            new DecisionRequest("web", List.of("tile"), Map.of(), 1),
            Trial.EVERYONE);
    var trials = new Trials(gated, server.published, InstantSource.system());
    try {
      var first = trials.begin(ask);
      for (int i = 1; i < Trials.UNDER_WAY_MAX; i++) {
        trials.begin(ask);
      }
      assertThatThrownBy(() -> trials.begin(ask)).isInstanceOf(HttpRefusal.class);

      first.end(Trial.State.CANCELLED);

      var another = trials.begin(ask);
      assertThat(first.progress().state()).isEqualTo(Trial.State.CANCELLED);
      gate.countDown();
      RunningServer.await(
          "the others are done", () -> another.progress().state() == Trial.State.DONE);
      assertThat(another.progress().people()).isEqualTo(53);
      assertThat(first.progress().state()).isEqualTo(Trial.State.CANCELLED);
    } finally {
      gate.countDown();
      trials.close();
    }
  }
}
