package cairn.map.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.conformance.Deviation;
import cairn.map.live.Trail.Visit;
import cairn.person.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class StepsSeenTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final List<String> PLAN = List.of("look", "sum", "talk", "sign");
  private static final Set<String> ENDINGS = Set.of("key", "no");

  @Test
  void stepsAheadOfSomebodyUnderWayAreNotMissing() {
    var seen = StepsSeen.of(PLAN, ENDINGS, List.of(trail(Optional.empty(), "look", "sum")));

    assertThat(seen.step("talk").deviations()).isEmpty();
    assertThat(seen.step("sum").people()).isEqualTo(1);
    assertThat(seen.step("sum").waitMedian()).isEmpty();
    assertThat(seen.step("look").waitMedian()).contains(Duration.ofHours(1));
    assertThat(seen.moment("look")).isEmpty();
  }

  @Test
  void whoComesInTheMiddleHasLeftNothingOut() {
    var seen = StepsSeen.of(PLAN, ENDINGS, List.of(trail(Optional.empty(), "talk", "sign")));

    assertThat(seen.step("look").deviations()).isEmpty();
    assertThat(seen.step("sum").deviations()).isEmpty();
  }

  @Test
  void everyKindOfDeviationIsCountedAtItsStep() {
    var seen =
        StepsSeen.of(
            PLAN,
            ENDINGS,
            List.of(
                trail(Optional.of(Ending.ACHIEVED), "look", "talk", "sum", "help", "sign", "key"),
                trail(Optional.of(Ending.ACHIEVED), "look", "look", "talk", "sign", "key")));

    assertThat(seen.step("help").deviations()).isEqualTo(Map.of(Deviation.Kind.AD_HOC, 1));
    assertThat(seen.step("look").deviations()).isEqualTo(Map.of(Deviation.Kind.REPETITION, 1));
    assertThat(seen.step("sum").deviations()).containsEntry(Deviation.Kind.MISSING, 1);
    assertThat(seen.step("sum").deviations().size() + seen.step("talk").deviations().size())
        .as("the swap is one deviation, the step left out another")
        .isEqualTo(2);
  }

  @Test
  void whoLeavesIsCountedAtTheStepBeforeTheEnding() {
    var seen =
        StepsSeen.of(
            PLAN,
            ENDINGS,
            List.of(
                trail(Optional.of(Ending.DECLINED), "look", "sum", "no"),
                trail(Optional.of(Ending.LEFT), "look", "sum"),
                trail(Optional.of(Ending.ACHIEVED), "look", "sum", "talk", "sign", "key")));

    assertThat(seen.step("sum").leftHere()).isEqualTo(2);
    assertThat(seen.step("sign").leftHere()).isZero();
    var moment = seen.moment("talk").orElseThrow();
    assertThat(moment.journeys()).isEqualTo(3);
    assertThat(moment.reached()).isEqualTo(1);
    assertThat(moment.reachedWell()).isEqualTo(1);
    assertThat(moment.well()).isEqualTo(1);
  }

  @Test
  void feelingsComeWithTheirMargin() {
    var trails = new ArrayList<Trail>();
    for (int feeling : new int[] {-2, -1, -1, 0}) {
      trails.add(
          new Trail(
              List.of(new Visit("sum", NOON, Optional.empty(), List.of(feeling))),
              Optional.empty()));
    }

    var step = StepsSeen.of(PLAN, ENDINGS, trails).step("sum");

    assertThat(step.feelings()).isEqualTo(4);
    assertThat(step.feeling().orElseThrow()).isEqualTo(-1.0);
    // Variance 2/3 of 4 values: 1.96 * sqrt(2/3/4).
    assertThat(step.feelingMargin().orElseThrow()).isCloseTo(0.8002, within(1e-4));
  }

  private static Trail trail(Optional<Ending> ending, String... steps) {
    var visits = new ArrayList<Visit>();
    for (int at = 0; at < steps.length; at++) {
      var came = NOON.plus(Duration.ofHours(at));
      boolean last = at == steps.length - 1;
      visits.add(
          new Visit(
              steps[at],
              came,
              last ? Optional.empty() : Optional.of(came.plus(Duration.ofHours(1))),
              List.of()));
    }
    return new Trail(visits, ending);
  }
}
