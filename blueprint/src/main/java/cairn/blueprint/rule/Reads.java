package cairn.blueprint.rule;

import cairn.rule.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a part of a rule reads: attributes by slot, and remembered times. */
record Reads(List<Integer> slots, List<Need> needs) {
  static final Reads NOTHING = new Reads(List.of(), List.of());

  static Reads slot(int slot) {
    return new Reads(List.of(slot), List.of());
  }

  static Reads times(String subject, int keep) {
    return new Reads(List.of(), List.of(new Need(subject, keep)));
  }

  Reads and(Reads other) {
    if (equals(NOTHING)) {
      return other;
    }
    if (other.equals(NOTHING)) {
      return this;
    }
    var allSlots = new TreeSet<>(slots);
    allSlots.addAll(other.slots);
    var keep = new TreeMap<String, Integer>();
    needs.forEach(need -> keep.merge(need.subject(), need.keep(), Math::max));
    other.needs.forEach(need -> keep.merge(need.subject(), need.keep(), Math::max));
    var allNeeds = new ArrayList<Need>();
    keep.forEach((subject, times) -> allNeeds.add(new Need(subject, times)));
    return new Reads(List.copyOf(allSlots), List.copyOf(allNeeds));
  }
}
