package cairn.decision;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * What a decision dropped, in the order it was dropped: an unmodifiable list over two arrays of
 * numbers, because a thousand actions give some thousand drops.
 */
public final class Drops extends AbstractList<Drop> implements RandomAccess {
  private final int[] candidates;
  private final int[] components;

  private Drops(int[] candidates, int[] components) {
    this.candidates = candidates;
    this.components = components;
  }

  /** The same drops over arrays of numbers. */
  public static Drops of(List<Drop> drops) {
    if (drops instanceof Drops known) {
      return known;
    }
    var builder = new Builder(drops.size());
    drops.forEach(drop -> builder.add(drop.candidate(), drop.component()));
    return builder.build();
  }

  @Override
  public Drop get(int index) {
    return new Drop(candidates[index], components[index]);
  }

  @Override
  public int size() {
    return candidates.length;
  }

  /** The candidate dropped at this place of the list, without making a {@link Drop}. */
  public int candidate(int index) {
    return candidates[index];
  }

  /** What dropped it. */
  public int component(int index) {
    return components[index];
  }

  /** Collects drops; for one thread. */
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
      return new Drops(Arrays.copyOf(candidates, size), Arrays.copyOf(components, size));
    }
  }
}
