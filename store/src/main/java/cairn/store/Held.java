package cairn.store;

import cairn.person.PersonKey;
import cairn.store.codec.CorruptRecordException;
import cairn.store.codec.In;
import cairn.store.codec.Out;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The units that slots of decisions hold until it is known what came of them: a row for each slot,
 * and for those that may be given back after a while a second one that sorts by that time, so that
 * whatever is over is found without a walk over all that is not. Belongs to its lane.
 */
final class Held {
  /** What nobody settles is held for ever: it waits to be sent. */
  static final long FOR_EVER = Rows.NEVER;

  private static final byte[] NONE = {};

  /** One slot's units. */
  @SuppressWarnings("ArrayRecordComponent") // bytes that are handed on, never compared
  record Units(byte[] key, long until, List<Part> parts) {
    Units {
      parts = List.copyOf(parts);
    }

    int shard() {
      return key[1];
    }
  }

  /** One unit of a limit in a period. */
  record Part(String limit, long period) {}

  private final Database database;
  private final int meta;

  /** What is in the batch that is not written yet; null where a row is deleted. */
  private final Map<ByteBuffer, @Nullable Units> unwritten = new HashMap<>();

  /** What was read for the entry at hand. */
  private final Map<ByteBuffer, Units> known = new HashMap<>();

  /** For each shard a time before which nothing is over. */
  private final long[] notBefore = new long[PersonKey.SHARDS];

  /** Shards in which somebody held something since they were opened. */
  private final boolean[] any = new boolean[PersonKey.SHARDS];

  Held(Database database, int[] shards) {
    this.database = database;
    this.meta = database.id(Family.META);
    for (int shard : shards) {
      resume(shard);
    }
  }

  /** Finds out whether anything is held, and times what an older version held without a time. */
  private void resume(int shard) {
    boolean[] timed = {false};
    var times = new byte[] {'x', (byte) shard};
    database.visit(
        Family.META,
        times,
        Layout.after(times),
        (key, value) -> {
          timed[0] = true;
          return false;
        });
    var batch = new Batch();
    var rows = new byte[] {'w', (byte) shard};
    database.visit(
        Family.META,
        rows,
        Layout.after(rows),
        (key, value) -> {
          any[shard] = true;
          long until = timed[0] ? FOR_EVER : units(key, value).until();
          if (until != FOR_EVER) {
            batch.put(meta, Layout.heldUntil(key, until), NONE);
          }
          return !timed[0];
        });
    if (!batch.isEmpty()) {
      database.write(batch.bytes());
    }
  }

  boolean any(int shard) {
    return any[shard];
  }

  void put(Units units, Batch batch) {
    var out = new Out(64);
    out.number(units.until());
    out.number(units.parts().size());
    for (var part : units.parts()) {
      out.text(part.limit());
      out.number(part.period());
    }
    batch.put(meta, units.key(), out.copy());
    unwritten.put(ByteBuffer.wrap(units.key()), units);
    if (units.until() != FOR_EVER) {
      batch.put(meta, Layout.heldUntil(units.key(), units.until()), NONE);
      notBefore[units.shard()] = Math.min(notBefore[units.shard()], units.until());
    }
    any[units.shard()] = true;
  }

  void remove(Units units, Batch batch) {
    batch.delete(meta, units.key());
    if (units.until() != FOR_EVER) {
      batch.delete(meta, Layout.heldUntil(units.key(), units.until()));
    }
    unwritten.put(ByteBuffer.wrap(units.key()), null);
  }

  /** Reads what {@link #find} will be asked for while a batch is being filled. */
  void read(byte[] key) {
    var row = database.get(Family.META, key);
    if (row != null) {
      known.put(ByteBuffer.wrap(key), units(key, row));
    }
  }

  /** Reads all that a person holds, as {@link #read} does. */
  void readAll(PersonKey person) {
    var prefix = Layout.held(person, "");
    database.visit(
        Family.META,
        prefix,
        Layout.after(prefix),
        (key, value) -> {
          known.put(ByteBuffer.wrap(key), units(key, value));
          return true;
        });
  }

