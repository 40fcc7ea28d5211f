package cairn.server.board;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.server.RunningServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking back over what was done to a map, and going back. */
final class HistoryTest {
  private static final String LEADER = "system:local";

  @TempDir private Path folder;
  private RunningServer running;
  private String board;
  private long begun;

  @BeforeEach
  void aMapWithANoteThatWasRewordedAndOneMore() {
    running = new RunningServer(folder);
    var made = running.post("/v1/boards", "{\"title\":\"Our map\"}");
    board = "/v1/boards/" + made.json().path("id").asText();
    begun = running.get(board + "/revisions").json().path("head").asLong();
    try (var leader = BoardPerson.on(running, board.substring(11)).join(0)) {
      leader.hears("welcome");
      leader.note("b1", LEADER, "n1", "First words");
      leader.say(
          """
          {"type":"batch","batch":{"id":"b2","author":"%s","label":"Write","ops":[
            {"op":"set","id":"n1","fields":{"text":"Second words"}}]}}\
          """
              .formatted(LEADER));
      leader.note("b3", LEADER, "n2", "One more");
      leader.hears("revision", told -> told.path("rev").asLong() == begun + 3);
    }
  }

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void whatWasDoneIsListedNewestFirstAndByPages() {
    var all = running.get(board + "/revisions").json();
    assertThat(all.path("head").asLong()).isEqualTo(begun + 3);
    assertThat(all.path("revisions").get(0).path("rev").asLong()).isEqualTo(begun + 3);
    assertThat(all.path("revisions").get(1).path("label").asText()).isEqualTo("Write");

    var earlier = running.get(board + "/revisions?before=" + (begun + 2)).json();

    assertThat(earlier.path("revisions").get(0).path("rev").asLong()).isEqualTo(begun + 1);
  }

  @Test
  void whatDiffersIsToldWithBothWords() {
    var diff = running.get(board + "/diff?from=" + (begun + 1)).json();

    assertThat(diff.path("added").asInt()).isEqualTo(1);
    assertThat(diff.path("changed").asInt()).isEqualTo(1);
    var changed = diff.path("changes").get(0);
    assertThat(changed.path("was").asText()).isEqualTo("First words");
    assertThat(changed.path("is").asText()).isEqualTo("Second words");
  }

  @Test
  void goingBackIsOneGestureAndNothingIsLost() {
    var restored = running.post(board + "/restore", "{\"rev\":" + (begun + 1) + "}");

    assertThat(restored.status()).as(restored.text()).isEqualTo(204);
    var now = running.get(board).json().path("snapshot").toString();
    assertThat(now).contains("First words");
    var revisions = running.get(board + "/revisions").json();
    assertThat(revisions.path("head").asLong()).isEqualTo(begun + 4);
    var diff = running.get(board + "/diff?from=" + (begun + 1)).json();
    assertThat(diff.path("changes")).isEmpty();
    assertThat(running.post(board + "/restore", "{\"rev\":99999}").status()).isEqualTo(400);
  }

  @Test
  void onlyWhoLeadsTheMapGoesBack() {
    var link = running.post(board + "/links", "{\"role\":\"mapper\"}").json();
    var joined =
        running.post(
            "/v1/join", "{\"code\":\"" + link.path("code").asText() + "\",\"name\":\"Ben\"}");
    var cookie = joined.header("Set-Cookie");

    var refused =
        running.post(
            board + "/restore?guest=1",
            "{\"rev\":" + begun + "}",
            "Cookie",
            cookie.substring(0, cookie.indexOf(';')));

    assertThat(refused.status()).as(refused.text()).isEqualTo(403);
    assertThat(running.get(board).json().path("snapshot").toString()).contains("Second words");
  }

