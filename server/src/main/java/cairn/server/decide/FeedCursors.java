package cairn.server.decide;

import cairn.engine.FeedItem;
import cairn.engine.Host;
import cairn.person.PersonKey;
import cairn.server.live.FailedShards;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * Up to where the feed of each shard was read, in turn, for what it tells of decisions; what tells
 * of none may be passed over. Going back, a feed is read a second time up to where it was read
 * before, and whoever reads is told so. For one thread.
 */
final class FeedCursors {
  /** Items read from one shard at once. */
  static final int READ_MAX = 500;

  private final Host host;
  private final FailedShards failed = new FailedShards("learning");
  private final long[] cursors = new long[PersonKey.SHARDS];

  /** Up to where each shard's feed is read a second time. */
  private final long[] again = new long[PersonKey.SHARDS];

  /** Up to here every shard was read: the last item of the slowest that holds more. */
  private Instant readUpTo = Instant.EPOCH;

  /** Places that cursors went on by since they were kept. */
  private long unkept;

  /** Takes the items of a feed in its order. */
  interface Reader {
    /**
     * One item.
     *
     * @param again whether it was read before
     */
    void take(FeedItem item, boolean again);
  }

  FeedCursors(Host host) {
    this.host = host;
  }

  /**
   * Whether kept cursors lie inside the feeds.
   *
   * @return false where they belong to another store
   */
  boolean fit(long[] kept) {
    for (int shard = 0; shard < cursors.length; shard++) {
      if (kept[shard] > host.feedEnd(shard)) {
        return false;
      }
    }
    return true;
  }

  /** Goes on from where cursors were kept. */
  void resume(long[] keptCursors, long[] keptAgain) {
    System.arraycopy(keptCursors, 0, cursors, 0, cursors.length);
    System.arraycopy(keptAgain, 0, again, 0, again.length);
  }

  /**
   * Reads at most {@link #READ_MAX} items of each shard; a cursor goes on after its item was taken.
   * A shard that fails keeps no other from being read, and is tried again in the next pass.
   *
   * @param stopped asked before each shard
   * @return how many items were read
   */
  int pass(BooleanSupplier stopped, Reader reader) {
    int[] read = {0};
    readUpTo = Instant.MAX;
    for (int shard = 0; shard < cursors.length && !stopped.getAsBoolean(); shard++) {
      int one = shard;
      failed.succeeds(one, () -> read[0] += pass(one, reader));
    }
    return read[0];
  }

  private int pass(int shard, Reader reader) {
    var items = host.decisions(shard, cursors[shard], READ_MAX);
    if (!items.isEmpty() && items.getLast().sequence() < host.feedEnd(shard)) {
      readUpTo = earlier(readUpTo, items.getLast().entry().now());
    }
    for (var item : items) {
      reader.take(item, item.sequence() <= again[shard]);
      unkept += item.sequence() - cursors[shard];
      cursors[shard] = item.sequence();
    }
    return items.size();
  }

  /** Reads again from a moment on; a shard that cannot be read now goes on where it is. */
  void goBack(Instant since) {
    for (int shard = 0; shard < cursors.length; shard++) {
      int one = shard;
      failed.succeeds(
          one,
          () -> {
            long first = firstSince(one, since);
            again[one] = Math.max(again[one], cursors[one]);
            cursors[one] = first;
          });
    }
  }

  /** The place before the first item that is not older than a moment. */
  private long firstSince(int shard, Instant since) {
    long before = 0;
    long after = cursors[shard];
    while (before < after) {
      long middle = (before + after) >>> 1;
      var items = host.feed(shard, middle, 1);
      if (items.isEmpty() || !items.getFirst().entry().now().isBefore(since)) {
        after = middle;
      } else {
        before = middle + 1;
      }
    }
    return before;
  }

  /** The moment up to which everything of every shard was read by now. */
  Instant readUpTo(Instant now) {
    return earlier(now, readUpTo);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** How many places cursors went on by since they were {@link #kept}. */
  long unkept() {
    return unkept;
  }

  /** Cursors as they are now were kept. */
  void kept() {
    unkept = 0;
  }

  long[] cursors() {
    return cursors.clone();
  }

  long[] again() {
    return again.clone();
  }
}
