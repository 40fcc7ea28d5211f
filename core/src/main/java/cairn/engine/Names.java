package cairn.engine;

import cairn.chance.Chance;

/** Numbers made of names, the same on every machine. */
final class Names {
  private Names() {}

  /** FNV-1a over the characters of a name, then mixed. */
  static long hash(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return Chance.mix(hash);
  }
}
