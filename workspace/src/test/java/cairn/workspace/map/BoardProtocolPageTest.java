package cairn.workspace.map;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.map.Field;
import cairn.map.Kind;
import cairn.map.LaneRole;
import cairn.map.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds docs/reference/board-protocol.md to the code, so that a client can be written from it. */
final class BoardProtocolPageTest {
  private final String page = page();

  @Test
  void thePageListsEveryKindAndField() {
    assertThat(page).contains(kinds());
  }

  @Test
  void thePageListsEveryLaneAndEveryRefusalInTheirOrder() {
    var lanes = new StringBuilder();
    for (LaneRole role : LaneRole.values()) {
      lanes.append("| `").append(Field.wireName(role)).append("` | ").append(role.title());
      lanes.append(" |\n");
    }
    assertThat(page).contains(lanes);
    int last = 0;
    for (Verdict.Reason reason : Verdict.Reason.values()) {
      int at = page.indexOf("| `" + BoardMessages.code(reason) + "` |");
      assertThat(at).as(reason.name()).isGreaterThan(last);
      last = at;
    }
  }

  @Test
  void theSchemaNamesWhatThePageNames() {
    assertThat(BoardSchema.write())
        .startsWith(
            """
            {"schema":1,"kinds":{"board":{"max":1,"fields":[{"name":"title","type":"text",\
            "bound":"at most 160 characters","default":"","stamped":false},\
            """)
        .contains("{\"id\":\"lane-onStagePeople\",\"role\":\"onStagePeople\",");
  }

  private static String kinds() {
    var text = new StringBuilder();
    for (Kind kind : Kind.values()) {
      text.append("### ").append(kind.wireName()).append("\n\n");
      text.append("At most ").append(kind.countMax()).append(".\n\n");
      text.append("| Field | Type | Bound | When nothing was said |\n| --- | --- | --- | --- |\n");
      for (Field<?> field : kind.shape().fields()) {
        text.append("| `").append(field.name()).append("`");
        text.append(field.isStamped() ? " (the board's)" : "").append(" | ");
        text.append(Field.wireName(field.type())).append(" | ");
        text.append(field.bound().replace("|", "\\|")).append(" | `");
        text.append(BoardJson.text(json -> BoardWriter.value(json, field.fallback())));
        text.append("` |\n");
      }
      text.append("\n");
    }
    return text.toString();
  }

  private static String page() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      var page = at.resolve("docs/reference/board-protocol.md");
      if (Files.exists(page)) {
        try {
          return Files.readString(page);
        } catch (IOException unreadable) {
          throw new AssertionError(unreadable);
        }
      }
    }
    throw new AssertionError("docs/reference/board-protocol.md is missing");
  }
}
