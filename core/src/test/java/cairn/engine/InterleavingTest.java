package cairn.engine;

import static cairn.engine.Worlds.about;
import static cairn.engine.Worlds.journey;
import static cairn.engine.Worlds.waitFor;
import static cairn.engine.Worlds.when;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.blueprint.Segment;
import cairn.journey.Beginning;
import cairn.journey.Step;
import cairn.log.Fact;
import cairn.person.Ending;
import cairn.person.PersonState;
import cairn.person.Recall;
import cairn.rule.Condition;
import cairn.rule.Need;
import cairn.rule.Situation;
import cairn.rule.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A host may fire a timer by itself, or only when the next command comes: what follows must be the
 * same. And what comes late, after what occurred later, undoes nothing.
 */
final class InterleavingTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final Worlds.Builder borrowing =
      journey(waitFor("think", "Borrowed a bicycle", "ACHIEVED", DAY, "LEFT"));

  @Test
  void aTimerSeesNothingOfTheEventThatWasTakenWithIt() {
    var said = when("event.name == 'Rode to work'", s -> s.happening().equals("Rode to work"));
    var split =
        new Step.Split(
            about("split"), List.of(new Step.Branch("rode", said, "ACHIEVED")), "DECLINED");
    var ada =
        new Person(journey(waitFor("think", "Moved", "LEFT", DAY, "split"), split).blueprint());
    ada.event("Asked about a bicycle");

    ada.now = ada.now.plus(DAY.multipliedBy(2));
    ada.event("Rode to work");

    assertThat(ada.journey().ending()).isEqualTo(Ending.DECLINED);
  }

  @Test
  void aJourneyThatTimeEndedLongAgoBeginsAgainWithTheNextEvent() {
    var ada = new Person(borrowing.blueprint());
    ada.event("Asked about a bicycle");

    ada.now = ada.now.plus(DAY.multipliedBy(30));
    ada.event("Asked about a bicycle");

    assertThat(ada.facts(Fact.JourneyBegun.class)).hasSize(2);
    assertThat(ada.journey().isUnderWay()).isTrue();
  }

  @Test
  void aLateEventDoesNotTakeAPersonOutOfASegment() {
    var often =
        borrowing.segments(new Segment("riders", "Riders", rodeWithin(DAY.multipliedBy(3))));
    often.begins(new Beginning.OnSegment("riding", "think", "riders"));
    var ada = new Person(often.blueprint());
    ada.event("Rode to work");
    assertThat(ada.state.segments()).containsExactly("riders");

    ada.late("Rode to work", ada.now.minus(DAY.multipliedBy(20)));

    assertThat(ada.state.segments()).containsExactly("riders");
    assertThat(ada.facts(Fact.SegmentEntered.class)).hasSize(1);
  }

  @Test
  void aSegmentThatIsNewIsEnteredAndOneThatIsGoneIsLeftOnReview() {
    var riders = new Segment("riders", "Riders", rodeWithin(DAY.multipliedBy(3)));
    var ada =
        new Person(borrowing.segments(new Segment("all", "All", Condition.ALWAYS)).blueprint());
    ada.event("Rode to work");
    var next = journey(waitFor("think", "Borrowed a bicycle", "ACHIEVED", DAY, "LEFT"));
    var two = next.number(2).segments(riders).blueprint();
    ada.publish(two);
    assertThat(Engine.needsReview(two, ada.state, ada.now)).isTrue();

    ada.ask(new Command.ReviewSegments());

    assertThat(ada.state.segments()).containsExactly("riders");
    assertThat(Engine.needsReview(two, ada.state, ada.now)).isFalse();
    ada.after(DAY.multipliedBy(3));
    assertThat(ada.state.segments()).isEmpty();
  }

  @Test
  void aLateEventDoesNotMakeAnAbsenceComeSooner() {
    var missed =
        borrowing.begins(
            new Beginning.OnAbsence(
                "missed", "think", "Rode to work", DAY.multipliedBy(7), Condition.ALWAYS));
    var ada = new Person(missed.blueprint());
    ada.event("Rode to work");
    var due = ada.state.nextDue();

    ada.late("Rode to work", ada.now.minus(DAY.multipliedBy(5)));

    assertThat(ada.state.nextDue()).isEqualTo(due);
  }

  @Test
  void whateverElseAPersonWaitsForAJourneyAlwaysHasRoomForItsOwnTimers() {
    var absences = new Beginning[PersonState.TIMERS_MAX + 1];
    for (int i = 0; i < PersonState.TIMERS_MAX; i++) {
      absences[i] =
          new Beginning.OnAbsence("a" + i, "think", "Rode to work", DAY, Condition.ALWAYS);
    }
    absences[PersonState.TIMERS_MAX] =
        new Beginning.OnEvent("asked", "think", Worlds.on("Asked about a bicycle"), null);
    var ada = new Person(borrowing.begins(absences).blueprint());
    ada.event("Rode to work");

    ada.event("Asked about a bicycle");

    var instance = ada.journey().instance();
    assertThat(ada.state.timer("step:" + instance)).isPresent();
  }

  /** "Rode to work" at least once in a window that ends now, with the next change of that. */
  private static Condition rodeWithin(Duration window) {
    return new Condition() {
      @Override
      public Truth test(Situation situation) {
        var rides = situation.person().recall("Rode to work");
        return Truth.of(rides != null && rides.count(situation.now(), window) > 0);
      }

      @Override
      public String source() {
        return "within('Rode to work', '3d')";
      }

      @Override
      public List<Need> needs() {
        return List.of(new Need("Rode to work", 8));
      }

      @Override
      public @Nullable Instant nextChange(Situation situation) {
        var rides = situation.person().recall("Rode to work");
        return rides == null ? null : next(rides, situation.now());
      }

      private @Nullable Instant next(Recall rides, Instant now) {
        Instant first = null;
        for (int i = 0; i < rides.size(); i++) {
          var enters = Instant.ofEpochMilli(rides.time(i));
          var change = enters.isAfter(now) ? enters : enters.plus(window);
          if (change.isAfter(now) && (first == null || change.isBefore(first))) {
            first = change;
          }
        }
        return first;
      }
    };
  }
}
