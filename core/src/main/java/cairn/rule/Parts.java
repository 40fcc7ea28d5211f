package cairn.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the parts of a condition need, taken together. */
final class Parts {
  private Parts() {}

  static List<Integer> slots(Condition[] parts) {
    var all = new TreeSet<Integer>();
    for (var part : parts) {
      all.addAll(part.slots());
    }
    return List.copyOf(all);
  }

  /** Each subject once, with the largest number of times that any part asks for. */
  static List<Need> needs(Condition[] parts) {
    var keep = new TreeMap<String, Integer>();
    for (var part : parts) {
      for (var need : part.needs()) {
        keep.merge(need.subject(), need.keep(), Math::max);
      }
    }
    var all = new ArrayList<Need>();
    keep.forEach((subject, times) -> all.add(new Need(subject, times)));
    return List.copyOf(all);
  }

  static @Nullable Instant nextChange(Condition[] parts, Situation situation) {
    Instant first = null;
    for (var part : parts) {
      var next = part.nextChange(situation);
      if (next != null && (first == null || next.isBefore(first))) {
        first = next;
      }
    }
    return first;
  }
}
