package cairn.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.adaptive.ChoiceRule;
import cairn.rule.Condition;
import cairn.rule.Situation;
import cairn.rule.Truth;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Three interactions of twelve rows, retyped from a published sample
 * (pegasystems/pega-datascientist-tools, data/da/sample_eev2_minimal.csv, Apache-2.0): priorities
 * to the digit, and the funnel from twelve candidates to three shown. With a = 1 the organisation's
 * value counts alone, as it does there.
 */
final class PublishedFixtureTest {
  private static final Row[] FIRST = {
    new Row("A1", 0.9, 10, 0.8, 1.0, Way.OUT, 7.2),
    new Row("A2", 0.3, 40, 0.9, 0.8, Way.LIMITED, 8.64),
    new Row("A3", null, 20, 0.7, 0.5, Way.NOT_ELIGIBLE, 0),
    new Row("A4", 0.5, 30, 1.0, 0.6, Way.OUT, 9.0),
    new Row("A5", 0.7, 15, 0.5, 0.9, Way.LIMITED, 4.725),
  };
  private static final Row[] SECOND = {
    new Row("A1", null, 25, 0.7, 1.0, Way.NOT_ELIGIBLE, 0),
    new Row("A2", 0.9, 10, 0.8, 0.9, Way.LIMITED, 6.48),
    new Row("A3", 0.4, 35, 0.6, 0.7, Way.LIMITED, 5.88),
    new Row("A4", null, 50, 0.5, 0.4, Way.NOT_ELIGIBLE, 0),
  };
  private static final Row[] THIRD = {
    new Row("A2", 0.85, 30, 0.9, 1.0, Way.OUT, 22.95),
    new Row("A3", 0.5, 25, 0.8, 0.6, Way.LIMITED, 6.0),
    new Row("A5", null, 10, 0.4, 0.8, Way.NOT_ELIGIBLE, 0),
  };

  private enum Way {
    OUT,
    LIMITED,
    NOT_ELIGIBLE
  }

  /** One row: P, V, C, L as published, what became of it, and its priority. */
  private record Row(
      String action, @Nullable Double p, double v, double c, double l, Way way, double priority) {}

  @Test
  void prioritiesComeOutToTheDigit() {
    for (var rows : List.of(FIRST, SECOND, THIRD)) {
      var shelf = shelf(rows, false);

      var record = decide(shelf, rows, "one");

      for (var row : rows) {
        if (row.p() != null) {
          assertThat(score(shelf, record, row.action()))
              .as(row.action())
              .isCloseTo(row.priority(), within(1e-12));
        }
      }
    }
  }

  @Test
  void whatIsShownAndWhatStoppedTheRestIsAsPublished() {
    assertThat(shown(FIRST)).containsExactly("A4", "A1");
    assertThat(shown(SECOND)).isEmpty();
    assertThat(shown(THIRD)).containsExactly("A2");
  }

  @Test
  void twelveCandidatesLoseFourToEligibilityAndFiveToLimits() {
    int candidates = 0;
    int notEligible = 0;
    int limited = 0;
    int out = 0;
    int silent = 0;
    var optionality = new ArrayList<Integer>();
    for (var rows : List.of(FIRST, SECOND, THIRD)) {
      var shelf = shelf(rows, true);
      var catalogue = shelf.catalogue();
      var record = decide(shelf, rows, "one", "two", "three");
      int here = 0;
      for (var drop : record.drops()) {
        var stage = catalogue.component(drop.component()).stage();
        here += stage == Stage.ELIGIBILITY ? 1 : 0;
        limited += stage == Stage.CONTACT ? 1 : 0;
      }
      notEligible += here;
      candidates += rows.length;
      out += record.slots().size();
      silent += record.slots().isEmpty() ? 1 : 0;
      optionality.add(rows.length - here);
    }

    assertThat(List.of(candidates, notEligible, limited, out)).containsExactly(12, 4, 5, 3);
    assertThat(silent).isOne();
    assertThat(optionality).containsExactly(4, 2, 2);
  }

  @Test
  void aHigherScoreMayLoseToAContactPolicyAndTheReasonIsKept() {
    var shelf = shelf(FIRST, true);
    var catalogue = shelf.catalogue();

    var why =
        decide(shelf, FIRST, "one", "two").drops().stream()
            .filter(drop -> catalogue.actionOf(drop.candidate()).id().equals("A2"))
            .map(drop -> catalogue.component(drop.component()).id())
            .toList();

    assertThat(why).containsExactly("A2-limit");
  }

  private static List<String> shown(Row[] rows) {
    return decide(shelf(rows, true), rows, "one", "two", "three").slots().stream()
        .map(Slot::action)
        .toList();
  }

  private static double score(Shelf shelf, DecisionRecord record, String action) {
    return record.survivors().stream()
        .filter(s -> shelf.catalogue().action(s.action()).id().equals(action))
        .mapToDouble(Survivor::score)
        .findFirst()
        .orElseThrow();
  }

  private static Shelf shelf(Row[] rows, boolean limited) {
    var shelf = new Shelf();
    shelf.arbitration =
        new Arbitration(1, 0.001, 1000, new ChoiceRule.Greedy(), true, true, true, true);
    for (var row : rows) {
      var scope = new Scope(Scope.Level.ACTION, row.action());
      shelf.action(row.action(), ActionKind.DEFAULT, row.v(), 1, 100 * (row.l() - 1), "home");
      shelf.weights.add(
          new ContextWeight(row.action(), scope, Condition.ALWAYS, 100 * (row.c() - 1)));
      if (row.way() == Way.NOT_ELIGIBLE) {
        shelf.policies.add(
            new EngagementPolicy(
                row.action() + "-law", EngagementPolicy.Test.ELIGIBILITY, scope, NEVER, "", ""));
      } else if (limited && row.way() == Way.LIMITED) {
        shelf.contacts.add(
            new ContactPolicy.Cap(
                row.action() + "-limit", scope, null, 0, Duration.ofDays(7), "", ""));
      }
    }
    return shelf;
  }

  /** Decides with the published propensities: they stand in a record, as they do on replay. */
  private static DecisionRecord decide(Shelf shelf, Row[] rows, String... placements) {
    var catalogue = shelf.catalogue();
    var said = new ArrayList<Survivor>();
    for (var row : rows) {
      if (row.p() != null) {
        int action = catalogue.ordinal(row.action());
        said.add(new Survivor(action, 0, 2, 0, 0, row.p(), false, 1, 1, 1, 1, 1));
      }
    }
    var request = new DecisionRequest("web", List.of(placements), Map.of(), 20);
    var recorded =
        new DecisionRecord(
            "d", Shelf.NOON, request, Arm.FULL, List.of(), said, List.of(), null, 0, -1, List.of());
    var asked =
        new Asked(
            shelf.person,
            Shelf.NOON,
            1,
            ZoneId.of("UTC"),
            new cairn.rule.Schema(List.of()),
            null,
            0,
            shelf.balances,
            Set.of(),
            false,
            null,
            recorded,
            Edition.NOW);
    return Pipeline.decide("d", catalogue, request, asked, false);
  }

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
}
