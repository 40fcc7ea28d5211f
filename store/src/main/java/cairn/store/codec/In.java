package cairn.store.codec;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Out} wrote, and refuses whatever it cannot have written. */
public final class In {
  private final byte[] bytes;
  private int at;
  private int end;
  private String reading;

  /**
   * Reads a range of bytes.
   *
   * @param reading what they are, for the message if they are not
   */
  public In(byte[] bytes, int from, int to, String reading) {
    this.bytes = bytes;
    this.at = from;
    this.end = to;
    this.reading = reading;
  }

  /** Says what comes next, for messages. */
  public void reading(String what) {
    reading = what;
  }

  public CorruptRecordException corrupt(String why) {
    return new CorruptRecordException(reading + ", byte " + at + ": " + why);
  }

  CorruptRecordException corrupt(RuntimeException cause) {
    return new CorruptRecordException(
        reading
            + ", byte "
            + at
            + ": not a valid value ("
            + cause.getClass().getSimpleName()
            + ")");
  }

  public boolean hasMore() {
    return at < end;
  }

  public int position() {
    return at;
  }

  public int end() {
    return end;
  }

  public int u8() {
    if (at >= end) {
      throw corrupt("it ends too early");
    }
    return bytes[at++] & 0xff;
  }

  public long number() {
    if (at < end && bytes[at] >= 0) {
      return bytes[at++];
    }
    if (at + 1 < end && bytes[at + 1] >= 0) {
      int low = bytes[at++] & 0x7f;
      return low | bytes[at++] << 7;
    }
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = u8();
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw corrupt("a number is too long");
  }

  public long signed() {
    long value = number();
    return (value >>> 1) ^ -(value & 1);
  }

  /** A number that fits an int and is not negative. */
  public int count() {
    long value = number();
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw corrupt("a count is out of range");
    }
    return (int) value;
  }

  /** How many items follow; each takes at least one byte, so there are no more than bytes. */
  public int items() {
    int count = count();
    if (count > end - at) {
      throw corrupt("a list is longer than its bytes");
    }
    return count;
  }

  public long fixed64() {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = (value << 8) | u8();
    }
    return value;
  }

  public double decimal() {
    return switch (u8()) {
      case 0 -> 0;
      case 1 -> 1;
      case 2 -> Double.longBitsToDouble(fixed64());
      default -> throw corrupt("a number with a fraction begins in no known way");
    };
  }

  public boolean flag() {
    return switch (u8()) {
      case 0 -> false;
      case 1 -> true;
      default -> throw corrupt("a flag is neither 0 nor 1");
    };
  }

  public String text() {
    int size = items();
    var text = new String(bytes, at, size, StandardCharsets.UTF_8);
    at += size;
    return text;
  }

  public @Nullable String textOrNull() {
    return flag() ? text() : null;
  }

  public Instant time(long base) {
    long value = signed();
    var time = Instant.ofEpochMilli((value >> 1) + base);
    return (value & 1) == 0 ? time : time.plusNanos(number() % 1_000_000);
  }

  public @Nullable Instant timeOrNull(long base) {
    return flag() ? time(base) : null;
  }

  public Duration duration() {
    try {
      return Duration.ofSeconds(signed(), number());
    } catch (ArithmeticException e) {
      throw corrupt(e);
    }
  }

  public LocalTime localTime() {
    long value = number();
    try {
      return LocalTime.ofNanoOfDay(
          (value & 1) == 0 ? (value >>> 1) * 60_000_000_000L : value >>> 1);
    } catch (DateTimeException e) {
      throw corrupt(e);
    }
  }

  public <E extends Enum<E>> E constant(E[] constants) {
    int ordinal = u8();
    if (ordinal >= constants.length) {
      throw corrupt("it names a constant that is not known here");
    }
    return constants[ordinal];
  }

  /** Enters a part that says how long it is; answers the end to {@link #leave} with. */
  public int enter() {
    int size = items();
    int outer = end;
    end = at + size;
    return outer;
  }

  /** Leaves a part; what a newer version wrote at its end is passed over. */
  public void leave(int outer) {
    at = end;
    end = outer;
  }

  void copyTo(Out out, int from) {
    out.raw(bytes, from, at - from);
  }

  public void skip(int count) {
    at += count;
  }

  /** The bytes of so many numbers, signed or not. */
  public byte[] numbers(long count) {
    int to = at;
    for (long left = count; left > 0; to++) {
      if (to >= end) {
        throw corrupt("it ends too early");
      }
      left -= bytes[to] >= 0 ? 1 : 0;
    }
    return raw(to - at);
  }

  public byte[] raw(int count) {
    if (count > end - at) {
      throw corrupt("it ends too early");
    }
    var copy = new byte[count];
    System.arraycopy(bytes, at, copy, 0, count);
    at += count;
    return copy;
  }
}
