package cairn.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.blueprint.file.ShippedBlueprints;
import cairn.server.RunningServer;
import cairn.server.http.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Emergency switches: thrown at once, whatever else goes on. */
final class SwitchesTest {
  private static final String STOP = "{\"everything\":false,\"actions\":[\"first-look\"]}";

  @TempDir private Path folder;
  private RunningServer server;

  @BeforeEach
  void start() {
    server = new RunningServer(folder);
    assertThat(publish("first-home").status()).isEqualTo(200);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private RunningServer.Answer publish(String blueprint) {
    var files = ShippedBlueprints.bundle(blueprint).files();
    return server.post("/v1/blueprint", Json.text(Map.of("files", files)));
  }

  /** A publication is held in its middle: a switch that waited for it would never be answered. */
  @Test
  void aSwitchIsThrownWhileAPublicationIsUnderWay() throws Exception {
    var go = new CountDownLatch(1);
    var underWay = server.journal.holdUntil(go, Publisher.BLUEPRINT);
    var published = new FutureTask<>(() -> publish("first-year"));
    Thread.ofVirtual().start(published);
    underWay.await();
    try {
      assertThat(server.post("/v1/switches", STOP).status()).isEqualTo(200);
      assertThat(server.post("/v1/journeys/first-home/pause", "").status()).isEqualTo(200);
      assertThat(server.published.switches().actions()).containsExactly("first-look");
      assertThat(server.published.switches().journeys()).containsExactly("first-home");
      assertThat(server.get("/v1/blueprint").json().at("/version").asInt()).isEqualTo(1);
      assertThat(published.isDone()).isFalse();
    } finally {
      go.countDown();
    }

    assertThat(published.get().status()).isEqualTo(200);
    assertThat(server.get("/v1/blueprint").json().at("/version").asInt()).isEqualTo(2);
    assertThat(server.published.switches().actions()).containsExactly("first-look");
  }

  @Test
  void onePartIsStoppedAndLetRunAgainWhileOthersStay() {
    server.journal.setNow(Instant.parse("2026-11-22T09:00:00Z"));
    assertThat(part("stop", "action", "first-look").status()).isEqualTo(200);
    server.journal.setNow(Instant.parse("2026-11-22T10:00:00Z"));
    var stopped = part("stop", "channel", "email");

    assertThat(stopped.json().at("/stopped").toString())
        .isEqualTo(
            "[{\"kind\":\"channel\",\"id\":\"email\",\"name\":\"E-mail\","
                + "\"since\":\"2026-11-22T10:00:00Z\",\"by\":\"system:local\"},"
                + "{\"kind\":\"action\",\"id\":\"first-look\",\"name\":\"See what I could borrow\","
                + "\"since\":\"2026-11-22T09:00:00Z\",\"by\":\"system:local\"}]");
    var again = Publisher.open(server.journal, new Published());
    assertThat(again.stopped()).hasSize(2);
    assertThat(again.stopped().getLast().since()).isEqualTo("2026-11-22T09:00:00Z");
    assertThat(part("start", "action", "first-look").json().at("/actions")).isEmpty();
    assertThat(server.published.switches().channels()).containsExactly("email");
  }

  @Test
  void everythingStopsAndGoesOnWithoutTouchingWhatWasStoppedBefore() {
    part("stop", "journey", "first-home");
    assertThat(part("stop", "everything", "").json().at("/everything").asBoolean()).isTrue();

    var started = part("start", "everything", "").json();

    assertThat(started.at("/everything").asBoolean()).isFalse();
    assertThat(started.at("/stopped")).hasSize(1);
    assertThat(started.at("/journeys/0").asText()).isEqualTo("first-home");
  }

  @Test
  void whatIsNotHereIsNotStopped() {
    assertThat(part("stop", "action", "nothing").text())
        .isEqualTo("{\"code\":\"not_found\",\"message\":\"There is no such action.\"}");
    assertThat(part("stop", "team", "x").text()).contains("\"field\":\"kind\"");
    assertThat(server.published.switches().actions()).isEmpty();
  }

  private RunningServer.Answer part(String word, String kind, String id) {
    return server.post(
        "/v1/switches/" + word, "{\"kind\":\"%s\",\"id\":\"%s\"}".formatted(kind, id));
  }

  @Test
  void whoeverPausesAtTheSameTimeUndoesNobodyElsesPause() throws Exception {
    assertThat(publish("cycle-to-work").status()).isEqualTo(200);
    var ids =
        server.published.current().orElseThrow().journeys().stream().map(j -> j.id()).toList();
    var all =
        ids.stream()
            .map(id -> new FutureTask<>(() -> server.post("/v1/journeys/" + id + "/pause", "")))
            .toList();

    all.forEach(Thread.ofVirtual()::start);

    for (var one : all) {
      assertThat(one.get().status()).isEqualTo(200);
    }
    assertThat(server.published.switches().journeys()).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void aPublicationThatCannotBeWrittenChangesNothingAndIsToldToComeBack() {
    server.journal.refuseNext();

    var refused = publish("first-year");

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.json().at("/code").asText()).isEqualTo("unavailable");
    assertThat(refused.header("Retry-After")).isNotEmpty();
    assertThat(server.get("/v1/blueprint").json().at("/id").asText()).isEqualTo("first-home");
    assertThat(server.get("/v1/journeys/first-home").status()).isEqualTo(200);
    assertThat(publish("first-year").json().at("/version").asInt()).isEqualTo(2);
  }
}
