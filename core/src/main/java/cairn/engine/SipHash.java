package cairn.engine;

/**
 * SipHash-2-4: a short keyed hash that cannot be steered without the key (Aumasson and Bernstein,
 * <i>SipHash: a fast short-input PRF</i>, 2012). Texts are hashed as their UTF-16 units,
 * little-endian.
 */
final class SipHash {
  private final long k0;
  private final long k1;

  SipHash(long k0, long k1) {
    this.k0 = k0;
    this.k1 = k1;
  }

  long of(CharSequence text) {
    var rounds = new Rounds(k0, k1);
    int whole = text.length() / 4 * 4;
    for (int i = 0; i < whole; i += 4) {
      rounds.take(
          text.charAt(i)
              | (long) text.charAt(i + 1) << 16
              | (long) text.charAt(i + 2) << 32
              | (long) text.charAt(i + 3) << 48);
    }
    long last = (2L * text.length()) << 56;
    for (int i = whole; i < text.length(); i++) {
      last |= (long) text.charAt(i) << (16 * (i - whole));
    }
    return rounds.end(last);
  }

  long of(long a, long b, long c) {
    var rounds = new Rounds(k0, k1);
    rounds.take(a);
    rounds.take(b);
    rounds.take(c);
    return rounds.end(24L << 56);
  }

  private static final class Rounds {
    private long v0;
    private long v1;
    private long v2;
    private long v3;

    Rounds(long k0, long k1) {
      v0 = k0 ^ 0x736f6d6570736575L;
      v1 = k1 ^ 0x646f72616e646f6dL;
      v2 = k0 ^ 0x6c7967656e657261L;
      v3 = k1 ^ 0x7465646279746573L;
    }

    void take(long m) {
      v3 ^= m;
      round();
      round();
      v0 ^= m;
    }

    long end(long last) {
      take(last);
      v2 ^= 0xff;
      round();
      round();
      round();
      round();
      return v0 ^ v1 ^ v2 ^ v3;
    }

    private void round() {
      v0 += v1;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v3;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 += v3;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 += v1;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v2 = Long.rotateLeft(v2, 32);
    }
  }
}
