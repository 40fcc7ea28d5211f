package cairn.store;

import cairn.person.PersonKey;
import java.nio.charset.StandardCharsets;

/**
 * The keys of rows, as bytes that sort the way they are read: shard first, then what the family
 * says, numbers with the highest byte first.
 */
final class Layout {
  static final int PERSON = 1 + PersonKey.BYTES;

  /** Where the person begins in a key of {@link #effect}. */
  static final int EFFECT_PERSON = 2;

  /** Where the person begins in a key of {@link #effectDue}. */
  static final int EFFECT_DUE_PERSON = 10;

  private Layout() {}

  static byte[] person(PersonKey key) {
    var bytes = new byte[PERSON];
    prefix(bytes, 0, key.shard(), key);
    return bytes;
  }

  static byte[] log(PersonKey key, long number) {
    var bytes = new byte[PERSON + 4];
    prefix(bytes, 0, key.shard(), key);
    int32(bytes, PERSON, number);
    return bytes;
  }

  static byte[] seen(PersonKey key, int shard, long hash) {
    var bytes = new byte[PERSON + 8];
    prefix(bytes, 0, shard, key);
    int64(bytes, PERSON, hash);
    return bytes;
  }

  static byte[] timer(PersonKey key, long due) {
    var bytes = new byte[9 + PersonKey.BYTES];
    bytes[0] = (byte) key.shard();
    int64(bytes, 1, due);
    raw(bytes, 9, key);
    return bytes;
  }

  static byte[] shardAndNumber(int shard, long number) {
    var bytes = new byte[9];
    bytes[0] = (byte) shard;
    int64(bytes, 1, number);
    return bytes;
  }

  static byte[] effect(PersonKey key, String effect) {
    var id = effect.getBytes(StandardCharsets.UTF_8);
    var bytes = new byte[2 + PersonKey.BYTES + id.length];
    bytes[0] = (byte) key.shard();
    raw(bytes, EFFECT_PERSON, key);
    System.arraycopy(id, 0, bytes, EFFECT_PERSON + PersonKey.BYTES, id.length);
    return bytes;
  }

  static byte[] effectDue(PersonKey key, long due, String effect) {
    var id = effect.getBytes(StandardCharsets.UTF_8);
    var bytes = new byte[10 + PersonKey.BYTES + id.length];
    bytes[0] = (byte) key.shard();
    bytes[1] = 1;
    int64(bytes, 2, due);
    raw(bytes, EFFECT_DUE_PERSON, key);
    System.arraycopy(id, 0, bytes, EFFECT_DUE_PERSON + PersonKey.BYTES, id.length);
    return bytes;
  }

  static byte[] name(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] counters(int shard) {
    return new byte[] {'s', (byte) shard};
  }

  /** What a shard holds of a volume limit in one period. */
  static byte[] share(int shard, long period, String limit) {
    var id = limit.getBytes(StandardCharsets.UTF_8);
    var bytes = new byte[10 + id.length];
    bytes[0] = 'v';
    bytes[1] = (byte) shard;
    int64(bytes, 2, period);
    System.arraycopy(id, 0, bytes, 10, id.length);
    return bytes;
  }

  /** Units that one slot of a decision holds, by the name of decision and slot. */
  static byte[] held(PersonKey key, String place) {
    var name = place.getBytes(StandardCharsets.UTF_8);
    var bytes = new byte[2 + PersonKey.BYTES + name.length];
    bytes[0] = 'w';
    bytes[1] = (byte) key.shard();
    raw(bytes, 2, key);
    System.arraycopy(name, 0, bytes, 2 + PersonKey.BYTES, name.length);
    return bytes;
  }

  /** When the units of one slot may be given back: sorts by time, ends like {@link #held}. */
  static byte[] heldUntil(byte[] held, long until) {
    var bytes = new byte[held.length + 8];
    bytes[0] = 'x';
    bytes[1] = held[1];
    int64(bytes, 2, until);
    System.arraycopy(held, 2, bytes, 10, held.length - 2);
    return bytes;
  }

  /** The key of the units whose time this key of {@link #heldUntil} tells. */
  static byte[] heldOf(byte[] heldUntil) {
    var bytes = new byte[heldUntil.length - 8];
    bytes[0] = 'w';
    bytes[1] = heldUntil[1];
    System.arraycopy(heldUntil, 10, bytes, 2, heldUntil.length - 10);
    return bytes;
  }

  /** The first key after all that begin with these bytes. */
  static byte[] after(byte[] prefix) {
    var next = prefix.clone();
    for (int i = next.length - 1; i >= 0; i--) {
      if (++next[i] != 0) {
        return next;
      }
    }
    throw new IllegalArgumentException("nothing sorts after this prefix");
  }

  static long int64(byte[] bytes, int at) {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = (value << 8) | (bytes[at + i] & 0xff);
    }
    return value;
  }

  static void int64(byte[] bytes, int at, long value) {
    for (int i = 0; i < 8; i++) {
      bytes[at + i] = (byte) (value >>> (56 - 8 * i));
    }
  }

  static long int32(byte[] bytes, int at) {
    long value = 0;
    for (int i = 0; i < 4; i++) {
      value = (value << 8) | (bytes[at + i] & 0xff);
    }
    return value;
  }

  private static void int32(byte[] bytes, int at, long value) {
    if (value >>> 32 != 0) {
      throw new IllegalStateException("a person's log holds at most 2^32 entries");
    }
    for (int i = 0; i < 4; i++) {
      bytes[at + i] = (byte) (value >>> (24 - 8 * i));
    }
  }

  private static void prefix(byte[] bytes, int at, int shard, PersonKey key) {
    bytes[at] = (byte) shard;
    raw(bytes, at + 1, key);
  }

  private static void raw(byte[] bytes, int at, PersonKey key) {
    int64(bytes, at, key.high());
    int64(bytes, at + 8, key.low());
  }
}
