package cairn.blueprint.observed;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.blueprint.file.BlueprintCompiler;
import cairn.blueprint.file.Compilation;
import cairn.journey.JourneyDefinition;
import cairn.journey.Move;
import cairn.journey.Step;
import cairn.person.Ending;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ObservedBlueprintTest {
  private static ObservedLog.Activity activity(String label, long starts, double position) {
    return new ObservedLog.Activity(label, 100, starts, 1, position);
  }

  private static JourneyDefinition journey(ObservedLog log) {
    return switch (BlueprintCompiler.compile(ObservedBlueprint.of(log), null, 1)) {
      case Compilation.Compiled compiled -> requireNonNull(compiled.blueprint().journey(log.id()));
      case Compilation.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  @Test
  void aLogBecomesAJourneyWithAStepForEachTouchpoint() {
    var journey =
        journey(
            new ObservedLog(
                "loans",
                "Loans",
                List.of(
                    activity("A_SUBMITTED", 90, 0),
                    activity("W_Nabellen offertes", 0, 0.5),
                    activity("A_DECLINED", 0, 1)),
                List.of(
                    new ObservedLog.Way(
                        "A_SUBMITTED", "A_DECLINED", 60, 0.6, Duration.ofDays(30)))));

    assertThat(journey.steps().stream().map(Step::id))
        .containsExactly("a-submitted", "w-nabellen-offertes", "a-declined", "said-no", "left");
    assertThat(journey.steps().stream().map(Step::stage).limit(3))
        .containsExactly("begin", "middle", "end");
    assertThat(journey.moves().stream().map(Move::to)).hasSize(3);
    assertThat(journey.step("said-no"))
        .isInstanceOfSatisfying(
            Step.End.class, end -> assertThat(end.ending()).isEqualTo(Ending.DECLINED));
    assertThat(requireNonNull(journey.step("a-submitted")).next())
        .containsExactly("a-declined", "left");
  }

  @Test
  void labelsOfAnyKindComeBackAsTheyWere() {
    var labels =
        List.of(
            "Outcome: Pass",
            "\"quoted\" # not a comment",
            "línea\tnueva",
            "été",
            "été!",
            "-",
            "yes");
    var journey =
        journey(
            new ObservedLog(
                "odd",
                "Odd: \"labels\"",
                labels.stream().map(label -> activity(label, 1, 0.3)).toList(),
                List.of()));

    assertThat(journey.moves().stream().map(move -> move.trigger().event()))
        .containsExactlyInAnyOrderElementsOf(labels);
  }

  @Test
  void onlyTheCommonestTouchpointsBecomeSteps() {
    var many =
        IntStream.range(0, 200)
            .mapToObj(i -> new ObservedLog.Activity("Event " + i, 1_000 - i, 1, 1, i / 200.0))
            .toList();

    var journey = journey(new ObservedLog("many", "Many", many, List.of()));

    assertThat(journey.steps()).hasSize(ObservedBlueprint.STEPS_MAX + 2);
    assertThat(journey.step("event-59")).isNotNull();
    assertThat(journey.step("event-60")).isNull();
  }
}
