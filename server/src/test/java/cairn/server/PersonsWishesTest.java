package cairn.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person wants done is done, and told back. */
class PersonsWishesTest {
  private static final String ADA = "/v1/people/user:ada";

  @TempDir Path folder;
  private RunningServer server;

  @BeforeEach
  void start() {
    server = new RunningServer(folder);
    server.post("/v1/events", "{\"person\":\"ada\",\"name\":\"looked\"}");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String journey() {
    var instance = server.get(ADA).json().path("journeys").path(0).path("instance").asText();
    return ADA + "/journeys/" + URLEncoder.encode(instance, StandardCharsets.UTF_8);
  }

  @Test
  void aPersonMayEndTheirJourneyWithANoAndTakeItBack() {
    var journey = journey();

    var no =
        server
            .post(journey + "/end", "{\"ending\":\"declined\",\"reason\":\"too far out\"}")
            .json();
    assertThat(no.path("journeys").path(0).path("ending").asText()).isEqualTo("declined");
    assertThat(no.path("journeys").path(0).path("reason").asText()).isEqualTo("too far out");
    RunningServer.await(
        "the no is counted",
        () ->
            server.get("/v1/journeys/first-home/counts").json().path("endings").path("no").asInt()
                == 1);
    var twice = server.post(journey + "/end", "{\"ending\":\"declined\"}");
    assertThat(twice.status()).isEqualTo(409);
    assertThat(twice.text())
        .isEqualTo(
            "{\"code\":\"journey_over\","
                + "\"message\":\"The journey is over; the person can reopen it.\"}");

    var reopened = server.post(journey + "/reopen", "");
    assertThat(reopened.json().path("journeys").path(0).path("state").asText())
        .isEqualTo("underWay");
  }

  @Test
  void notNowRestsUntilADateAndAPauseHolds() {
    var journey = journey();

    var held = server.post(journey + "/hold", "{\"until\":\"2199-01-01T00:00:00Z\"}").json();
    assertThat(held.path("journeys").path(0).path("state").asText()).isEqualTo("held");
    assertThat(held.path("journeys").path(0).path("heldUntil").asText())
        .isEqualTo("2199-01-01T00:00:00Z");
    assertThat(server.post(journey + "/hold", "{\"until\":\"2001-01-01T00:00:00Z\"}").status())
        .isEqualTo(409);
    server.post(journey + "/resume", "");
    assertThat(
            server
                .post(journey + "/pause", "")
                .json()
                .path("journeys")
                .path(0)
                .path("state")
                .asText())
        .isEqualTo("paused");
  }

  @Test
  void purposesLimitsConsentsAndObjectionsAreKept() {
    server.post(ADA + "/purposes", "{\"text\":\"a garden for the dog\"}");
    server.post(
        ADA + "/limits",
        "{\"caps\":[{\"channel\":\"mail\",\"contactsMax\":1,\"window\":\"P7D\"}],"
            + "\"quiet\":{\"from\":\"21:00\",\"to\":\"08:00\"}}");
    server.post(ADA + "/consents", "{\"subject\":\"newsletter\",\"given\":false}");
    var ada =
        server.post(ADA + "/objections", "{\"scope\":\"channel\",\"subject\":\"mail\"}").json();

    assertThat(ada.path("purposes").path(0).path("text").asText())
        .isEqualTo("a garden for the dog");
    assertThat(ada.path("purposes").path(0).path("source").asText()).isEqualTo("declared");
    assertThat(ada.path("limits").path("caps").path(0).toString())
        .isEqualTo(
            "{\"channel\":\"mail\",\"contactsMax\":1,\"window\":\"PT168H\","
                + "\"channelName\":\"Mail\"}");
    assertThat(ada.path("consents").path(0).path("given").asBoolean()).isFalse();
    assertThat(ada.path("objections").path(0).path("scope").asText()).isEqualTo("channel");
    var lifted =
        server.post(
            ADA + "/objections", "{\"scope\":\"channel\",\"subject\":\"mail\",\"lifted\":true}");
    assertThat(lifted.json().path("objections").size()).isZero();
    assertThat(server.post(ADA + "/purposes", "{\"text\":\" \"}").json().path("field").asText())
        .isEqualTo("text");
    assertThat(server.post(ADA + "/limits", "{\"caps\":[{\"contactsMax\":1}]}").status())
        .isEqualTo(400);
  }

  @Test
  void whatCouldNotBeKeptIsRefusedBeforeItIsTaken() {
    assertThat(server.post(journey() + "/hold", "{\"until\":\"+99999-01-01T00:00:00Z\"}").text())
        .isEqualTo(
            "{\"code\":\"invalid\",\"message\":\"Send a date in the years 1 to 9999.\","
                + "\"field\":\"until\"}");
    for (var limits :
        List.of(
            "{\"caps\":[{\"contactsMax\":1,\"window\":\"P900000000000D\"}]}",
            "{\"caps\":[{\"contactsMax\":65,\"window\":\"P7D\"}]}",
            "{\"caps\":[],\"silentUntil\":\"+99999-01-01T00:00:00Z\"}")) {
      assertThat(server.post(ADA + "/limits", limits).status()).as(limits).isEqualTo(400);
    }
    var again = server.post(journey() + "/resume", "");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().path("code").asText()).isEqualTo("not_at_rest");
  }

