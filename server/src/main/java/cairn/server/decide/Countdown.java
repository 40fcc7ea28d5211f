package cairn.server.decide;

import cairn.decision.Balances;
import cairn.decision.Catalogue;
import cairn.decision.DecisionRecord;
import cairn.decision.VolumeUnits;
import cairn.person.PersonKey;
import java.util.HashMap;
import java.util.Map;

/** Counts limits across people down as one person after the other is decided for. */
final class Countdown implements Balances {
  private final Catalogue catalogue;
  private final Map<String, Integer> from;
  private final Map<String, Integer> left;
  private final Map<String, PersonKey> tookTheLast = new HashMap<>();

  /** Begins with so many units of each limit; what is not named has no end. */
  Countdown(Catalogue catalogue, Map<String, Integer> units) {
    this.catalogue = catalogue;
    this.from = units;
    this.left = new HashMap<>(units);
  }

  @Override
  public int left(String limit) {
    return left.getOrDefault(limit, Integer.MAX_VALUE);
  }

  void take(PersonKey person, DecisionRecord decision) {
    if (left.isEmpty()) {
      return;
    }
    for (var slot : decision.slots()) {
      for (var limit : VolumeUnits.of(catalogue, slot.action())) {
        int now = left(limit) - 1;
        left.put(limit, now);
        if (now == 0) {
          tookTheLast.put(limit, person);
        }
      }
    }
  }

  /** Units taken of a limit since the beginning. */
  private int used(String limit) {
    return from.getOrDefault(limit, 0) - left.getOrDefault(limit, 0);
  }

  /** What is left of some units once what was taken here is taken from them. */
  Map<String, Integer> leftOf(Map<String, Integer> units) {
    var rest = new HashMap<>(units);
    rest.replaceAll((limit, held) -> held - used(limit));
    return Map.copyOf(rest);
  }

  Map<String, PersonKey> tookTheLast() {
    return tookTheLast;
  }

  /**
   * Whether the same would have been decided with fewer units to begin with: none more was taken
   * than there were, and nobody came when there was less than one for each of their places.
   */
  boolean standsWith(Map<String, Integer> units, int places) {
    for (var one : from.entrySet()) {
      int held = units.getOrDefault(one.getKey(), 0);
      if (held != one.getValue() && held - used(one.getKey()) < places) {
        return false;
      }
    }
    return true;
  }
}
