package cairn.store;

import cairn.engine.FeedItem;
import cairn.log.Entry;
import cairn.person.PersonKey;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest entries of each shard's feed as they were written, so that who follows closely need
 * not have them read and decoded again. What is not here any more is on disk. Thread-safe.
 */
final class RecentEntries {
  /** The most entries kept of each shard: a fraction of a second's worth at full speed. */
  static final int KEPT = 64;

  /**
   * The most bytes of a shard's kept entries, as they are written. Whatever is kept here longer
   * than between two collections of garbage is copied, and everybody waits for that.
   */
  static final int KEPT_BYTES = 32 << 10;

  private final Ring[] rings = new Ring[PersonKey.SHARDS];

  RecentEntries() {
    for (int shard = 0; shard < rings.length; shard++) {
      rings[shard] = new Ring();
    }
  }

  private static final class Ring {
    private final @Nullable FeedItem[] items = new FeedItem[KEPT];
    private final int[] bytes = new int[KEPT];
    private int held;

    synchronized void add(FeedItem item, int size) {
      int newest = place(item.sequence());
      forget(newest);
      items[newest] = item;
      bytes[newest] = size;
      held += size;
      for (int i = 1; i < KEPT && held > KEPT_BYTES; i++) {
        forget((newest + i) % KEPT);
      }
    }

    private void forget(int place) {
      items[place] = null;
      held -= bytes[place];
      bytes[place] = 0;
    }

    synchronized void forget() {
      Arrays.fill(items, null);
      Arrays.fill(bytes, 0);
      held = 0;
    }

    synchronized void read(long after, long upTo, int max, List<FeedItem> into) {
      for (long sequence = after + 1; sequence <= upTo && into.size() < max; sequence++) {
        var item = items[place(sequence)];
        if (item == null || item.sequence() != sequence) {
          return;
        }
        into.add(item);
      }
    }

    private static int place(long sequence) {
      return (int) (sequence % KEPT);
    }
  }

  /**
   * Keeps what was put into a shard's feed.
   *
   * @param bytes how long the entry is as it is written
   */
  void add(int shard, long sequence, PersonKey person, Entry entry, int bytes) {
    rings[shard].add(new FeedItem(shard, sequence, person, entry), bytes);
  }

  /** Forgets a shard's entries: somebody in it is erased. */
  void forget(int shard) {
    rings[shard].forget();
  }

  /** Adds what follows a place of a feed, in order, as far as it is all here. */
  void read(int shard, long after, long upTo, int max, List<FeedItem> into) {
    rings[shard].read(after, upTo, max, into);
  }
}
