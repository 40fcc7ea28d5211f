package cairn.adaptive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Grows an array of bytes: counts as variable-length integers, the rest big-endian. */
final class ByteSink {
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
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