  /** What a slot holds, of what was read or is in the batch; null if nothing. */
  @Nullable Units find(byte[] key) {
    var wrapped = ByteBuffer.wrap(key);
    return unwritten.containsKey(wrapped) ? unwritten.get(wrapped) : known.get(wrapped);
  }

  /** All that a person holds, of what was read or is in the batch. */
  List<Units> all(PersonKey person) {
    var prefix = Layout.held(person, "");
    var all = new HashMap<ByteBuffer, @Nullable Units>(known);
    all.putAll(unwritten);
    var theirs = new ArrayList<Units>();
    for (var units : all.values()) {
      if (units != null && startsWith(units.key(), prefix)) {
        theirs.add(units);
      }
    }
    return theirs;
  }

  private static boolean startsWith(byte[] key, byte[] prefix) {
    int differs = Arrays.mismatch(key, prefix);
    return differs < 0 || differs >= prefix.length;
  }

  /** The entry at hand is done with. */
  void forgetRead() {
    known.clear();
  }

  /** The batch is written. */
  void written() {
    unwritten.clear();
  }

  /**
   * Finds what is over in a shard, the longest first.
   *
   * @param max how many at most
   * @return how many were found
   */
  int over(int shard, long now, int max, Consumer<Units> found) {
    if (notBefore[shard] > now) {
      return 0;
    }
    var over = new ArrayList<Units>();
    long[] next = {FOR_EVER};
    var from = new byte[] {'x', (byte) shard};
    database.visit(
        Family.META,
        from,
        Layout.after(from),
        (time, value) -> {
          long until = Layout.int64(time, 2);
          if (until > now || over.size() >= max) {
            next[0] = until;
            return false;
          }
          var key = Layout.heldOf(time);
          if (!unwritten.containsKey(ByteBuffer.wrap(key))) {
            over.add(new Units(key, until, parts(key)));
          }
          return true;
        });
    for (var units : unwritten.values()) {
      if (units != null && units.shard() == shard) {
        next[0] = Math.min(next[0], units.until());
      }
    }
    notBefore[shard] = next[0];
    over.forEach(found);
    return over.size();
  }

  private List<Part> parts(byte[] key) {
    var row = database.get(Family.META, key);
    return row == null ? List.of() : units(key, row).parts();
  }

  private static Units units(byte[] key, byte[] row) {
    try {
      var in = new In(row, 0, row.length, "held units");
      long until = in.number();
      var parts = new ArrayList<Part>();
      for (int i = in.items(); i > 0; i--) {
        parts.add(new Part(in.text(), in.number()));
      }
      return new Units(key, until, parts);
    } catch (CorruptRecordException e) {
      throw new StoreException(
          "A row of held units is damaged (shard " + key[1] + "): " + e.getMessage(), e);
    }
  }

  /** Deletes everything a person holds; a damaged row does not keep the others. */
  static void purge(Database database, Batch batch, PersonKey person) {
    int meta = database.id(Family.META);
    var prefix = Layout.held(person, "");
    boolean[] damaged = {false};
    database.visit(
        Family.META,
        prefix,
        Layout.after(prefix),
        (key, value) -> {
          try {
            long until = units(key, value).until();
            if (until != FOR_EVER) {
              batch.delete(meta, Layout.heldUntil(key, until));
            }
          } catch (StoreException unreadable) {
            damaged[0] = true;
          }
          batch.delete(meta, key);
          return true;
        });
    if (damaged[0]) {
      purgeTimes(database, batch, prefix);
    }
  }

  /** Deletes the rows of times of a person, wherever they sort: what would tell it is damaged. */
  private static void purgeTimes(Database database, Batch batch, byte[] held) {
    int meta = database.id(Family.META);
    var times = new byte[] {'x', held[1]};
    database.visit(
        Family.META,
        times,
        Layout.after(times),
        (time, value) -> {
          if (startsWith(Layout.heldOf(time), held)) {
            batch.delete(meta, time);
          }
          return true;
        });
  }
}
