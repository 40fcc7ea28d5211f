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
}
