package cairn.decision;

import cairn.rule.All;
import cairn.rule.Condition;
import cairn.rule.Situation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Drops every candidate that fails a policy, asking each distinct part of all policies at most
 * once.
 *
 * <p>Policies are split at {@code &&} into atoms, and equal atoms are shared. An atom knows the
 * candidates that need it: when it does not hold, they go, by one bitset operation. Which policy of
 * a candidate failed first is looked up afterwards, mostly among answers already given.
 */
final class Elimination {
  private static final byte UNASKED = 0;
  private static final byte HOLDS = 1;
  private static final byte FAILS = 2;

  private final Condition[] atoms;
  private final Bits[] needing;
  private final int[][] policyAtoms;
  private final int[] policyComponents;
  private final int[][] candidatePolicies;

  Elimination(Catalogue catalogue, List<EngagementPolicy> policies) {
    var byText = new HashMap<String, Integer>();
    var distinct = new ArrayList<Condition>();
    var masks = new ArrayList<Bits>();
    policyAtoms = new int[policies.size()][];
    policyComponents = new int[policies.size()];
    for (int p = 0; p < policies.size(); p++) {
      policyAtoms[p] = split(policies.get(p).when(), byText, distinct);
      policyComponents[p] = catalogue.component(policies.get(p).id());
    }
    distinct.forEach(any -> masks.add(catalogue.bits()));
    candidatePolicies = new int[catalogue.candidates()][];
    var ofAction = new HashMap<Integer, int[]>();
    for (int c = 0; c < candidatePolicies.length; c++) {
      var action = catalogue.actionOf(c);
      candidatePolicies[c] =
          ofAction.computeIfAbsent(
              catalogue.candidate(c).action(), any -> covering(policies, action));
      for (int p : candidatePolicies[c]) {
        for (int atom : policyAtoms[p]) {
          masks.get(atom).set(c);
        }
      }
    }
    atoms = distinct.toArray(Condition[]::new);
    needing = masks.toArray(Bits[]::new);
  }

  /** Removes from the living all that fail, and adds a drop for each. */
  void run(Situation situation, Bits alive, List<Drop> drops) {
    var before = alive.copy();
    var answers = new byte[atoms.length];
    for (int atom = 0; atom < atoms.length; atom++) {
      if (needing[atom].meets(alive) && !holds(atom, situation, answers)) {
        alive.andNot(needing[atom]);
      }
    }
    before.andNot(alive);
    for (int c = before.next(0); c >= 0; c = before.next(c + 1)) {
      drops.add(new Drop(c, firstFailed(c, situation, answers)));
    }
  }

  private boolean holds(int atom, Situation situation, byte[] answers) {
    if (answers[atom] == UNASKED) {
      answers[atom] = atoms[atom].holds(situation) ? HOLDS : FAILS;
    }
    return answers[atom] == HOLDS;
  }

  private int firstFailed(int candidate, Situation situation, byte[] answers) {
    for (int p : candidatePolicies[candidate]) {
      for (int atom : policyAtoms[p]) {
        if (!holds(atom, situation, answers)) {
          return policyComponents[p];
        }
      }
    }
    throw new IllegalStateException("a candidate was dropped by no policy");
  }

  private static int[] covering(List<EngagementPolicy> policies, Action action) {
    var covering = new ArrayList<Integer>();
    for (int p = 0; p < policies.size(); p++) {
      if (policies.get(p).scope().covers(action)) {
        covering.add(p);
      }
    }
    return covering.stream().mapToInt(Integer::intValue).toArray();
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
}
