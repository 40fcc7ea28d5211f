package cairn.map;

import static cairn.map.Room.BEN;
import static cairn.map.Room.DOING;
import static cairn.map.Room.del;
import static cairn.map.Room.note;
import static cairn.map.Room.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class InverseTest {
  private final Room room = Room.ready();

  @Test
  void undoKeepsWhatOthersChangedInOtherFields() {
    var replica = replica();
    news(replica, room.must(BEN, note("n1", DOING, "I sign")));
    replica.act(new BatchId("a"), "reword", List.of(text("n1", "I sign it all")));
    confirm(replica);
    news(replica, room.must(Room.CY, Op.set(new ElementId("n1"), Note.COLOUR, "green")));

    replica.undo(new BatchId("b"));
    confirm(replica);

    var note = room.state().find(Note.class, new ElementId("n1")).orElseThrow();
    assertThat(note.text()).isEqualTo("I sign");
    assertThat(note.get(Note.COLOUR)).isEqualTo("green");
  }

  @Test
  void undoLeavesAFieldThatAnotherHasWrittenSince() {
    var replica = replica();
    news(replica, room.must(BEN, note("n1", DOING, "I sign")));
    replica.act(new BatchId("a"), "reword", List.of(text("n1", "mine")));
    confirm(replica);
    news(replica, room.must(Room.CY, text("n1", "theirs")));

    assertThat(replica.undo(new BatchId("b"))).isEmpty();

    assertThat(replica.view().find(Note.class, new ElementId("n1")).orElseThrow().text())
        .isEqualTo("theirs");
  }

  @Test
  void aDeletionIsTakenBackAndDoneAgain() {
    var replica = replica();
    news(replica, room.must(BEN, note("n1", DOING, "I sign")));
    replica.act(new BatchId("a"), "delete", List.of(del("n1")));
    confirm(replica);

    replica.undo(new BatchId("b"));
    confirm(replica);
    assertThat(room.text("n1")).isEqualTo("I sign");
    replica.redo(new BatchId("c"));
    confirm(replica);
    assertThat(room.text("n1")).isEqualTo("(none)");
  }

  @Test
  void aRefusedGestureCannotBeTakenBack() {
    var replica = replica();
    replica.act(new BatchId("a"), "reword", List.of(note("n1", DOING, "x".repeat(2_000))));

    replica.refused(new BatchId("a"));

    assertThat(replica.view().find(new ElementId("n1"))).isEmpty();
    assertThat(replica.undo(new BatchId("b"))).isEmpty();
  }

  @Test
  void aNewGestureForgetsWhatWasTakenBack() {
    var replica = replica();
    replica.act(new BatchId("a"), "", List.of(note("n1", DOING, "one")));
    replica.undo(new BatchId("b"));
    replica.act(new BatchId("c"), "", List.of(note("n2", DOING, "two")));

    assertThat(replica.redo(new BatchId("d"))).isEmpty();
  }

  @Test
  void theInverseOfAnyGestureTakesItBackExactly() {
    for (int seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      var before = room.state();
      for (int n = 0; n < 6; n++) {
        before = before.apply(note("n" + n, DOING, "old " + random.nextInt(9)));
      }
      var gesture = new ArrayList<Op>();
      for (int n = 0; n < 8; n++) {
        String id = "n" + random.nextInt(8);
        gesture.add(
            switch (random.nextInt(3)) {
              case 0 -> note(id, DOING, "new " + random.nextInt(9));
              case 1 -> text(id, "changed " + random.nextInt(9));
              default -> del(id);
            });
      }
      var after = before.apply(gesture);

      var undone = after.apply(Inverse.fitting(after, Inverse.of(before, gesture)));

      assertThat(undone.holdsTheSameAs(before)).as("seed %d", seed).isTrue();
    }
  }

  private BoardReplica replica() {
    return new BoardReplica(BEN.id(), room.board.snapshotFor(BEN.id()));
  }

  private void news(BoardReplica replica, Revision revision) {
    assertThat(revision.rev()).isPositive();
    replica.receive(room.board.lastFor(BEN.id()));
  }

  private void confirm(BoardReplica replica) {
    var batch = replica.toSend().orElseThrow();
    room.send(BEN, batch.id(), batch.ops().toArray(Op[]::new));
    replica.receive(room.board.lastFor(BEN.id()));
    assertThat(replica.pending()).isEmpty();
  }
}