  @Test
  void anAnswerThatSaysNothingOrTooMuchIsRefusedWithItsField() {
    for (var wrong :
        Map.of(
                "{}", "question",
                "{\"question\":\"why\"}", "answer",
                "{\"question\":\"why\",\"answer\":[1]}", "answer",
                "{\"question\":\"why\",\"answer\":1,\"feeling\":3}", "feeling",
                "{\"question\":\"why\",\"answer\":1,\"at\":\"2999-01-01T00:00:00Z\"}", "at",
                "{\"question\":\"why\",\"answer\":1,\"id\":\" \"}", "id")
            .entrySet()) {
      var answer = server.post(ADA + "/answers", wrong.getKey());

      assertThat(answer.status()).as(wrong.getKey()).isEqualTo(400);
      assertThat(answer.json().path("field").asText()).isEqualTo(wrong.getValue());
    }
    var unknown = server.post(ADA + "/answers", "{\"question\":\"why\",\"answer\":1}");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.json().path("code").asText()).isEqualTo("unknown_question");
    var gone = server.post(ADA + "/tasks/gone/settle", "{\"outcome\":\"called\"}");
    assertThat(gone.status()).isEqualTo(404);
    assertThat(server.post(ADA + "/tasks/gone/settle", "{}").status()).isEqualTo(400);
  }

  @Test
  void twoRecordsBecomeOne() {
    server.post("/v1/events", "{\"anonymous\":\"d1\",\"name\":\"looked\"}");

    var one = server.post(ADA + "/merge", "{\"with\":\"anon:d1\"}").json();

    assertThat(one.path("identifiers").findValuesAsText("value"))
        .containsExactlyInAnyOrder("ada", "d1");
    assertThat(server.get("/v1/people/anon:d1").json().path("id")).isEqualTo(one.path("id"));
  }

  @Test
  void anErasureLeavesNothingThatNamesThePersonAndSaysSo() {
    server.post(ADA + "/objections", "{\"scope\":\"everything\"}");
    RunningServer.await(
        "ada is found and counted",
        () ->
            server.get("/v1/people?query=ada").json().path("people").size() == 1 && people() == 1);

    var receipt = server.delete(ADA);

    assertThat(receipt.status()).isEqualTo(200);
    assertThat(receipt.json().path("identifiers").asInt()).isEqualTo(1);
    assertThat(receipt.json().path("kept").size()).isEqualTo(1);
    assertThat(receipt.text()).doesNotContain("ada");
    assertThat(server.get(ADA).status()).isEqualTo(410);
    assertThat(server.get(ADA + "/timeline").status()).isEqualTo(410);
    RunningServer.await(
        "the search and the counts forget",
        () ->
            server.get("/v1/people?query=ada").json().path("people").size() == 0 && people() == 0);
  }

  private int people() {
    return server.get("/v1/journeys/first-home/counts").json().path("people").asInt();
  }

  @Test
  void aRequestWithAnIdempotencyKeyIsTakenOnce() {
    for (int i = 0; i < 2; i++) {
      server.post(ADA + "/purposes", "{\"text\":\"a garden\"}", "Idempotency-Key", "once");
    }

    assertThat(server.get(ADA).json().path("purposes").size()).isEqualTo(1);
  }
}
