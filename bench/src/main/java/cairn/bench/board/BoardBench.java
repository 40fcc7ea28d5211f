package cairn.bench.board;

import cairn.bench.Bench;
import cairn.bench.Figures;
import cairn.workspace.sql.DatabasePlace;
import picocli.CommandLine.Command;

/** Measures boards: the rules of a move alone, and the store alone. */
@Command(name = "board", description = "How fast a board takes moves, stores them and opens.")
public final class BoardBench extends Bench {
  @Override
  protected Figures measure() throws Exception {
    var figures = new Figures();
    say("rules of a move");
    var rules = BoardRulesSpeed.measure();
    figures.put("rules_op_us", rules.opMicros(), "CPU of one move, text to text");
    figures.put("rules_open_ms", rules.openMillis(), "CPU of opening 2,000 notes and 8,000 moves");
    say("storing moves");
    var stored =
        inFolder(folder ->
            BoardStoreSpeed.measure(
                new DatabasePlace.SqliteFile(folder.resolve("board-bench.db"))));
    figures.put("store_op_us", stored.opMicros(), "CPU of storing one batch");
    figures.put("store_p50_ms", stored.ackMillisP50(), "acknowledged, one at a time");
    figures.put("store_p99_ms", stored.ackMillisP99(), "acknowledged, one at a time");
    figures.put("store_open_ms", stored.openMillis(), "newest state and the batches after it");
    return figures;
  }
}
