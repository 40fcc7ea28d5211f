package cairn.decision;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.decision.explain.Counterfactual;
import cairn.decision.explain.Counterfactuals;
import cairn.decision.explain.Explainer;
import cairn.decision.explain.Replay;
import cairn.decision.explain.WhyNot;
import cairn.person.NotNow;
import cairn.person.PersonState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why, why not, and what would have changed it: only what deciding again confirms. */
final class CounterfactualTest {
  private final Shelf shelf = new Shelf();

  private List<Counterfactual> changes(String action) {
    return Counterfactuals.of(shelf.catalogue(), Shelf.request("tile"), shelf.asked(1), action);
  }

  @Test
  void theWeightThatWouldHaveMadeItWinIsFoundAndHolds() {
    shelf.action("first", 100, 100, "home").action("second", 80, 80, "home");

    var lever = changes("second").getFirst();

    assertThat(lever.kind()).isEqualTo(Counterfactual.Kind.LEVER);
    assertThat(lever.to()).isEqualTo("26.0");
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

      var again = Replay.of(shelf.catalogue(), record, shelf.asked(seed), false);

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
