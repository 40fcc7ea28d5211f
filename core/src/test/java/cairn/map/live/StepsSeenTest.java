package cairn.map.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.conformance.Deviation;
import cairn.person.Ending;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class StepsSeenTest {
  private static final List<String> PLAN = List.of("look", "sum", "talk", "sign");
  private static final Set<String> ENDINGS = Set.of("key", "no");

  @Test
  void stepsAheadOfSomebodyUnderWayAreNotMissing() {
    var seen = seen(trail(Optional.empty(), 1, "look", "sum"));

    assertThat(seen.step("talk").deviations()).isEmpty();
    assertThat(seen.step("sum").people()).isEqualTo(1);
    assertThat(seen.step("sum").waitMedian()).isEmpty();
    assertThat(seen.moment("look")).isEmpty();
  }

  @Test
  void whoComesInTheMiddleHasLeftNothingOut() {
    var seen = seen(trail(Optional.empty(), 1, "talk", "sign"));

    assertThat(seen.step("look").deviations()).isEmpty();
    assertThat(seen.step("sum").deviations()).isEmpty();
  }

  @Test
  void everyKindOfDeviationIsCountedAtItsStepAsOftenAsItWasGone() {
    var seen =
        seen(
            trail(Optional.of(Ending.ACHIEVED), 3, "look", "talk", "sum", "help", "sign", "key"),
            trail(Optional.of(Ending.ACHIEVED), 1, "look", "look", "talk", "sign", "key"));

    assertThat(seen.trails()).isEqualTo(4);
    assertThat(seen.step("help").deviations()).isEqualTo(Map.of(Deviation.Kind.AD_HOC, 3L));
    assertThat(seen.step("look").deviations()).isEqualTo(Map.of(Deviation.Kind.REPETITION, 1L));
    assertThat(seen.step("sum").deviations()).containsEntry(Deviation.Kind.MISSING, 1L);
    assertThat(seen.step("sum").deviations().size() + seen.step("talk").deviations().size())
        .as("the swap is one deviation, the step left out another")
        .isEqualTo(2);
  }

  @Test
  void whatIsKnownOfAMomentComesFromTheJourneysThatAreOver() {
    var seen =
        seen(
            trail(Optional.of(Ending.DECLINED), 1, "look", "sum", "no"),
            trail(Optional.of(Ending.LEFT), 1, "look", "sum"),
            trail(Optional.empty(), 7, "look", "sum", "talk"),
            trail(Optional.of(Ending.ACHIEVED), 1, "look", "sum", "talk", "sign", "key"));

    var moment = seen.moment("talk").orElseThrow();
    assertThat(moment.journeys()).isEqualTo(3);
    assertThat(moment.reached()).isEqualTo(1);
    assertThat(moment.reachedWell()).isEqualTo(1);
    assertThat(moment.well()).isEqualTo(1);
  }

  @Test
  void staysAndLeavingAndFeelingsAreThoseOfTheTally() {
    var tally = new StepTally();
    for (int hours = 1; hours <= 10; hours++) {
      tally.stayed(Duration.ofHours(hours));
    }
    tally.departed();
    for (int feeling : new int[] {-2, -1, -1, 0}) {
      tally.felt(feeling);
    }

    var step = StepsSeen.of(PLAN, ENDINGS, List.of(), Map.of("sum", tally)).step("sum");

    assertThat(hours(step.waitMedian())).isCloseTo(6, within(6 * 0.03));
    assertThat(hours(step.waitLong())).isCloseTo(10, within(10 * 0.03));
    assertThat(step.leftHere()).isEqualTo(1);
    assertThat(step.feelings()).isEqualTo(4);
    assertThat(step.feeling().orElseThrow()).isEqualTo(-1.0);
    // Variance 2/3 of 4 values: 1.96 * sqrt(2/3/4).
    assertThat(step.feelingMargin().orElseThrow()).isCloseTo(0.8002, within(1e-4));
  }

  @Test
  void staysComeBackFromTheirTextAsTheyWent() {
    var spread = new StaySpread();
    spread.add(Duration.ZERO);
    spread.add(Duration.ofDays(3));
    spread.add(Duration.ofDays(40_000));
    spread.add(Duration.ofSeconds(-1));

    var again = StaySpread.of(spread.text());

    assertThat(again.count()).isEqualTo(3);
    assertThat(again.text()).isEqualTo(spread.text());
    assertThat(again.at(0)).contains(Duration.ZERO);
    assertThat(hours(again.at(0.5)) / 24).isCloseTo(3, within(3 * 0.03));
    assertThat(new StaySpread().at(0.5)).isEmpty();
  }

  private static double hours(Optional<Duration> stay) {
    return stay.orElseThrow().toSeconds() / 3600.0;
  }

  private static StepsSeen seen(Trail... trails) {
    return StepsSeen.of(PLAN, ENDINGS, List.of(trails), Map.of());
  }

  private static Trail trail(Optional<Ending> ending, long times, String... steps) {
    return new Trail(List.of(steps), ending, times);
  }
}
