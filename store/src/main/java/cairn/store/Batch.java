package cairn.store;

import cairn.store.codec.Out;

/**
 * Changes gathered for one atomic write, in the bytes RocksDB itself gives a write batch: {@code
 * sequence u64, count u32, {type, family, key, value}*} (write_batch.cc; it is also what stands in
 * the write-ahead log, so it does not change). Writing these bytes here saves a call into native
 * code for every row. Belongs to one thread and is used again.
 */
final class Batch {
  private static final int HEADER_BYTES = 12;
  private static final int COUNT_AT = 8;
  private static final int DELETION = 0x4;
  private static final int VALUE = 0x5;
  private static final int RANGE_DELETION = 0xe;

  private final Out out = new Out(1 << 20);
  private int count;
  private int rows;

  Batch() {
    clear();
  }

  void clear() {
    out.cut(0);
    for (int i = 0; i < HEADER_BYTES; i++) {
      out.u8(0);
    }
    count = 0;
  }

  /** Where the batch stands, to go back to. */
  int mark() {
    rows = count;
    return out.length();
  }

  /** Takes back everything since the last mark. */
  void reset(int mark) {
    out.cut(mark);
    count = rows;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Begins a row; the value is written to {@link #out()} before {@link #end}. */
  int begin(int family, byte[] key) {
    key(VALUE, family, key);
    return out.open();
  }

  void end(int start) {
    out.close(start);
  }

  Out out() {
    return out;
  }

  void put(int family, byte[] key, byte[] value) {
    key(VALUE, family, key);
    out.number(value.length);
    out.raw(value, 0, value.length);
  }

  void delete(int family, byte[] key) {
    key(DELETION, family, key);
  }

  /** Deletes all rows from a key on, up to but without another. */
  void deleteRange(int family, byte[] from, byte[] to) {
    key(RANGE_DELETION, family, from);
    out.number(to.length);
    out.raw(to, 0, to.length);
  }

  byte[] bytes() {
    out.little32(COUNT_AT, count);
    return out.copy();
  }

  private void key(int type, int family, byte[] key) {
    count++;
    out.u8(type);
    out.number(family);
    out.number(key.length);
    out.raw(key, 0, key.length);
  }
}
