package cairn.server.decide;

import cairn.blueprint.Blueprint;
import cairn.decision.Balances;
import cairn.decision.VolumeLimit;
import cairn.engine.VolumeUse;
import cairn.person.PersonKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One side of a trial: what is decided by, how many units its limits across people still hold, and
 * who took the last of them. Its trial's lock guards it.
 */
final class TrialSide {
  private final Blueprint blueprint;
  private final Map<String, Integer> unitsAtFirst;
  private final Map<String, PersonKey> tookTheLast = new HashMap<>();
  private Map<String, Integer> units;

  TrialSide(Blueprint blueprint, Map<String, Integer> units) {
    this.blueprint = blueprint;
    this.unitsAtFirst = Map.copyOf(units);
    this.units = unitsAtFirst;
  }

  /**
   * The units that nobody took yet of each limit in the period of a moment.
   *
   * @param running what runs: only of its limits is anything taken
   */
  static TrialSide at(Instant now, Blueprint blueprint, Blueprint running, List<VolumeUse> uses) {
    var units = new HashMap<String, Integer>();
    for (var limit : blueprint.catalogue().volumes()) {
      int taken = countsLike(limit, running) ? taken(limit, uses, now) : 0;
      units.put(limit.id(), Math.max(0, limit.unitsMax() - taken));
    }
    return new TrialSide(blueprint, units);
  }

  /** Whether what was taken of the limit that runs was taken of this one too. */
  private static boolean countsLike(VolumeLimit limit, Blueprint running) {
    return running.catalogue().volumes().stream()
        .anyMatch(one -> one.id().equals(limit.id()) && one.period().equals(limit.period()));
  }

  private static int taken(VolumeLimit limit, List<VolumeUse> uses, Instant now) {
    long length = Math.max(1, limit.period().toMillis());
    long period = Math.floorDiv(now.toEpochMilli(), length);
    return uses.stream()
        .filter(use -> use.limit().equals(limit.id()) && use.period() == period)
        .mapToInt(VolumeUse::taken)
        .sum();
  }

  Blueprint blueprint() {
    return blueprint;
  }

  /** What the limits hold for whoever comes next. */
  Map<String, Integer> units() {
    return units;
  }

  /** What a limit held when the trial began. */
  int unitsAtFirst(String limit) {
    return unitsAtFirst.getOrDefault(limit, 0);
  }

  /** The next people took their units. */
  void took(Countdown countdown) {
    units = countdown.leftOf(units);
    tookTheLast.putAll(countdown.tookTheLast());
  }

  /** What the limits held when it was a person's turn; before it was, what they hold now. */
  Balances before(PersonKey person) {
    var atFirst = unitsAtFirst;
    var last = Map.copyOf(tookTheLast);
    return limit -> {
      int held = atFirst.getOrDefault(limit, Integer.MAX_VALUE);
      var taker = last.get(limit);
      return taker == null || !isBefore(taker, person) ? held : 0;
    };
  }

  private static boolean isBefore(PersonKey one, PersonKey other) {
    return one.shard() < other.shard()
        || (one.shard() == other.shard() && one.compareTo(other) < 0);
  }
}
