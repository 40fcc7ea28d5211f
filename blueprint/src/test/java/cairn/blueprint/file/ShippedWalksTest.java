package cairn.blueprint.file;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.blueprint.Blueprint;
import cairn.log.Entry;
import cairn.person.Ending;
import cairn.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People on the journeys that ship: what they say and do takes them where the files tell. */
class ShippedWalksTest {
  private static final Instant MONDAY = Instant.parse("2026-06-01T09:00:00Z");

  private static Walker person(String blueprint) {
    return new Walker(compiled(blueprint), "robin", Entry.Origin.LIVE);
  }

  private static Blueprint compiled(String name) {
    return BlueprintCompilerTest.compiled(ShippedBlueprints.bundle(name), null);
  }

  private static Instant day(int number) {
    return MONDAY.plus(Duration.ofDays(number));
  }

  private static Map<String, Value> ride() {
    return Map.of(
        "mode", Value.of("cycle"), "kilometres", Value.of(4.2), "purpose", Value.of("commute"));
  }

  @Test
  void somebodyFindsOutThatCyclingSuitsThem() {
    var robin =
        person("cycle-to-work")
            .know(day(0), "commuteKilometres", Value.of(4.2))
            .event(day(0), "Interest shown", Map.of())
            .answer(day(1), "want", Value.of("Yes please"))
            .answer(day(1), "why", Value.of("Fresh air before work"))
            .answer(day(1), "has-bicycle", Value.of(true));
    assertThat(robin.step()).isEqualTo("day");

    robin.event(day(2), "First ride planned", Map.of("day", Value.of(day(5))));
    assertThat(robin.step()).isEqualTo("before");

    robin.wait(day(6));
    assertThat(robin.step()).isEqualTo("wait-for-day");

    robin.event(day(6), "Trip recorded", ride());
    assertThat(robin.step()).isEqualTo("first-ride-feeling");

    robin.answer(day(6), "first-ride", Value.of(2));
    for (int ridden = 7; ridden < 14; ridden++) {
      robin.event(day(ridden), "Trip recorded", ride());
    }
    assertThat(robin.steps()).contains("mark-habit", "keep-going");

    robin.answer(day(30), "month-later", Value.of("Yes, I keep going"));
    assertThat(requireNonNull(robin.journey()).ending()).isEqualTo(Ending.ACHIEVED);
  }

  @Test
  void aNoToTheFirstQuestionEndsTheJourney() {
    var robin =
        person("cycle-to-work")
            .event(day(0), "Interest shown", Map.of())
            .answer(day(1), "want", Value.of("Not for me"));

    assertThat(requireNonNull(robin.journey()).ending()).isEqualTo(Ending.DECLINED);
  }

  @Test
  void whoComesByCarFromNearbyIsInvitedOrTheComparison() {
    var robin =
        person("cycle-to-work")
            .know(day(0), "commuteKilometres", Value.of(6.0))
            .know(day(0), "usualMode", Value.of("car"));

    assertThat(robin.state().segments()).containsExactly("could-cycle");
    assertThat(robin.step()).isEqualTo("invite-wait");
    assertThat(requireNonNull(robin.journey()).arms()).hasSize(1);
  }

  @Test
  void aBankMayBeToldNoFromAnywhereInOneStep() {
    var robin =
        person("first-home")
            .event(day(0), "A_SUBMITTED", Map.of())
            .event(day(1), "A_PREACCEPTED", Map.of())
            .event(day(2), "O_SENT", Map.of());
    assertThat(robin.step()).isEqualTo("weigh");

    robin.event(day(3), "Not for me", Map.of());

    assertThat(requireNonNull(robin.journey()).ending()).isEqualTo(Ending.DECLINED);
  }

  @Test
  void aBudgetBeyondTheIncomeLeadsToAnAdviser() {
    var robin =
        person("first-home")
            .know(day(0), "income", Value.of(30_000.0))
            .event(day(0), "Home interest shown", Map.of())
            .answer(day(0), "wish", Value.of("A first home of my own"))
            .answer(day(0), "in-own-words", Value.of("A garden for my mother"))
            .answer(day(0), "with-whom", Value.of("family"))
            .event(day(3), "Budget made", Map.of("budget", Value.of(200_000.0)));

    assertThat(robin.step()).isEqualTo("adviser");
  }

  @Test
  void whoFallsQuietWhileSavingIsAskedWhetherTheyStillLook() {
    var robin =
        person("first-home")
            .event(day(0), "Home saved", Map.of("price", Value.of(250_000.0)))
            .know(day(1), "firstHome", Value.of(true))
            .know(day(1), "monthlySaving", Value.of(400.0));
    assertThat(robin.state().segments()).contains("saving-for-a-home");
    assertThat(robin.step()).isEqualTo("wish");
  }

  @Test
  void aStudentWhoWantsPeaceIsLeftInPeace() {
    var robin =
        person("first-year")
            .event(day(0), "Register", Map.of())
            .event(day(20), "Life happened", Map.of("what", Value.of("a child")))
            .answer(day(21), "what-helps", Value.of("To be left in peace"));
    assertThat(robin.step()).isEqualTo("resting");

    robin.wait(day(70));
    assertThat(robin.step()).isEqualTo("resting");

    robin.wait(day(90));
    assertThat(robin.step()).isEqualTo("check-in");
  }
}
