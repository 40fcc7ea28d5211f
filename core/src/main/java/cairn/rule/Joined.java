package cairn.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A condition made of parts: it reads and needs what they do, taken together. */
abstract sealed class Joined implements Condition permits All, Any {
  final Condition[] parts;
  private final String source;

  Joined(List<? extends Condition> parts, String source) {
    this.parts = parts.toArray(Condition[]::new);
    this.source = source;
  }

  public final List<Condition> parts() {
    return List.of(parts);
  }

  @Override
  public final String source() {
    return source;
  }

  @Override
  public final List<Integer> slots() {
    var all = new TreeSet<Integer>();
    for (var part : parts) {
      all.addAll(part.slots());
    }
    return List.copyOf(all);
  }

  /** Each subject once, with the largest number of times that any part asks for. */
  @Override
  public final List<Need> needs() {
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

  @Override
  public final @Nullable Instant nextChange(Situation situation) {
    Instant first = null;
    for (var part : parts) {
      var next = part.nextChange(situation);
      if (next != null && (first == null || next.isBefore(first))) {
        first = next;
      }
    }
    return first;
  }

  @Override
  public final String toString() {
    return source;
  }
}
