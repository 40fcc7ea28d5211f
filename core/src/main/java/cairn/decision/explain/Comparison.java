package cairn.decision.explain;

import cairn.decision.Catalogue;
import cairn.decision.Component;
import cairn.decision.DecisionRecord;
import cairn.decision.Stage;
import cairn.person.PersonKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The same people decided for under two catalogues: who wins, who gains and who loses, and whose
 * rule does it. Gathers one person at a time; for one thread. Several may gather parts of the
 * people and be merged.
 */
public final class Comparison {
  /** People told of each kind, those whom it moves furthest. */
  public static final int PEOPLE_MAX = 12;

  /** Groups counted; whoever is of a later one counts in none. */
  public static final int GROUPS_MAX = 1_000;

  /** Sets of groups that are counted as sets; whoever is of a later one is in none of them. */
  public static final int CELLS_MAX = 20_000;

  private final Side before;
  private final Side after;
  private final Map<Move, Integer> moves = new HashMap<>();
  private final Map<Group, GroupShift> groups = new HashMap<>();
  private final Map<Set<Group>, Integer> cells = new HashMap<>();
  private final NavigableSet<Mover> gainers = new TreeSet<>(Mover.FURTHEST);
  private final NavigableSet<Mover> losers = new TreeSet<>(Mover.FURTHEST);
  private int people;
  private int changed;
  private int gain;
  private int lose;

  public Comparison(Catalogue before, Catalogue after) {
    this.before = new Side(before);
    this.after = new Side(after);
  }

  /** A group of people by what tells them apart, such as a segment or the band of an attribute. */
  public record Group(String by, String group) {}

  /** What is chosen for a place now, and what instead; an empty id is nothing. */
  public record Move(String from, String to) {}

  /** One person who gets something else. */
  public record Mover(
      PersonKey person,
      List<String> actionsBefore,
      List<String> actionsAfter,
      double valueBefore,
      double valueAfter) {
    private static final Comparator<Mover> FURTHEST =
        Comparator.comparingDouble((Mover one) -> -Math.abs(one.valueAfter - one.valueBefore))
            .thenComparing(Mover::person);
  }

  /** How often an action was chosen. */
  public record Winner(String action, String name, int before, int after) {}

  /** How often a rule dropped something, and from how many people. */
  public record Dropped(
      Component component, long before, long after, long peopleBefore, long peopleAfter) {}

  /** Adds one person's two decisions. */
  public void add(
      PersonKey person, Collection<Group> of, DecisionRecord one, DecisionRecord other) {
    people++;
    double valueBefore = before.add(one);
    double valueAfter = after.add(other);
    var actionsBefore = one.slots().stream().map(slot -> slot.action()).toList();
    var actionsAfter = other.slots().stream().map(slot -> slot.action()).toList();
    boolean isChanged = !actionsBefore.equals(actionsAfter);
    var shift = new GroupShift.Shift(valueBefore, valueAfter, isChanged);
    for (var group : of) {
      if (groups.size() < GROUPS_MAX || groups.containsKey(group)) {
        groups.computeIfAbsent(group, any -> new GroupShift()).add(one, other, shift);
      }
    }
    count(Set.copyOf(of), 1);
    if (isChanged) {
      changed++;
      move(one, other);
    }
    if (valueAfter != valueBefore) {
      boolean gains = valueAfter > valueBefore;
      gain += gains ? 1 : 0;
      lose += gains ? 0 : 1;
      keep(
          gains ? gainers : losers,
          new Mover(person, actionsBefore, actionsAfter, valueBefore, valueAfter));
    }
  }

  private void count(Set<Group> cell, int more) {
    if (cells.size() < CELLS_MAX || cells.containsKey(cell)) {
      cells.merge(cell, more, Integer::sum);
    }
  }

  private void move(DecisionRecord one, DecisionRecord other) {
    for (var placement : one.request().placements()) {
      var move = new Move(at(one, placement), at(other, placement));
      if (!move.from().equals(move.to())) {
        moves.merge(move, 1, Integer::sum);
      }
    }
  }

  private static String at(DecisionRecord record, String placement) {
    for (var slot : record.slots()) {
      if (slot.placement().equals(placement)) {
        return slot.action();
      }
    }
    return "";
  }

