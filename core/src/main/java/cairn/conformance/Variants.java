package cairn.conformance;

import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The distinct sequences of labels in a log, each with the number of journeys that went that way.
 *
 * @param counts sequence to number of journeys (at least 1)
 */
public record Variants(Map<List<String>, Long> counts) {

  /** Sequences in the order of their labels, the shorter first when one begins the other. */
  public static final Comparator<List<String>> BY_LABELS = Variants::compareLabels;

  private static final Comparator<Map.Entry<List<String>, Long>> MOST_FREQUENT_FIRST =
      Map.Entry.<List<String>, Long>comparingByValue()
          .reversed()
          .thenComparing(Map.Entry.comparingByKey(BY_LABELS));

  /** Keeps an unchangeable copy; refuses a count below 1. */
  public Variants {
    var copy = LinkedHashMap.<List<String>, Long>newLinkedHashMap(counts.size());
    counts.forEach((labels, times) -> {
      if (times < 1) {
        throw new IllegalArgumentException("a variant is counted at least once, not " + times);
      }
      copy.merge(List.copyOf(labels), times, Long::sum);
    });
    counts = Collections.unmodifiableMap(copy);
  }

  /** The variants of journeys given one by one. */
  public static Variants of(Iterable<? extends List<String>> journeys) {
    var counts = new LinkedHashMap<List<String>, Long>();
    for (List<String> labels : journeys) {
      counts.merge(List.copyOf(labels), 1L, Long::sum);
    }
    return new Variants(counts);
  }

  /** The number of journeys. */
  public long cases() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The number of events in all journeys together. */
  public long events() {
    return counts.entrySet().stream().mapToLong(v -> v.getKey().size() * v.getValue()).sum();
  }

  /** The number of distinct sequences. */
  public int distinct() {
    return counts.size();
  }

  /** The commonest sequence; of several equally common the one first by labels. */
  public Optional<List<String>> mostFrequent() {
    return counts.entrySet().stream().min(MOST_FREQUENT_FIRST).map(Map.Entry::getKey);
  }

  /** The {@code max} commonest sequences, commonest first, ties by labels. */
  public List<Map.Entry<List<String>, Long>> top(int max) {
    return counts.entrySet().stream().sorted(MOST_FREQUENT_FIRST).limit(max).toList();
  }

  private static int compareLabels(List<String> left, List<String> right) {
    Iterator<String> others = right.iterator();
    for (String label : left) {
      if (!others.hasNext()) {
        return 1;
      }
      int byLabel = label.compareTo(others.next());
      if (byLabel != 0) {
        return byLabel;
      }
    }
    return others.hasNext() ? -1 : 0;
  }
}
