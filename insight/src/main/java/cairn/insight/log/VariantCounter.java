package cairn.insight.log;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Counts distinct sequences of label numbers in bounded memory. */
final class VariantCounter {

  /*
   * An open-addressing table from a 128-bit hash of the sequence to its count. Two different
   * sequences among a million share a hash with a chance of about 1e-27, so the hash stands for the
   * sequence. The sequences themselves are kept beside it, one after the other, as long as there is
   * room; they are needed only to name the commonest.
   */

  /** Sequences that are told apart; about 60 MB when full. */
  static final int VARIANTS_MAX = 1_000_000;

  /** Label numbers kept to name sequences; 32 MB when full. */
  static final int LABELS_MAX = 8_000_000;

  private static final int EMPTY = 0;
  private static final int UNNAMED = -1;

  private long[] high = new long[1 << 10];
  private long[] low = new long[1 << 10];
  private long[] counts = new long[1 << 10];
  private int[] starts = new int[1 << 10];
  private int[] labels = new int[1 << 12];
  private int labelsUsed;
  private int distinct;
  private boolean complete = true;

  /** Counts one journey; {@code length} label numbers of {@code sequence} are its steps. */
  void add(int[] sequence, int length) {
    long first = 0x9E3779B97F4A7C15L + length;
    long second = 0xC2B2AE3D27D4EB4FL ^ length;
    for (int index = 0; index < length; index++) {
      first = mix(first ^ sequence[index], 0xBF58476D1CE4E5B9L);
      second = mix(second + sequence[index] + 1, 0x94D049BB133111EBL);
    }
    int slot = slotOf(high, low, counts, first, second);
    if (counts[slot] != EMPTY) {
      counts[slot]++;
      return;
    }
    if (distinct == VARIANTS_MAX) {
      complete = false;
      return;
    }
    high[slot] = first;
    low[slot] = second;
    counts[slot] = 1;
    starts[slot] = keep(sequence, length);
    distinct++;
    if (distinct * 2 > counts.length) {
      grow();
    }
  }

  /** How many sequences were told apart. */
  int distinct() {
    return distinct;
  }

  /** Whether every sequence could be. */
  boolean isComplete() {
    return complete;
  }

  /** The commonest count; 0 when nothing was counted. */
  long topCount() {
    return Arrays.stream(counts).max().orElse(0);
  }

  /**
   * Of the sequences counted {@link #topCount} times the first by {@code names}; null if unknown.
   */
  String @Nullable [] top(String[] names) {
    long most = topCount();
    String[] best = null;
    for (int slot = 0; slot < counts.length; slot++) {
      if (most > 0 && counts[slot] == most && starts[slot] != UNNAMED) {
        String[] candidate = nameAt(starts[slot], names);
        if (best == null || Arrays.compare(candidate, best) < 0) {
          best = candidate;
        }
      }
    }
    return best;
  }

  private String[] nameAt(int start, String[] names) {
    var named = new String[labels[start]];
    for (int index = 0; index < named.length; index++) {
      named[index] = names[labels[start + 1 + index]];
    }
    return named;
  }

  private int keep(int[] sequence, int length) {
    int needed = labelsUsed + length + 1;
    if (needed > LABELS_MAX) {
      return UNNAMED;
    }
    if (needed > labels.length) {
      labels = Arrays.copyOf(labels, Math.min(LABELS_MAX, Math.max(needed, labels.length * 2)));
    }
    int start = labelsUsed;
    labels[start] = length;
    System.arraycopy(sequence, 0, labels, start + 1, length);
    labelsUsed = needed;
    return start;
  }

  private void grow() {
    int size = counts.length * 2;
    var newHigh = new long[size];
    var newLow = new long[size];
    var newCounts = new long[size];
    var newStarts = new int[size];
    for (int slot = 0; slot < counts.length; slot++) {
      if (counts[slot] != EMPTY) {
        int to = slotOf(newHigh, newLow, newCounts, high[slot], low[slot]);
        newHigh[to] = high[slot];
        newLow[to] = low[slot];
        newCounts[to] = counts[slot];
        newStarts[to] = starts[slot];
      }
    }
    high = newHigh;
    low = newLow;
    counts = newCounts;
    starts = newStarts;
  }

  private static int slotOf(long[] high, long[] low, long[] counts, long first, long second) {
    int mask = counts.length - 1;
    int slot = (int) first & mask;
    while (counts[slot] != EMPTY && (high[slot] != first || low[slot] != second)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static long mix(long value, long factor) {
    long mixed = (value ^ (value >>> 30)) * factor;
    mixed = (mixed ^ (mixed >>> 27)) * 0x2545F4914F6CDD1DL;
    return mixed ^ (mixed >>> 31);
  }
}
