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
        "colour; {'person':'ada','channel':'web','placements':['tile'],'colour':'x'}",
      })
  void whatIsWrongIsNamed(String field, String body) {
    var answer = server.post("/v1/decisions", body.replace('\'', '"'));

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().at("/code").asText()).isEqualTo("invalid");
    assertThat(answer.json().at("/field").asText()).as(answer.text()).startsWith(field);
    assertThat(answer.json().at("/message").asText()).isNotBlank();
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
