package cairn.decision;

import cairn.rule.All;
import cairn.rule.Clause;
import cairn.rule.Condition;
import cairn.rule.Situation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Drops every candidate that fails a policy, asking each distinct part of all policies at most
 * once.
 *
 * <p>Policies are split at {@code &&} into atoms, and equal atoms are shared. What a policy covers
 * are whole actions, so answers are kept for actions, whatever their renderings.
 *
 * <p>Where nobody asks why, an atom that does not hold takes all candidates that need it away by
 * one bitset operation. Where reasons are wanted, it marks for each action that needs it the place
 * among that action's atoms, in order of policy; the lowest mark left is the first that failed.
 * Atoms that look at one attribute come first, sorted, because they cost next to nothing; another
 * is asked only where it could still come before what has failed. Where few candidates are left,
 * each is looked at by itself.
 */
final class Elimination {
  private static final byte UNASKED = 0;
  private static final byte HOLDS = 1;
  private static final byte FAILS = 2;
  private static final int NOWHERE = Integer.MAX_VALUE;

  /** With fewer candidates than one in so many actions, each is looked at by itself. */
  private static final int FEW = 8;

  private final Catalogue catalogue;

  /** Clauses first; what else is asked follows them. */
  private final Condition[] atoms;

  private final Clause[] clauses;
  private final Bits[] needing;

  /** For each atom the actions that need it, and beside each its place in the flat rows below. */
  private final int[][] actionsOf;

  private final int[][] placesOf;

  /** For each action where its atoms begin; in order of policy. */
  private final int[] starts;

  private final int[] atomOf;
  private final int[] componentOf;

  Elimination(Catalogue catalogue, List<EngagementPolicy> policies) {
    this.catalogue = catalogue;
    var byText = new HashMap<String, Integer>();
    var distinct = new ArrayList<Condition>();
    var policyAtoms = new int[policies.size()][];
    for (int p = 0; p < policies.size(); p++) {
      policyAtoms[p] = split(policies.get(p).when(), byText, distinct);
    }
    clauses =
        distinct.stream()
            .filter(Clause.class::isInstance)
            .map(Clause.class::cast)
            .sorted()
            .toArray(Clause[]::new);
    var numbers = new int[distinct.size()];
    atoms = numbered(distinct, numbers);
    var byScope = new HashMap<Scope, List<Integer>>();
    for (int p = 0; p < policies.size(); p++) {
      byScope.computeIfAbsent(policies.get(p).scope(), any -> new ArrayList<>()).add(p);
    }
    int actions = catalogue.actions().size();
    var flatAtoms = new Ints();
    var flatComponents = new Ints();
    var needy = new Ints[atoms.length];
    var places = new Ints[atoms.length];
    Arrays.setAll(needy, any -> new Ints());
    Arrays.setAll(places, any -> new Ints());
    starts = new int[actions + 1];
    for (int a = 0; a < actions; a++) {
      for (int p : covering(byScope, catalogue.action(a))) {
        for (int first : policyAtoms[p]) {
          int atom = numbers[first];
          needy[atom].add(a);
          places[atom].add(flatAtoms.size());
          flatAtoms.add(atom);
          flatComponents.add(catalogue.component(policies.get(p).id()));
        }
      }
      starts[a + 1] = flatAtoms.size();
    }
    atomOf = flatAtoms.toArray();
    componentOf = flatComponents.toArray();
    actionsOf = Arrays.stream(needy).map(Ints::toArray).toArray(int[][]::new);
    placesOf = Arrays.stream(places).map(Ints::toArray).toArray(int[][]::new);
    needing = new Bits[atoms.length];
    Arrays.setAll(needing, any -> catalogue.candidates().none());
    for (int c = 0; c < catalogue.candidates().size(); c++) {
      int action = catalogue.actionIndex(c);
      for (int i = starts[action]; i < starts[action + 1]; i++) {
        needing[atomOf[i]].set(c);
      }
    }
  }

  /** All atoms, clauses first; notes the new number of each. */
  private Condition[] numbered(List<Condition> distinct, int[] numbers) {
    var all = new Condition[distinct.size()];
    var placeOf = new IdentityHashMap<Condition, Integer>();
    for (int i = 0; i < clauses.length; i++) {
      all[i] = clauses[i];
      placeOf.put(clauses[i], i);
    }
    int next = clauses.length;
    for (int i = 0; i < numbers.length; i++) {
      var known = placeOf.get(distinct.get(i));
      numbers[i] = known == null ? next++ : known;
      all[numbers[i]] = distinct.get(i);
    }
    return all;
  }

