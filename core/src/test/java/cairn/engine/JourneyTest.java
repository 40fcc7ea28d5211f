package cairn.engine;

import static cairn.engine.Worlds.end;
import static cairn.engine.Worlds.journey;
import static cairn.engine.Worlds.mail;
import static cairn.engine.Worlds.on;
import static cairn.engine.Worlds.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.journey.Exit;
import cairn.journey.Goal;
import cairn.journey.Moment;
import cairn.journey.Move;
import cairn.journey.ReEntry;
import cairn.journey.Step;
import cairn.log.Fact;
import cairn.person.Ending;
import cairn.person.Journey;
import cairn.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How journeys begin, move, wait and end. */
final class JourneyTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final Worlds.Builder trying =
      journey(
          waitFor("think", "Borrowed a bicycle", "ride", DAY, "LEFT"),
          waitFor("ride", "Rode to work", "ACHIEVED", DAY.multipliedBy(7), "TIMED_OUT"));

  @Test
  void anEventBeginsAJourneyAndTheNextOneMovesIt() {
    var ada = new Person(trying.blueprint());

    ada.event("Asked about a bicycle");
    ada.event("Borrowed a bicycle");

    assertThat(ada.step()).isEqualTo("ride");
  }

  @Test
  void aWaitEndsWhenItsTimeIsOverAndNotBefore() {
    var ada = new Person(trying.blueprint());
    ada.event("Asked about a bicycle");

    ada.after(DAY.minusMillis(1));
    assertThat(ada.step()).isEqualTo("think");

    ada.after(Duration.ofMillis(1));
    assertThat(ada.journey().ending()).isEqualTo(Ending.LEFT);
  }

  @Test
  void atOneInstantTheEventWinsOverTheTimer() {
    var ada = new Person(trying.blueprint());
    ada.event("Asked about a bicycle");

    ada.now = ada.now.plus(DAY);
    ada.event("Borrowed a bicycle");

    assertThat(ada.step()).isEqualTo("ride");
  }

  @Test
  void whatOccurredBeforeTheTimerFiredCountsEvenIfItIsTakenAfter() {
    var ada = new Person(trying.blueprint());
    ada.event("Asked about a bicycle");
    var inTime = ada.now.plus(DAY).minusSeconds(1);

    ada.now = ada.now.plus(DAY).plusSeconds(60);
    ada.late("Borrowed a bicycle", inTime);

    assertThat(ada.step()).isEqualTo("ride");
    assertThat(ada.journey().enteredAt()).isEqualTo(inTime);
  }

  @Test
  void aLateEventUndoesNothing() {
    var ada = new Person(trying.blueprint());
    ada.event("Asked about a bicycle");
    ada.after(DAY.plusSeconds(1));

    ada.late("Borrowed a bicycle", ada.now.minus(Duration.ofHours(2)));

    assertThat(ada.journey().ending()).isEqualTo(Ending.LEFT);
  }

  @Test
  void aTimerThatFiresLateActsAtItsDueTime() {
    var ada = new Person(trying.blueprint());
    ada.event("Asked about a bicycle");
    ada.event("Borrowed a bicycle");

    ada.after(DAY.multipliedBy(30));

    assertThat(ada.facts(Fact.JourneyEnded.class).getFirst().at())
        .isEqualTo(Person.NOON.plus(DAY.multipliedBy(7)));
  }

  @Test
  void nothingFollowsANoUntilThePersonReopensTheJourney() {
    var ada = new Person(journey(mail("hello", "think"), trying()).blueprint());
    ada.event("Asked about a bicycle");
    var instance = ada.journey().instance();

    ada.ask(new Command.EndJourney(instance, Ending.DECLINED, "too far"));
    ada.event("Asked about a bicycle");
    assertThat(ada.state.journeys()).hasSize(1);
    assertThat(ada.facts(Fact.EffectWithheld.class).getFirst().why())
        .isEqualTo(Fact.Withheld.PERSON_SAID_NO);

    ada.ask(new Command.ReopenJourney(instance));
    assertThat(ada.journey().standing()).isEqualTo(Journey.Standing.UNDER_WAY);
  }

  @Test
  void aHeldJourneyRestsUntilTheDateThePersonChose() {
    var ada = new Person(trying.blueprint());
    ada.event("Asked about a bicycle");
    var spring = ada.now.plus(DAY.multipliedBy(20));

    ada.ask(new Command.HoldJourney(ada.journey().instance(), spring));
    ada.event("Borrowed a bicycle");
    assertThat(ada.step()).isEqualTo("think");

    ada.after(DAY.multipliedBy(20));
    ada.event("Borrowed a bicycle");
    assertThat(ada.step()).isEqualTo("ride");
  }

  @Test
  void aPausedJourneyKeepsTheTimeItHadWaited() {
    var ada = new Person(trying.blueprint());
    ada.event("Asked about a bicycle");
    var instance = ada.journey().instance();

    ada.ask(new Command.PauseJourney(instance));
    ada.after(DAY.multipliedBy(3));
    assertThat(ada.step()).isEqualTo("think");

    ada.ask(new Command.ResumeJourney(instance));
    assertThat(ada.journey().ending()).isEqualTo(Ending.LEFT);
  }

  @Test
  void exitsComeBeforeGoalsAndGoalsBeforeWaitsAndWaitsBeforeMoves() {
    var all =
        journey(waitFor("think", "Moved", "ACHIEVED", DAY, "LEFT"))
            .exits(new Exit(on("Moved"), "CHANGED_PURPOSE"))
            .goals(new Goal("g", "Goal", on("Moved"), "DECLINED"))
            .moves(new Move(on("Moved"), Set.of(), "TIMED_OUT"));
    var ada = new Person(all.blueprint());
    ada.event("Asked about a bicycle");

    ada.event("Moved");

    assertThat(ada.journey().ending()).isEqualTo(Ending.CHANGED_PURPOSE);
    assertThat(ada.facts(Fact.GoalMet.class)).isEmpty();
  }

  @Test
  void aMoveTakesThePersonToAStepFromAnywhere() {
    var moving = trying.moves(new Move(on("Bought a bicycle"), Set.of(), "ride"));
    var ada = new Person(moving.blueprint());
    ada.event("Asked about a bicycle");

    ada.event("Bought a bicycle");

    assertThat(ada.step()).isEqualTo("ride");
  }

  @Test
  void onceMeansOnceInALife() {
    var ada = new Person(trying.reEntry(new ReEntry.Once()).blueprint());
    ada.event("Asked about a bicycle");
    ada.after(DAY);

    ada.event("Asked about a bicycle");

    assertThat(ada.facts(Fact.JourneyBegun.class)).hasSize(1);
  }

  @Test
  void aPersonFinishesOnTheVersionTheyBegan() {
    var ada = new Person(trying.blueprint());
    ada.event("Asked about a bicycle");

    ada.publish(journey(end("over", Ending.LEFT)).number(2).blueprint());
    ada.event("Borrowed a bicycle");

    assertThat(ada.step()).isEqualTo("ride");
    assertThat(ada.journey().version()).isEqualTo(1);
  }

  @Test
  void aMigrationSaysWhereTheStepGoes() {
    var ada = new Person(trying.blueprint());
    ada.event("Asked about a bicycle");
    var two = journey(waitFor("ponder", "Borrowed a bicycle", "ACHIEVED", DAY, "LEFT")).number(2);

    ada.publish(two.blueprint());
    ada.ask(new Command.MigrateJourney(ada.journey().instance(), 2, "ponder"));
    ada.event("Borrowed a bicycle");

    assertThat(ada.journey().ending()).isEqualTo(Ending.ACHIEVED);
  }

  @Test
  void aMorningThatTheChangeOfClocksSkipsMovesForward() {
    var morning = new Moment.AtLocalTime(LocalTime.of(2, 30), Set.of(), Duration.ZERO);
    var waiting =
        new Step.WaitFor(Worlds.about("wait"), List.of(), new Step.Timeout(morning, "LEFT"));
    var ada = new Person(journey(waiting).blueprint());
    ada.now = Instant.parse("2026-03-29T00:00:00Z");

    ada.event("Asked about a bicycle");

    assertThat(ada.state.nextDue()).contains(Instant.parse("2026-03-29T01:30:00Z"));
  }

  @Test
  void aWaitInLocalTimeMovesWithThePersonsZone() {
    var morning = new Moment.AtLocalTime(LocalTime.of(9, 0), Set.of(), Duration.ZERO);
    var waiting =
        new Step.WaitFor(Worlds.about("wait"), List.of(), new Step.Timeout(morning, "LEFT"));
    var ada = new Person(journey(waiting).blueprint());
    ada.event("Asked about a bicycle");
    assertThat(ada.state.nextDue()).contains(Instant.parse("2026-03-03T08:00:00Z"));

    ada.set("zone", Value.of("America/New_York"));

    assertThat(ada.state.nextDue()).contains(Instant.parse("2026-03-02T14:00:00Z"));
  }

  private static Step trying() {
    return waitFor("think", "Borrowed a bicycle", "ACHIEVED", DAY, "LEFT");
  }
}
