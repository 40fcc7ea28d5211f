package cairn.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.blueprint.file.Bundle;
import cairn.server.RunningServer;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts on their way to running, over HTTP. */
class DraftsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> FILES = new TypeReference<>() {};
  private static final String BLUEPRINT =
      "id: shop\nname: The shop\ndescription: A shop.\ntimeZone: Europe/London\n";
  private static final String PURPOSES = "purposes:\n  home: {name: A home, words: [house]}\n";

  @TempDir Path folder;
  private RunningServer server;

  @BeforeEach
  void start() {
    server = new RunningServer(folder);
    var files = files(Map.of("blueprint.yaml", BLUEPRINT, "purposes.yaml", PURPOSES));
    var published = server.post("/v1/blueprint", files.toString());
    assertThat(published.status()).as(published.text()).isEqualTo(200);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aDraftGoesFromAChangeThroughApprovalToRunningAndBack() {
    var draft = server.post("/v1/drafts", "{\"title\":\"Call it otherwise\"}").json();
    assertThat(draft.at("/changes")).isEmpty();

    draft = write(draft, "purposes.yaml", PURPOSES.replace("A home", "A home of my own"));
    assertThat(draft.at("/problems")).isEmpty();
    assertThat(draft.at("/changes/0/path").asText()).isEqualTo("purposes.yaml");
    assertThat(draft.at("/changes/0/added").asInt()).isEqualTo(1);

    draft = move(draft, "submit");
    draft = move(draft, "approve");
    assertThat(draft.at("/approvedBy").asText()).isEqualTo("system:open-house");
    int before = draft.at("/running").asInt();
    draft = move(draft, "publish");
    assertThat(draft.at("/state").asText()).isEqualTo("published");
    assertThat(purposes()).contains("A home of my own");

    var restored = good(server.post("/v1/blueprint/versions/" + before + "/restore", "{}"));

    assertThat(restored.at("/version").asInt()).isGreaterThan(before + 1);
    assertThat(purposes()).doesNotContain("of my own");
  }

  @Test
  void aMistakeIsToldWithItsPlaceAndNeverRuns() {
    var draft = server.post("/v1/drafts", "{\"title\":\"Broken\"}").json();

    draft = write(draft, "purposes.yaml", "purposes:\n  home: {nome: A home}\n");

    assertThat(draft.at("/problems/0/file").asText()).isEqualTo("purposes.yaml");
    assertThat(draft.at("/problems/0/line").asInt()).isEqualTo(2);
    draft = move(move(draft, "submit"), "approve");
    var refused = server.post(path(draft, "publish"), moveBody(draft));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(purposes()).contains("A home");
  }

  @Test
  void nothingIsApprovedThatWasNotSeenAndNothingRunsUnapproved() {
    var draft = server.post("/v1/drafts", "{\"title\":\"Two at once\"}").json();
    var written = write(draft, "purposes.yaml", PURPOSES + "  more: {name: More room}\n");

    assertThat(server.post(path(draft, "submit"), moveBody(draft)).status()).isEqualTo(409);
    assertThat(server.post(path(written, "publish"), moveBody(written)).status()).isEqualTo(409);
    assertThat(server.post(path(written, "approve"), moveBody(written)).status()).isEqualTo(409);
  }

  @Test
  void aDraftThatCannotBeWrittenDownStaysApprovedAndRunsWhenItIsAskedAgain() {
    var draft = approved();
    server.journal.refuseNext();

    assertThat(server.post(path(draft, "publish"), moveBody(draft)).status()).isEqualTo(503);
    assertThat(purposes()).doesNotContain("of my own");
    assertThat(good(server.get(path(draft, "").replaceFirst("/$", ""))).at("/state").asText())
        .isEqualTo("approved");

    assertThat(move(draft, "publish").at("/state").asText()).isEqualTo("published");
    assertThat(purposes()).contains("of my own");
  }

  /** The process ended when the files ran already and the draft did not know. */
  @Test
  void aDraftThatWasCutOffWhenItWentLiveIsBroughtToItsEndByAskingAgain() {
    var draft = approved();
    var files = JSON.convertValue(draft.at("/files"), FILES);
    server.publisher.publish(Bundle.of(files), "staff:ada");
    int running = server.get("/v1/blueprint").json().at("/version").asInt();

    var published = move(draft, "publish");

    assertThat(published.at("/state").asText()).isEqualTo("published");
    assertThat(server.get("/v1/blueprint").json().at("/version").asInt()).isEqualTo(running);
  }

  private JsonNode approved() {
    var draft = server.post("/v1/drafts", "{\"title\":\"Call it otherwise\"}").json();
    draft = write(draft, "purposes.yaml", PURPOSES.replace("A home", "A home of my own"));
    return move(move(draft, "submit"), "approve");
  }

  @Test
  void whatIsMissingIsNamed() {
    var untitled = server.post("/v1/drafts", "{}");
    var draft = server.post("/v1/drafts", "{\"title\":\"Half sent\"}").json();
    var textless =
        server.post(path(draft, "files"), "{\"rev\":1,\"files\":{\"purposes.yaml\":null}}");

    assertThat(untitled.status()).as(untitled.text()).isEqualTo(400);
    assertThat(untitled.text()).contains("title");
    assertThat(textless.status()).as(textless.text()).isEqualTo(400);
    assertThat(textless.text()).contains("files");
  }

  private String purposes() {
    return server.get("/v1/blueprint").json().path("files").path("purposes.yaml").asText();
  }

  private JsonNode write(JsonNode draft, String file, String text) {
    var body = files(Map.of(file, text));
    body.put("rev", draft.at("/rev").asLong());
    return good(server.post(path(draft, "files"), body.toString()));
  }

  private JsonNode move(JsonNode draft, String word) {
    return good(server.post(path(draft, word), moveBody(draft)));
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

  private static ObjectNode files(Map<String, String> files) {
    var body = JSON.createObjectNode();
    body.set("files", JSON.valueToTree(files));
    return body;
  }
}
