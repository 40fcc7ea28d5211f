package cairn.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.adaptive.ChoiceRule;
import cairn.decision.explain.Counterfactual;
import cairn.decision.explain.Counterfactuals;
import cairn.person.Consent;
import cairn.person.Limits;
import cairn.person.Objection;
import cairn.person.PersonKey;
import cairn.rule.Condition;
import cairn.rule.Situation;
import cairn.rule.Truth;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is decided for in a weaker way, what is weaker about it, and what never is. */
final class ControlArmsTest {
  private static final int PEOPLE = 100_000;
  private static final Condition NEVER =
      new Condition() {
        @Override
        public Truth test(Situation situation) {
          return Truth.FALSE;
        }

        @Override
        public String source() {
          return "false";
        }
      };

  @Test
  void everyArmHoldsItsShareAndNobodyChangesArmsUnlessTheSaltChanges() {
    var arms = new ControlArms(10, "spring");
    var counts = new EnumMap<Arm, Integer>(Arm.class);
    int moved = 0;
    for (int i = 0; i < PEOPLE; i++) {
      var person = new PersonKey(i, 31L * i);
      counts.merge(arms.of(person), 1, Integer::sum);
      assertThat(new ControlArms(10, "spring").of(person)).isEqualTo(arms.of(person));
      moved += new ControlArms(10, "autumn").of(person) == arms.of(person) ? 0 : 1;
    }

    assertThat(counts).containsOnlyKeys(Arm.values());
    counts.remove(Arm.FULL);
    assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(850, 1_150));
    assertThat(moved).isPositive();
  }

  @Test
  void whoLeavesExperimentsIsDecidedForInFull() {
    var shelf = in(Arm.RANDOM_MODEL);
    assertThat(shelf.decide("tile").arm()).isEqualTo(Arm.RANDOM_MODEL);

    leave(shelf);

    assertThat(shelf.decide("tile").arm()).isEqualTo(Arm.FULL);
  }

  @Test
  void chanceDrawsNothingForWhoLeftExperiments() {
    var shelf = new Shelf();
    shelf.arbitration =
        new Arbitration(0.5, 1, 1000, new ChoiceRule.InverseGap(100, 0, 0), true, true, true, true);
    shelf.action("first", ActionKind.DEFAULT, 100, 100, 50, "home");
    shelf.action("second", ActionKind.DEFAULT, 99, 99, 50, "home");
    assertThat(winners(shelf)).containsExactly("first", "second");

    leave(shelf);

    assertThat(winners(shelf)).containsExactly("first");
    assertThat(shelf.decide("tile").slots().getFirst().probability()).isEqualTo(1);
    shelf.edition = 1;
    assertThat(winners(shelf)).as("as it was decided before").containsExactly("first", "second");
  }

  @Test
  void whatADrawKeptFromSomebodyIsSoughtByTheEditionThatDrew() {
    var shelf = new Shelf();
    shelf.arbitration =
        new Arbitration(0.5, 1, 1000, new ChoiceRule.InverseGap(100, 0, 0), true, true, true, true);
    shelf.action("first", ActionKind.DEFAULT, 100, 100, 50, "home");
    shelf.action("second", ActionKind.DEFAULT, 99, 99, 50, "home");
    leave(shelf);
    shelf.edition = 1;
    int seed = 0;
    while (!shelf.decide(seed, "tile").slots().getFirst().action().equals("second")) {
      seed++;
    }
    var drawn = shelf.decide(seed, "tile");
    shelf.edition = Edition.NOW;
    var asked = shelf.asked(seed);

    assertThat(Counterfactuals.told(shelf.catalogue(), drawn, asked)).as("shown by now").isEmpty();
    assertThat(Counterfactuals.told(shelf.catalogue(), drawn, asked.by(1)))
        .extracting(Counterfactual::action)
        .contains("first");
  }

  private static SortedSet<String> winners(Shelf shelf) {
    var winners = new TreeSet<String>();
    for (int seed = 0; seed < 200; seed++) {
      winners.add(shelf.decide(seed, "tile").slots().getFirst().action());
    }
    return winners;
  }

  private static void leave(Shelf shelf) {
    var draft = shelf.person.draft();
    draft.consents = List.of(new Consent(Pipeline.EXPERIMENTS, false, Shelf.NOON, "their page"));
    shelf.person = draft.done();
  }

  @Test
  void decidingInFullTakesEveryFactor() {
    var full = best(Arm.FULL);

    assertThat(List.of(full.context(), full.lever())).containsExactly(2.0, 1.5);
    assertThat(full.score()).isCloseTo(0.5 * 2 * 1.5 * 100, within(1e-9));
  }

  @Test
  void eachArmLeavesOutWhatItIsCalledAfter() {
    var chanceOnly = best(Arm.PROPENSITY_ONLY);
    var noLevers = best(Arm.NO_LEVERS);
    var model = best(Arm.RANDOM_MODEL);

    assertThat(chanceOnly.score()).isEqualTo(chanceOnly.propensity());
    assertThat(noLevers.score()).isCloseTo(0.5 * 2 * 100, within(1e-9));
    assertThat(model.propensity()).isNotEqualTo(0.5);
    assertThat(List.of(model.context(), model.lever())).containsExactly(2.0, 1.5);
    assertThat(in(Arm.RANDOM_ELIGIBLE).decide("tile").slots().getFirst().probabilities())
        .hasSize(2)
        .containsOnly(0.5);
  }

  private static Survivor best(Arm arm) {
    return in(arm).decide("tile").survivors().getFirst();
  }

  @ParameterizedTest
  @EnumSource(Arm.class)
  void theFinerRulesRestInTheEligibilityArmAloneAndTheLawInNone(Arm arm) {
    var shelf = in(arm);
    for (var test : EngagementPolicy.Test.values()) {
      var id = test.name();
      shelf.action(id, 1, 1, "home");
      shelf.policies.add(
          new EngagementPolicy(
              id + "-rule", test, new Scope(Scope.Level.ACTION, id), NEVER, "Not for you.", "x"));
    }

    assertThat(shelf.dropped("ELIGIBILITY", "tile")).isEqualTo("ELIGIBILITY-rule");
    for (var finer : List.of("APPLICABILITY", "SUITABILITY")) {
      assertThat(shelf.dropped(finer, "tile"))
          .isEqualTo(arm == Arm.ELIGIBILITY_ONLY ? "" : finer + "-rule");
    }
  }

  @ParameterizedTest
  @EnumSource(Arm.class)
  void noArmKeepsBackAServiceOrSafetyNotice(Arm arm) {
    var shelf = in(arm);
    shelf.action("recall", ActionKind.REQUIRED, 1, 1, 0);
    shelf.action("must", ActionKind.MANDATORY, 1, 1, 0);

    assertThat(shelf.shown("one", "two")).containsExactlyInAnyOrder("must", "recall");
    silence(shelf);
    assertThat(shelf.shown("one", "two")).containsExactly("recall");
  }

  @ParameterizedTest
  @EnumSource(Arm.class)
  void whatThePersonSaidAndWhatBringsThemNothingHoldsInEveryArm(Arm arm) {
    var shelf = in(arm);
    shelf.action("trap", 1_000_000, 0, "home");
    var draft = shelf.person.draft();
    draft.objections = List.of(new Objection(Objection.Scope.ACTION, "first", Shelf.NOON));
    shelf.person = draft.done();

    assertThat(shelf.shown("one", "two", "three")).containsExactly("second");
    assertThat(shelf.dropped("trap", "one")).isEqualTo("no-person-value");
    silence(shelf);
    assertThat(shelf.shown("one")).isEmpty();
  }

  /** Two actions with a weight, a lever and a value, for a person of an arm. */
  private static Shelf in(Arm arm) {
    var shelf = new Shelf();
    shelf.action("first", ActionKind.DEFAULT, 100, 100, 50, "home");
    shelf.action("second", ActionKind.DEFAULT, 100, 100, 50, "home");
    shelf.weights.add(new ContextWeight("w", Scope.ALL, Condition.ALWAYS, 100));
    PurposeFirstTest.put(shelf, arm);
    return shelf;
  }

  /** The person wants to hear nothing. */
  private static void silence(Shelf shelf) {
    var draft = shelf.person.draft();
    draft.limits = new Limits(List.of(new Limits.Cap(null, 0, Duration.ofDays(1))), null, null);
    shelf.person = draft.done();
  }
}
