package cairn.store.codec;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A growing buffer that values are written to: numbers in as few bytes as they need (LEB128),
 * signed ones zigzag, texts as UTF-8 behind their length. Made to be used again; belongs to one
 * thread.
 */
public final class Out {
  static final long ONE = Double.doubleToRawLongBits(1);

  private byte[] bytes;
  private int length;

  public Out(int capacity) {
    bytes = new byte[capacity];
  }

  /** The bytes so far, in a buffer that the next write may replace. */
  public byte[] array() {
    return bytes;
  }

  public int length() {
    return length;
  }

  /** Forgets everything after a length. */
  public void cut(int newLength) {
    length = newLength;
  }

  /** A copy of the bytes so far. */
  public byte[] copy() {
    return Arrays.copyOf(bytes, length);
  }

  public void u8(int value) {
    room(1);
    bytes[length++] = (byte) value;
  }

  /** A number read as unsigned; small ones take one byte. */
  public void number(long value) {
    if (value >= 0 && value < 0x80 && length < bytes.length) {
      bytes[length++] = (byte) value;
    } else if (value >= 0 && value < 0x4000 && length + 1 < bytes.length) {
      bytes[length++] = (byte) (value | 0x80);
      bytes[length++] = (byte) (value >>> 7);
    } else {
      longNumber(value);
    }
  }

  private void longNumber(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  /** A number of either sign; those near zero take one byte. */
  public void signed(long value) {
    number((value << 1) ^ (value >> 63));
  }

  /** Eight bytes, the highest first. */
  public void fixed64(long value) {
    room(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[length++] = (byte) (value >>> shift);
    }
  }

  /** A number with a fraction: 0 and 1, the usual ones, take one byte, others nine. */
  public void decimal(double value) {
    long bits = Double.doubleToRawLongBits(value);
    if (bits == 0) {
      u8(0);
    } else if (bits == ONE) {
      u8(1);
    } else {
      u8(2);
      fixed64(bits);
    }
  }

  /** Four bytes, the lowest first. */
  public void little32(int at, int value) {
    for (int i = 0; i < 4; i++) {
      bytes[at + i] = (byte) (value >>> (8 * i));
    }
  }

  public void flag(boolean value) {
    u8(value ? 1 : 0);
  }

  /** A constant by its place, which never changes: new ones are only added at the end. */
  @SuppressWarnings("EnumOrdinal") // the golden files hold the places
  public void constant(Enum<?> constant) {
    u8(constant.ordinal());
  }

  /** A constant or nothing, which is 0. */
  @SuppressWarnings("EnumOrdinal") // the golden files hold the places
  public void constantOrNull(@Nullable Enum<?> constant) {
    u8(constant == null ? 0 : constant.ordinal() + 1);
  }

  public void raw(byte[] from, int offset, int count) {
    room(count);
    System.arraycopy(from, offset, bytes, length, count);
    length += count;
  }

  /** Plain ASCII is written straight away; anything else takes the way round. */
  public void text(String text) {
    int chars = text.length();
    number(chars);
    room(chars);
    int at = length;
    for (int i = 0; i < chars; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        length -= sizeOf(chars);
        wide(text);
        return;
      }
      bytes[at++] = (byte) c;
    }
    length = at;
  }

  private void wide(String text) {
    var encoded = text.getBytes(StandardCharsets.UTF_8);
    number(encoded.length);
    raw(encoded, 0, encoded.length);
  }

  /** A text or nothing: its length is one more than it is. */
  public void textOrNull(@Nullable String text) {
    flag(text != null);
    if (text != null) {
      text(text);
    }
  }

  /** An instant, as its distance from a base in milliseconds; finer ones take more bytes. */
  public void time(Instant time, long base) {
    int nanos = time.getNano() % 1_000_000;
    long millis = Math.multiplyExact(time.getEpochSecond(), 1_000L) + time.getNano() / 1_000_000;
    signed(((millis - base) << 1) | (nanos == 0 ? 0 : 1));
    if (nanos != 0) {
      number(nanos);
    }
  }

  public void timeOrNull(@Nullable Instant time, long base) {
    flag(time != null);
    if (time != null) {
      time(time, base);
    }
  }

  public void duration(Duration duration) {
    signed(duration.getSeconds());
    number(duration.getNano());
  }

  /** A time of day; whole minutes, the usual ones, take two bytes. */
  public void localTime(LocalTime time) {
    long nanos = time.toNanoOfDay();
    boolean minutes = nanos % 60_000_000_000L == 0;
    number(minutes ? (nanos / 60_000_000_000L) << 1 : (nanos << 1) | 1);
  }

  /** Begins a part that says how long it is; answers where its content starts. */
  public int open() {
    u8(0);
    return length;
  }

  /** Ends the part whose content starts there. */
  public void close(int start) {
    int size = length - start;
    int more = sizeOf(size) - 1;
    if (more > 0) {
      room(more);
      System.arraycopy(bytes, start, bytes, start + more, size);
    }
    int at = start - 1;
    int rest = size;
    while ((rest & ~0x7f) != 0) {
      bytes[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[at] = (byte) rest;
    length += more;
  }

  /** How many bytes a number takes. */
  private static int sizeOf(int number) {
    return number == 0 ? 1 : (38 - Integer.numberOfLeadingZeros(number)) / 7;
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
