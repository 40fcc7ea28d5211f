package cairn.server.decide;

import cairn.decision.explain.Comparison;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The groups of people that are told of beside each other and beside everyone. A group is added
 * only where no sum or difference of all that is told then speaks of too few people. For one
 * thread.
 *
 * <p>People fall into cells by the told groups they are in. A figure is a sum over the cells of its
 * group, so what can be worked out from all figures is a sum over cells, each times a weight that
 * is linear in the cell's memberships. One that speaks of fewer people than the least weighs every
 * cell of at least so many with 0. Where the memberships of these large cells span those of all
 * cells, such a weight is 0 everywhere: nothing can be worked out of a smaller cell.
 */
final class SafeGroups {
  /** Groups beside each other, at most; the cost of a look grows with their square. */
  static final int TOLD_MAX = 100;

  /** Ranks are counted modulo a prime, because fractions would grow. */
  private static final long PRIME = Integer.MAX_VALUE;

  private final Map<Set<Comparison.Group>, Integer> cells;
  private final boolean areAllCounted;
  private final int peopleMin;
  private final List<Set<Comparison.Group>> told = new ArrayList<>();

  SafeGroups(Comparison found, int peopleMin) {
    this(found.cells(), found.people(), peopleMin);
  }

  /**
   * Begins with nothing told but everyone.
   *
   * @param cells people by all the groups they are of
   * @param people all of them; more than the cells hold where some were not counted by cell
   */
  SafeGroups(Map<Set<Comparison.Group>, Integer> cells, int people, int peopleMin) {
    this.cells = cells;
    this.areAllCounted = cells.values().stream().mapToLong(Integer::longValue).sum() == people;
    this.peopleMin = peopleMin;
  }

  /**
   * Adds all of some groups, each the people of any of its parts, or none of them.
   *
   * @return whether they may be told
   */
  boolean tell(List<Set<Comparison.Group>> more) {
    if (told.size() + more.size() > TOLD_MAX) {
      return false;
    }
    var all = new ArrayList<>(told);
    all.addAll(more);
    boolean may = isSafe(all);
    if (may) {
      told.addAll(more);
    }
    return may;
  }

  private boolean isSafe(List<Set<Comparison.Group>> groups) {
    var counts = new HashMap<BitSet, Integer>();
    cells.forEach((of, people) -> counts.merge(memberships(of, groups), people, Integer::sum));
    var span = new Span(groups.size() + 1);
    var small = new ArrayList<BitSet>();
    counts.entrySet().stream()
        .sorted(Comparator.comparingInt((Map.Entry<BitSet, Integer> one) -> -one.getValue()))
        .forEach(one -> {
          if (one.getValue() >= peopleMin) {
            span.add(one.getKey());
          } else {
            small.add(one.getKey());
          }
        });
    if (span.isAll()) {
      return true;
    }
    return areAllCounted && small.stream().noneMatch(span::add);
  }

  /** One bit for each group a cell is in, and one for everyone. */
  private static BitSet memberships(Set<Comparison.Group> of, List<Set<Comparison.Group>> groups) {
    var bits = new BitSet(groups.size() + 1);
    bits.set(groups.size());
    for (int i = 0; i < groups.size(); i++) {
      bits.set(i, !Collections.disjoint(of, groups.get(i)));
    }
    return bits;
  }

  /** What some vectors span; the rows stand in echelon form. */
  private static final class Span {
    private final long[][] rows;
    private int rank;

    Span(int size) {
      rows = new long[size][];
    }

    boolean isAll() {
      return rank == rows.length;
    }

    /** Adds a vector; false where it lay within. */
    boolean add(BitSet bits) {
      if (isAll()) {
        return false;
      }
      var row = new long[rows.length];
      bits.stream().forEach(i -> row[i] = 1);
      for (int i = 0; i < row.length; i++) {
        if (row[i] != 0) {
          if (rows[i] == null) {
            scale(row, inverse(row[i]));
            rows[i] = row;
            rank++;
            return true;
          }
          subtract(row, rows[i], row[i]);
        }
      }
      return false;
    }

    private static void scale(long[] row, long by) {
      for (int i = 0; i < row.length; i++) {
        row[i] = row[i] * by % PRIME;
      }
    }

    private static void subtract(long[] row, long[] other, long times) {
      for (int i = 0; i < row.length; i++) {
        row[i] = Math.floorMod(row[i] - other[i] * times % PRIME, PRIME);
      }
    }

    /** By Fermat: a number to the power of the prime less two. */
    private static long inverse(long number) {
      long result = 1;
      long power = number;
      for (long left = PRIME - 2; left > 0; left >>= 1) {
        if ((left & 1) == 1) {
          result = result * power % PRIME;
        }
        power = power * power % PRIME;
      }
      return result;
    }
  }
}
