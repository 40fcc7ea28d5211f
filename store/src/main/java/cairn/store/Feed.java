package cairn.store;

import cairn.engine.FeedItem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the feeds of shards: what is new from memory, what is older from the pointers of the feed
 * and the logs they point into. What was erased since is left out. Thread-safe.
 */
final class Feed {
  /** Pointers looked at in one reading for decisions, at most. */
  static final int PASSED_OVER_MAX = 10_000;

  private final Database database;
  private final Shards shards;
  private final RecentEntries recent;

  Feed(Database database, Shards shards, RecentEntries recent) {
    this.database = database;
    this.shards = shards;
    this.recent = recent;
  }

  /** Reads on from a place, at most so many items. */
  List<FeedItem> read(int shard, long after, int max) {
    long end = shards.readable(shard);
    var items = new ArrayList<FeedItem>();
    recent.read(shard, after, end, max, items);
    long from = items.isEmpty() ? after : items.getLast().sequence();
    while (from < end && items.size() < max) {
      var pointers = pointers(shard, from, end, max - items.size());
      if (pointers.isEmpty()) {
        break;
      }
      from = pointers.getLast().sequence();
      follow(shard, pointers, items);
    }
    return items;
  }

  /** Reads on for learning: items that tell of decisions, and the last one looked at. */
  List<FeedItem> decisions(int shard, long after, int max) {
    long end = shards.readable(shard);
    var items = new ArrayList<FeedItem>();
    recent.read(shard, after, end, max, items);
    if (!items.isEmpty()) {
      long last = items.getLast().sequence();
      items.removeIf(item -> item.sequence() != last && !item.entry().tellsOfDecisions());
    }
    for (long from = after; items.isEmpty() && from < end; ) {
      var pointers = ofDecisions(shard, from, end, max);
      if (pointers.isEmpty()) {
        break;
      }
      from = pointers.getLast().sequence();
      follow(shard, pointers, items);
    }
    return items;
  }

  private void follow(int shard, List<FeedPointer> pointers, List<FeedItem> items) {
    var rows =
        database.multiGet(
            Family.LOG, pointers.stream().map(p -> Layout.log(p.person(), p.number())).toList());
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      if (row != null) {
        var pointer = pointers.get(i);
        items.add(
            new FeedItem(
                shard, pointer.sequence(), pointer.person(), Rows.entry(row, pointer.person())));
      }
    }
  }

  private List<FeedPointer> pointers(int shard, long after, long upTo, int max) {
    var pointers = new ArrayList<FeedPointer>();
    visit(
        shard,
        after,
        upTo,
        pointer -> {
          pointers.add(pointer);
          return pointers.size() < max;
        });
    return pointers;
  }

  /** Those that may tell of decisions, and the last one looked at. */
  private List<FeedPointer> ofDecisions(int shard, long after, long upTo, int max) {
    var pointers = new ArrayList<FeedPointer>();
    var passedOver = new ArrayDeque<FeedPointer>(1);
    int[] looked = {0};
    visit(
        shard,
        after,
        upTo,
        pointer -> {
          passedOver.clear();
          if (pointer.tellsOfDecisions()) {
            pointers.add(pointer);
          } else {
            passedOver.add(pointer);
          }
          return pointers.size() < max && ++looked[0] < PASSED_OVER_MAX;
        });
    pointers.addAll(passedOver);
    return pointers;
  }

  /** Takes pointers in order until it answers false. */
  @FunctionalInterface
  private interface PointerVisitor {
    boolean visit(FeedPointer pointer);
  }

  private void visit(int shard, long after, long upTo, PointerVisitor visitor) {
    database.visit(
        Family.FEED,
        Layout.shardAndNumber(shard, after + 1),
        Layout.shardAndNumber(shard, upTo + 1),
        (key, value) -> visitor.visit(FeedPointer.read(key, value)));
  }
}
