package cairn.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.rocksdb.AbstractNativeReference;
import org.rocksdb.Checkpoint;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.FlushOptions;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Slice;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * RocksDB as this store uses it: rows by family, whole batches in, checksums on, writes to the log
 * unsynced until {@link #sync}. Thread-safe until closed. Every failure is a {@link
 * StoreException}, with the damaged file's path where RocksDB names it.
 */
final class Database implements AutoCloseable {
  private static final long LEAVING_NANOS = 1_000_000;

  static {
    RocksDB.loadLibrary();
  }

  /** Takes rows in order until it answers false. */
  @FunctionalInterface
  interface RowVisitor {
    boolean visit(byte[] key, byte[] value);
  }

  private final Path folder;
  private final List<AbstractNativeReference> owned = new ArrayList<>();
  private final Map<Family, ColumnFamilyHandle> handles = new EnumMap<>(Family.class);
  private final WriteOptions unsynced = own(new WriteOptions().setSync(false));
  private final ReadOptions reads = own(new ReadOptions());
  private final AtomicInteger inside = new AtomicInteger();
  private volatile boolean closed;
  private final RocksDB db;

  private Database(Path folder, long cacheBytes, boolean readOnly) throws RocksDBException {
    this.folder = folder;
    var options = own(RocksSettings.database());
    var cache = own(new LRUCache(cacheBytes));
    var filter = own(RocksSettings.filter());
    var families = new ArrayList<ColumnFamilyDescriptor>();
    families.add(
        new ColumnFamilyDescriptor(
            RocksDB.DEFAULT_COLUMN_FAMILY, own(RocksSettings.family("default", cache, filter))));
    for (var family : Family.values()) {
      families.add(
          new ColumnFamilyDescriptor(
              Layout.name(family.word()), own(RocksSettings.family(family.word(), cache, filter))));
    }
    refuseUnknownFamilies(folder);
    var opened = new ArrayList<ColumnFamilyHandle>();
    db =
        readOnly
            ? RocksDB.openReadOnly(options, folder.toString(), families, opened)
            : RocksDB.open(options, folder.toString(), families, opened);
    int place = 0;
    for (var family : Family.values()) {
      handles.put(family, opened.get(++place));
    }
    opened.forEach(this::own);
  }

  /** Opens the database in a folder, or makes one. */
  static Database open(Path folder, long cacheBytes) {
    try {
      Files.createDirectories(folder);
      return new Database(folder, cacheBytes, false);
    } catch (IOException e) {
      throw new StoreException("The folder " + folder + " cannot be made or read: " + e, e);
    } catch (RocksDBException e) {
      var why = String.valueOf(e.getMessage());
      if (why.contains("lock")) {
        throw new StoreException(
            "The store in " + folder + " is open in another process; stop that one first.", e);
      }
      throw new StoreException("The store in " + folder + " does not open: " + why, e);
    }
  }

  /** Opens a database that is there for reading alone; another process may have it open too. */
  static Database openReadOnly(Path folder, long cacheBytes) {
    try {
      return new Database(folder, cacheBytes, true);
    } catch (RocksDBException e) {
      throw new StoreException("The store in " + folder + " is damaged: " + e.getMessage(), e);
    }
  }

  private static void refuseUnknownFamilies(Path folder) throws RocksDBException {
    if (!Files.exists(folder.resolve("CURRENT"))) {
      return;
    }
    try (var options = new Options()) {
      for (var name : RocksDB.listColumnFamilies(options, folder.toString())) {
        boolean known =
            Arrays.equals(name, RocksDB.DEFAULT_COLUMN_FAMILY)
                || Arrays.stream(Family.values())
                    .anyMatch(f -> Arrays.equals(name, Layout.name(f.word())));
        if (!known) {
          throw new StoreException(
              "The store in " + folder + " was written by a newer version of Cairn; use that one.");
        }
      }
    }
  }

  private <T extends AbstractNativeReference> T own(T reference) {
    owned.add(reference);
    return reference;
  }

  /** The number batches name a family by. */
  int id(Family family) {
    return handle(family).getID();
  }

  boolean isNew() {
    return db.getLatestSequenceNumber() == 0;
  }

  /** The number of the newest change. */
  long latest() {
    return db.getLatestSequenceNumber();
  }

  byte @Nullable [] get(Family family, byte[] key) {
    enter();
    try {
      return db.get(handle(family), reads, key);
    } catch (RocksDBException e) {
      throw failed("read", family, e);
    } finally {
      leave();
    }
  }

