package cairn.decision;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.adaptive.ChoiceRule;
import cairn.chance.Chance;
import cairn.decision.explain.Counterfactual;
import cairn.decision.explain.Counterfactuals;
import cairn.decision.explain.Explainer;
import cairn.decision.explain.Replay;
import cairn.decision.explain.WhyNot;
import cairn.person.NotNow;
import cairn.person.PersonState;
import cairn.rule.Condition;
import cairn.rule.Schema;
import cairn.rule.Situation;
import cairn.rule.Truth;
import cairn.value.Value;
import cairn.value.ValueType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why, why not, and what would have changed it: only what deciding again confirms. */
final class CounterfactualTest {
  private final Shelf shelf = new Shelf();

  private List<Counterfactual> changes(String action) {
    return Counterfactuals.of(shelf.catalogue(), Shelf.request("tile"), shelf.asked(1), action);
  }

  @Test
  void theLeastWeightThatWouldHaveMadeItWinIsFoundAndHolds() {
    var chance = new Chance(11);
    for (int round = 0; round < 200; round++) {
      var one = new Shelf();
      one.action("first", 1 + chance.nextInt(500), 1 + chance.nextInt(500), "home");
      one.action("second", 1 + chance.nextInt(500), 1 + chance.nextInt(500), "home");
      one.arbitration = drawing(chance.nextInt(2) == 0);
      var asked = one.asked(round);
      for (var change :
          Counterfactuals.of(one.catalogue(), Shelf.request("tile"), asked, "second")) {
        double percent = Double.parseDouble(change.to());

        assertThat(change.kind()).isEqualTo(Counterfactual.Kind.LEVER);
        assertThat(shows(one, round, percent)).as("round %d", round).isTrue();
        assertThat(shows(one, round, percent - 1)).as("round %d", round).isFalse();
      }
    }
  }

  private static Arbitration drawing(boolean draws) {
    var rule = draws ? new ChoiceRule.InverseGap(100, 0, 0) : new ChoiceRule.Greedy();
    return new Arbitration(0.5, 1, 1000, rule, true, true, true, true);
  }

  private static boolean shows(Shelf shelf, long seed, double percent) {
    var catalogue = shelf.catalogue().withLever("second", percent);
    return Pipeline.decide("d", catalogue, Shelf.request("tile"), shelf.asked(seed), false)
        .slots()
        .stream()
        .anyMatch(slot -> slot.action().equals("second"));
  }

  /** A rule on one number, and what it is when the person is asked about. */
  @ParameterizedTest
  @CsvSource({
    "person.age >= 60, 50, 60",
    "person.age > 60, 50, 61",
    "person.age < 18, 50, 17",
    "person.age != 50, 50, 51",
    "person.share > 0.35, 0.1, 0.36",
    "person.share <= 0.35, 0.9, 0.35",
    "person.rent > 900.0, 0.5, 901.0",
  })
  void theNearestFactThatWouldChangeItIsTold(String rule, double is, String to) {
    var name = rule.substring(rule.indexOf('.') + 1, rule.indexOf(' '));
    var whole = name.equals("age");
    var attribute =
        new Schema.Attribute(
            0, name, whole ? ValueType.WHOLE : ValueType.DECIMAL, "", false, false, false);
    shelf.schema = new Schema(List.of(attribute));
    shelf.action("offer", 10, 10, "home");
    var value = whole ? Value.of((long) is) : Value.of(is);
    var draft = shelf.person.draft();
    draft.attributes = draft.attributes.with(0, value);
    shelf.person = draft.done();
    shelf.policies.add(
        new EngagementPolicy(
            "rule", EngagementPolicy.Test.ELIGIBILITY, Scope.ALL, new Numeric(rule), "", ""));

    assertThat(changes("offer").getFirst().to()).isEqualTo(to);
  }

