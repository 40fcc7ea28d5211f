package cairn.server.decide;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.engine.Engine;
import cairn.person.Identifier;
import cairn.person.PersonState;
import cairn.server.RunningServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A step of a journey decides on the same path as a request: placed, seen, answered, learnt. */
final class JourneyDecidesTest {
  private static final String ITEMS = "/v1/people/user:ada/items?channel=web";

  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private RunningServer server;

  @BeforeEach
  void start(@TempDir Path folder) {
    mail.start();
    var port = Integer.toString(mail.getSmtp().getPort());
    server = new RunningServer(folder, Map.of("mailHost", "127.0.0.1", "mailPort", port));
    server.published.add(Shop.withJourney(2));
    happens("signed_in");
  }

  @AfterEach
  void stop() {
    server.close();
    mail.stop();
  }

  private void happens(String name) {
    var event = "{\"person\":\"ada\",\"name\":\"" + name + "\"}";
    assertThat(server.post("/v1/events", event).status()).isEqualTo(200);
  }

  private void says(String path, String body) {
    var answer = server.post("/v1/people/user:ada/" + path, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private JsonNode placed() {
    RunningServer.await("something is placed", () -> !items().isEmpty());
    return items().get(0);
  }

  private JsonNode items() {
    var answer = server.get(ITEMS);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("items");
  }

  private JsonNode respond(JsonNode placed, String rest) {
    var token = placed.at("/item/token").asText();
    var answer = server.post("/v1/responses", "{\"token\":\"" + token + "\"," + rest + "}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private JsonNode journey() {
    return server.get("/v1/people/user:ada").json().at("/journeys/0");
  }

  @Test
  void whatAStepChoseIsSeenAnsweredExplainedLearntAndTheJourneyGoesOn() {
    says("purposes", "{\"text\":\"A home for us\",\"kind\":\"home\"}");
    happens("looked");
    assertThat(journey().path("step").asText()).isEqualTo("offered");

    var placed = placed();
    assertThat(placed.at("/item/action").asText()).isEqualTo("budget");
    assertThat(placed.at("/item/content/body").asText()).isEqualTo("Shall we?");
    assertThat(placed.path("journey").asText()).isEqualTo("home");
    assertThat(placed.path("seen").asBoolean()).isFalse();

    var decision = placed.path("decision").asText();
    var record = server.get("/v1/decisions/" + decision + "?depth=steward").json();
    assertThat(record.at("/items/0/reasons/short").asText())
        .isEqualTo("It serves what you are trying to do: A home for us.");
    assertThat(record.at("/survivors/0/action").asText()).isEqualTo("budget");
    assertThat(record.at("/dropped/0/owner").asText()).isEqualTo("Law");
    var replay = server.post("/v1/decisions/" + decision + "/replay", "").json();
    assertThat(replay.path("same").asBoolean()).isTrue();

    respond(placed, "\"kind\":\"shown\"");
    assertThat(placed().path("seen").asBoolean()).isTrue();
    respond(placed, "\"kind\":\"accepted\"");
    assertThat(items()).isEmpty();
    RunningServer.await("the yes is learnt", () -> positives("budget") == 1);

    happens("booked");
    assertThat(journey().path("ending").asText()).isEqualTo("achieved");
    assertThat(readBack()).isEqualTo(person());
  }

  private int positives(String action) {
    for (var model : server.get("/v1/models").json().path("models")) {
      if (model.path("action").asText().equals(action)) {
        return model.path("positives").asInt();
      }
    }
    return 0;
  }

  private PersonState person() {
    return server.host.read(server.host.key(Identifier.user("ada")));
  }

  private PersonState readBack() {
    var state = PersonState.unknown(person().key());
    for (var entry : server.host.history(person().key(), Long.MAX_VALUE, 1_000).reversed()) {
      state = Engine.fold(state, entry);
    }
    return state;
  }

  /** Written into the action, and into the channel, while it lies there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          influence: {boost: You learn to plan.} | influence: {boost: You learn.}, until: 2026-01-01
          kind: inbound}                         | kind: inbound, consent: web}
          """)
  void whatIsOverOrNoLongerAgreedToLiesThereNoMore(String before, String after) {
    says("purposes", "{\"text\":\"A home for us\",\"kind\":\"home\"}");
    happens("looked");
    placed();

    var files = Shop.files(Map.of());
    server.published.add(Shop.blueprint(files, 3));
    assertThat(items()).hasSize(1);
    var changed = new HashMap<String, String>();
    files.forEach((path, text) ->
        changed.put(path, text.replace(before, after.replace(", until", "\n        until"))));
    server.published.add(Shop.blueprint(changed, 4));

    assertThat(changed).isNotEqualTo(files);
    assertThat(items()).isEmpty();
  }

  @Test
  void whatLiesThereIsFoundBehindManyLaterEntries() {
    says("purposes", "{\"text\":\"A home for us\",\"kind\":\"home\"}");
    happens("looked");
    var placed = placed();

    for (int i = 0; i < 120; i++) {
      happens("read");
    }

    assertThat(items().get(0)).isEqualTo(placed);
  }

  @Test
  void aLetterThatAStepChoseIsAnsweredByTheTokenInIt() throws MessagingException, IOException {
    server.post("/v1/identify", "{\"userId\":\"ada\",\"traits\":{\"email\":\"ada@example.org\"}}");
    says("purposes", "{\"text\":\"A home for us\",\"kind\":\"home\"}");

    happens("wrote");

    accept(tokenInTheLetter());
    RunningServer.await("the yes is learnt", () -> positives("budget") == 1);
    assertThat(server.get("/v1/people/user:ada/items").json().path("items")).isEmpty();
  }

  private String tokenInTheLetter() throws MessagingException, IOException {
    RunningServer.await("the letter arrives", () -> mail.getReceivedMessages().length == 1);
    var body = mail.getReceivedMessages()[0].getContent().toString().strip();
    assertThat(body).startsWith("Answer: ");
    return body.substring("Answer: ".length()).replaceAll("=?\\s", "");
  }

  private void accept(String token) {
    var answer = "{\"token\":\"" + token + "\",\"kind\":\"accepted\"}";
    assertThat(server.post("/v1/responses", answer).status()).isEqualTo(200);
  }

  /** Both journeys go on by a yes to what they put there. */
  private void awaitsYes() {
    var files = new HashMap<>(Shop.journeyFiles());
    files.replaceAll((path, text) ->
        text.replace(
            "waitFor: [{on: booked, then: done}]",
            "waitFor: [{on: \"response:accepted\", then: done}]"));
    server.published.add(Shop.blueprint(files, 3));
    says("purposes", "{\"text\":\"A home for us\",\"kind\":\"home\"}");
  }

  @Test
  void aYesToWhatAPagePutThereLeavesTheJourneyAndAYesToItsOwnMovesIt() {
    awaitsYes();
    happens("looked");
    var placed = placed();
    var page =
        server.post(
            "/v1/decisions", "{\"person\":\"ada\",\"channel\":\"web\",\"placements\":[\"tile\"]}");

    accept(page.json().at("/items/0/token").asText());
    assertThat(journey().path("step").asText()).isEqualTo("offered");
    accept(placed.at("/item/token").asText());

    assertThat(journey().path("ending").asText()).isEqualTo("achieved");
  }

  @Test
  void aYesToALetterThatWasSentMovesTheJourneyThatWroteIt() throws MessagingException, IOException {
    server.post("/v1/identify", "{\"userId\":\"ada\",\"traits\":{\"email\":\"ada@example.org\"}}");
    awaitsYes();
    happens("wrote");
    var token = tokenInTheLetter();
    RunningServer.await("the letter is settled", () -> person().pending().isEmpty());

    accept(token);

    assertThat(journey().path("ending").asText()).isEqualTo("achieved");
  }

  @Test
  void aQuestionThatAStepChoseIsAnsweredAsAnyOther() {
    happens("looked");
    var placed = placed();
    assertThat(placed.at("/item/action").asText()).isEqualTo("what");
    var form = placed.at("/item/content/question");
    assertThat(form.path("choices")).hasSize(2);
    var asked = server.get("/v1/people/user:ada").json().at("/questions/0");
    assertThat(asked.path("question").asText()).isEqualTo("what");

    respond(placed, "\"kind\":\"accepted\"");
    says("answers", "{\"question\":\"what\",\"answer\":\"home\"}");

    assertThat(items()).isEmpty();
    assertThat(server.get("/v1/people/user:ada").json().path("questions")).isEmpty();
    assertThat(person().pending()).isEmpty();
  }

  @Test
  void whereSilenceIsBestTheJourneyGoesTheOtherWay() {
    says("objections", "{\"scope\":\"channel\",\"subject\":\"web\"}");

    happens("looked");

    assertThat(journey().path("step").asText()).isEqualTo("quiet");
    var decision = server.get("/v1/people/user:ada/decisions").json().at("/decisions/0");
    assertThat(decision.path("actions")).isEmpty();
    assertThat(decision.path("silence").asText()).isNotEmpty();
  }

  @Test
  void whatAJourneyPlacedGoesWithANoToIt() {
    happens("looked");
    var placed = placed();
    respond(placed, "\"kind\":\"shown\"");

    happens("enough");

    assertThat(journey().path("ending").asText()).isEqualTo("declined");
    assertThat(items()).isEmpty();
  }

  @Test
  void aNoToWhatWasPlacedTakesItAway() {
    says("purposes", "{\"text\":\"A home for us\",\"kind\":\"home\"}");
    happens("looked");

    respond(placed(), "\"kind\":\"no\",\"reason\":\"not for me\"");

    assertThat(items()).isEmpty();
  }
}