  @Test
  void aTableIsLookedAtBeforeAnythingIsMadeAndReadByTheColumnsThatWereChosen() {
    String table = "Phase;Was;Wo\\nDream;I read;Doing\\nSearch;I ask;Doing";
    int before = running.get("/v1/boards").json().size();

    var looked =
        running
            .post("/v1/boards/import/look", "{\"as\":\"csv\",\"text\":\"" + table + "\"}")
            .json();
    assertThat(looked.path("notes").asInt()).isZero();
    assertThat(looked.path("problems").get(0).asText()).contains("No column is called text");
    assertThat(looked.path("table").path("delimiter").asText()).isEqualTo(";");
    assertThat(looked.path("table").path("columns").toString()).isEqualTo("{\"stage\":0}");
    assertThat(looked.path("table").path("sample").get(0).get(1).asText()).isEqualTo("I read");

    String chosen = ",\"columns\":{\"stage\":0,\"text\":1,\"lane\":2},\"text\":\"" + table + "\"}";
    var right = running.post("/v1/boards/import/look", "{\"as\":\"csv\"" + chosen).json();
    assertThat(right.path("notes").asInt()).isEqualTo(2);
    assertThat(right.path("stages").asInt()).isEqualTo(2);
    assertThat(running.get("/v1/boards").json()).hasSize(before);

    var made = running.post("/v1/boards/import", "{\"as\":\"csv\",\"title\":\"Ours\"" + chosen);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.json().path("notes").asInt()).isEqualTo(2);
    var odd =
        running.post(
            "/v1/boards/import", "{\"as\":\"csv\",\"columns\":{\"mood\":1},\"text\":\"a\"}");
    assertThat(odd.status()).isEqualTo(400);
  }

  @Test
  void anImportThatFailsLeavesNoEmptyMapBehind() {
    int before = running.get("/v1/boards").json().size();
    String longName = "a\\u0000b";

    var failed =
        running.post(
            "/v1/boards/import",
            "{\"as\":\"csv\",\"title\":\"" + longName + "\",\"text\":\"text\\nI read\"}");

    assertThat(failed.status()).as(failed.text()).isEqualTo(400);
    assertThat(running.get("/v1/boards").json()).hasSize(before);
  }

  @Test
  void aMapTakenOutComesInAgainAsAnotherOne() {
    var out = running.get(board + "/export?as=json").text();

    var in =
        running.post(
            "/v1/boards/import",
            new com.fasterxml.jackson.databind.ObjectMapper()
                .createObjectNode()
                .put("as", "json")
                .put("title", "A copy")
                .put("text", out)
                .toString());

    assertThat(in.status()).as(in.text()).isEqualTo(201);
    assertThat(in.json().path("notes").asInt()).isEqualTo(2);
    var copy = running.get("/v1/boards/" + in.json().path("id").asText()).json();
    assertThat(copy.path("snapshot").toString()).contains("Second words").contains("A copy");
  }

  @Test
  void aTableBecomesAMapAndWhatIsNoneIsRefusedWithAReason() {
    var in =
        running.post(
            "/v1/boards/import",
            "{\"as\":\"csv\",\"title\":\"From a table\",\"text\":"
                + "\"stage,step,lane,text\\nDream,Look,Doing,I read\\nDream,Look,Doing,I ask\"}");
    assertThat(in.status()).as(in.text()).isEqualTo(201);
    assertThat(in.json().path("notes").asInt()).isEqualTo(2);

    var refused = running.post("/v1/boards/import", "{\"as\":\"json\",\"text\":\"no map\"}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("message").asText()).isNotEmpty();
    assertThat(running.post("/v1/boards/import", "{\"as\":\"pdf\",\"text\":\"\"}").status())
        .isEqualTo(400);
  }

  @Test
  void momentsAndIdeasAreRankedWithTheSourceOfEveryNumber() {
    var made =
        running.post("/v1/boards", "{\"title\":\"Home\",\"template\":\"first-home\"}").json();

    var choices = running.get("/v1/boards/" + made.path("id").asText() + "/choices").json();

    assertThat(choices.path("runs").asBoolean()).isFalse();
    assertThat(choices.path("moments")).isNotEmpty();
    assertThat(choices.path("moments").get(0).path("placeByVotes").asInt()).isEqualTo(1);
    assertThat(choices.path("ideas")).isNotEmpty();
  }
}
