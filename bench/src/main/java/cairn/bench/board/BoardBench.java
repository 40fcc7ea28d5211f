package cairn.bench.board;

import cairn.bench.Bench;
import cairn.bench.Figures;
import cairn.workspace.sql.DatabasePlace;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine.Command;

/**
 * Measures boards: the screen in Chromium, the rules and the store alone, opening from disk, and a
 * room full of people over real lines.
 */
@Command(
    name = "board",
    description = "How fast a board is drawn, dragged on, changed by many, stored and opened.")
public final class BoardBench extends Bench {
  private static final int NOTES = 2_000;
  private static final int MOVES = 8_000;
  private static final int PEOPLE = 40;
  private static final int OPENED_TIMES = 5;

  @Override
  protected Figures measure() throws Exception {
    var figures = new Figures();
    inFolder(folder -> {
      house(folder.resolve("house"), figures);
      return folder;
    });
    say("rules of a move");
    var rules = BoardRulesSpeed.measure();
    figures.put("op_us", rules.opMicros(), "server CPU of one move, text to text; at most 20");
    say("storing moves");
    var stored =
        inFolder(folder ->
            BoardStoreSpeed.measure(
                new DatabasePlace.SqliteFile(folder.resolve("board-bench.db"))));
    figures.put("store_op_us", stored.opMicros(), "CPU of storing one batch, grouped");
    figures.put("store_p50_ms", stored.ackMillisP50(), "acknowledged, one at a time");
    figures.put("store_p99_ms", stored.ackMillisP99(), "acknowledged, one at a time; at most 50");
    figures.put("rules_open_ms", rules.openMillis(), "CPU of applying all 8,000 moves again");
    return figures;
  }

  private void house(Path folder, Figures figures) throws Exception {
    String many;
    String room;
    try (var house = new BoardHouse(folder)) {
      say("a board of 2,000 notes and 8,000 moves");
      many = house.board(NOTES, MOVES);
      say("drawing and dragging it in Chromium");
      var screen = BoardScreenSpeed.measure(house.url(), many, NOTES);
      if (screen.isEmpty()) {
        say("no Chromium here, or the screens are not built: the screen is not measured");
      }
      figures.put(
          "first_render_ms",
          screen.map(BoardScreenSpeed.Screen::firstMillis).orElse(Double.NaN),
          "main thread CPU until the first notes are painted; at most 400");
      figures.put(
          "drag_step_ms",
          screen.map(BoardScreenSpeed.Screen::dragMillis).orElse(Double.NaN),
          "main thread CPU of one step; at most 8");
      figures.put(
          "all_render_ms",
          screen.map(BoardScreenSpeed.Screen::allMillis).orElse(Double.NaN),
          "main thread CPU until all 2,000 notes are in the page");
      int people = people(PEOPLE);
      say(people + " people at " + BoardRoomSpeed.OPS_A_SECOND + " moves a second each");
      room = house.board(people, 0);
      BoardRoomSpeed.measure(house, house.board(people, 0), people, 2);
      var heard = BoardRoomSpeed.measure(house, room, people, seconds(10));
      figures.put("participants_p50_ms", heard.p50Millis(), "from said to heard by another");
      figures.put("participants_p95_ms", heard.p95Millis(), "at most 100");
      figures.put("participants_p99_ms", heard.p99Millis(), "");
      figures.put(
          "deliveries", (double) heard.deliveries(), "moves times people who must hear them");
      figures.put(
          "lost", (double) heard.lost(), "never came, came twice or in another order; none may");
    }
    say("opening it from disk");
    figures.put(
        "open_8000_ms", opened(folder, many, room), "wall, asked for over HTTP; at most 100");
  }

  /** The median of several openings, each by a server that was just started. */
  private static double opened(Path folder, String board, String other) throws Exception {
    var millis = new double[OPENED_TIMES];
    for (int time = 0; time < OPENED_TIMES; time++) {
      try (var house = new BoardHouse(folder)) {
        house.read(other);
        long before = System.nanoTime();
        house.read(board);
        millis[time] = (System.nanoTime() - before) / 1e6;
      }
    }
    Arrays.sort(millis);
    return millis[OPENED_TIMES / 2];
  }
}
