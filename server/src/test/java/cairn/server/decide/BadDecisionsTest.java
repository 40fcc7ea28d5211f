package cairn.server.decide;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.server.RunningServer;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be decided is refused with the field it stands in and a word on what to send. */
final class BadDecisionsTest {
  private static RunningServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = new RunningServer(folder);
    server.published.add(Shop.blueprint(2));
    var event = "{\"person\":\"ada\",\"name\":\"signed_in\"}";
    assertThat(server.post("/v1/events", event).status()).isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "person; {'channel':'web','placements':['tile']}",
        "person; {'person':7,'channel':'web','placements':['tile']}",
        "person; {'person':'ada','anonymous':'x','channel':'web','placements':['tile']}",
        "person; {'person':' ','channel':'web','placements':['tile']}",
        "channel; {'person':'ada','placements':['tile']}",
        "channel; {'person':'ada','channel':'fax','placements':['tile']}",
        "channel; {'person':'ada','channel':['web'],'placements':['tile']}",
        "placements; {'person':'ada','channel':'web'}",
        "placements; {'person':'ada','channel':'web','placements':'tile'}",
        "placements; {'person':'ada','channel':'web','placements':[]}",
        "placements; {'person':'ada','channel':'web','placements':[1]}",
        "placements; {'person':'ada','channel':'web','placements':['roof']}",
        "limit; {'person':'ada','channel':'web','placements':['tile'],'limit':0}",
        "limit; {'person':'ada','channel':'web','placements':['tile'],'limit':'one'}",
        "limit; {'person':'ada','channel':'web','placements':['tile'],'limit':2}",
        "context; {'person':'ada','channel':'web','placements':['tile'],'context':'x'}",
        "context.device;"
            + " {'person':'ada','channel':'web','placements':['tile'],'context':{'device':7}}",
        "context.device;"
            + " {'person':'ada','channel':'web','placements':['tile'],'context':{'device':{}}}",
        "anonymous; {'anonymous':[],'channel':'web','placements':['tile']}",
        "id; {'person':'ada','channel':'web','placements':['tile'],'id':7}",
        "colour; {'person':'ada','channel':'web','placements':['tile'],'colour':'x'}",
        "at; {'person':'ada','channel':'web','placements':['tile'],'at':'2026-01-01T00:00:00Z'}",
      })
  void whatIsWrongIsNamed(String field, String body) {
    isRefused(server.post("/v1/decisions", body.replace('\'', '"')), field);
    if (!field.equals("id")) {
      isRefused(server.post("/v1/decisions/try", body.replace('\'', '"')), field);
    }
  }

  private static void isRefused(RunningServer.Answer answer, String field) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().at("/code").asText()).isEqualTo("invalid");
    assertThat(answer.json().at("/field").asText()).as(answer.text()).startsWith(field);
    assertThat(answer.json().at("/message").asText()).isNotBlank();
  }

  @Test
  void theMessageSaysWhatToSendInstead() {
    assertThat(ask("[\"roof\"]", "{}").text()).contains("web has tile");
    assertThat(ask("[\"tile\"]", "{\"device\":7}").text()).contains("Send a text.");
    assertThat(
            server
                .post(
                    "/v1/decisions",
                    "{\"person\":\"ada\",\"channel\":\"fax\",\"placements\":[\"tile\"]}")
                .text())
        .contains("Send one of", "web", "mail");
    assertThat(server.post("/v1/decisions", "{\"anonymous\":\"" + "x".repeat(600) + "\"}").text())
        .contains("\"field\":\"anonymous\"", "1 to 512 characters");
    assertThat(
            server
                .post(
                    "/v1/decisions",
                    "{\"person\":\"ada\",\"channel\":\"web\",\"placements\":[\"tile\"],\"id\":\""
                        + "x".repeat(300)
                        + "\"}")
                .text())
        .contains("\"field\":\"id\"", "An id has 1 to");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "token; {'kind':'shown'}",
        "token; {'token':'nonsense','kind':'shown'}",
        "token; {'token':7,'kind':'shown'}",
        "kind; {'token':'TOKEN'}",
        "kind; {'token':'TOKEN','kind':'liked'}",
        "until; {'token':'TOKEN','kind':'notNow'}",
        "until; {'token':'TOKEN','kind':'notNow','until':'soon'}",
        "until; {'token':'TOKEN','kind':'notNow','until':'2001-01-01T00:00:00Z'}",
        "until; {'token':'TOKEN','kind':'notNow','until':'+100000-01-01T00:00:00Z'}",
        "until; {'token':'TOKEN','kind':'clicked','until':'2100-01-01T00:00:00Z'}",
        "value; {'token':'TOKEN','kind':'clicked','value':3}",
        "value; {'token':'TOKEN','kind':'outcome','value':'much'}",
        "at; {'token':'TOKEN','kind':'shown','at':'yesterday'}",
        "at; {'token':'TOKEN','kind':'shown','at':'2100-01-01T00:00:00Z'}",
        "mood; {'token':'TOKEN','kind':'shown','mood':'good'}",
      })
  void whatIsWrongWithAResponseIsNamed(String field, String body) {
    var token = ask("[\"tile\"]", "{}").json().at("/items/0/token").asText();

    isRefused(server.post("/v1/responses", body.replace('\'', '"').replace("TOKEN", token)), field);
  }

  @Test
  void aReasonOrAnIdOfAResponseThatIsTooLongIsRefused() {
    var token = ask("[\"tile\"]", "{}").json().at("/items/0/token").asText();
    var start = "{\"token\":\"" + token + "\",\"kind\":\"no\",";

    var reason = server.post("/v1/responses", start + "\"reason\":\"" + "x".repeat(501) + "\"}");
    isRefused(reason, "reason");
    var id = server.post("/v1/responses", start + "\"id\":\"" + "x".repeat(300) + "\"}");
    isRefused(id, "id");
  }

  @ParameterizedTest
  @CsvSource({
    "404, /v1/people/user:nobody/why-not/budget",
    "404, /v1/people/user:ada/why-not/nothing",
    "400, /v1/people/user:ada/why-not/budget?channel=fax",
    "400, /v1/people/user:ada/why-not/budget?channel=web&placement=roof",
    "404, /v1/people/user:nobody/decisions",
    "404, /v1/decisions/nonsense",
    "404, /v1/decisions/0123456789abcdef0123456789abcdef.7.x",
  })
  void whoAsksAboutWhatIsNotThereIsToldSo(int status, String path) {
    var answer = server.get(path);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.json().at("/message").asText()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "channel; {'placement':'letter'}",
        "channel; {'channel':'fax','placement':'letter'}",
        "channel; {'channel':'web','placement':'tile'}",
        "placement; {'channel':'mail'}",
        "placement; {'channel':'mail','placement':'roof'}",
        "segment; {'channel':'mail','placement':'letter','segment':'nobody'}",
        "dryRun; {'channel':'mail','placement':'letter','dryRun':'perhaps'}",
      })
  void whatIsWrongWithARunIsNamed(String field, String body) {
    isRefused(server.post("/v1/decisions/batch", body.replace('\'', '"')), field);
  }

  @Test
  void aPersonNobodyKnowsByTheirKeyIsNotFound() {
    var answer =
        server.post(
            "/v1/decisions",
            "{\"person\":\"0123456789abcdef0123456789abcdef\",\"channel\":\"web\","
                + "\"placements\":[\"tile\"]}");

    assertThat(answer.status()).as(answer.text()).isEqualTo(404);
    assertThat(answer.json().at("/code").asText()).isEqualTo("not_found");
  }

  @Test
  void tooManyWordsOfContextAndTooManyPlacementsAreRefused() {
    var words =
        IntStream.range(0, 65)
            .mapToObj(i -> "\"c" + i + "\":1")
            .collect(Collectors.joining(",", "{", "}"));
    var places = IntStream.range(0, 21).mapToObj(i -> "\"tile\"").collect(Collectors.joining(","));

    assertThat(ask("[\"tile\"]", words).json().at("/field").asText()).startsWith("context");
    assertThat(ask("[" + places + "]", "{}").json().at("/field").asText()).isEqualTo("placements");
  }

  @Test
  void aBodyBeyondItsBoundIsTooLarge() {
    var answer = ask("[\"tile\"]", "{\"device\":\"" + "x".repeat(70_000) + "\"}");

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().at("/code").asText()).isEqualTo("too_large");
  }

  @Test
  void whatIsNotJsonIsSaidSo() {
    assertThat(server.post("/v1/decisions", "{\"person\":").status()).isEqualTo(400);
    assertThat(server.post("/v1/decisions", "[]").status()).isEqualTo(400);
  }

  @Test
  void oneIdForTwoRequestsIsAConflict() {
    var first = "{\"person\":\"ada\",\"channel\":\"web\",\"placements\":[\"tile\"],\"id\":\"one\"}";
    var other =
        "{\"person\":\"ada\",\"channel\":\"mail\",\"placements\":[\"letter\"],\"id\":\"one\"}";

    var decision = server.post("/v1/decisions", first).json().at("/decision").asText();

    assertThat(server.post("/v1/decisions", first).json().at("/decision").asText())
        .isEqualTo(decision);
    assertThat(server.post("/v1/decisions", other).status()).isEqualTo(409);
  }

  private static RunningServer.Answer ask(String placements, String context) {
    return server.post(
        "/v1/decisions",
        "{\"person\":\"ada\",\"channel\":\"web\",\"placements\":"
            + placements
            + ",\"context\":"
            + context
            + "}");
  }
}
