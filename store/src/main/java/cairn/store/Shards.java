package cairn.store;

import cairn.person.PersonKey;
import cairn.store.codec.In;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What is counted for each shard: how far its feed goes, how many open people it has. A shard's
 * lane changes it and writes it in the same batch as what it counts.
 */
final class Shards {
  private final long[] sequence = new long[PersonKey.SHARDS];
  private final AtomicLongArray people = new AtomicLongArray(PersonKey.SHARDS);
  private final AtomicLongArray readable = new AtomicLongArray(PersonKey.SHARDS);

  Shards(Database database) {
    for (int shard = 0; shard < PersonKey.SHARDS; shard++) {
      var row = database.get(Family.META, Layout.counters(shard));
      if (row != null) {
        var in = new In(row, 0, row.length, "the counters of shard " + shard);
        sequence[shard] = in.number();
        people.set(shard, in.number());
        readable.set(shard, sequence[shard]);
      }
    }
  }

  /** The next place in a shard's feed; for its lane alone. */
  long next(int shard) {
    return ++sequence[shard];
  }

  /** The last place given out; for the shard's lane alone. */
  long last(int shard) {
    return sequence[shard];
  }

  void people(int shard, int more) {
    people.addAndGet(shard, more);
  }

  void write(Batch batch, int meta, int shard) {
    int start = batch.begin(meta, Layout.counters(shard));
    batch.out().number(sequence[shard]);
    batch.out().number(people.get(shard));
    batch.end(start);
  }

  /** Lets readers see a shard's feed up to here, once it is synced. */
  void reveal(int shard, long upTo) {
    readable.set(shard, upTo);
  }

  long readable(int shard) {
    return readable.get(shard);
  }

  long people() {
    long sum = 0;
    for (int shard = 0; shard < PersonKey.SHARDS; shard++) {
      sum += people.get(shard);
    }
    return sum;
  }
}
