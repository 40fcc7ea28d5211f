package cairn.adaptive;

import java.nio.charset.StandardCharsets;

/** Reads what a {@link ByteSink} wrote; anything cut short fails as IllegalArgumentException. */
final class ByteSource {
  private final byte[] bytes;
  private int at;

  ByteSource(byte[] bytes) {
    this.bytes = bytes;
  }

  int int8() {
    require(1);
    return bytes[at++] & 0xFF;
  }

  int count() {
    long value = longCount();
    if (value > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a count beyond its bound");
    }
    return (int) value;
  }

  long longCount() {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      int next = int8();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new IllegalArgumentException("a count beyond its bound");
  }

  long int64() {
    require(8);
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = value << 8 | (bytes[at++] & 0xFF);
    }
    return value;
  }

  int int32() {
    require(4);
    int value = 0;
    for (int i = 0; i < 4; i++) {
      value = value << 8 | (bytes[at++] & 0xFF);
    }
    return value;
  }

  double float64() {
    return Double.longBitsToDouble(int64());
  }

  float float32() {
    return Float.intBitsToFloat(int32());
  }

  String text() {
    int length = count();
    require(length);
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  double[] doubles() {
    double[] values = new double[length(8)];
    for (int i = 0; i < values.length; i++) {
      values[i] = float64();
    }
    return values;
  }

  float[] floats() {
    float[] values = new float[length(4)];
    for (int i = 0; i < values.length; i++) {
      values[i] = float32();
    }
    return values;
  }

  int[] ints() {
    int[] values = new int[length(4)];
    for (int i = 0; i < values.length; i++) {
      values[i] = int32();
    }
    return values;
  }

  boolean isAtEnd() {
    return at == bytes.length;
  }

  private int length(int width) {
    int length = count();
    require((long) length * width);
    return length;
  }

  private void require(long more) {
    if (at + more > bytes.length) {
      throw new IllegalArgumentException("bytes end too early");
    }
  }
}
