package cairn.conformance;

import cairn.conformance.DirectlyFollows.Pair;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The order relations between labels: the footprint of a log (van der Aalst, <i>Process Mining</i>,
 * the alpha relations). With a &gt; b for "b comes right after a somewhere": a → b when a &gt; b
 * and not b &gt; a; a ∥ b when both; a # b when neither.
 *
 * @param labels every label of the log
 * @param sequence the pairs with a → b
 * @param parallel the pairs with a ∥ b, in both directions, a label beside itself included
 */
public record Footprint(
    SortedSet<String> labels, SortedSet<Pair> sequence, SortedSet<Pair> parallel) {

  /** How one label stands to another. */
  public enum Relation {
    /** The first is sometimes followed by the second, never the other way round: →. */
    BEFORE,
    /** The second is sometimes followed by the first, never the other way round: ←. */
    AFTER,
    /** Each is sometimes followed by the other: ∥. */
    PARALLEL,
    /** Neither directly follows the other: #. */
    UNRELATED
  }

  /** Keeps sorted, unchangeable copies. */
  public Footprint {
    labels = Collections.unmodifiableSortedSet(new TreeSet<>(labels));
    sequence = Collections.unmodifiableSortedSet(new TreeSet<>(sequence));
    parallel = Collections.unmodifiableSortedSet(new TreeSet<>(parallel));
  }

  /** The footprint that a directly-follows graph leaves. */
  public static Footprint of(DirectlyFollows graph) {
    Set<Pair> followed = graph.pairs().keySet();
    var sequence = new TreeSet<Pair>();
    var parallel = new TreeSet<Pair>();
    for (Pair pair : followed) {
      boolean bothWays = followed.contains(new Pair(pair.to(), pair.from()));
      (bothWays ? parallel : sequence).add(pair);
    }
    return new Footprint(new TreeSet<>(graph.activities().keySet()), sequence, parallel);
  }

  /** How {@code first} stands to {@code second}; unknown labels are unrelated. */
  public Relation relation(String first, String second) {
    if (sequence.contains(new Pair(first, second))) {
      return Relation.BEFORE;
    }
    if (sequence.contains(new Pair(second, first))) {
      return Relation.AFTER;
    }
    return parallel.contains(new Pair(first, second)) ? Relation.PARALLEL : Relation.UNRELATED;
  }
}
