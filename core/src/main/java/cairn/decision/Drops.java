package cairn.decision;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * What a decision dropped, in the order it was dropped: an unmodifiable list that is packed,
 * because a thousand actions give some thousand drops and each decision is kept for a while. It is
 * made to be gone through from the front; reaching into its middle costs the way there.
 *
 * <p>For each drop there are two numbers: how far its candidate, and how far its component, lie
 * from those of the drop before. Each is written zigzag in groups of seven bits, the lowest first
 * (LEB128); both mostly rise by little, so that most drops take two bytes.
 */
public final class Drops extends AbstractList<Drop> {
  /** The most bytes of one packed drop: two numbers of 33 bits. */
  private static final int DROP_BYTES_MAX = 10;

  private static final int LAST_GROUP_MAX = 0x7f;
  private static final int TWO_GROUPS_MAX = 0x3fff;

  /** Numbers below take three groups at most. */
  private static final long SHORT = 1L << 21;

  private final byte[] packed;
  private final int size;

  private Drops(byte[] packed, int size) {
    this.packed = packed;
    this.size = size;
  }

  /** The same drops, packed. */
  public static Drops of(List<Drop> drops) {
    if (drops instanceof Drops known) {
      return known;
    }
    var builder = new Builder(drops.size());
    drops.forEach(drop -> builder.add(drop.candidate(), drop.component()));
    return builder.build();
  }

  /**
   * Drops from what {@link #toBytes} gave.
   *
   * @param size how many there are
   * @throws IllegalArgumentException where the bytes hold fewer or more
   */
  public static Drops fromBytes(int size, byte[] packed) {
    long numbers = 0;
    for (byte each : packed) {
      numbers += each >= 0 ? 1 : 0;
    }
    if (numbers != 2L * size || (packed.length > 0 && packed[packed.length - 1] < 0)) {
      throw new IllegalArgumentException("these are not so many drops");
    }
    return new Drops(packed.clone(), size);
  }

  /** The packed form. */
  public byte[] toBytes() {
    return packed.clone();
  }

  @Override
  public Drop get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    var walk = new Walk();
    for (int i = 0; i < index; i++) {
      walk.step();
    }
    return walk.next();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Iterator<Drop> iterator() {
    return new Walk();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Drops drops ? Arrays.equals(packed, drops.packed) : super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }

  /** Goes through the drops from the front. */
  private final class Walk implements Iterator<Drop> {
    private int at;
    private int candidate;
    private int component;

    @Override
    public boolean hasNext() {
      return at < packed.length;
    }

    @Override
    public Drop next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      step();
      return new Drop(candidate, component);
    }

    private void step() {
      candidate += signed();
      component += signed();
    }

    private int signed() {
      long value = 0;
      int shift = 0;
      byte group;
      do {
        group = packed[at++];
        value |= (long) (group & LAST_GROUP_MAX) << shift;
        shift += 7;
      } while (group < 0);
      return (int) ((value >>> 1) ^ -(value & 1));
    }
  }

  /** Collects drops; for one thread. They are packed at the end, away from elimination. */
  public static final class Builder {
    private int[] candidates;
    private int[] components;
    private int size;

    /** Begins with room for so many; it grows. */
    public Builder(int expected) {
      candidates = new int[Math.max(4, expected)];
      components = new int[Math.max(4, expected)];
    }

    public void add(int candidate, int component) {
      if (size == candidates.length) {
        candidates = Arrays.copyOf(candidates, 2 * size);
        components = Arrays.copyOf(components, 2 * size);
      }
      candidates[size] = candidate;
      components[size++] = component;
    }

    public Drops build() {
      var packing = new Packing(size);
      for (int i = 0; i < size; i++) {
        packing.add(candidates[i], components[i]);
      }
      return new Drops(packing.bytes(), size);
    }
  }

  /** Writes drops, each as how far it lies from the one before. */
  private static final class Packing {
    private byte[] packed;
    private int length;
    private int candidate;
    private int component;

    Packing(int size) {
      packed = new byte[2 * size + DROP_BYTES_MAX];
    }

    void add(int nextCandidate, int nextComponent) {
      if (packed.length - length < DROP_BYTES_MAX) {
        packed = Arrays.copyOf(packed, 2 * packed.length);
      }
      long first = zigzag((long) nextCandidate - candidate);
      long second = zigzag((long) nextComponent - component);
      if ((first | second) < SHORT) {
        shortNumber(first);
        shortNumber(second);
      } else {
        number(first);
        number(second);
      }
      candidate = nextCandidate;
      component = nextComponent;
    }

    private static long zigzag(long value) {
      return (value << 1) ^ (value >> 63);
    }

    /** A number of up to three groups, without a branch: components lie apart by no rule. */
    private void shortNumber(long value) {
      int two = (int) ((LAST_GROUP_MAX - value) >>> 63);
      int three = (int) ((TWO_GROUPS_MAX - value) >>> 63);
      packed[length] = (byte) ((value & LAST_GROUP_MAX) | ((long) two << 7));
      packed[length + 1] = (byte) (((value >>> 7) & LAST_GROUP_MAX) | ((long) three << 7));
      packed[length + 2] = (byte) (value >>> 14);
      length += 1 + two + three;
    }

    private void number(long value) {
      long rest = value;
      while (rest > LAST_GROUP_MAX) {
        packed[length++] = (byte) (rest | 0x80);
        rest >>>= 7;
      }
      packed[length++] = (byte) rest;
    }

    byte[] bytes() {
      return Arrays.copyOf(packed, length);
    }
  }
}
