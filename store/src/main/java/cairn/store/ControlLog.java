package cairn.store;

import cairn.store.codec.CorruptRecordException;
import cairn.store.codec.In;
import cairn.store.codec.Out;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What was published and switched, in order, beside the people it is about: blueprints, emergency
 * switches, model snapshots. It knows what a record is called, not what it says. A record is on
 * disk when {@link #append} returns. Thread-safe.
 */
public final class ControlLog {
  /** The largest record, in bytes. */
  public static final int CONTENT_BYTES_MAX = 64 << 20;

  /** The longest kind, in characters. */
  public static final int KIND_CHARS_MAX = 64;

  /**
   * One record.
   *
   * @param number its place, from 1 on
   * @param kind what it is: its reader's word
   * @param at when it was appended
   * @param content its reader's bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes that are handed on, never compared
  public record Item(long number, String kind, Instant at, byte[] content) {}

  private final EmbeddedHost host;
  private final ReentrantLock appending = new ReentrantLock();
  private long last;

  ControlLog(EmbeddedHost host) {
    this.host = host;
    host.database()
        .visitBackwards(
            Family.CONTROL,
            key(0),
            key(Long.MAX_VALUE),
            (key, value) -> {
              last = Layout.int64(key, 0);
              return false;
            });
  }

  /** Appends a record; returns it once it is safe. */
  public Item append(String kind, byte[] content) {
    if (kind.isBlank() || kind.length() > KIND_CHARS_MAX) {
      throw new IllegalArgumentException("a kind has 1 to " + KIND_CHARS_MAX + " characters");
    }
    if (content.length > CONTENT_BYTES_MAX) {
      throw new IllegalArgumentException("a record has at most " + CONTENT_BYTES_MAX + " bytes");
    }
    appending.lock();
    try {
      var record = new Item(last + 1, kind, host.settings().clock().instant(), content.clone());
      var out = new Out(content.length + 64);
      out.text(record.kind());
      out.time(record.at(), 0);
      out.raw(content, 0, content.length);
      var batch = new Batch();
      batch.put(host.database().id(Family.CONTROL), key(record.number()), out.copy());
      host.database().write(batch.bytes());
      host.database().sync();
      last = record.number();
      return record;
    } finally {
      appending.unlock();
    }
  }

  /** All records of a kind, oldest first. */
  public List<Item> all(String kind) {
    return all(host.database(), kind);
  }

  static List<Item> all(Database database, String kind) {
    var records = new ArrayList<Item>();
    database.visit(
        Family.CONTROL,
        key(0),
        key(Long.MAX_VALUE),
        (key, value) -> {
          var record = read(key, value);
          if (record.kind().equals(kind)) {
            records.add(record);
          }
          return true;
        });
    return records;
  }

  /** The record of a number; empty where there is none. */
  public Optional<Item> item(long number) {
    var value = host.database().get(Family.CONTROL, key(number));
    return value == null ? Optional.empty() : Optional.of(read(key(number), value));
  }

  private static Item read(byte[] key, byte[] value) {
    long number = Layout.int64(key, 0);
    try {
      var in = new In(value, 0, value.length, "a record of the control log");
      return new Item(number, in.text(), in.time(0), in.raw(in.end() - in.position()));
    } catch (CorruptRecordException e) {
      throw new StoreException("Record " + number + " of the control log is damaged.", e);
    }
  }

  private static byte[] key(long number) {
    var key = new byte[8];
    Layout.int64(key, 0, number);
    return key;
  }
}
