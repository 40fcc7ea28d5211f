package cairn.bench.board;

import cairn.map.BatchId;
import cairn.workspace.Workspace;
import cairn.workspace.audit.Actor;
import cairn.workspace.board.AppendOutcome;
import cairn.workspace.board.BoardId;
import cairn.workspace.board.BoardStore;
import cairn.workspace.board.NewBatch;
import cairn.workspace.board.Snapshot;
import cairn.workspace.sql.DatabasePlace;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/**
 * Adds small batches to one board on disk: first as fast as they are taken, many to a sync, which
 * shows the work of one; then one after another, each waiting for its sync, which shows how long a
 * person waits. Then opens a board of {@link #BATCHES} batches. Rounds before the last warm up.
 */
public final class BoardStoreSpeed {
  /** Batches on the board that is opened. */
  static final int BATCHES = 8_000;

  private static final int ROUNDS = 6;
  private static final int UNDER_WAY_MAX = 1_000;
  private static final int SINGLES = 500;
  private static final String OPS =
      "[{\"op\":\"set\",\"id\":\"n1234567\",\"fields\":{\"cell\":\"doing/search\",\"order\":\"V000\"}}]";
  private static final String NOTE =
      "{\"kind\":\"note\",\"id\":\"n1234567\",\"text\":\"I look at flats at night, alone\"},";

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final Workspace workspace;
  private final Actor ada = Actor.staff("ada");

  private BoardStoreSpeed(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * What was measured.
   *
   * @param opMicros processor time of one batch, its share of the sync included
   * @param ackMillisP50 from handing in to the answer, one at a time
   * @param openMillis newest state and the batches after it, read from disk
   */
  public record Figures(
      double opMicros, double ackMillisP50, double ackMillisP99, double openMillis) {}

  /** Measures on a place; the boards it makes stay there. */
  public static Figures measure(DatabasePlace place) {
    try (var workspace = Workspace.open(place, InstantSource.system())) {
      var speed = new BoardStoreSpeed(workspace);
      var figures = speed.round();
      for (var round = 1; round < ROUNDS; round++) {
        figures = speed.round();
      }
      return figures;
    }
  }

  private Figures round() {
    var board = workspace.boards().create(ada, "Speed").orElseThrow().id();
    var processor = system.getProcessCpuTime();
    fill(board);
    var opMicros = (system.getProcessCpuTime() - processor) / 1e3 / BATCHES;
    var opened = System.nanoTime();
    open(board);
    var openMillis = (System.nanoTime() - opened) / 1e6;
    var waits = singles(board);
    return new Figures(
        opMicros,
        waits.getValueAtPercentile(50) / 1e6,
        waits.getValueAtPercentile(99) / 1e6,
        openMillis);
  }

  private void fill(BoardId board) {
    Deque<CompletableFuture<AppendOutcome>> underWay = new ArrayDeque<>();
    for (var after = 0; after < BATCHES; after++) {
      underWay.add(workspace.boards().append(batch(board, after)));
      if (underWay.size() > UNDER_WAY_MAX) {
        underWay.remove().join();
      }
    }
    underWay.forEach(CompletableFuture::join);
    // The worst case for opening: as many batches after the newest state as there ever are.
    var state = "{\"elements\":[" + NOTE.repeat(2_000) + "{}]}";
    workspace
        .boards()
        .putSnapshot(board, new Snapshot(BATCHES - BoardStore.SNAPSHOT_EVERY + 1, state));
  }

  private void open(BoardId board) {
    var state = workspace.boards().snapshotUpTo(board, Long.MAX_VALUE).orElseThrow();
    var rest = workspace.boards().since(board, state.rev(), BoardStore.PAGE_MAX);
    if (state.rev() + rest.size() != BATCHES) {
      throw new IllegalStateException("The board was not read to its end.");
    }
  }

  private Histogram singles(BoardId board) {
    var waits = new Histogram(3);
    for (var i = 0; i < SINGLES; i++) {
      var handedIn = System.nanoTime();
      workspace.boards().append(batch(board, BATCHES + i)).join();
      waits.recordValue(System.nanoTime() - handedIn);
    }
    return waits;
  }

  private NewBatch batch(BoardId board, long after) {
    return new NewBatch(
        board, after, new BatchId("b" + after), ada, InstantSource.system().instant(), OPS);
  }
}
