package cairn.conformance;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which label directly follows which, and how often: the directly-follows graph of a log.
 *
 * @param activities how many events carry each label
 * @param starts how many journeys begin with each label
 * @param ends how many journeys end with each label
 * @param pairs how many times the second label comes right after the first, over all journeys
 */
public record DirectlyFollows(
    SortedMap<String, Long> activities,
    SortedMap<String, Long> starts,
    SortedMap<String, Long> ends,
    SortedMap<Pair, Long> pairs) {

  /** Keeps sorted, unchangeable copies. */
  public DirectlyFollows {
    activities = Collections.unmodifiableSortedMap(new TreeMap<>(activities));
    starts = Collections.unmodifiableSortedMap(new TreeMap<>(starts));
    ends = Collections.unmodifiableSortedMap(new TreeMap<>(ends));
    pairs = Collections.unmodifiableSortedMap(new TreeMap<>(pairs));
  }

  /** Two labels, one right after the other; ordered by the first, then by the second. */
  public record Pair(String from, String to) implements Comparable<Pair> {
    /** Refuses a missing label. */
    public Pair {
      requireNonNull(from);
      requireNonNull(to);
    }

    @Override
    public int compareTo(Pair other) {
      int byFrom = from.compareTo(other.from);
      return byFrom != 0 ? byFrom : to.compareTo(other.to);
    }
  }

  /** The graph of a multiset of journeys. */
  public static DirectlyFollows of(Variants variants) {
    var activities = new TreeMap<String, Long>();
    var starts = new TreeMap<String, Long>();
    var ends = new TreeMap<String, Long>();
    var pairs = new TreeMap<Pair, Long>();
    for (Map.Entry<List<String>, Long> variant : variants.counts().entrySet()) {
      List<String> labels = variant.getKey();
      long times = variant.getValue();
      if (labels.isEmpty()) {
        continue;
      }
      starts.merge(labels.getFirst(), times, Long::sum);
      ends.merge(labels.getLast(), times, Long::sum);
      Iterator<String> rest = labels.iterator();
      String from = rest.next();
      activities.merge(from, times, Long::sum);
      while (rest.hasNext()) {
        String to = rest.next();
        activities.merge(to, times, Long::sum);
        pairs.merge(new Pair(from, to), times, Long::sum);
        from = to;
      }
    }
    return new DirectlyFollows(activities, starts, ends, pairs);
  }

  /** How often {@code to} comes right after {@code from}; 0 when never. */
  public long count(String from, String to) {
    return pairs.getOrDefault(new Pair(from, to), 0L);
  }
}
