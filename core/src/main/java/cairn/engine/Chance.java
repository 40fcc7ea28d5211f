package cairn.engine;

/** Deterministic mixing of seeds and names: chance that gives the same bytes on every replay. */
final class Chance {
  private Chance() {}

  /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
  static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** FNV-1a over the characters of a name, then mixed. */
  static long hash(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return mix(hash);
  }

  /** A number from 0 to below the bound, rounding the bits down. */
  static int below(int bound, long bits) {
    return (int) (((bits >>> 33) * bound) >>> 31);
  }
}
