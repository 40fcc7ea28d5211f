package cairn.store;

import static cairn.store.Fixture.ADA;
import static cairn.store.Fixture.event;
import static cairn.store.Fixture.send;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.chance.Chance;
import cairn.decision.Response;
import cairn.engine.Command;
import cairn.engine.FeedItem;
import cairn.engine.Host;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who learns from decisions passes over what tells of none, and misses none that does. */
final class DecisionFeedTest {
  /** More than are kept at hand, so that some are read from disk while others are not. */
  private static final int COMMANDS = 4 * RecentEntries.KEPT;

  private static final int ONE_IN = 9;
  private static final int AT_ONCE = 500;
  private static final Command RESPONSE =
      new Command.RecordResponse(
          "d1/0", "loan", "web", new Response(Response.Kind.SHOWN, null, null, 0), null);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void readInPiecesItTellsOfEachDecisionOnce(long seed) {
    try (var host = new Fixture().open(folder)) {
      fill(host, seed);

      assertThat(ofDecisions(inPieces(host, seed))).isEqualTo(ofDecisions(whole(host)));
    }
    try (var host = new Fixture().open(folder)) {
      var pieces = inPieces(host, seed);

      assertThat(ofDecisions(pieces)).isEqualTo(ofDecisions(whole(host)));
      assertThat(pieces.getLast().sequence()).isEqualTo(COMMANDS);
    }
  }

  @Test
  void afterARestartNothingElseIsReadButTheLast() {
    try (var host = new Fixture().open(folder)) {
      fill(host, 1);
    }
    try (var host = new Fixture().open(folder)) {
      var read = host.decisions(shard(host), 0, COMMANDS);

      int told = ofDecisions(whole(host)).size();
      assertThat(told).isBetween(1, COMMANDS / 2);
      assertThat(read.size()).isBetween(told, told + 1);
      assertThat(host.decisions(shard(host), COMMANDS, COMMANDS)).isEmpty();
    }
  }

  @Test
  void afterSoManyItAnswersHowFarItLookedAndGoesOn() {
    int events = Feed.PASSED_OVER_MAX + COMMANDS;
    try (var host = new Fixture().open(folder)) {
      for (int i = 0; i < events; i += AT_ONCE) {
        sendAtOnce(host, i, Math.min(events, i + AT_ONCE));
      }
    }
    try (var host = new Fixture().open(folder)) {
      var first = host.decisions(shard(host), 0, COMMANDS);
      var second = host.decisions(shard(host), Feed.PASSED_OVER_MAX, COMMANDS);

      assertThat(first).extracting(FeedItem::sequence).containsExactly((long) Feed.PASSED_OVER_MAX);
      assertThat(second).extracting(FeedItem::sequence).containsExactly((long) events);
    }
  }

  /** Pointers as they were written before they were marked end with the number. */
  @Test
  void pointersWithoutAMarkAreFollowed() {
    try (var host = new Fixture().open(folder)) {
      fill(host, 1);
      var database = host.database();
      var batch = new Batch();
      database.visit(
          Family.FEED,
          new byte[] {0},
          new byte[] {(byte) 0xff},
          (key, value) -> {
            batch.put(database.id(Family.FEED), key, Arrays.copyOf(value, value.length - 1));
            return true;
          });
      database.write(batch.bytes());
    }
    try (var host = new Fixture().open(folder)) {
      assertThat(host.decisions(shard(host), 0, COMMANDS)).isEqualTo(whole(host));
    }
  }

  private static void fill(EmbeddedHost host, long seed) {
    var chance = new Chance(seed);
    for (int i = 0; i < COMMANDS; i++) {
      send(host, ADA, "c" + i, chance.nextInt(ONE_IN) == 0 ? RESPONSE : event("Rode"));
    }
    Fixture.await("all to be readable", () -> host.feedEnd(shard(host)) == COMMANDS);
  }

  private static void sendAtOnce(Host host, int from, int to) {
    var outcomes =
        IntStream.range(from, to)
            .mapToObj(i -> Fixture.envelope(host, ADA, "c" + i, event("Rode")))
            .map(envelope -> host.submit(envelope, Priority.INTERACTIVE))
            .toList();
    for (var outcome : outcomes) {
      assertThat(Fixture.get(outcome)).isInstanceOf(Outcome.Taken.class);
    }
  }

  private static List<FeedItem> inPieces(Host host, long seed) {
    var chance = new Chance(seed);
    var read = new ArrayList<FeedItem>();
    long after = 0;
    for (var piece = host.decisions(shard(host), 0, 3);
        !piece.isEmpty();
        piece = host.decisions(shard(host), after, 1 + chance.nextInt(9))) {
      read.addAll(piece);
      after = piece.getLast().sequence();
    }
    return read;
  }

  private static List<FeedItem> whole(Host host) {
    return host.feed(shard(host), 0, COMMANDS);
  }

  private static List<FeedItem> ofDecisions(List<FeedItem> items) {
    return items.stream().filter(item -> item.entry().tellsOfDecisions()).toList();
  }

  private static int shard(Host host) {
    return host.key(ADA).shard();
  }
}
