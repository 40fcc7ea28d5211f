package cairn.decision;

/** A fixed set of small numbers, one bit each; for one thread. */
final class Bits {
  private final long[] words;

  Bits(int size) {
    words = new long[(size + 63) >>> 6];
  }

  private Bits(long[] words) {
    this.words = words;
  }

  Bits copy() {
    return new Bits(words.clone());
  }

  void set(int bit) {
    words[bit >>> 6] |= 1L << bit;
  }

  void clear(int bit) {
    words[bit >>> 6] &= ~(1L << bit);
  }

  boolean get(int bit) {
    return (words[bit >>> 6] & 1L << bit) != 0;
  }

  void or(Bits other) {
    for (int i = 0; i < words.length; i++) {
      words[i] |= other.words[i];
    }
  }

  void and(Bits other) {
    for (int i = 0; i < words.length; i++) {
      words[i] &= other.words[i];
    }
  }

  void andNot(Bits other) {
    for (int i = 0; i < words.length; i++) {
      words[i] &= ~other.words[i];
    }
  }

  boolean meets(Bits other) {
    for (int i = 0; i < words.length; i++) {
      if ((words[i] & other.words[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  int count() {
    int count = 0;
    for (long word : words) {
      count += Long.bitCount(word);
    }
    return count;
  }

  boolean isEmpty() {
    for (long word : words) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  /** The first bit set at or after a place, or -1. */
  int next(int from) {
    int i = from >>> 6;
    if (i >= words.length) {
      return -1;
    }
    long word = words[i] & -1L << from;
    while (word == 0) {
      if (++i == words.length) {
        return -1;
      }
      word = words[i];
    }
    return (i << 6) + Long.numberOfTrailingZeros(word);
  }
}
