package cairn.bench.board;

import cairn.map.Batch;
import cairn.map.BatchId;
import cairn.map.BoardSettings;
import cairn.map.BoardState;
import cairn.map.Element;
import cairn.map.ElementId;
import cairn.map.Fields;
import cairn.map.Kind;
import cairn.map.Lane;
import cairn.map.LaneRole;
import cairn.map.Member;
import cairn.map.MemberId;
import cairn.map.Note;
import cairn.map.Op;
import cairn.map.OpenBoard;
import cairn.map.OrderKey;
import cairn.map.Revision;
import cairn.map.Role;
import cairn.map.Stage;
import cairn.map.Value;
import cairn.workspace.map.BoardJson;
import cairn.workspace.map.Reading;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Moves notes on a board of {@link #NOTES} notes as the server does it, without disk and line: read
 * the message, decide, apply, look who may see it, write it once for all. Then builds the board
 * again from the stored texts of {@link #MOVES} moves. Rounds before the last warm up.
 */
public final class BoardRulesSpeed {
  static final int NOTES = 2_000;
  static final int MOVES = 8_000;

  private static final int ROUNDS = 8;
  private static final int STAGES = 8;
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final Member BEN = new Member(new MemberId("ben"), Role.MAPPER);

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  private BoardRulesSpeed() {}

  /**
   * What was measured, as processor time of one thread.
   *
   * @param opMicros one move from the text received to the text sent on
   * @param openMillis reading the snapshot and all stored moves, and applying them
   * @param snapshotBytes characters of the snapshot
   */
  public record Figures(double opMicros, double openMillis, int snapshotBytes) {}

  /** Measures. */
  public static Figures measure() {
    var speed = new BoardRulesSpeed();
    var figures = speed.round(0);
    for (int round = 1; round < ROUNDS; round++) {
      figures = speed.round(round);
    }
    return figures;
  }

  private Figures round(int seed) {
    var begin = BoardState.EMPTY.apply(notes());
    var board = new OpenBoard(begin, BoardSettings.DEFAULT);
    var received = moves(new Random(seed));
    var stored = new ArrayList<String>();
    long before = threads.getCurrentThreadCpuTime();
    for (String text : received) {
      stored.add(take(board, text));
    }
    double opMicros = (threads.getCurrentThreadCpuTime() - before) / 1e3 / MOVES;
    String snapshot = BoardJson.write(begin);
    before = threads.getCurrentThreadCpuTime();
    var opened = new OpenBoard(BoardJson.readState(snapshot), BoardSettings.DEFAULT);
    for (String text : stored) {
      opened.commit(BoardJson.readRevision(text));
    }
    double openMillis = (threads.getCurrentThreadCpuTime() - before) / 1e6;
    if (!opened.state().equals(board.state())) {
      throw new IllegalStateException("the board that was opened is another one");
    }
    return new Figures(opMicros, openMillis, snapshot.length());
  }

  private static String take(OpenBoard board, String text) {
    if (!(BoardJson.readBatch(text) instanceof Reading.Read<Batch>(var batch))
        || !(board.offer(batch, BEN, NOON) instanceof OpenBoard.Answer.Fresh(Revision revision))) {
      throw new IllegalStateException("a move was not taken");
    }
    board.commit(revision);
    if (!board.isLastSameForAll()) {
      throw new IllegalStateException("a move looks different to some");
    }
    return BoardJson.write(revision);
  }

  private static List<String> moves(Random random) {
    var moves = new ArrayList<String>();
    for (int move = 0; move < MOVES; move++) {
      var set =
          new Op.Set(
              new ElementId("note-" + random.nextInt(NOTES)),
              Map.of(
                  "column", Value.of("stage-" + random.nextInt(STAGES)),
                  "lane", Value.of(lane(random.nextInt(3)).text()),
                  "order", Value.of(OrderKey.nth(random.nextInt(500)).text())));
      moves.add(
          BoardJson.write(
              new Batch(new BatchId("move-" + move), BEN.id(), "Move a note", List.of(set))));
    }
    return moves;
  }

  private static List<Op> notes() {
    var ops = new ArrayList<Op>();
    for (LaneRole role : List.of(LaneRole.DOING, LaneRole.THINKING, LaneRole.ISSUES)) {
      ops.add(Op.put(new Lane(Lane.standardId(role), Fields.of(Kind.LANE).with(Lane.ROLE, role))));
    }
    for (int stage = 0; stage < STAGES; stage++) {
      ops.add(
          Op.put(
              new Stage(
                  new ElementId("stage-" + stage),
                  Fields.of(Kind.STAGE).with(Stage.ORDER, OrderKey.nth(stage)))));
    }
    for (int note = 0; note < NOTES; note++) {
      ops.add(
          Op.put(
              new Note(
                  new ElementId("note-" + note),
                  Fields.of(Kind.NOTE)
                      .with(
                          Note.TEXT, "I look at flats at night, alone, for the " + note + "th time")
                      .with(Element.Placed.LANE, Optional.of(lane(note % 3)))
                      .with(
                          Element.Placed.COLUMN,
                          Optional.of(new ElementId("stage-" + note % STAGES)))
                      .with(Element.Placed.ORDER, OrderKey.nth(note)))));
    }
    return ops;
  }

  private static ElementId lane(int which) {
    return Lane.standardId(List.of(LaneRole.DOING, LaneRole.THINKING, LaneRole.ISSUES).get(which));
  }
}
