package cairn.decision;

import cairn.rule.All;
import cairn.rule.Condition;
import cairn.rule.Situation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Drops every candidate that fails a policy, asking each distinct part of all policies at most
 * once.
 *
 * <p>Policies are split at {@code &&} into atoms, and equal atoms are shared. An atom knows the
 * candidates that need it: when it does not hold, they go, by one bitset operation. Which policy of
 * a candidate failed first is looked up afterwards, mostly among answers already given, in two flat
 * arrays: for each candidate its atoms in order of policy, and beside each the policy.
 */
final class Elimination {
  private static final byte UNASKED = 0;
  private static final byte HOLDS = 1;
  private static final byte FAILS = 2;

  private final Condition[] atoms;
  private final Bits[] needing;
  private final int[] starts;
  private final int[] atomOf;
  private final int[] componentOf;

  Elimination(Catalogue catalogue, List<EngagementPolicy> policies) {
    var byText = new HashMap<String, Integer>();
    var distinct = new ArrayList<Condition>();
    var policyAtoms = new int[policies.size()][];
    for (int p = 0; p < policies.size(); p++) {
      policyAtoms[p] = split(policies.get(p).when(), byText, distinct);
    }
    var masks = new ArrayList<Bits>();
    distinct.forEach(any -> masks.add(catalogue.bits()));
    var byScope = new HashMap<Scope, List<Integer>>();
    for (int p = 0; p < policies.size(); p++) {
      byScope.computeIfAbsent(policies.get(p).scope(), any -> new ArrayList<>()).add(p);
    }
    var flatAtoms = new Ints();
    var flatComponents = new Ints();
    starts = new int[catalogue.candidates() + 1];
    for (int c = 0; c < catalogue.candidates(); c++) {
      for (int p : covering(byScope, catalogue.actionOf(c))) {
        for (int atom : policyAtoms[p]) {
          masks.get(atom).set(c);
          flatAtoms.add(atom);
          flatComponents.add(catalogue.component(policies.get(p).id()));
        }
      }
      starts[c + 1] = flatAtoms.size();
    }
    atoms = distinct.toArray(Condition[]::new);
    needing = masks.toArray(Bits[]::new);
    atomOf = flatAtoms.toArray();
    componentOf = flatComponents.toArray();
  }

  /**
   * Removes from the living all that fail.
   *
   * @param drops where each is noted, or null where nobody asks why
   */
  void run(Situation situation, Bits alive, Drops.@Nullable Builder drops) {
    var answers = new byte[atoms.length];
    if (drops == null) {
      sift(situation, alive, answers);
      return;
    }
    var before = alive.copy();
    sift(situation, alive, answers);
    before.andNot(alive);
    for (int c = before.next(0); c >= 0; c = before.next(c + 1)) {
      drops.add(c, firstFailed(c, situation, answers));
    }
  }

  private void sift(Situation situation, Bits alive, byte[] answers) {
    for (int atom = 0; atom < atoms.length; atom++) {
      if (needing[atom].meets(alive) && !holds(atom, situation, answers)) {
        alive.andNot(needing[atom]);
      }
    }
  }

  private boolean holds(int atom, Situation situation, byte[] answers) {
    if (answers[atom] == UNASKED) {
      answers[atom] = atoms[atom].holds(situation) ? HOLDS : FAILS;
    }
    return answers[atom] == HOLDS;
  }

  private int firstFailed(int candidate, Situation situation, byte[] answers) {
    for (int i = starts[candidate]; i < starts[candidate + 1]; i++) {
      if (!holds(atomOf[i], situation, answers)) {
        return componentOf[i];
      }
    }
    throw new IllegalStateException("a candidate was dropped by no policy");
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
    private int[] values = new int[64];
    private int size;

    void add(int value) {
      if (size == values.length) {
        values = java.util.Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    int size() {
      return size;
    }

    int[] toArray() {
      return java.util.Arrays.copyOf(values, size);
    }
  }
}
