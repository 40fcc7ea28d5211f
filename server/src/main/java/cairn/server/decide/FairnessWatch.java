package cairn.server.decide;

import cairn.adaptive.Fairness;
import cairn.blueprint.Blueprint;
import cairn.chance.Chance;
import cairn.decision.Arm;
import cairn.decision.DecisionRecord;
import cairn.decision.Exploration;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Counts whom actions are chosen for, by groups that no model looks at. A group of too few people
 * is never told, whatever else is. For one thread.
 *
 * <p>How many different people a count is of is known from below: each sets one of {@link
 * #SKETCH_BITS} bits by their key. Many share a bit; whoever holds what is kept and a person's key
 * sees whether theirs is set.
 */
final class FairnessWatch {
  /** Groups told apart by one attribute; whoever comes later is among the others. */
  static final int GROUPS_MAX = 50;

  /** A group weighed in fewer decisions is told and not compared. */
  static final int DECISIONS_MIN = 100;

  private static final int SKETCH_BITS = 256;
  private static final int COUNTS_MAX = 1_000_000;

  private final Map<String, Map<String, Counted>> counted = new TreeMap<>();

  /** One action by one attribute. */
  record Told(String action, String by, Fairness.Report report) {}

  private static final class Counted {
    final Fairness.Tally tally = new Fairness.Tally();
    final Map<String, BitSet> people = new TreeMap<>();

    String bounded(String group) {
      return tally.knows(group) || tally.groups() < GROUPS_MAX ? group : Grouping.OTHERS;
    }

    void add(Fairness.Row row, PersonKey person) {
      tally.add(row);
      mark(row.group(), person);
    }

    void mark(String group, PersonKey person) {
      int bit = (int) Math.floorMod(Chance.mix(person.high() ^ person.low()), (long) SKETCH_BITS);
      people.computeIfAbsent(group, any -> new BitSet(SKETCH_BITS)).set(bit);
    }

    Fairness.Report report() {
      var sizes = new TreeMap<String, Integer>();
      people.forEach((group, bits) -> sizes.put(group, bits.cardinality()));
      var folding = Fairness.fold(sizes, Grouping.PEOPLE_MIN, GROUPS_MAX);
      if (folding.others() && othersOf(folding).cardinality() < Grouping.PEOPLE_MIN) {
        folding = new Fairness.Folding(folding.told(), false);
      }
      return tally.folded(folding, Grouping.OTHERS).report(DECISIONS_MIN);
    }

    /** Whoever changed groups is one person all the same. */
    private BitSet othersOf(Fairness.Folding folding) {
      var all = new BitSet(SKETCH_BITS);
      people.forEach((group, bits) -> {
        if (!folding.told().contains(group)) {
          all.or(bits);
        }
      });
      return all;
    }
  }

  /** Counts a decision made in full. */
  void look(Blueprint blueprint, PersonState person, DecisionRecord record) {
    var plan = blueprint.catalogue().notes().models();
    if (plan.fairness().isEmpty() || record.arm() != Arm.FULL) {
      return;
    }
    var chosen = new HashSet<Integer>();
    var explored = new HashSet<Integer>();
    for (var slot : record.slots()) {
      int action = record.survivors().get(slot.survivor()).action();
      chosen.add(action);
      if (record.exploration(slot) != Exploration.NONE) {
        explored.add(action);
      }
    }
    var weighed = new HashSet<Integer>();
    for (var survivor : record.survivors()) {
      int action = survivor.action();
      if (weighed.add(action)) {
        var id = blueprint.catalogue().action(action).id();
        for (var by : plan.fairness()) {
          var counts = counted(id, by.name());
          counts.add(
              new Fairness.Row(
                  counts.bounded(Grouping.of(by, blueprint, person)),
                  survivor.propensity(),
                  chosen.contains(action),
                  explored.contains(action),
                  Double.NaN),
              person.key());
        }
      }
    }
  }

  /** Counts that an action was put to somebody, with this chance foretold. */
  void shown(Blueprint blueprint, PersonState person, String action, double chance) {
    each(blueprint, person, action, (counts, group) -> counts.tally.shown(group, chance));
  }

  /**
   * Counts that somebody wanted what was put to them with this probability, or takes it back.
   *
   * @param people 1 or -1
   */
  void wanted(
      Blueprint blueprint, PersonState person, String action, double probability, int people) {
    each(
        blueprint,
        person,
        action,
        (counts, group) -> counts.tally.wanted(group, probability, people));
  }

  private void each(
      Blueprint blueprint, PersonState person, String action, BiConsumer<Counted, String> take) {
    for (var by : blueprint.catalogue().notes().models().fairness()) {
      var counts = counted(action, by.name());
      var group = counts.bounded(Grouping.of(by, blueprint, person));
      take.accept(counts, group);
      counts.mark(group, person.key());
    }
  }

  private Counted counted(String action, String by) {
    return counted
        .computeIfAbsent(action, any -> new TreeMap<>())
        .computeIfAbsent(by, any -> new Counted());
  }

  /** What was counted by now; whatever is of enough people. */
  List<Told> told() {
    var all = new ArrayList<Told>();
    counted.forEach((action, byAttribute) ->
        byAttribute.forEach((by, counts) -> {
          var report = counts.report();
          if (!report.groups().isEmpty()) {
            all.add(new Told(action, by, report));
          }
        }));
    return List.copyOf(all);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(
        counted.values().stream()
            .flatMap(byAttribute -> byAttribute.values().stream())
            .mapToInt(counts -> counts.tally.groups())
            .sum());
    for (var action : counted.entrySet()) {
      for (var by : action.getValue().entrySet()) {
        for (var group : by.getValue().tally.counts().entrySet()) {
          out.writeUTF(action.getKey());
          out.writeUTF(by.getKey());
          out.writeUTF(group.getKey());
          out.writeInt(group.getValue().length);
          for (double count : group.getValue()) {
            out.writeDouble(count);
          }
          var bits = by.getValue().people.getOrDefault(group.getKey(), new BitSet());
          out.write(Arrays.copyOf(bits.toByteArray(), SKETCH_BITS / Byte.SIZE));
        }
      }
    }
  }

  /** Takes in what {@link #write} wrote. */
  void read(DataInput in) throws IOException {
    int rows = in.readInt();
    if (rows < 0 || rows > COUNTS_MAX) {
      throw new IOException("a count out of bounds");
    }
    for (int row = 0; row < rows; row++) {
      var counts = counted(in.readUTF(), in.readUTF());
      var group = in.readUTF();
      int length = in.readInt();
      if (length < 0 || length > SKETCH_BITS) {
        throw new IOException("a count out of bounds");
      }
      var numbers = new double[length];
      for (int i = 0; i < length; i++) {
        numbers[i] = in.readDouble();
      }
      counts.tally.restore(group, numbers);
      var bits = new byte[SKETCH_BITS / Byte.SIZE];
      in.readFully(bits);
      counts.people.put(group, BitSet.valueOf(bits));
    }
  }
}