  /** The values of several rows, null where there is none. */
  List<byte @Nullable []> multiGet(Family family, List<byte[]> keys) {
    enter();
    try {
      var same = new ColumnFamilyHandle[keys.size()];
      Arrays.fill(same, handle(family));
      return db.multiGetAsList(reads, Arrays.asList(same), keys);
    } catch (RocksDBException e) {
      throw failed("read", family, e);
    } finally {
      leave();
    }
  }

  /** Visits the rows from one key on, up to but without another. */
  void visit(Family family, byte[] from, byte[] to, RowVisitor visitor) {
    visit(family, from, to, false, visitor);
  }

  /** Visits the rows before one key, down to another, the last one first. */
  void visitBackwards(Family family, byte[] from, byte[] before, RowVisitor visitor) {
    visit(family, from, before, true, visitor);
  }

  private void visit(Family family, byte[] from, byte[] to, boolean backwards, RowVisitor visitor) {
    enter();
    try (var lower = new Slice(from);
        var upper = new Slice(to);
        var bounds =
            new ReadOptions()
                .setIterateLowerBound(lower)
                .setIterateUpperBound(upper)
                .setFillCache(false);
        var rows = db.newIterator(handle(family), bounds)) {
      if (backwards) {
        rows.seekToLast();
      } else {
        rows.seekToFirst();
      }
      while (rows.isValid() && visitor.visit(rows.key(), rows.value())) {
        if (backwards) {
          rows.prev();
        } else {
          rows.next();
        }
      }
      rows.status();
    } catch (RocksDBException e) {
      throw failed("read", family, e);
    } finally {
      leave();
    }
  }

  /** Writes a whole batch or nothing; not yet safe from a power cut. */
  void write(byte[] batch) {
    enter();
    try (var whole = new WriteBatch(batch)) {
      db.write(unsynced, whole);
    } catch (RocksDBException e) {
      throw new StoreException("The store in " + folder + " cannot write: " + e.getMessage(), e);
    } finally {
      leave();
    }
  }

  /** Makes safe everything written so far. */
  void sync() {
    enter();
    try {
      db.syncWal();
    } catch (RocksDBException e) {
      throw new StoreException("The store in " + folder + " cannot sync: " + e.getMessage(), e);
    } finally {
      leave();
    }
  }

  /** Moves everything out of the write-ahead log into tables. */
  void flush() {
    enter();
    try (var options = new FlushOptions().setWaitForFlush(true)) {
      db.flush(options, List.copyOf(handles.values()));
    } catch (RocksDBException e) {
      throw new StoreException("The store in " + folder + " cannot flush: " + e.getMessage(), e);
    } finally {
      leave();
    }
  }

  /** Rewrites the tables of a range, so that what was deleted there is gone from the disk. */
  void compact(Family family, byte[] from, byte[] to) {
    enter();
    try (var options =
        new CompactRangeOptions()
            .setBottommostLevelCompaction(CompactRangeOptions.BottommostLevelCompaction.kForce)) {
      db.compactRange(handle(family), from, to, options);
    } catch (RocksDBException e) {
      throw failed("compact", family, e);
    } finally {
      leave();
    }
  }

  /** Copies the present state into a folder of the same disk, mostly as links. */
  void checkpoint(Path target) {
    enter();
    try (var checkpoint = Checkpoint.create(db)) {
      checkpoint.createCheckpoint(target.toString());
    } catch (RocksDBException e) {
      throw new StoreException("No checkpoint can be made in " + target + ": " + e.getMessage(), e);
    } finally {
      leave();
    }
  }

  /** Reads every block of every table and compares its checksum. */
  void verify() {
    enter();
    try {
      db.verifyChecksum();
    } catch (RocksDBException e) {
      throw new StoreException("The store in " + folder + " is damaged: " + e.getMessage(), e);
    } finally {
      leave();
    }
  }

  /** Keeps the files open while somebody is inside; native code would not survive otherwise. */
  private void enter() {
    inside.incrementAndGet();
    if (closed) {
      leave();
      throw new StoreException("The store in " + folder + " is closed.");
    }
  }

  private void leave() {
    inside.decrementAndGet();
  }

  private ColumnFamilyHandle handle(Family family) {
    return Objects.requireNonNull(handles.get(family));
  }

  private StoreException failed(String what, Family family, RocksDBException e) {
    return new StoreException(
        "The store in " + folder + " cannot " + what + " " + family.word() + ": " + e.getMessage(),
        e);
  }

  @Override
  public void close() {
    closed = true;
    while (inside.get() > 0) {
      LockSupport.parkNanos(LEAVING_NANOS);
    }
    handles.values().forEach(ColumnFamilyHandle::close);
    db.close();
    for (int i = owned.size() - 1; i >= 0; i--) {
      owned.get(i).close();
    }
  }
}