  /** A rule that compares the only attribute with a number. */
  private record Numeric(String source) implements Condition {
    @Override
    public Truth test(Situation situation) {
      double is =
          switch (situation.person().attributes().get(0)) {
            case Value.Whole w -> w.value();
            case Value.Decimal d -> d.value();
            case null, default -> Double.NaN;
          };
      var words = source.split(" ", 3);
      double than = Double.parseDouble(words[2]);
      return Truth.of(
          switch (words[1]) {
            case ">=" -> is >= than;
            case ">" -> is > than;
            case "<" -> is < than;
            case "<=" -> is <= than;
            default -> is != than;
          });
    }

    @Override
    public List<Integer> slots() {
      return List.of(0);
    }
  }

  @Test
  void aNotNowIsOverOnItsDate() {
    shelf.action("offer", 10, 10, "home");
    var until = Shelf.NOON.plus(Duration.ofDays(3));
    var draft = shelf.person.draft();
    draft.notNow = List.of(new NotNow("offer", until));
    shelf.person = draft.done();

    var change = changes("offer").getFirst();

    assertThat(change.kind()).isEqualTo(Counterfactual.Kind.TIME);
    assertThat(change.to()).isEqualTo(until.toString());
  }

  @Test
  void whoDeclaredNoPurposeIsToldThatOneWouldChangeIt() {
    shelf.action("offer", 10, 10, "home");
    var draft = shelf.person.draft();
    draft.purposes = List.of();
    shelf.person = draft.done();

    assertThat(changes("offer"))
        .singleElement()
        .satisfies(change -> assertThat(change.kind()).isEqualTo(Counterfactual.Kind.WORD));
  }

  @Test
  void whatIsShownNeedsNoChange() {
    shelf.action("offer", 10, 10, "home");

    assertThat(changes("offer")).isEmpty();
  }

  @Test
  void everyActionHasExactlyOneAnswerToWhyNot() {
    shelf.action("first", 100, 100, "home").action("second", 80, 80, "home");
    shelf.action("trap", 80, 0, "home");
    var record = shelf.decide("tile");
    var explainer = new Explainer(shelf.catalogue());

    assertThat(explainer.whyNot(record, "first")).isInstanceOf(WhyNot.Chosen.class);
    assertThat(explainer.whyNot(record, "second")).isInstanceOf(WhyNot.Outranked.class);
    assertThat(explainer.whyNot(record, "trap"))
        .isInstanceOfSatisfying(
            WhyNot.Dropped.class,
            dropped -> assertThat(dropped.by().id()).isEqualTo("no-person-value"));
    assertThat(explainer.whyNot(record, "nothing")).isInstanceOf(WhyNot.Unknown.class);
  }

  @Test
  void theFunnelAddsUp() {
    shelf.action("first", 100, 100, "home").action("trap", 80, 0, "home");
    var record = shelf.decide("tile");

    var stage = new Explainer(shelf.catalogue()).funnel(record).getFirst();

    assertThat(stage.entered()).isEqualTo(2);
    assertThat(stage.dropped()).isEqualTo(1);
  }

  @Test
  void aRecordComesOutAgainWithoutItsModels() {
    shelf.action("first", 100, 100, "home").action("second", 80, 80, "home");
    shelf.action("trap", 80, 0, "home");
    for (int seed = 0; seed < 50; seed++) {
      var record = shelf.decide(seed, "tile", "hero");

      var again = Replay.of(shelf.catalogue(), record, shelf.asked(seed), false, Edition.NOW);

      assertThat(again).as("seed %d", seed).isEqualTo(record);
    }
  }

  @Test
  void aProposalIsWhatTheBestByMeansWouldBe() {
    shelf.action("first", 100, 100, "home").action("second", 80, 80);

    int proposed = Pipeline.propose(shelf.catalogue(), Shelf.request("tile"), shelf.asked(1));

    assertThat(shelf.catalogue().action(proposed).id()).isEqualTo("first");
    shelf.person = PersonState.unknown(shelf.person.key());
    assertThat(Pipeline.propose(shelf.catalogue(), Shelf.request("tile"), shelf.asked(1)))
        .isEqualTo(-1);
  }
}
