package cairn.bench.board;

import cairn.map.Batch;
import cairn.map.BatchId;
import cairn.map.ElementId;
import cairn.map.MemberId;
import cairn.map.Op;
import cairn.map.OrderKey;
import cairn.map.Value;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Many people on one board at once, each over a line of their own: every one moves a note twice a
 * second, and everybody must hear every move once and in the same order. The time of one delivery
 * is from the moment somebody says a move to the moment another hears it.
 */
final class BoardRoomSpeed {
  /** Operations of one participant in a second. */
  static final int OPS_A_SECOND = 2;

  private BoardRoomSpeed() {}

  /**
   * What was measured.
   *
   * @param lost deliveries that never came, came twice or came in another order
   */
  record Room(double p50Millis, double p95Millis, double p99Millis, long deliveries, long lost) {}

  static Room measure(BoardHouse house, String board, int people, double seconds) throws Exception {
    var said = new ConcurrentHashMap<String, Long>();
    var waits = new ConcurrentHistogram(3);
    var client = HttpClient.newHttpClient();
    var lines = new ArrayList<BoardLine>();
    try {
      for (int person = 0; person < people; person++) {
        lines.add(
            BoardLine.open(
                client,
                house.url(),
                board,
                (batch, heard) -> {
                  var begun = said.get(batch);
                  if (begun != null) {
                    waits.recordValue(Math.max(0, heard - begun));
                  }
                }));
      }
      int gestures = (int) Math.max(1, Math.round(seconds * OPS_A_SECOND));
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int person = 0; person < people; person++) {
          int who = person;
          threads.execute(() -> move(lines.get(who), who, gestures, people, said));
        }
      }
      long all = (long) gestures * people;
      long missing = 0;
      for (var line : lines) {
        missing += missing(line, all);
        missing += line.disorder();
      }
      return new Room(
          waits.getValueAtPercentile(50) / 1e6,
          waits.getValueAtPercentile(95) / 1e6,
          waits.getValueAtPercentile(99) / 1e6,
          all * people,
          missing);
    } finally {
      lines.forEach(BoardLine::close);
      client.close();
    }
  }

  private static long missing(BoardLine line, long all) {
    try {
      line.awaitRevisions(all);
    } catch (IllegalStateException late) {
      return all - line.revisions();
    }
    return line.revisions() - all;
  }

  private static void move(
      BoardLine line, int who, int gestures, int people, Map<String, Long> said) {
    long step = 1_000_000_000L / OPS_A_SECOND;
    // People do not move in step: each begins at another part of the half second.
    long begin = System.nanoTime() + step * who / people;
    for (int gesture = 0; gesture < gestures; gesture++) {
      long due = begin + gesture * step;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      var id = "room-" + who + "-" + gesture;
      var batch =
          new Batch(
              new BatchId(id),
              new MemberId("system:local"),
              "Move a note",
              List.of(
                  new Op.Set(
                      new ElementId("note-" + who),
                      Map.of(
                          "column", Value.of("stage-" + gesture % BoardFill.STAGES),
                          "order", Value.of(OrderKey.nth(gesture).text())))));
      said.put(id, System.nanoTime());
      line.say(batch);
    }
  }
}
