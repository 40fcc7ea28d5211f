package cairn.store;

import static cairn.store.Fixture.ADA;
import static cairn.store.Fixture.send;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.engine.Command;
import cairn.engine.FeedItem;
import cairn.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feed is the same whether its entries are still at hand or must be read again. */
final class RecentEntriesTest {
  private static final int MANY = 40;
  private static final String LONG = "x".repeat(RecentEntries.KEPT_BYTES / 8);

  @TempDir private Path folder;

  @Test
  void theFeedIsWholeWhateverOfItIsAtHand() {
    try (var host = new Fixture().open(folder)) {
      for (int i = 0; i < MANY; i++) {
        send(host, ADA, "c" + i, new Command.TakeEvent("Rode", "web", Map.of("n", Value.of(LONG))));
      }
      int shard = host.key(ADA).shard();
      Fixture.await("all to be readable", () -> host.feedEnd(shard) == MANY);

      var all = host.feed(shard, 0, MANY);
      var last = host.feed(shard, MANY - 2, MANY);

      assertThat(all.stream().map(FeedItem::sequence))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, MANY).boxed().toList());
      assertThat(all.reversed().stream().map(FeedItem::entry))
          .containsExactlyElementsOf(host.history(host.key(ADA), MANY + 1, MANY));
      assertThat(last).isEqualTo(all.subList(MANY - 2, MANY));
      assertThat(atHand(host, shard)).isBetween(1, 8);
    }
  }

  private static int atHand(EmbeddedHost host, int shard) {
    for (int kept = MANY; kept > 0; kept--) {
      var items = new ArrayList<FeedItem>();
      host.recent().read(shard, MANY - kept, MANY, MANY, items);
      if (items.size() == kept) {
        return kept;
      }
    }
    return 0;
  }
}
