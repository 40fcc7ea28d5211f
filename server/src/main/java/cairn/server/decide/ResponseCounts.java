package cairn.server.decide;

import cairn.decision.Arm;
import cairn.decision.measure.Rate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** How much was decided, shown and accepted, by arm and by action. For one thread. */
final class ResponseCounts {
  private final Map<Arm, long[]> arms = new EnumMap<>(Arm.class);
  private final Map<String, long[]> actions = new TreeMap<>();
  private long decisions;

  void decided() {
    decisions++;
  }

  /**
   * Counts what was shown and accepted in an arm.
   *
   * @param accepted how many more; fewer where an answer was taken back
   */
  void compare(Arm arm, int impressions, int accepted) {
    add(arms.computeIfAbsent(arm, any -> new long[2]), impressions, accepted);
  }

  /**
   * Counts what was shown and accepted of an action.
   *
   * @param accepted how many more; fewer where an answer was taken back
   */
  void count(String action, int impressions, int accepted) {
    add(actions.computeIfAbsent(action, any -> new long[2]), impressions, accepted);
  }

  private static void add(long[] counts, int impressions, int accepted) {
    counts[0] += impressions;
    counts[1] = Math.max(0, Math.min(counts[0], counts[1] + accepted));
  }

  long decisions() {
    return decisions;
  }

  Map<Arm, Rate> arms() {
    return rates(arms);
  }

  Map<String, Rate> actions() {
    return rates(actions);
  }

  private static <K> Map<K, Rate> rates(Map<K, long[]> counts) {
    var rates = new LinkedHashMap<K, Rate>();
    counts.forEach((key, count) -> rates.put(key, new Rate(count[0], count[1])));
    return rates;
  }

  /** Goes on from what was kept. */
  void resume(LearningFile.Kept kept) {
    decisions = kept.decisions();
    kept.arms().forEach((arm, counts) -> arms.put(Arm.valueOf(arm), counts));
    actions.putAll(kept.actions());
  }

  /** Impressions and acceptances by the name of an arm, as they are kept. */
  Map<String, long[]> keptArms() {
    var kept = new TreeMap<String, long[]>();
    arms.forEach((arm, counts) -> kept.put(arm.name(), counts));
    return kept;
  }

  /** Impressions and acceptances by action, as they are kept. */
  Map<String, long[]> keptActions() {
    return actions;
  }
}
