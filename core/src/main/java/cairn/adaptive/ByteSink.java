package cairn.adaptive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Grows an array of bytes: counts as variable-length integers, the rest big-endian. */
final class ByteSink {
  /** The longest array that every machine can make. */
  private static final int BYTES_MAX = Integer.MAX_VALUE - 8;

  private byte[] bytes;
  private int size;

  ByteSink(int expected) {
    this.bytes = new byte[Math.max(16, expected)];
  }

  void int8(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
  }

  /** A whole number of at least 0, seven bits a byte. */
  void count(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("a count below 0");
    }
    long rest = value;
    while (rest > 0x7F) {
      int8((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    int8((int) rest);
  }

  void int64(long value) {
    reserve(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  void int32(int value) {
    reserve(4);
    for (int shift = 24; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  void float64(double value) {
    int64(Double.doubleToLongBits(value));
  }

  void float32(float value) {
    int32(Float.floatToIntBits(value));
  }

  void text(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    count(encoded.length);
    reserve(encoded.length);
    System.arraycopy(encoded, 0, bytes, size, encoded.length);
    size += encoded.length;
  }

  void doubles(double[] values) {
    count(values.length);
    reserve(8 * values.length);
    for (double value : values) {
      float64(value);
    }
  }

  void floats(float[] values) {
    count(values.length);
    reserve(4 * values.length);
    for (float value : values) {
      float32(value);
    }
  }

  void ints(int[] values) {
    count(values.length);
    for (int value : values) {
      int32(value);
    }
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, size);
  }

  private void reserve(int more) {
    long needed = (long) size + more;
    if (needed > BYTES_MAX) {
      throw new IllegalStateException("more than " + BYTES_MAX + " bytes");
    }
    if (needed > bytes.length) {
      long twice = Math.min(2L * bytes.length, BYTES_MAX);
      bytes = Arrays.copyOf(bytes, (int) Math.max(twice, needed));
    }
  }
}
