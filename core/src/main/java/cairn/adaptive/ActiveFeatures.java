package cairn.adaptive;

import java.util.Arrays;

/**
 * A feature vector resolved against one feature space: slots in rising order with their values and
 * keys. Features the space has not met get the slots they would be given next, so a model treats
 * them as coordinates it knows nothing of.
 */
public final class ActiveFeatures {
  final int size;
  final int[] slots;
  final double[] values;
  final long[] keys;

  private ActiveFeatures(int size, int[] slots, double[] values, long[] keys) {
    this.size = size;
    this.slots = slots;
    this.values = values;
    this.keys = keys;
  }

  /** Resolves for reading: nothing is added to the space. */
  static ActiveFeatures of(FeatureVector vector, FeatureSpace space) {
    return resolve(vector, space, false);
  }

  /** Resolves for learning: features not met before get their slots. */
  static ActiveFeatures learning(FeatureVector vector, FeatureSpace space) {
    return resolve(vector, space, true);
  }

  private static ActiveFeatures resolve(FeatureVector vector, FeatureSpace space, boolean grow) {
    int n = vector.size();
    int[] slots = new int[n];
    double[] values = new double[n];
    long[] keys = new long[n];
    int next = space.size();
    for (int i = 0; i < n; i++) {
      long key = vector.key(i);
      int slot = space.find(key);
      if (slot < 0) {
        slot = grow ? space.add(key, vector.source(i), vector.label(i)) : next;
        if (slot < 0) {
          slot = FeatureSpace.SLOTS_MAX + next;
        }
        next++;
      }
      insert(slots, values, keys, i, slot, vector.value(i), key);
    }
    return new ActiveFeatures(n, slots, values, keys);
  }

  private static void insert(
      int[] slots, double[] values, long[] keys, int count, int slot, double value, long key) {
    int at = count;
    while (at > 0 && slots[at - 1] > slot) {
      slots[at] = slots[at - 1];
      values[at] = values[at - 1];
      keys[at] = keys[at - 1];
      at--;
    }
    slots[at] = slot;
    values[at] = value;
    keys[at] = key;
  }

  /** How many features are active. */
  public int size() {
    return size;
  }

  /** How many features have a slot below this one; they come first. */
  int below(int slot) {
    int count = size;
    while (count > 0 && slots[count - 1] >= slot) {
      count--;
    }
    return count;
  }

  /** Σ x² over the features from this one on that a full model could still make room for. */
  double squaresFrom(int first) {
    double sum = 0;
    for (int i = first; i < size && slots[i] < LearnerSettings.FULL_DIMENSION_MAX; i++) {
      sum += values[i] * values[i];
    }
    return sum;
  }

  /** Σ x² over the first {@code room} features that have no coordinate here yet. */
  double squaresWithout(int[] coordinateOfSlot, int room) {
    double sum = 0;
    int left = room;
    for (int i = 0; i < size && left > 0; i++) {
      if (slots[i] >= coordinateOfSlot.length || coordinateOfSlot[slots[i]] < 0) {
        sum += values[i] * values[i];
        left--;
      }
    }
    return sum;
  }

  /** The same features under other coordinates; features without one are left out. */
  ActiveFeatures mapped(int[] coordinateOfSlot) {
    int[] mappedSlots = new int[size];
    double[] mappedValues = new double[size];
    long[] mappedKeys = new long[size];
    int kept = 0;
    for (int i = 0; i < size; i++) {
      int coordinate = slots[i] < coordinateOfSlot.length ? coordinateOfSlot[slots[i]] : -1;
      if (coordinate >= 0) {
        insert(mappedSlots, mappedValues, mappedKeys, kept, coordinate, values[i], keys[i]);
        kept++;
      }
    }
    return new ActiveFeatures(kept, mappedSlots, mappedValues, mappedKeys);
  }

  void write(ByteSink sink) {
    sink.count(size);
    for (int i = 0; i < size; i++) {
      sink.count(slots[i]);
      sink.float64(values[i]);
      sink.int64(keys[i]);
    }
  }

  static ActiveFeatures read(ByteSource source) {
    int size = source.count();
    int[] slots = new int[size];
    double[] values = new double[size];
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      slots[i] = source.count();
      values[i] = source.float64();
      keys[i] = source.int64();
    }
    return new ActiveFeatures(size, slots, values, keys);
  }

  @Override
  public String toString() {
    return "ActiveFeatures" + Arrays.toString(Arrays.copyOf(slots, Math.min(size, 50)));
  }
}
