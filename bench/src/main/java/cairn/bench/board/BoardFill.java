package cairn.bench.board;

import cairn.map.Element;
import cairn.map.ElementId;
import cairn.map.Fields;
import cairn.map.Kind;
import cairn.map.Lane;
import cairn.map.LaneRole;
import cairn.map.Note;
import cairn.map.Op;
import cairn.map.OrderKey;
import cairn.map.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the boards of the measurements hold: stages, and notes laid evenly over three lanes. */
final class BoardFill {
  static final int STAGES = 8;

  private static final List<LaneRole> LANES =
      List.of(LaneRole.DOING, LaneRole.THINKING, LaneRole.ISSUES);

  private BoardFill() {}

  static ElementId lane(int which) {
    return Lane.standardId(LANES.get(which % LANES.size()));
  }

  static List<Op> stages() {
    var ops = new ArrayList<Op>();
    for (int stage = 0; stage < STAGES; stage++) {
      ops.add(
          Op.put(
              new Stage(
                  new ElementId("stage-" + stage),
                  Fields.of(Kind.STAGE)
                      .with(Stage.NAME, "Stage " + stage)
                      .with(Stage.ORDER, OrderKey.nth(stage)))));
    }
    return ops;
  }

  static List<Op> notes(int count) {
    var ops = new ArrayList<Op>();
    for (int note = 0; note < count; note++) {
      ops.add(
          Op.put(
              new Note(
                  new ElementId("note-" + note),
                  Fields.of(Kind.NOTE)
                      .with(
                          Note.TEXT, "I look at flats at night, alone, for the " + note + "th time")
                      .with(Element.Placed.LANE, Optional.of(lane(note)))
                      .with(
                          Element.Placed.COLUMN,
                          Optional.of(new ElementId("stage-" + note / LANES.size() % STAGES)))
                      .with(Element.Placed.ORDER, OrderKey.nth(note)))));
    }
    return ops;
  }
}
