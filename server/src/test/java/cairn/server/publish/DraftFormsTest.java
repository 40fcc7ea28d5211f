package cairn.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.blueprint.file.ShippedBlueprints;
import cairn.server.RunningServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue of a draft changed place by place, as forms do, over HTTP. */
class DraftFormsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LENDING = "actions/borrowing.yaml";
  private static final List<String> FIRST_LOOK = List.of("groups", "loan", "actions", "first-look");

  @TempDir Path folder;
  private RunningServer server;
  private JsonNode draft;

  @BeforeEach
  void beginADraft() throws Exception {
    server = new RunningServer(folder);
    var files = ShippedBlueprints.bundle("first-home").files();
    good(server.post("/v1/blueprint", JSON.writeValueAsString(Map.of("files", files))));
    draft = begun("Look sooner");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aValueIsChangedInItsPlaceAndEverythingElseStaysToTheLetter() {
    var before = text(LENDING);

    draft = edited(put(LENDING, at(FIRST_LOOK, "valueOrganisation"), 85));

    assertThat(text(LENDING))
        .isEqualTo(before.replaceFirst("valueOrganisation: 60", "valueOrganisation: 85"));
    assertThat(action("first-look").at("/valueOrganisation").asText()).isEqualTo("85");
    var told = draft.at("/differences/0");
    assertThat(told.at("/before").asText() + " > " + told.at("/after").asText())
        .isEqualTo("60 > 85");
    assertThat(draft.at("/differences")).hasSize(1);
    assertThat(draft.at("/problems")).isEmpty();
  }

  @Test
  void aMistakeIsToldWithTheFieldItStandsIn() {
    draft =
        edited(
            put(LENDING, at(FIRST_LOOK, "valuePerson"), "person.budgt > 0.0 ? 1.0 : 2.0"),
            put(LENDING, at(FIRST_LOOK, "lever"), "much"),
            take(LENDING, at(FIRST_LOOK, "owner")));

    assertThat(draft.at("/problems")).hasSize(3);
    assertThat(problem("valuePerson").at("/what").asText()).isEqualTo("person has no budgt here.");
    assertThat(problem("valuePerson").at("/remedy").asText()).isEqualTo("Did you mean budget?");
    assertThat(problem("lever").at("/what").asText()).isEqualTo("A number is expected here.");
    assertThat(problem("owner").at("/what").asText()).isEqualTo("owner is missing.");
    assertThat(action("first-look").at("/lever").asText()).isEqualTo("much");
  }

  @Test
  void anActionIsWrittenOnceMoreWithTheRuleThatIsOnIt() {
    draft =
        edited(
            copy(LENDING, FIRST_LOOK, "second-look"),
            put(LENDING, List.of("groups", "loan", "actions", "second-look", "name"), "Look again"),
            copy("policies/all.yaml", List.of("policies", "looking-would-not-help"), "looking-2"),
            put("policies/all.yaml", List.of("policies", "looking-2", "action"), "second-look"));

    assertThat(draft.at("/problems")).isEmpty();
    assertThat(action("second-look").at("/valuePerson"))
        .isEqualTo(action("first-look").at("/valuePerson"));
    assertThat(draft.at("/differences/0/kind").asText()).isEqualTo("added");
    assertThat(draft.at("/differences/0/after").asText()).isEqualTo("Look again");
    assertThat(text("policies/all.yaml")).contains("  looking-2:\n    test: suitability\n");
  }

  @Test
  void anActionMovesToAGroupOfANewIssueWithAllThatIsSaidOfIt() {
    var before = text(LENDING);
    var from = before.indexOf("      first-look:");
    var said = before.substring(from, before.indexOf("      apply-online:"));
    var into = List.of("groups", "figures", "actions", "first-look");

    draft =
        edited(
            put("actions/clarity.yaml", List.of("issue"), "clarity"),
            put("actions/clarity.yaml", List.of("name"), "Seeing clearly"),
            put(
                "actions/clarity.yaml",
                List.of("groups", "figures"),
                Map.of("name", "Figures", "actions", Map.of())),
            move(LENDING, FIRST_LOOK, "actions/clarity.yaml", into));

    assertThat(draft.at("/problems")).isEmpty();
    assertThat(text(LENDING)).isEqualTo(before.replace(said, ""));
    assertThat(text("actions/clarity.yaml"))
        .startsWith("issue: clarity\nname: Seeing clearly\ngroups:\n  figures:\n")
        .contains("    actions:\n" + said.stripTrailing());
    var moved = difference("moved");
    assertThat(moved.at("/before").asText() + " > " + moved.at("/after").asText())
        .isEqualTo("The loan > Figures");
    assertThat(draft.at("/differences"))
        .noneMatch(one -> one.path("kind").asText().equals("removed"));

    draft = edited(put("actions/clarity.yaml", at(into, "lever"), 5));
    assertThat(draft.at("/differences"))
        .anyMatch(one ->
            one.path("path").path(4).asText().equals("lever") && one.path("after").asInt() == 5);
  }

  @Test
  void aRuleOnAGroupThatIsTakenOutIsToldInItsPlaceAndAnEmptyIssueGoesWithItsFile() {
    draft = edited(take(LENDING, List.of("groups", "loan")));
    assertThat(draft.at("/problems"))
        .anyMatch(one -> one.path("what").asText().equals("There is no group loan."));

    draft =
        edited(
            put("actions/spare.yaml", List.of("issue"), "spare"),
            put("actions/spare.yaml", List.of("groups"), Map.of()));
    assertThat(draft.path("files").has("actions/spare.yaml")).isTrue();
    draft = edited(take("actions/spare.yaml", List.of()));
    assertThat(draft.path("files").has("actions/spare.yaml")).isFalse();
  }

  @Test
  void anActionDoesNotMoveWhereOneOfItsNameStandsAndNothingIsLost() {
    var taken = at(List.of("groups", "loan", "actions"), "apply-online");

    var refused = post(move(LENDING, FIRST_LOOK, LENDING, taken));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/field").asText()).isEqualTo("edits[0].to");
    draft = good(server.get("/v1/drafts/" + draft.at("/id").asText()));
    assertThat(text(LENDING)).contains("first-look:", "apply-online:");
  }

  @Test
  void whatIsWrittenIntoAnActionThatMovedMeanwhileMakesNoSecondOne() {
    var group = List.of("groups", "loan", "actions");
    var into = List.of("groups", "elsewhere", "actions", "first-look");
    draft =
        edited(
            put(LENDING, List.of("groups", "elsewhere"), Map.of("name", "Elsewhere")),
            move(LENDING, FIRST_LOOK, LENDING, into));
    var before = text(LENDING);

    var refused = post(put(LENDING, at(FIRST_LOOK, "lever"), 5));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/field").asText()).isEqualTo("edits[0]");
    assertThat(refused.json().at("/message").asText()).contains("not here any more");
    draft = good(server.get("/v1/drafts/" + draft.at("/id").asText()));
    assertThat(text(LENDING)).isEqualTo(before);
    draft =
        edited(
            put(LENDING, at(into, "lever"), 5),
            put(LENDING, at(group, "new-one"), Map.of("name", "New")),
            put(LENDING, at(at(group, "new-one"), "lever"), 5));
    assertThat(action("first-look").at("/lever").asText()).isEqualTo("5");
    assertThat(action("new-one").at("/lever").asText()).isEqualTo("5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          papers-redy  | There is no action papers-redy. | Did you mean papers-ready?
          first-look   | A bundle does not hold itself.  | Take it out.
          papers-ready | papers-ready is a bundle too.   | Name the actions that it holds.
          """)
  void aBundleThatCannotBeIsToldAtThePartThatIsWrong(String part, String what, String remedy) {
    var papers = List.of("groups", "loan", "actions", "papers-ready", "bundle");
    draft =
        edited(
            put(LENDING, papers, List.of("fixed-or-not")),
            put(LENDING, at(FIRST_LOOK, "bundle"), List.of("apply-online", part)));

    assertThat(draft.at("/problems")).hasSize(1);
    var told = draft.at("/problems/0");
    assertThat(told.path("path").path(4).asText() + told.path("path").path(5).asText())
        .isEqualTo("bundle1");
    assertThat(told.path("what").asText()).isEqualTo(what);
    assertThat(told.path("remedy").asText()).isEqualTo(remedy);
  }

  @Test
  void aChannelAndWhatModelsLookAtAreLaidOutAndCheckedLikeEverythingElse() {
    draft =
        edited(
            put(
                "channels.yaml",
                List.of("channels", "letter"),
                Map.of("name", "Letter", "kind", "email")),
            put("channels.yaml", List.of("channels", "phone", "caps", "0", "contacts"), 99),
            put("features.yaml", List.of("predictors", "11"), "person.age"),
            put("features.yaml", List.of("predictors", "12"), "person.agge"));

    assertThat(draft.at("/problems"))
        .extracting(one -> one.path("what").asText())
        .containsExactlyInAnyOrder(
            "This is beyond a bound.",
            "Mail needs an address.",
            "age is a protected attribute; no model looks at it unless declared.",
            "There is no person.agge.");
    assertThat(draft.at("/forms/channels/3/caps/0/contacts").asText()).isEqualTo("99");
    assertThat(draft.at("/forms/features/predictors/11/name").asText()).isEqualTo("person.age");
    assertThat(draft.at("/forms/declared/attributes"))
        .anyMatch(
            one -> one.path("id").asText().equals("age") && one.path("sensitive").asBoolean());

    draft =
        edited(
            put("channels.yaml", List.of("channels", "letter", "address"), "email"),
            put("channels.yaml", List.of("channels", "phone", "caps", "0", "contacts"), 2),
            put(
                "features.yaml",
                List.of("predictors", "11"),
                Map.of("name", "person.age", "declared", "Pricing asks for it; decided by Law.")),
            take("features.yaml", List.of("predictors", "12")));
    assertThat(draft.at("/problems")).isEmpty();
    assertThat(text("features.yaml")).contains("# Age is protected: no model looks at it");

    draft =
        edited(
            put("features.yaml", List.of("predictors", "2", "bins"), 5),
            take("features.yaml", List.of("predictors", "3")));
    var told = new ArrayList<String>();
    for (var one : draft.at("/differences")) {
      if (one.at("/file").asText().equals("features.yaml")) {
        told.add(
            one.at("/path").toString()
                + one.at("/before").asText("")
                + " > "
                + one.at("/after").asText(""));
      }
    }
    assertThat(told)
        .containsExactly(
            "[\"predictors\",\"person.income\",\"bins\"]4 > 5",
            "[\"predictors\",\"person.savings\"]person.savings > ",
            "[\"predictors\",\"recent.Home viewed\"]recent.Home viewed > ",
            "[\"predictors\",\"recent.Bid lost\"]recent.Bid lost > ",
            "[\"predictors\",\"person.age\"] > person.age",
            "[\"predictors\",\"person.age\",\"declared\"]"
                + " > Pricing asks for it; decided by Law.");
  }

  @Test
  void manyWhoChangePlacesAtOnceLoseNothingOfEachOther() throws Exception {
    var fields = List.of("owner", "name", "lever", "valueOrganisation", "from", "until");
    var answers =
        atOnce(
            fields.stream()
                .map(field -> {
                  var body = JSON.createObjectNode();
                  body.set(
                      "edits", JSON.valueToTree(List.of(put(LENDING, at(FIRST_LOOK, field), "7"))));
                  return (Callable<RunningServer.Answer>)
                      () -> server.post(path(draft, "edits"), body.toString());
                })
                .toList());

    assertThat(answers).extracting(RunningServer.Answer::status).containsOnly(200);
    draft = good(server.get("/v1/drafts/" + draft.at("/id").asText()));
    for (var field : fields) {
      assertThat(action("first-look").at("/" + field).asText()).as(field).isEqualTo("7");
    }
  }

  @Test
  void allChangesOfOneRequestAreMadeOrNone() {
    var before = text(LENDING);

    var refused =
        post(put(LENDING, at(FIRST_LOOK, "lever"), 5), take(LENDING, List.of("groups", "no-such")));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/field").asText()).isEqualTo("edits[1]");
    draft = good(server.get("/v1/drafts/" + draft.at("/id").asText()));
    assertThat(text(LENDING)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"rev":1}                                                                  | edits
          {"rev":1,"edits":[]}                                                       | edits
          {"rev":1,"edits":[{"path":["a"],"kind":"put","value":1}]}                  | edits[0]
          {"rev":1,"edits":[{"file":"x.yaml","path":[],"kind":"put","value":1}]}     | edits[0].path
          {"rev":1,"edits":[{"file":"x.yaml","path":["a"],"kind":"drop"}]}           | edits[0].kind
          {"rev":1,"edits":[{"file":"x.yaml","path":["a"],"kind":"put"}]}            | edits[0].value
          {"rev":1,"edits":[{"file":"x.yaml","path":["a"],"kind":"put","value":1e999}]} | edits[0].value
          {"rev":1,"edits":[{"file":"x.yaml","path":["a"],"kind":"copy"}]}           | edits[0].as
          {"rev":1,"edits":[{"file":"x.json","path":["a"],"kind":"put","value":1}]}  | edits[0].file
          {"rev":1,"edits":[{"file":"x.yaml","path":[],"kind":"take"}]}              | edits[0].file
          {"rev":1,"edits":[{"file":"x.yaml","path":["a"],"kind":"move"}]}           | edits[0].to
          {"rev":1,"edits":[{"file":"x.yaml","path":["a"],"kind":"move","to":{"file":"x.yaml","path":["a","b"]}}]} | edits[0].to
          {"rev":1,"edits":[{"file":"x.yaml","path":["a"],"kind":"move","to":{"file":"x.json","path":["b"]}}]} | edits[0].to.file
          {"rev":1,"edits":[{"file":"x.yaml","path":["a"],"kind":"move","to":{"file":"y.yaml","path":["b"]}}]} | edits[0].path
          {"rev":1,"edits":[{"file":"../x","path":["a"],"kind":"put","value":1}]}    | files
          """)
  void aBadChangeIsRefusedByItsField(String body, String field) {
    var refused = server.post(path(draft, "edits"), body);

    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.json().at("/field").asText()).isEqualTo(field);
  }

  @Test
  void aRuleIsCheckedWhileItIsWrittenAndTriedOnAPerson() {
    server.post("/v1/events", "{\"person\":\"ada\",\"name\":\"Bid won\"}");

    var wrong = rule("count('Bid won', '60d') > person.budgt", "answer", null);
    assertThat(wrong.at("/good").asBoolean()).isFalse();
    assertThat(wrong.at("/mistakes/0/offset").asInt())
        .isEqualTo("count('Bid won', '60d') > person.".length());
    assertThat(wrong.at("/mistakes/0/remedy").asText()).isEqualTo("Did you mean budget?");

    var counted = rule("count('Bid won', '60d') * 10", "number", "user:ada");
    assertThat(counted.at("/value").asInt()).isEqualTo(10);
    var yes = rule("count('Bid won', '60d') == 1", "answer", "user:ada");
    assertThat(yes.at("/value").asBoolean()).isTrue();
    var unknown = rule("person.age > 18", "answer", "user:ada");
    assertThat(unknown.at("/good").asBoolean()).isTrue();
    assertThat(unknown.path("value").isNull() || unknown.path("value").isMissingNode()).isTrue();
  }

  @Test
  void ofManyWhoPublishOneDraftAtOnceOneDoesAndTheOthersAreToldWhoAndWhen() throws Exception {
    draft = approved(edited(put(LENDING, at(FIRST_LOOK, "lever"), 5)));

    var answers = atOnce(Stream.generate(() -> publishing(draft)).limit(6).toList());

    assertThat(answers).filteredOn(one -> one.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(one -> one.status() != 200)
        .allSatisfy(one -> {
          assertThat(one.status()).isEqualTo(409);
          assertThat(one.json().at("/message").asText())
              .matches(
                  "system:local let this run as version 2 on .* UTC; nothing is left to do\\.");
        });
    assertThat(server.get("/v1/blueprint").json().at("/version").asInt()).isEqualTo(2);
  }

  @Test
  void ofTwoDraftsApprovedBesideOneVersionOneRunsAndTheOtherIsLookedAtAgain() throws Exception {
    var one = approved(edited(put(LENDING, at(FIRST_LOOK, "lever"), 5)));
    draft = begun("Look later");
    var other = approved(edited(put(LENDING, at(FIRST_LOOK, "lever"), 6)));

    var answers = atOnce(List.of(publishing(one), publishing(other)));

    assertThat(answers).extracting(RunningServer.Answer::status).containsOnlyOnce(200, 409);
    var late = answers.stream().filter(each -> each.status() == 409).findFirst().orElseThrow();
    assertThat(late.json().at("/message").asText())
        .contains("let version 2 run on", "after this was approved");
    assertThat(server.get("/v1/blueprint").json().at("/version").asInt()).isEqualTo(2);
  }

  private Callable<RunningServer.Answer> publishing(JsonNode one) {
    return () -> server.post(path(one, "publish"), moveBody(one));
  }

  private static List<RunningServer.Answer> atOnce(List<Callable<RunningServer.Answer>> asks)
      throws InterruptedException, ExecutionException {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting =
          asks.stream()
              .map(ask ->
                  threads.submit(() -> {
                    start.await();
                    return ask.call();
                  }))
              .toList();
      start.countDown();
      var told = new ArrayList<RunningServer.Answer>();
      for (var answer : waiting) {
        told.add(answer.get());
      }
      return told;
    }
  }

  private JsonNode begun(String title) {
    return good(server.post("/v1/drafts", "{\"title\":\"" + title + "\"}"));
  }

  private JsonNode approved(JsonNode one) {
    var submitted = good(server.post(path(one, "submit"), moveBody(one)));
    return good(server.post(path(submitted, "approve"), moveBody(submitted)));
  }

  private JsonNode rule(String text, String gives, @Nullable String person) {
    var body = JSON.createObjectNode().put("text", text).put("gives", gives).put("person", person);
    return good(server.post(path(draft, "rule"), body.toString()));
  }

  /** One change of a place; what it does not need is null. */
  private record Edit(
      String file,
      List<String> path,
      String kind,
      @Nullable Object value,
      @Nullable String as,
      @Nullable Spot to) {}

  private record Spot(String file, List<String> path) {}

  private JsonNode edited(Edit... edits) {
    return good(post(edits));
  }

  private RunningServer.Answer post(Edit... edits) {
    var body = JSON.createObjectNode().put("rev", draft.at("/rev").asLong());
    body.set("edits", JSON.valueToTree(edits));
    return server.post(path(draft, "edits"), body.toString());
  }

  private static Edit put(String file, List<String> path, Object value) {
    return new Edit(file, path, "put", value, null, null);
  }

  private static Edit take(String file, List<String> path) {
    return new Edit(file, path, "take", null, null, null);
  }

  private static Edit copy(String file, List<String> path, String as) {
    return new Edit(file, path, "copy", null, as, null);
  }

  private static Edit move(String file, List<String> path, String toFile, List<String> to) {
    return new Edit(file, path, "move", null, null, new Spot(toFile, to));
  }

  private static List<String> at(List<String> path, String name) {
    return Stream.concat(path.stream(), Stream.of(name)).toList();
  }

  private String text(String file) {
    return draft.path("files").path(file).asText();
  }

  private JsonNode action(String id) {
    for (var one : draft.findValue("forms").findValues("actions")) {
      for (var action : one) {
        if (action.path("id").asText().equals(id)) {
          return action;
        }
      }
    }
    throw new AssertionError("there is no action " + id);
  }

  private JsonNode difference(String kind) {
    for (var one : draft.at("/differences")) {
      if (one.path("kind").asText().equals(kind)) {
        return one;
      }
    }
    throw new AssertionError("nothing is " + kind + ": " + draft.at("/differences"));
  }

  private JsonNode problem(String field) {
    for (var one : draft.at("/problems")) {
      if (one.path("path").path(one.path("path").size() - 1).asText().equals(field)) {
        return one;
      }
    }
    throw new AssertionError("nothing is told of " + field + ": " + draft.at("/problems"));
  }

  private static JsonNode good(RunningServer.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static String path(JsonNode draft, String word) {
    return "/v1/drafts/" + draft.at("/id").asText() + "/" + word;
  }

  private static String moveBody(JsonNode draft) {
    return "{\"rev\":" + draft.at("/rev").asLong() + "}";
  }
}
