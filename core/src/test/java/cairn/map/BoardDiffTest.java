package cairn.map;

import static cairn.map.Room.ADA;
import static cairn.map.Room.BEN;
import static cairn.map.Room.DOING;
import static cairn.map.Room.del;
import static cairn.map.Room.note;
import static cairn.map.Room.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class BoardDiffTest {
  private final Room room = Room.ready();

  @Test
  void twoVersionsDifferByWhatCameWentAndChanged() {
    room.must(BEN, note("n1", DOING, "one"), note("n2", DOING, "two"));
    var then = room.state();
    room.must(BEN, del("n1"), text("n2", "second"), note("n3", DOING, "three"));

    assertThat(BoardDiff.between(then, room.state()))
        .containsExactly(
            new BoardDiff.Change.Removed(then.find(new ElementId("n1")).orElseThrow()),
            new BoardDiff.Change.Changed(
                room.state().find(new ElementId("n2")).orElseThrow(),
                "text",
                Value.of("two"),
                Value.of("second")),
            new BoardDiff.Change.Added(room.state().find(new ElementId("n3")).orElseThrow()));
    assertThat(BoardDiff.between(then, then)).isEmpty();
  }

  @Test
  void anEarlierVersionComesBackAsOneGestureAndUnsaysNobody() {
    room.must(BEN, note("n1", DOING, "one"), note("n2", DOING, "two"));
    var then = room.state();
    room.must(BEN, del("n1"), text("n2", "second"), note("n3", DOING, "three"));
    room.must(BEN, Op.put(Room.make(Kind.COMMENT, "c1", Map.of("text", Value.of("why?")))));

    room.must(ADA, BoardDiff.restoring(room.state(), then).toArray(Op[]::new));

    assertThat(room.text("n1")).isEqualTo("one");
    assertThat(room.text("n2")).isEqualTo("two");
    assertThat(room.text("n3")).isEqualTo("(none)");
    assertThat(room.state().find(new ElementId("c1"))).isPresent();
  }

  @Test
  void aCopyBelongsToWhoeverMakesIt() {
    room.must(BEN, note("n1", DOING, "one"));
    room.must(BEN, Op.put(Room.make(Kind.COMMENT, "c1", Map.of())));
    var copy = new Room();

    copy.must(Room.CY, BoardDiff.copying(room.state()).toArray(Op[]::new));

    assertThat(copy.text("n1")).isEqualTo("one");
    assertThat(copy.state().find(new ElementId("n1")).flatMap(Element::author))
        .contains(Room.CY.id());
    assertThat(copy.state().find(new ElementId("c1"))).isEmpty();
  }
}
