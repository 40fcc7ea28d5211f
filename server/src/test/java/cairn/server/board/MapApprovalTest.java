package cairn.server.board;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.server.RunningServer;
import cairn.server.RunningServer.Answer;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A map runs for real once somebody asked for it and somebody else let just that run. */
final class MapApprovalTest {
  private static final String PASSWORD = "a stone upon a stone upon a stone";
  private static final String LIVE = "{\"manner\":\"live\"}";

  @TempDir private Path folder;
  private RunningServer running;
  private String[] omar;
  private String[] dora;
  private String board;

  @BeforeEach
  void twoColleaguesAndAMap() throws Exception {
    running = new RunningServer(folder);
    omar = account("omar", "operator");
    dora = account("dora", "designer", omar);
    var files =
        Map.of(
            "blueprint.yaml", "id: clinic\nname: Clinic\n",
            "profile.yaml", "attributes:\n  email: text\n",
            "channels.yaml", "channels:\n  app: {name: App, kind: inbound}\n",
            "events.yaml", "events:\n  Letter read:\n");
    running.publisher.publish(cairn.blueprint.file.Bundle.of(files), "system:test");
    var made =
        post("/v1/boards", "{\"title\":\"Patient visit\",\"template\":\"patient-visit\"}", dora);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    board = "/v1/boards/" + made.json().path("id").asText();
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private String[] account(String name, String role, String... by) {
    var invited =
        post(
            "/v1/invitations",
            "{\"email\":\"%s@example.org\",\"name\":\"%s\",\"roles\":[\"%s\"]}"
                .formatted(name, name, role),
            by);
    var accepted =
        post(
            "/v1/invitations/" + invited.json().path("token").asText(),
            "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, PASSWORD),
            by);
    var cookie = accepted.header("Set-Cookie");
    return new String[] {"Cookie", cookie.substring(0, cookie.indexOf(';'))};
  }

  private Answer post(String path, String json, String... who) {
    var headers = new String[who.length + 2];
    System.arraycopy(who, 0, headers, 0, who.length);
    headers[who.length] = "X-Cairn";
    headers[who.length + 1] = "1";
    return running.post(path, json, headers);
  }

  @Test
  void whoeverAskedDoesNotLetItRunAndAnotherDoes() {
    var early = post(board + "/publish", LIVE, omar);
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.text()).contains("nobody has asked for just this yet");

    var asked = post(board + "/ask", "{}", dora);

    assertThat(asked.status()).as(asked.text()).isEqualTo(200);
    assertThat(asked.json().path("mine").asBoolean()).isTrue();
    assertThat(post(board + "/publish", LIVE, dora).status()).isEqualTo(403);
    assertThat(running.get("/v1/journeys", omar).text()).doesNotContain("patient-visit");
    var plan = running.get(board + "/plan?manner=live", omar).json();
    assertThat(plan.path("takesTwo").asBoolean()).isTrue();
    assertThat(plan.at("/asked/by").asText()).isEqualTo("dora");
    assertThat(plan.at("/asked/mine").asBoolean()).isFalse();

    var published = post(board + "/publish", LIVE, omar);

    assertThat(published.status()).as(published.text()).isEqualTo(200);
    assertThat(running.get("/v1/journeys", omar).text()).contains("patient-visit");
    var draft = running.get("/v1/drafts/" + asked.json().path("draft").asText(), omar).json();
    assertThat(draft.path("state").asText()).isEqualTo("published");
    assertThat(running.get(board + "/running", dora).json().path("journey").asText())
        .isEqualTo("patient-visit");
  }

  @Test
  void anOperatorWhoAskedAloneIsToldToFindAnother() {
    assertThat(post(board + "/ask", "{}", omar).status()).isEqualTo(200);

    var alone = post(board + "/publish", LIVE, omar);

    assertThat(alone.status()).isEqualTo(403);
    assertThat(alone.text()).contains("somebody else must approve it");
  }

  @Test
  void whatChangedSinceItWasAskedForIsNotWhatWasAskedFor() throws Exception {
    assertThat(post(board + "/ask", "{}", dora).status()).isEqualTo(200);
    running.publisher.publish(
        running
            .publisher
            .current()
            .orElseThrow()
            .files()
            .with(
                "events/more.yaml",
                new ObjectMapper()
                    .writeValueAsString(Map.of("events", Map.of("Letter lost", Map.of())))),
        "system:test");

    assertThat(post(board + "/publish", LIVE, omar).status()).isEqualTo(409);
    assertThat(running.get(board + "/plan?manner=live", omar).json().has("asked")).isFalse();
  }

  @Test
  void aShadowTakesOne() {
    var started = post(board + "/publish", "{\"manner\":\"shadow\"}", dora);

    assertThat(started.status()).as(started.text()).isEqualTo(200);
  }

  @Test
  void whatWasLetRunAmongTheDraftsIsTheMapsJourneyToo() {
    var asked = post(board + "/ask", "{}", dora).json();
    String draft = "/v1/drafts/" + asked.path("draft").asText();
    long rev = running.get(draft, omar).json().path("rev").asLong();
    var approved = post(draft + "/approve", "{\"rev\":" + rev + "}", omar);
    assertThat(approved.status()).as(approved.text()).isEqualTo(200);

    var published =
        post(draft + "/publish", "{\"rev\":" + approved.json().path("rev").asLong() + "}", omar);

    assertThat(published.status()).as(published.text()).isEqualTo(200);
    assertThat(running.get(board + "/running", dora).json().path("journey").asText())
        .isEqualTo("patient-visit");
  }
}
