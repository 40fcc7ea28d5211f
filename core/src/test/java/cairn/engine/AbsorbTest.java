package cairn.engine;

import static cairn.engine.Worlds.journey;
import static cairn.engine.Worlds.mail;
import static cairn.engine.Worlds.scoreAtLeast;
import static cairn.engine.Worlds.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Segment;
import cairn.journey.Beginning;
import cairn.journey.ReEntry;
import cairn.log.Fact;
import cairn.person.Ending;
import cairn.person.PersonKey;
import cairn.person.Standing;
import cairn.rule.Condition;
import cairn.value.Value;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A device turns out to be a known person's: nothing is lost, nothing doubled, no limit loosened.
 */
final class AbsorbTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final PersonKey DEVICE = new PersonKey(5, 6);

  private final Worlds.Builder trying =
      journey(
          mail("hello", "think"), waitFor("think", "Borrowed a bicycle", "ACHIEVED", DAY, "LEFT"));

  @Test
  void theLaterEndingCountsForBeginningAgain() {
    var blueprint = trying.reEntry(new ReEntry.AfterEnd(DAY.multipliedBy(10))).blueprint();
    var known = new Person(blueprint);
    known.event("Asked about a bicycle");
    known.after(DAY);
    var device = device(blueprint, known);
    device.now = known.now.plus(DAY.multipliedBy(4));
    device.event("Asked about a bicycle");
    device.after(DAY);

    device.becomes(known);
    known.now = known.now.plus(DAY.multipliedBy(9));
    known.event("Asked about a bicycle");

    assertThat(known.state.journeys()).noneMatch(j -> j.isUnderWay());
  }

  @Test
  void whatAJourneyThatIsLeftBehindHadQueuedIsNotSentTwice() {
    var blueprint = trying.blueprint();
    var known = new Person(blueprint);
    known.event("Asked about a bicycle");
    var device = device(blueprint, known);
    device.event("Asked about a bicycle");

    device.becomes(known);

    assertThat(known.state.pending()).hasSize(1);
    assertThat(known.state.pending().getFirst().instance()).isEqualTo(known.journey().instance());
  }

  @Test
  void aNoSaidOnTheDeviceTakesBackWhatWaitsForTheKnownPerson() {
    var blueprint = trying.blueprint();
    var known = new Person(blueprint);
    known.event("Asked about a bicycle");
    var device = device(blueprint, known);
    device.event("Asked about a bicycle");
    device.ask(new Command.EndJourney(device.journey().instance(), Ending.DECLINED, null));

    device.becomes(known);

    assertThat(known.state.pending()).isEmpty();
    assertThat(known.state.record("cycle").orElseThrow().closedByNo()).isTrue();
  }

  @Test
  void anAbsenceThatTheDeviceWaitedForIsStillNoticed() {
    var blueprint =
        trying
            .begins(
                new Beginning.OnAbsence(
                    "missed", "think", "Rode to work", DAY.multipliedBy(7), Condition.ALWAYS))
            .blueprint();
    var known = new Person(blueprint);
    known.event("Rode to work");
    var device = device(blueprint, known);
    device.now = known.now.plus(DAY.multipliedBy(3));
    device.event("Rode to work");

    device.becomes(known);
    known.after(DAY.multipliedBy(4));
    assertThat(known.state.journeys()).as("seven days after the first ride").isEmpty();
    known.after(DAY.multipliedBy(3));

    assertThat(known.step()).as("seven days after the last ride").isEqualTo("think");
  }

  @Test
  void segmentsFollowFromWhatIsKnownOfBothTogether() {
    var blueprint = trying.segments(new Segment("keen", "Keen", scoreAtLeast(4))).blueprint();
    var known = new Person(blueprint);
    known.set("score", Value.of(1));
    var device = device(blueprint, known);
    device.set("score", Value.of(5));
    assertThat(device.state.segments()).containsExactly("keen");

    device.becomes(known);

    assertThat(known.state.attributes().get(Worlds.SCORE)).isEqualTo(Value.of(1));
    assertThat(known.state.segments()).isEmpty();
  }

  @Test
  void whatTheDeviceTellsAPersonMayBringThemIntoASegmentAndBeginAJourney() {
    var blueprint =
        trying
            .segments(new Segment("keen", "Keen", scoreAtLeast(4)))
            .begins(new Beginning.OnSegment("keen", "think", "keen"))
            .blueprint();
    var known = new Person(blueprint);
    known.event("Rode to work");
    var device = device(trying.blueprint(), known);
    device.set("score", Value.of(5));

    device.becomes(known);

    assertThat(known.state.segments()).containsExactly("keen");
    assertThat(known.state.journeys()).hasSize(1);
  }

  @Test
  void anErasedRecordThatADeviceComesToIsAPersonAgain() {
    var blueprint = trying.blueprint();
    var known = new Person(blueprint);
    known.event("Asked about a bicycle");
    known.ask(new Command.Erase());
    var device = device(blueprint, known);
    device.event("Asked about a bicycle");

    device.becomes(known);

    assertThat(known.state.standing()).isEqualTo(Standing.OPEN);
    assertThat(known.step()).isEqualTo("think");
  }

  @Test
  void nothingIsNotedForSomebodyErasedWhomNobodyNames() {
    var known = new Person(trying.blueprint());
    known.event("Asked about a bicycle");
    known.ask(new Command.Erase());

    var verdict = known.askByKey(new Command.TakeEvent("Rode to work", null, java.util.Map.of()));

    assertThat(((Verdict.Rejected) verdict).reason()).isEqualTo(Reason.ERASED);
    assertThat(known.state.recalls()).isEmpty();
    known.event("Rode to work");
    assertThat(known.state.standing()).isEqualTo(Standing.OPEN);
    assertThat(known.facts(Fact.EventOccurred.class)).hasSize(2);
  }

  private static Person device(Blueprint blueprint, Person known) {
    var device = new Person(blueprint, DEVICE);
    device.now = known.now;
    return device;
  }
}