  private static void keep(NavigableSet<Mover> movers, Mover one) {
    movers.add(one);
    if (movers.size() > PEOPLE_MAX) {
      movers.pollLast();
    }
  }

  /** Takes in what another gathered of other people under the same two catalogues. */
  public void merge(Comparison other) {
    people += other.people;
    changed += other.changed;
    gain += other.gain;
    lose += other.lose;
    before.merge(other.before);
    after.merge(other.after);
    other.moves.forEach((move, count) -> moves.merge(move, count, Integer::sum));
    other.groups.forEach((group, shift) -> {
      if (groups.size() < GROUPS_MAX || groups.containsKey(group)) {
        groups.computeIfAbsent(group, any -> new GroupShift()).merge(shift);
      }
    });
    other.cells.forEach(this::count);
    other.gainers.forEach(one -> keep(gainers, one));
    other.losers.forEach(one -> keep(losers, one));
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

  public Side before() {
    return before;
  }

  public Side after() {
    return after;
  }

  /** Every action chosen under either, by how much it changed, most first. */
  public List<Winner> winners() {
    var all = new TreeMap<String, Winner>();
    var then = after.winners();
    before
        .winners()
        .forEach(
            (id, count) -> all.put(id, new Winner(id, name(id), count, then.getOrDefault(id, 0))));
    then.forEach((id, count) -> all.putIfAbsent(id, new Winner(id, name(id), 0, count)));
    return all.values().stream()
        .sorted(
            Comparator.comparingInt((Winner one) -> -Math.abs(one.after() - one.before()))
                .thenComparing(Winner::action))
        .toList();
  }

  /** The name of an action in the later catalogue, or in the earlier one where it is gone. */
  public String name(String action) {
    int ordinal = after.catalogue().ordinal(action);
    if (ordinal >= 0) {
      return after.catalogue().action(ordinal).name();
    }
    int earlier = before.catalogue().ordinal(action);
    return earlier < 0 ? action : before.catalogue().action(earlier).name();
  }

  /** What is chosen instead of what, and for how many, most first. */
  public List<Map.Entry<Move, Integer>> moves() {
    return moves.entrySet().stream()
        .sorted(
            Map.Entry.<Move, Integer>comparingByValue()
                .reversed()
                .thenComparing(one -> one.getKey().from() + "\n" + one.getKey().to()))
        .map(one -> Map.entry(one.getKey(), one.getValue()))
        .toList();
  }

  /** How each group fares that anybody is of. */
  public Map<Group, GroupShift> groups() {
    return Map.copyOf(groups);
  }

  /**
   * People by all the groups they are of. They are fewer than {@link #people} where there are more
   * than {@link #CELLS_MAX} such sets.
   */
  public Map<Set<Group>, Integer> cells() {
    return Map.copyOf(cells);
  }

  /** Some of those to whom what is chosen is worth more, the furthest moved first. */
  public List<Mover> gainers() {
    return new ArrayList<>(gainers);
  }

  /** Some of those to whom what is chosen is worth less, the furthest moved first. */
  public List<Mover> losers() {
    return new ArrayList<>(losers);
  }

  /** The stages that dropped anything under either, in the order of the pipeline. */
  public List<Stage> stages() {
    return Arrays.stream(Stage.values())
        .filter(stage -> before.dropped(stage) + after.dropped(stage) > 0)
        .toList();
  }

  /** Every rule that dropped something under either, by how much that changed, most first. */
  public List<Dropped> drops() {
    var components = new TreeMap<String, Component>();
    before.catalogue().components().forEach(one -> components.put(one.id(), one));
    after.catalogue().components().forEach(one -> components.put(one.id(), one));
    return components.values().stream()
        .map(one ->
            new Dropped(
                one,
                before.drops(one.id()),
                after.drops(one.id()),
                before.held(one.id()),
                after.held(one.id())))
        .filter(one -> one.before() + one.after() > 0)
        .sorted(
            Comparator.comparingLong((Dropped one) -> -Math.abs(one.after() - one.before()))
                .thenComparing(one -> one.component().id()))
        .toList();
  }
}
