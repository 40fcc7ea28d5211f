package cairn.engine;

import static cairn.engine.Worlds.journey;
import static cairn.engine.Worlds.mail;
import static cairn.engine.Worlds.on;
import static cairn.engine.Worlds.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.journey.Beginning;
import cairn.journey.ReEntry;
import cairn.log.Fact;
import cairn.person.Ending;
import cairn.person.Journey;
import cairn.rule.Expression;
import cairn.rule.Situation;
import cairn.value.Value;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A no stands until the person takes it back, and a journey taken back goes on where it was. */
final class EndingTest {
  private static final Duration DAY = Duration.ofDays(1);

  private static final Expression ORDER =
      new Expression() {
        @Override
        public @Nullable Value value(Situation situation) {
          return situation.properties().get("order");
        }

        @Override
        public String source() {
          return "event.order";
        }
      };

  private final Worlds.Builder trying =
      journey(
          mail("hello", "think"),
          waitFor("think", "Borrowed a bicycle", "ride", DAY, "LEFT"),
          waitFor("ride", "Rode to work", "ACHIEVED", DAY.multipliedBy(7), "TIMED_OUT"));

  @Test
  void aNoToOneGoingStandsWhenAnotherEndsOtherwise() {
    var parallel =
        trying
            .begins(new Beginning.OnEvent("asked", "think", on("Asked about a bicycle"), ORDER))
            .reEntry(new ReEntry.PerKey());
    var ada = new Person(parallel.blueprint());
    ada.event("Asked about a bicycle", Map.of("order", Value.of("1")));
    ada.event("Asked about a bicycle", Map.of("order", Value.of("2")));

    ada.ask(new Command.EndJourney(ada.journey().instance(), Ending.DECLINED, "too far"));
    ada.after(DAY);

    assertThat(ada.state.journeys()).allMatch(Journey::isOver);
    assertThat(ada.state.record("cycle").orElseThrow().closedByNo()).isTrue();
    ada.event("Asked about a bicycle", Map.of("order", Value.of("3")));
    assertThat(ada.facts(Fact.JourneyBegun.class)).hasSize(2);
  }

  @Test
  void whatIsTooLongToTellJourneysApartBeginsNone() {
    var parallel =
        trying.begins(new Beginning.OnEvent("asked", "think", on("Asked about a bicycle"), ORDER));
    var ada = new Person(parallel.blueprint());
    var longest = "x".repeat(Journey.KEY_CHARS_MAX);

    ada.event("Asked about a bicycle", Map.of("order", Value.of(longest + "x")));
    assertThat(ada.state.journeys()).isEmpty();
    ada.event("Asked about a bicycle", Map.of("order", Value.of(longest)));

    assertThat(ada.journey().key()).isEqualTo(longest);
  }

  @Test
  void aJourneyTakenBackGoesOnWhereItWas() {
    var ada = new Person(trying.blueprint());
    ada.event("Asked about a bicycle");
    ada.event("Borrowed a bicycle");
    var instance = ada.journey().instance();

    ada.ask(new Command.EndJourney(instance, Ending.DECLINED, "too far"));
    ada.ask(new Command.ReopenJourney(instance));

    assertThat(ada.step()).isEqualTo("ride");
    assertThat(ada.facts(Fact.EffectQueued.class)).as("no second welcome").hasSize(1);
  }

  @Test
  void aJourneyThatTimeEndedGoesOnWhereItWas() {
    var ada = new Person(trying.blueprint());
    ada.event("Asked about a bicycle");
    ada.event("Borrowed a bicycle");
    ada.after(DAY.multipliedBy(7));
    assertThat(ada.journey().ending()).isEqualTo(Ending.TIMED_OUT);

    ada.ask(new Command.ReopenJourney(ada.journey().instance()));

    assertThat(ada.step()).isEqualTo("ride");
  }

  @Test
  void aJourneyTakenBackHasItsWholeTimeAgain() {
    var ada = new Person(trying.longest(DAY.multipliedBy(3)).blueprint());
    ada.event("Asked about a bicycle");
    ada.event("Borrowed a bicycle");
    ada.after(DAY.multipliedBy(3));
    assertThat(ada.journey().ending()).isEqualTo(Ending.TIMED_OUT);

    ada.ask(new Command.ReopenJourney(ada.journey().instance()));
    ada.after(DAY.multipliedBy(2));
    assertThat(ada.journey().isUnderWay()).isTrue();
    ada.after(DAY);

    assertThat(ada.journey().ending()).isEqualTo(Ending.TIMED_OUT);
  }

  @Test
  void aJourneyIsNotTakenBackWhileAnotherGoingIsUnderWay() {
    var ada = new Person(trying.blueprint());
    ada.event("Asked about a bicycle");
    var first = ada.journey().instance();
    ada.after(DAY);
    ada.event("Asked about a bicycle");

    var verdict = ada.ask(new Command.ReopenJourney(first));

    assertThat(((Verdict.Rejected) verdict).reason()).isEqualTo(Reason.MAY_NOT_ENTER);
  }
}