  /**
   * Removes from the living all that fail.
   *
   * @param drops where each is noted, or null where nobody asks why
   */
  void run(Situation situation, Bits alive, Drops.@Nullable Builder drops) {
    if (atoms.length == 0 || alive.isEmpty()) {
      return;
    }
    if (alive.count() * FEW < starts.length - 1) {
      each(situation, alive, drops);
    } else if (drops == null) {
      sift(situation, alive);
    } else {
      mark(situation, alive, drops);
    }
  }

  private void each(Situation situation, Bits alive, Drops.@Nullable Builder drops) {
    var answers = new byte[atoms.length];
    for (int c = alive.next(0); c >= 0; c = alive.next(c + 1)) {
      int action = catalogue.actionIndex(c);
      for (int i = starts[action]; i < starts[action + 1]; i++) {
        if (!holds(atomOf[i], situation, answers)) {
          drop(c, i, alive, drops);
          break;
        }
      }
    }
  }

  private boolean holds(int atom, Situation situation, byte[] answers) {
    if (answers[atom] == UNASKED) {
      answers[atom] = atoms[atom].holds(situation) ? HOLDS : FAILS;
    }
    return answers[atom] == HOLDS;
  }

  private void sift(Situation situation, Bits alive) {
    var attributes = situation.person().attributes();
    for (int atom = 0; atom < clauses.length; atom++) {
      if (!clauses[atom].holds(attributes)) {
        alive.andNot(needing[atom]);
      }
    }
    for (int atom = clauses.length; atom < atoms.length; atom++) {
      if (needing[atom].meets(alive) && !atoms[atom].holds(situation)) {
        alive.andNot(needing[atom]);
      }
    }
  }

  private void mark(Situation situation, Bits alive, Drops.Builder drops) {
    var attributes = situation.person().attributes();
    var failedAt = new int[starts.length - 1];
    Arrays.fill(failedAt, NOWHERE);
    for (int atom = 0; atom < clauses.length; atom++) {
      if (!clauses[atom].holds(attributes)) {
        fail(atom, failedAt);
      }
    }
    for (int atom = clauses.length; atom < atoms.length; atom++) {
      if (couldComeFirst(atom, failedAt) && !atoms[atom].holds(situation)) {
        fail(atom, failedAt);
      }
    }
    for (int c = alive.next(0); c >= 0; c = alive.next(c + 1)) {
      int place = failedAt[catalogue.actionIndex(c)];
      if (place != NOWHERE) {
        drop(c, place, alive, drops);
      }
    }
  }

  private void fail(int atom, int[] failedAt) {
    var actions = actionsOf[atom];
    var places = placesOf[atom];
    for (int i = 0; i < actions.length; i++) {
      failedAt[actions[i]] = Math.min(failedAt[actions[i]], places[i]);
    }
  }

  private boolean couldComeFirst(int atom, int[] failedAt) {
    var actions = actionsOf[atom];
    var places = placesOf[atom];
    for (int i = 0; i < actions.length; i++) {
      if (places[i] < failedAt[actions[i]]) {
        return true;
      }
    }
    return false;
  }

  private void drop(int candidate, int place, Bits alive, Drops.@Nullable Builder drops) {
    alive.clear(candidate);
    if (drops != null) {
      drops.add(candidate, componentOf[place]);
    }
  }

  /** The policies on an action, in their order. */
  private static int[] covering(Map<Scope, List<Integer>> byScope, Action action) {
    var covering = new ArrayList<Integer>();
    for (var scope :
        List.of(
            Scope.ALL,
            new Scope(Scope.Level.ISSUE, action.issue()),
            new Scope(Scope.Level.GROUP, action.group()),
            new Scope(Scope.Level.ACTION, action.id()))) {
      covering.addAll(byScope.getOrDefault(scope, List.of()));
    }
    return covering.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  private static int[] split(
      Condition condition, Map<String, Integer> byText, List<Condition> distinct) {
    List<Condition> parts = condition instanceof All all ? all.parts() : List.of(condition);
    return parts.stream()
        .mapToInt(part ->
            byText.computeIfAbsent(
                part.source(),
                text -> {
                  distinct.add(part);
                  return distinct.size() - 1;
                }))
        .toArray();
  }

  /** A growing row of numbers. */
  private static final class Ints {
    private int[] values = new int[8];
    private int size;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    int size() {
      return size;
    }

    int[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }
}
