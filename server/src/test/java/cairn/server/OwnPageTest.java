package cairn.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.server.RunningServer.Answer;
import cairn.workspace.audit.Actor;
import cairn.workspace.audit.AuditQuery;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person on their own page: what they see and steer by their link, and nobody else. */
class OwnPageTest {
  @TempDir Path folder;
  private RunningServer server;
  private String link;

  @BeforeEach
  void start() {
    server = new RunningServer(folder);
    server.post("/v1/events", "{\"person\":\"ada\",\"name\":\"looked\"}");
    server.post("/v1/events", "{\"person\":\"ben\",\"name\":\"looked\"}");
    link = linkOf("ada");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String linkOf(String person) {
    var made = server.post("/v1/people/user:" + person + "/link", "{}").json();
    assertThat(made.path("path").asText()).startsWith("/me#");
    return made.path("path").asText().substring("/me#".length());
  }

  private Answer get(String path) {
    return server.get(path, "Cairn-Link", link);
  }

  private Answer post(String path, String body) {
    return server.send(
        server
            .request(path, "Cairn-Link", link, "X-Cairn", "1")
            .POST(BodyPublishers.ofString(body)));
  }

  @Test
  void thePersonSeesWhereTheyAreAndWhatMayComeNext() {
    var me = get("/v1/me").json();

    assertThat(me.path("identifiers").path(0).path("value").asText()).isEqualTo("ada");
    var journey = me.path("journeys").path(0);
    assertThat(journey.path("purpose").asText()).isEqualTo("I want a home of my own");
    assertThat(journey.path("stages").findValuesAsText("name")).isNotEmpty();
    assertThat(journey.path("onward").path(0).path("label").asText()).isEqualTo("Visit booked");
    assertThat(get("/v1/me/items").json().path("items").isArray()).isTrue();
    assertThat(get("/v1/me/timeline").json().path("entries").findValuesAsText("title"))
        .contains("Looked");
  }

  @Test
  void whatThePersonDecidesHolds() {
    var instance = get("/v1/me").json().path("journeys").path(0).path("instance").asText();

    post("/v1/me/purposes", "{\"text\":\"a garden for the dog\"}");
    post("/v1/me/consents", "{\"subject\":\"experiments\",\"given\":false}");
    post("/v1/me/limits", "{\"caps\":[{\"contactsMax\":1,\"window\":\"P7D\"}]}");
    var ended =
        post(
            "/v1/me/journeys/" + URLEncoder.encode(instance, UTF_8) + "/end",
            "{\"ending\":\"declined\",\"reason\":\"too far\"}");

    assertThat(ended.status()).as(ended.text()).isEqualTo(200);
    var seen = server.get("/v1/people/user:ada").json();
    assertThat(seen.path("purposes").path(0).path("text").asText())
        .isEqualTo("a garden for the dog");
    assertThat(seen.path("consents").path(0).path("given").asBoolean()).isFalse();
    assertThat(seen.path("limits").path("caps").size()).isEqualTo(1);
    assertThat(seen.path("journeys").path(0).path("ending").asText()).isEqualTo("declined");
  }

  @Test
  void aPersonMayBeForgottenByTheirOwnWord() {
    var receipt =
        server.send(server.request("/v1/me", "Cairn-Link", link, "X-Cairn", "1").DELETE());

    assertThat(receipt.json().path("journeys").asInt()).isEqualTo(1);
    assertThat(get("/v1/me").status()).isIn(404, 410);
    assertThat(server.get("/v1/people/user:ben").status()).isEqualTo(200);
    var erased =
        new AuditQuery(
            Optional.of(Actor.OWN_PAGE),
            Optional.of("person.erased"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1);
    assertThat(server.workspace.audit().search(erased)).hasSize(1);
  }

  @Test
  void withoutAGoodLinkNothingIsTold() {
    assertThat(server.get("/v1/me").status()).isEqualTo(403);
    assertThat(server.get("/v1/me/choices").status()).isEqualTo(403);
    var forged = (link.startsWith("A") ? "B" : "A") + link.substring(1);
    for (var token : new String[] {forged, "", "x", link + link, "%00"}) {
      assertThat(server.get("/v1/me", "Cairn-Link", token).status()).as(token).isEqualTo(403);
    }
  }
}
