package cairn.adaptive;

import java.util.Arrays;

/**
 * The features a trainer has met, each with its slot, in order of appearance. The constant has slot
 * 0. Grows only; a copy shares everything until one of the two grows.
 *
 * <p>A table from 64-bit key to slot by open addressing, at most half full.
 */
final class FeatureSpace {
  /** The most features of one trainer; later ones are seen by hashed models only. */
  static final int SLOTS_MAX = 1 << 18;

  /** The most different labels of one source; later ones count as {@link FeatureVector#OTHER}. */
  static final int LABELS_MAX = 200;

  private int size;
  private long[] keys;
  private int[] sources;
  private String[] labels;
  private int[] table;
  private int[] labelsOfSource;
  private boolean shared;

  FeatureSpace(int sourceCount) {
    keys = new long[64];
    sources = new int[64];
    labels = new String[64];
    table = new int[128];
    labelsOfSource = new int[sourceCount];
  }

  private FeatureSpace(FeatureSpace other) {
    size = other.size;
    keys = other.keys;
    sources = other.sources;
    labels = other.labels;
    table = other.table;
    labelsOfSource = other.labelsOfSource;
    shared = true;
  }

  /** A view that later growth of this one does not reach. */
  FeatureSpace share() {
    shared = true;
    return new FeatureSpace(this);
  }

  int size() {
    return size;
  }

  int source(int slot) {
    return sources[slot];
  }

  String label(int slot) {
    return labels[slot];
  }

  long key(int slot) {
    return keys[slot];
  }

  /** The source of the constant: the last one of a schema. */
  int constantSource() {
    return labelsOfSource.length - 1;
  }

  /** The slot of this key, or -1. */
  int find(long key) {
    int mask = table.length - 1;
    int at = (int) key & mask;
    while (table[at] != 0) {
      int slot = table[at] - 1;
      if (keys[slot] == key) {
        return slot;
      }
      at = (at + 1) & mask;
    }
    return -1;
  }

  /** Whether a label not met before would have to count as "other". */
  boolean isCrowded(int source) {
    return labelsOfSource[source] >= LABELS_MAX || size >= SLOTS_MAX;
  }

  /** Gives a new feature the next slot, or answers -1 when there is no room. */
  int add(long key, int source, String label) {
    if (source >= labelsOfSource.length) {
      throw new IllegalArgumentException("a feature of a predictor the schema lacks: " + source);
    }
    if (size >= SLOTS_MAX) {
      return -1;
    }
    own();
    if (size == keys.length) {
      grow();
    }
    keys[size] = key;
    sources[size] = source;
    labels[size] = label;
    labelsOfSource[source]++;
    place(size);
    return size++;
  }

  private void place(int slot) {
    int mask = table.length - 1;
    int at = (int) keys[slot] & mask;
    while (table[at] != 0) {
      at = (at + 1) & mask;
    }
    table[at] = slot + 1;
  }

  private void own() {
    if (shared) {
      keys = keys.clone();
      sources = sources.clone();
      labels = labels.clone();
      table = table.clone();
      labelsOfSource = labelsOfSource.clone();
      shared = false;
    }
  }

  private void grow() {
    keys = Arrays.copyOf(keys, 2 * size);
    sources = Arrays.copyOf(sources, 2 * size);
    labels = Arrays.copyOf(labels, 2 * size);
    table = new int[4 * size];
    for (int slot = 0; slot < size; slot++) {
      place(slot);
    }
  }

  void write(ByteSink sink) {
    sink.count(labelsOfSource.length);
    sink.count(size);
    for (int slot = 0; slot < size; slot++) {
      sink.count(sources[slot]);
      sink.text(labels[slot]);
    }
  }

  static FeatureSpace read(ByteSource source) {
    FeatureSpace space = new FeatureSpace(source.count());
    int size = source.count();
    for (int slot = 0; slot < size; slot++) {
      int predictor = source.count();
      String label = source.text();
      space.add(FeatureVector.key(predictor, label), predictor, label);
    }
    return space;
  }
}
