package cairn.decision;

import cairn.adaptive.Candidates;
import cairn.adaptive.ChoiceRule;
import cairn.adaptive.Chooser;
import cairn.chance.Chance;
import cairn.rule.Need;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fills the slots of a request in order. After each, caps apply again, counting what earlier slots
 * took, and the draw is made inside the highest purpose class left; an action fills one slot at
 * most. Belongs to one decision.
 */
final class Placing {
  private final Catalogue catalogue;
  private final DecisionRequest request;
  private final Asked asked;
  private final Arm arm;
  private final ContactCounts counts;
  private final List<Survivor> survivors;
  private final int[] spentContacts;
  private final int[] spentVolumes;

  Placing(
      Catalogue catalogue,
      DecisionRequest request,
      Asked asked,
      Arm arm,
      ContactCounts counts,
      List<Survivor> survivors) {
    this.catalogue = catalogue;
    this.request = request;
    this.asked = asked;
    this.arm = arm;
    this.counts = counts;
    this.survivors = survivors;
    this.spentContacts = new int[catalogue.contacts().size()];
    this.spentVolumes = new int[catalogue.volumes().size()];
  }

  List<Slot> place() {
    var slots = new ArrayList<Slot>();
    var taken = new boolean[survivors.size()];
    var open = new int[survivors.size()];
    int room = new PersonsLimits(asked, request.channel()).room();
    for (int i = 0; i < request.placements().size() && slots.size() < request.limit(); i++) {
      var placement = request.placements().get(i);
      int count = 0;
      for (int s = 0; s < open.length; s++) {
        var survivor = survivors.get(s);
        if (!taken[s]
            && catalogue.renderingOf(survivor).fits(request.channel(), placement)
            && hasRoom(survivor.action(), room)) {
          open[count++] = s;
        }
      }
      if (count == 0) {
        continue;
      }
      var slot = fill(placement, Arrays.copyOf(open, count), slots.size());
      slots.add(slot);
      int chosen = survivors.get(slot.survivor()).action();
      for (int s = 0; s < taken.length; s++) {
        taken[s] |= overlap(survivors.get(s).action(), chosen);
      }
      if (counts.isNew(chosen)) {
        room--;
      }
      spend(chosen);
    }
    return slots;
  }

  /** Whether one is the other, or a bundle holds what the other is or holds. */
  private boolean overlap(int one, int other) {
    if (one == other) {
      return true;
    }
    var first = catalogue.action(one);
    var second = catalogue.action(other);
    return first.parts().contains(second.id())
        || second.parts().contains(first.id())
        || first.parts().stream().anyMatch(second.parts()::contains);
  }

  private Slot fill(String placement, int[] open, int place) {
    var first = survivors.get(open[0]);
    if (catalogue.isMandatory(first)) {
      return slot(placement, open[0], List.of(open[0]), List.of(1.0), -1, open[0], true);
    }
    int count = 0;
    while (count < open.length
        && survivors.get(open[count]).purposeClass() == first.purposeClass()) {
      count++;
    }
    var among = new ArrayList<Integer>(count);
    for (int i = 0; i < count; i++) {
      among.add(open[i]);
    }
    long seed = Chance.seed(asked.seed(), place);
    if (arm == Arm.RANDOM_ELIGIBLE) {
      double draw = new Chance(seed).nextDouble();
      var even = new ArrayList<Double>(count);
      for (int i = 0; i < count; i++) {
        even.add(1.0 / count);
      }
      return slot(placement, among.get((int) (draw * count)), among, even, draw, open[0], false);
    }
    var choice = new Chooser(rule()).choose(candidates(open, count), asked.decisions(), seed);
    var probabilities = new ArrayList<Double>(count);
    for (int i = 0; i < count; i++) {
      probabilities.add(choice.probability(i));
    }
    return slot(
        placement, open[choice.chosen()], among, probabilities, choice.draw(), open[0], false);
  }

  private Slot slot(
      String placement,
      int chosen,
      List<Integer> among,
      List<Double> probabilities,
      double draw,
      int best,
      boolean mandatory) {
    var survivor = survivors.get(chosen);
    return new Slot(
        placement,
        catalogue.action(survivor.action()).id(),
        catalogue.renderingOf(survivor).treatment(),
        chosen,
        among,
        probabilities,
        draw,
        chosen != best,
        mandatory);
  }

  private Candidates candidates(int[] open, int size) {
    var logits = new double[size];
    var variances = new double[size];
    var propensities = new double[size];
    var weights = new double[size];
    var newcomers = new boolean[size];
    double scoreMax = scoreMax();
    for (int i = 0; i < size; i++) {
      var s = survivors.get(open[i]);
      logits[i] = s.logit();
      variances[i] = s.variance();
      propensities[i] = s.propensity();
      weights[i] = s.score() / s.propensity() / scoreMax;
      newcomers[i] = s.newcomer();
    }
    return new Candidates(logits, variances, propensities, weights, newcomers);
  }

  /** Whoever left experiments gets what is best by what is known. */
  private ChoiceRule rule() {
    boolean draws =
        asked.edition() < Edition.LEAVING_ENDS_DRAWS || !Pipeline.leftExperiments(asked.person());
    return draws ? catalogue.arbitration().choice() : new ChoiceRule.Greedy();
  }

  /**
   * The highest score there can be, by which gaps are measured: as published, or 1 where propensity
   * alone is the score. On the published scale such gaps would be next to nothing, and what should
   * show what propensity brings would be drawn by chance.
   */
  private double scoreMax() {
    boolean propensityAlone =
        arm == Arm.PROPENSITY_ONLY && asked.edition() >= Edition.PROPENSITY_HAS_ITS_SCALE;
    return propensityAlone ? 1 : catalogue.arbitration().classMax();
  }

  /** Whether caps, counting what earlier slots took, leave room for one more. */
  private boolean hasRoom(int ordinal, int room) {
    var action = catalogue.action(ordinal);
    if (action.kind() == ActionKind.REQUIRED) {
      return true;
    }
    if (room <= 0) {
      return false;
    }
    for (int v : catalogue.limits().volumesOf(ordinal)) {
      if (asked.balances().left(catalogue.volumes().get(v).id()) <= spentVolumes[v]) {
        return false;
      }
    }
    if (!action.isBound()) {
      return true;
    }
    for (int p : catalogue.limits().contactsOf(ordinal)) {
      if (catalogue.contacts().get(p) instanceof ContactPolicy.Cap cap
          && counts.isHere(cap)
          && counts.used(p, cap) + spentContacts[p] >= cap.contactsMax()) {
        return false;
      }
    }
    return true;
  }

  private void spend(int action) {
    if (catalogue.action(action).kind() != ActionKind.REQUIRED) {
      for (int v : catalogue.limits().volumesOf(action)) {
        spentVolumes[v]++;
      }
    }
    for (int p : catalogue.limits().contactsOf(action)) {
      spentContacts[p]++;
    }
  }

  /** The contacts this decision adds, each subject once for each time. */
  List<Need> remember(List<Slot> slots) {
    @Nullable List<Need> needs = null;
    for (var slot : slots) {
      if (counts.isNew(survivors.get(slot.survivor()).action())) {
        var more = Pipeline.remember(catalogue, slot.action(), request.channel());
        if (needs == null) {
          needs = more;
        } else {
          needs.addAll(more);
        }
      }
    }
    return needs == null ? List.of() : needs;
  }
}
