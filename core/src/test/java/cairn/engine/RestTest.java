package cairn.engine;

import static cairn.engine.Worlds.about;
import static cairn.engine.Worlds.end;
import static cairn.engine.Worlds.journey;
import static cairn.engine.Worlds.mail;
import static cairn.engine.Worlds.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.journey.Moment;
import cairn.journey.Step;
import cairn.log.Fact;
import cairn.person.Ending;
import cairn.person.Journey;
import cairn.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Journeys at rest: held by the person, paused by a colleague, stuck, moved to another version. */
final class RestTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final Worlds.Builder trying =
      journey(
          waitFor("think", "Borrowed a bicycle", "ride", DAY.multipliedBy(90), "LEFT"),
          waitFor("ride", "Rode to work", "ACHIEVED", DAY.multipliedBy(90), "LEFT"));

  @Test
  void theTimeSetForAJourneyAlsoRunsOutForOneThatRested() {
    var ada = new Person(trying.longest(DAY.multipliedBy(10)).blueprint());
    ada.event("Asked about a bicycle");

    ada.ask(new Command.PauseJourney(ada.journey().instance()));
    ada.after(DAY.multipliedBy(11));
    assertThat(ada.journey().isOver()).isFalse();
    ada.ask(new Command.ResumeJourney(ada.journey().instance()));

    assertThat(ada.journey().ending()).isEqualTo(Ending.TIMED_OUT);
  }

  @Test
  void theTimeSetForAJourneyAlsoRunsOutForOneThatWasHeld() {
    var ada = new Person(trying.longest(DAY.multipliedBy(10)).blueprint());
    ada.event("Asked about a bicycle");

    ada.ask(new Command.HoldJourney(ada.journey().instance(), ada.now.plus(DAY.multipliedBy(20))));
    ada.after(DAY.multipliedBy(19));
    assertThat(ada.journey().isOver()).isFalse();
    ada.after(DAY);

    assertThat(ada.journey().ending()).isEqualTo(Ending.TIMED_OUT);
  }

  @Test
  void aHeldJourneyThatMovesToAnotherVersionKeepsItsDate() {
    var ada = new Person(trying.blueprint());
    ada.event("Asked about a bicycle");
    var instance = ada.journey().instance();
    ada.ask(new Command.HoldJourney(instance, ada.now.plus(DAY.multipliedBy(20))));

    ada.publish(trying.number(2).blueprint());
    ada.ask(new Command.MigrateJourney(instance, 2, "ride"));
    ada.after(DAY.multipliedBy(20));

    assertThat(ada.journey().standing()).isEqualTo(Journey.Standing.UNDER_WAY);
    assertThat(ada.step()).isEqualTo("ride");
    assertThat(ada.state.nextDue()).isPresent();
  }

  @Test
  void aTimeThatANewVersionSetsForTheWholeCountsFromTheBeginning() {
    var ada = new Person(trying.blueprint());
    ada.event("Asked about a bicycle");
    var instance = ada.journey().instance();
    ada.ask(new Command.PauseJourney(instance));

    ada.publish(trying.number(2).longest(DAY.multipliedBy(10)).blueprint());
    ada.ask(new Command.MigrateJourney(instance, 2, "ride"));
    ada.after(DAY.multipliedBy(9));
    ada.ask(new Command.ResumeJourney(instance));
    assertThat(ada.journey().isUnderWay()).isTrue();
    ada.after(DAY);

    assertThat(ada.journey().ending()).isEqualTo(Ending.TIMED_OUT);
  }

  @Test
  void whoeverGoesOnBeforeTheirDateWaitsTheWholeTimeAgain() {
    var week = waitFor("think", "Borrowed a bicycle", "ACHIEVED", DAY.multipliedBy(7), "LEFT");
    var ada = new Person(journey(week).blueprint());
    ada.event("Asked about a bicycle");
    ada.ask(new Command.HoldJourney(ada.journey().instance(), ada.now.plus(DAY.multipliedBy(30))));
    ada.after(DAY.multipliedBy(20));

    ada.ask(new Command.ResumeJourney(ada.journey().instance()));

    assertThat(ada.journey().isUnderWay()).isTrue();
    assertThat(ada.state.nextDue()).contains(ada.now.plus(DAY.multipliedBy(7)));
  }

  @Test
  void whatRanOutDuringALongPauseIsOverNowAndWhatFollowsIsSent() {
    var ada =
        new Person(
            journey(
                    waitFor("think", "Borrowed a bicycle", "ACHIEVED", DAY, "tip"),
                    mail("tip", "ride"),
                    waitFor("ride", "Rode to work", "ACHIEVED", DAY, "LEFT"))
                .blueprint());
    ada.event("Asked about a bicycle");
    ada.ask(new Command.PauseJourney(ada.journey().instance()));
    ada.after(DAY.multipliedBy(30));

    ada.ask(new Command.ResumeJourney(ada.journey().instance()));

    assertThat(ada.step()).isEqualTo("ride");
    assertThat(ada.journey().enteredAt()).isEqualTo(ada.now);
    assertThat(ada.facts(Fact.EffectQueued.class))
        .extracting(Fact.EffectQueued::muted)
        .containsExactly(false);
  }

  @Test
  void anHourOfTheDayThatPassedDuringAPauseComesAgain() {
    var ada = new Person(journey(morning("ACHIEVED")).blueprint());
    ada.event("Asked about a bicycle");
    ada.ask(new Command.PauseJourney(ada.journey().instance()));
    ada.after(DAY.multipliedBy(10));

    ada.ask(new Command.ResumeJourney(ada.journey().instance()));

    assertThat(ada.journey().isUnderWay()).isTrue();
    assertThat(ada.state.nextDue()).contains(Instant.parse("2026-03-13T08:00:00Z"));
  }

  @Test
  void aZoneThatChangesAfterAHoldMovesTheHourAndKeepsTheDay() {
    var ada = new Person(journey(morning("ACHIEVED")).blueprint());
    ada.event("Asked about a bicycle");
    ada.ask(new Command.HoldJourney(ada.journey().instance(), ada.now.plus(DAY.multipliedBy(20))));
    ada.after(DAY.multipliedBy(20));
    assertThat(ada.state.nextDue()).contains(Instant.parse("2026-03-23T08:00:00Z"));

    ada.set("zone", Value.of("America/New_York"));

    assertThat(ada.journey().isUnderWay()).isTrue();
    assertThat(ada.state.nextDue()).contains(Instant.parse("2026-03-23T13:00:00Z"));
  }

  @Test
  void anHourThatHasPassedInTheNewZoneComesTheNextDay() {
    var evening = new Moment.AtLocalTime(LocalTime.of(18, 0), Set.of(), Duration.ZERO);
    var waits = new Step.WaitFor(about("wait"), List.of(), new Step.Timeout(evening, "ACHIEVED"));
    var ada = new Person(journey(waits).blueprint());
    ada.event("Asked about a bicycle");
    assertThat(ada.state.nextDue()).contains(Instant.parse("2026-03-02T17:00:00Z"));

    ada.set("zone", Value.of("Asia/Tokyo"));

    assertThat(ada.state.nextDue()).contains(Instant.parse("2026-03-03T09:00:00Z"));
  }

  @Test
  void aDateThatMovesIntoThePastIsOverNowAndWhatFollowsIsSent() {
    var moving =
        new Moment.OnProfileDate(Worlds.MOVING_DAY, "movingDay", Duration.ZERO, LocalTime.of(9, 0));
    var waits = new Step.WaitFor(about("wait"), List.of(), new Step.Timeout(moving, "tip"));
    var ada =
        new Person(
            journey(
                    waits,
                    mail("tip", "ride"),
                    waitFor("ride", "Rode to work", "ACHIEVED", DAY, "LEFT"))
                .blueprint());
    ada.set("movingDay", Value.of(Instant.parse("2026-06-10T12:00:00Z")));
    ada.event("Asked about a bicycle");
    ada.after(DAY.multipliedBy(30));

    ada.set("movingDay", Value.of(Instant.parse("2026-03-10T12:00:00Z")));

    assertThat(ada.journey().enteredAt()).isEqualTo(ada.now);
    assertThat(ada.facts(Fact.EffectQueued.class))
        .extracting(Fact.EffectQueued::muted)
        .containsExactly(false);
  }

  private static Step morning(String then) {
    var nine = new Moment.AtLocalTime(LocalTime.of(9, 0), Set.of(), Duration.ZERO);
    return new Step.WaitFor(about("morning"), List.of(), new Step.Timeout(nine, then));
  }

  @Test
  void aJourneyUnderWayNeedsNoResuming() {
    var ada = new Person(trying.blueprint());
    ada.event("Asked about a bicycle");

    var verdict = ada.ask(new Command.ResumeJourney(ada.journey().instance()));

    assertThat(((Verdict.Rejected) verdict).reason()).isEqualTo(Reason.NOT_AT_REST);
  }

  @Test
  void aStuckJourneyGoesOnOnceTheWayIsFree() {
    var steps = new ArrayList<Step>();
    for (int i = 0; i < Engine.STEPS_AT_ONCE_MAX + 5; i++) {
      steps.add(new Step.Note(about("n" + i), List.of(), null, "n" + (i + 1)));
    }
    steps.add(end("n" + steps.size(), Ending.ACHIEVED));
    var ada = new Person(journey(steps.toArray(Step[]::new)).blueprint());
    ada.event("Asked about a bicycle");
    assertThat(ada.journey().standing()).isEqualTo(Journey.Standing.PAUSED);

    ada.ask(new Command.ResumeJourney(ada.journey().instance()));

    assertThat(ada.journey().ending()).isEqualTo(Ending.ACHIEVED);
  }

  @Test
  void whatComesEveryMorningComesOnceAMorning() {
    var ada = new Person(journey(morning("tip"), mail("tip", "morning")).blueprint());
    ada.event("Asked about a bicycle");

    ada.after(DAY.multipliedBy(3));

    assertThat(ada.facts(Fact.EffectQueued.class)).hasSize(3);
    assertThat(ada.state.nextDue()).contains(Instant.parse("2026-03-06T08:00:00Z"));
  }

  @Test
  void aWaitForADateMovesWithTheDate() {
    var moving =
        new Moment.OnProfileDate(Worlds.MOVING_DAY, "movingDay", Duration.ZERO, LocalTime.of(9, 0));
    var waiting = new Step.WaitFor(about("wait"), List.of(), new Step.Timeout(moving, "ACHIEVED"));
    var ada = new Person(journey(waiting).blueprint());
    ada.set("movingDay", Value.of(Instant.parse("2026-03-10T12:00:00Z")));
    ada.event("Asked about a bicycle");
    assertThat(ada.state.nextDue()).contains(Instant.parse("2026-03-10T08:00:00Z"));

    ada.set("movingDay", Value.of(Instant.parse("2026-03-20T12:00:00Z")));
    assertThat(ada.state.nextDue()).contains(Instant.parse("2026-03-20T08:00:00Z"));

    ada.set("zone", Value.of("America/New_York"));
    assertThat(ada.state.nextDue()).contains(Instant.parse("2026-03-20T13:00:00Z"));
  }
}
