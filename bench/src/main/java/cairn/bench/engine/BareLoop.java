package cairn.bench.engine;

import cairn.person.PersonKey;
import cairn.store.RocksSettings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * What the least possible program would do to the same database: for each event get the state and
 * look for the mark of a duplicate, put the state back, add a log row as large as a real one, a
 * feed pointer and a mark; write 256 of these as one batch and sync. No deciding, no codec, no
 * queue, no answers.
 */
public final class BareLoop {
  static final int BATCH = 256;

  /** People among whom a late entry is sought. */
  private static final int LOOKED_AT_MAX = 2_000;

  /** Rows of the bare loop stand in a shard that no person has. */
  private static final byte OWN_SHARD = 127;

  private BareLoop() {}

  /** Whom the loop may write for: people who are in the store already. */
  public interface People {
    int count();

    PersonKey person(int index);
  }

  /** Runs on a closed store's database; ends within a few seconds of the time given. */
  public static Load.Result run(
      Path database, long cacheBytes, People people, double seconds, long seed)
      throws RocksDBException {
    var handles = new ArrayList<ColumnFamilyHandle>();
    try (var cache = new LRUCache(cacheBytes);
        var filter = RocksSettings.filter();
        var settings = RocksSettings.database();
        var names = new Options();
        var unsynced = new WriteOptions().setSync(false)) {
      var families = new ArrayList<ColumnFamilyDescriptor>();
      for (var name : RocksDB.listColumnFamilies(names, database.toString())) {
        var word = new String(name, StandardCharsets.UTF_8);
        families.add(new ColumnFamilyDescriptor(name, RocksSettings.family(word, cache, filter)));
      }
      try (var db = RocksDB.open(settings, database.toString(), families, handles)) {
        var loop = new Loop(db, byName(handles), people, unsynced, new Random(seed));
        loop.run(Math.min(3, seconds));
        var cpu = Cpu.now();
        long start = System.nanoTime();
        long events = loop.run(seconds);
        double took = (System.nanoTime() - start) / 1e9;
        var result = new Load.Result(events, 0, took, cpu.seconds(), new Histogram(3));
        handles.forEach(ColumnFamilyHandle::close);
        return result;
      } finally {
        families.forEach(family -> family.getOptions().close());
      }
    }
  }

  private static Map<String, ColumnFamilyHandle> byName(List<ColumnFamilyHandle> handles)
      throws RocksDBException {
    var byName = new HashMap<String, ColumnFamilyHandle>();
    for (var handle : handles) {
      byName.put(new String(handle.getName(), StandardCharsets.UTF_8), handle);
    }
    return byName;
  }

  private static final class Loop {
    private final RocksDB db;
    private final ColumnFamilyHandle state;
    private final ColumnFamilyHandle log;
    private final ColumnFamilyHandle feed;
    private final ColumnFamilyHandle seen;
    private final People people;
    private final WriteOptions unsynced;
    private final Random random;
    private final byte[] entry;
    private long sequence = System.nanoTime();

    Loop(
        RocksDB db,
        Map<String, ColumnFamilyHandle> families,
        People people,
        WriteOptions unsynced,
        Random random)
        throws RocksDBException {
      this.db = db;
      this.state = Objects.requireNonNull(families.get("state"));
      this.log = Objects.requireNonNull(families.get("log"));
      this.feed = Objects.requireNonNull(families.get("feed"));
      this.seen = Objects.requireNonNull(families.get("seen"));
      this.people = people;
      this.unsynced = unsynced;
      this.random = random;
      this.entry = someEntry();
    }

    /**
     * The bytes of the latest of all entries looked at, to write rows of the same size and kind.
     */
    private byte[] someEntry() throws RocksDBException {
      byte[] latest = {};
      int number = 0;
      try (var rows = db.newIterator(log)) {
        for (int i = 0; i < Math.min(LOOKED_AT_MAX, people.count()); i++) {
          var key = key(people.person(i));
          var last = Arrays.copyOf(key, key.length + 4);
          Arrays.fill(last, key.length, last.length, (byte) 0xff);
          rows.seekForPrev(last);
          rows.status();
          if (rows.isValid() && Arrays.equals(rows.key(), 0, key.length, key, 0, key.length)) {
            int found = ByteBuffer.wrap(rows.key()).getInt(key.length);
            if (found > number) {
              number = found;
              latest = rows.value();
            }
          }
        }
      }
      return latest;
    }

    long run(double seconds) throws RocksDBException {
      long end = System.nanoTime() + (long) (seconds * 1e9);
      long events = 0;
      while (System.nanoTime() < end) {
        try (var batch = new WriteBatch()) {
          for (int i = 0; i < BATCH; i++) {
            event(batch);
          }
          db.write(unsynced, batch);
        }
        db.syncWal();
        events += BATCH;
      }
      return events;
    }

    private void event(WriteBatch batch) throws RocksDBException {
      var person = people.person(random.nextInt(people.count()));
      var key = key(person);
      var row = db.get(state, key);
      var mark = new byte[key.length + 8];
      System.arraycopy(key, 0, mark, 0, key.length);
      ByteBuffer.wrap(mark).putLong(key.length, random.nextLong());
      if (row == null || db.get(seen, mark) != null) {
        throw new IllegalStateException("the bare loop runs on people who are there");
      }
      batch.put(state, key, row);
      var logKey = new byte[key.length + 4];
      System.arraycopy(key, 0, logKey, 0, key.length);
      logKey[0] = OWN_SHARD;
      ByteBuffer.wrap(logKey).putInt(key.length, random.nextInt());
      batch.put(log, logKey, entry);
      var feedKey = new byte[9];
      feedKey[0] = OWN_SHARD;
      ByteBuffer.wrap(feedKey).putLong(1, ++sequence);
      var pointer = new byte[PersonKey.BYTES + 1];
      System.arraycopy(key, 1, pointer, 0, PersonKey.BYTES);
      batch.put(feed, feedKey, pointer);
      mark[0] = OWN_SHARD;
      batch.put(seen, mark, new byte[] {1, 1, 1, 1});
    }

    private static byte[] key(PersonKey person) {
      var key = new byte[1 + PersonKey.BYTES];
      key[0] = (byte) person.shard();
      System.arraycopy(person.bytes(), 0, key, 1, PersonKey.BYTES);
      return key;
    }
  }
}
