package cairn.person;

import cairn.chance.Chance;
import java.util.HexFormat;

/**
 * The key of one record: a 128-bit keyed hash (HMAC) of an identifier, so that a stored key names
 * nobody. Two longs, big-endian.
 */
public record PersonKey(long high, long low) implements Comparable<PersonKey> {
  /** People are dealt to this many fixed shards. */
  public static final int SHARDS = 64;

  public static final int BYTES = 16;

  /** The shard of this record: Kafka's default partitioner over the 16 key bytes. */
  public int shard() {
    return (murmur2() & 0x7fffffff) % SHARDS;
  }

  /**
   * A number for this person where a group of people is only counted or compared. It does not give
   * the key back; whoever has the key can work it out again.
   */
  public long scrambled() {
    return Chance.mix(high ^ Chance.mix(low));
  }

  /** The 16 bytes, big-endian. */
  public byte[] bytes() {
    var bytes = new byte[BYTES];
    for (int i = 0; i < 8; i++) {
      bytes[i] = (byte) (high >>> (56 - 8 * i));
      bytes[8 + i] = (byte) (low >>> (56 - 8 * i));
    }
    return bytes;
  }

  /** Reads a key from 16 bytes starting at an offset. */
  public static PersonKey of(byte[] bytes, int offset) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < 8; i++) {
      high = high << 8 | (bytes[offset + i] & 0xff);
      low = low << 8 | (bytes[offset + 8 + i] & 0xff);
    }
    return new PersonKey(high, low);
  }

  /** 32 hexadecimal digits. */
  public String hex() {
    return String.format("%016x%016x", high, low);
  }

  /** Reads 32 hexadecimal digits; refuses anything else. */
  public static PersonKey ofHex(String hex) {
    if (hex.length() != 2 * BYTES) {
      throw new IllegalArgumentException("a person's key has 32 hexadecimal digits");
    }
    return new PersonKey(
        HexFormat.fromHexDigitsToLong(hex, 0, BYTES),
        HexFormat.fromHexDigitsToLong(hex, BYTES, 2 * BYTES));
  }

  @Override
  public int compareTo(PersonKey other) {
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  @Override
  public String toString() {
    return hex();
  }

  /** MurmurHash2, 32 bit, seed 0x9747b28c, over the key's bytes (Austin Appleby, public domain). */
  private int murmur2() {
    int h = 0x9747b28c ^ BYTES;
    h = mix(h, little(high, 0));
    h = mix(h, little(high, 4));
    h = mix(h, little(low, 0));
    h = mix(h, little(low, 4));
    h ^= h >>> 13;
    h *= 0x5bd1e995;
    return h ^ h >>> 15;
  }

  private static int mix(int h, int k) {
    k *= 0x5bd1e995;
    k ^= k >>> 24;
    k *= 0x5bd1e995;
    return h * 0x5bd1e995 ^ k;
  }

  /** Four of the eight big-endian bytes of a long, read little-endian. */
  private static int little(long bytes, int from) {
    return Integer.reverseBytes((int) (bytes >>> (32 - 8 * from)));
  }
}
