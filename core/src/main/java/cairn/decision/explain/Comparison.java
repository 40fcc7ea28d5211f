package cairn.decision.explain;

import cairn.decision.Catalogue;
import cairn.decision.Component;
import cairn.decision.DecisionRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The same people decided for under two catalogues: who wins, who gains and who loses. Gathers one
 * person at a time; for one thread.
 */
public final class Comparison {
  private final Catalogue before;
  private final Catalogue after;
  private final Side beforeSide = new Side();
  private final Side afterSide = new Side();
  private int people;
  private int changed;
  private int gain;
  private int lose;

  public Comparison(Catalogue before, Catalogue after) {
    this.before = before;
    this.after = after;
  }

  /** What came out under one catalogue, all people together. */
  public static final class Side {
    private final Map<String, Integer> winners = new TreeMap<>();
    private final Map<String, Long> drops = new TreeMap<>();
    private int silent;
    private double personValue;
    private double organisationValue;

    /** People for whom nothing was chosen. */
    public int silent() {
      return silent;
    }

    /** What was chosen is worth so much to people. */
    public double personValue() {
      return personValue;
    }

    public double organisationValue() {
      return organisationValue;
    }

    private double add(Catalogue catalogue, DecisionRecord record) {
      double value = 0;
      for (var slot : record.slots()) {
        var survivor = record.survivors().get(slot.survivor());
        value += survivor.valuePerson();
        organisationValue += survivor.valueOrganisation();
        winners.merge(slot.action(), 1, Integer::sum);
      }
      silent += record.slots().isEmpty() ? 1 : 0;
      personValue += value;
      for (var drop : record.drops()) {
        drops.merge(catalogue.component(drop.component()).id(), 1L, Long::sum);
      }
      return value;
    }
  }

  /** How often an action was chosen. */
  public record Winner(String action, String name, int before, int after) {}

  /** How often a rule dropped something. */
  public record Dropped(Component component, long before, long after) {}

  /** Adds one person's two decisions. */
  public void add(DecisionRecord one, DecisionRecord other) {
    people++;
    double valueBefore = beforeSide.add(before, one);
    double valueAfter = afterSide.add(after, other);
    boolean same =
        one.slots().stream()
            .map(slot -> slot.action())
            .toList()
            .equals(other.slots().stream().map(slot -> slot.action()).toList());
    changed += same ? 0 : 1;
    gain += valueAfter > valueBefore ? 1 : 0;
    lose += valueAfter < valueBefore ? 1 : 0;
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
    return beforeSide;
  }

  public Side after() {
    return afterSide;
  }

  /** Every action chosen under either, by how much it changed, most first. */
  public List<Winner> winners() {
    var all = new TreeMap<String, Winner>();
    beforeSide.winners.forEach((id, count) ->
        all.put(id, new Winner(id, name(id), count, afterSide.winners.getOrDefault(id, 0))));
    afterSide.winners.forEach(
        (id, count) -> all.putIfAbsent(id, new Winner(id, name(id), 0, count)));
    return all.values().stream()
        .sorted(
            Comparator.comparingInt((Winner one) -> -Math.abs(one.after() - one.before()))
                .thenComparing(Winner::action))
        .toList();
  }

  private String name(String action) {
    int ordinal = after.ordinal(action);
    return ordinal >= 0
        ? after.action(ordinal).name()
        : before.action(before.ordinal(action)).name();
  }

  /** Every rule that dropped something under either, by how much that changed, most first. */
  public List<Dropped> drops() {
    var components = new TreeMap<String, Component>();
    before.components().forEach(one -> components.put(one.id(), one));
    after.components().forEach(one -> components.put(one.id(), one));
    return components.values().stream()
        .map(one ->
            new Dropped(
                one,
                beforeSide.drops.getOrDefault(one.id(), 0L),
                afterSide.drops.getOrDefault(one.id(), 0L)))
        .filter(one -> one.before() + one.after() > 0)
        .sorted(
            Comparator.comparingLong((Dropped one) -> -Math.abs(one.after() - one.before()))
                .thenComparing(one -> one.component().id()))
        .toList();
  }
}
