package cairn.decision.explain;

import cairn.decision.DecisionRecord;
import java.util.Map;
import java.util.TreeMap;

/** How one group of people fares under two catalogues; for one thread. */
public final class GroupShift {
  private final Map<String, int[]> chosen = new TreeMap<>();
  private int people;
  private int changed;
  private int gain;
  private int lose;
  private int silentBefore;
  private int silentAfter;
  private double valueBefore;
  private double valueAfter;

  GroupShift() {}

  void add(DecisionRecord one, DecisionRecord other, Shift shift) {
    people++;
    changed += shift.changed() ? 1 : 0;
    gain += shift.after() > shift.before() ? 1 : 0;
    lose += shift.after() < shift.before() ? 1 : 0;
    silentBefore += one.slots().isEmpty() ? 1 : 0;
    silentAfter += other.slots().isEmpty() ? 1 : 0;
    valueBefore += shift.before();
    valueAfter += shift.after();
    one.slots().forEach(slot -> count(slot.action())[0]++);
    other.slots().forEach(slot -> count(slot.action())[1]++);
  }

  /** What one person's two decisions are worth to them. */
  record Shift(double before, double after, boolean changed) {}

  private int[] count(String action) {
    return chosen.computeIfAbsent(action, any -> new int[2]);
  }

  /** Takes in another group's people. */
  public void merge(GroupShift other) {
    people += other.people;
    changed += other.changed;
    gain += other.gain;
    lose += other.lose;
    silentBefore += other.silentBefore;
    silentAfter += other.silentAfter;
    valueBefore += other.valueBefore;
    valueAfter += other.valueAfter;
    other.chosen.forEach((action, counts) -> {
      var mine = count(action);
      mine[0] += counts[0];
      mine[1] += counts[1];
    });
  }

  /** The people of several groups together. */
  public static GroupShift of(Iterable<GroupShift> groups) {
    var all = new GroupShift();
    groups.forEach(all::merge);
    return all;
  }

  public int people() {
    return people;
  }

  /** People for whom something else is chosen. */
  public int changed() {
    return changed;
  }

  /** People to whom what is chosen is worth more than before. */
  public int gain() {
    return gain;
  }

  public int lose() {
    return lose;
  }

  public int silentBefore() {
    return silentBefore;
  }

  public int silentAfter() {
    return silentAfter;
  }

  /** What was chosen is worth so much to them, all together. */
  public double valueBefore() {
    return valueBefore;
  }

  public double valueAfter() {
    return valueAfter;
  }

  /** How often an action was chosen for them before. */
  public int chosenBefore(String action) {
    return chosen.getOrDefault(action, NEVER)[0];
  }

  /** How often an action was chosen for them after. */
  public int chosenAfter(String action) {
    return chosen.getOrDefault(action, NEVER)[1];
  }

  private static final int[] NEVER = new int[2];
}
