package cairn.conformance;

import static cairn.conformance.Samples.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cairn.conformance.ActualTouchpoint.Status;
import cairn.conformance.Deviation.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class DeviationsTest {

  private static final OptionalInt NOWHERE = OptionalInt.empty();

  @Test
  void aJourneyThatKeepsToThePlanHasNoDeviation() {
    assertThat(Deviations.between(planned("abc"), actual("abc"))).isEmpty();
    assertThat(Alignment.of(steps("abc"), steps("abc")).fitness()).isEqualTo(1);
  }

  @Test
  void eachKindIsFoundInOneJourney() {
    var failed = new ActualTouchpoint("d", Optional.empty(), Status.FAILED);
    var journey = List.of(at("a"), at("c"), at("b"), at("x"), failed);

    var deviations = Deviations.between(planned("abcd"), journey);

    assertThat(deviations)
        .containsExactly(
            new Deviation(Kind.OUT_OF_SEQUENCE, "c", OptionalInt.of(2), OptionalInt.of(1)),
            new Deviation(Kind.AD_HOC, "x", NOWHERE, OptionalInt.of(3)),
            new Deviation(Kind.FAILURE, "d", OptionalInt.of(3), OptionalInt.of(4)));
    var alignment = Alignment.of(steps("abcd"), steps("acbxd"));
    assertThat(alignment.cost()).isEqualTo(3);
    assertThat(alignment.fitness()).isEqualTo(0.6667, Offset.offset(0.00005));
  }

  @Test
  void amongEqualPairingsTheLeftmostInThePlanWins() {
    assertThat(Deviations.between(planned("abc"), actual("acb")))
        .extracting(Deviation::kind, Deviation::label)
        .containsExactly(tuple(Kind.OUT_OF_SEQUENCE, "c"));
  }

  @Test
  void aTouchpointMetTwiceIsARepetitionAndOneNeverMetIsMissing() {
    assertThat(Deviations.between(planned("abc"), actual("aab")))
        .containsExactly(
            new Deviation(Kind.REPETITION, "a", NOWHERE, OptionalInt.of(1)),
            new Deviation(Kind.MISSING, "c", OptionalInt.of(2), NOWHERE));
  }

  @Test
  void aSwitchOfChannelIsSeenOnlyWhereBothChannelsAreKnown() {
    var plan =
        List.of(
            new PlannedTouchpoint("ask", Optional.of("web")),
            new PlannedTouchpoint("wait", Optional.of("web")),
            PlannedTouchpoint.of("hear"));
    var journey = List.of(by("ask", "phone"), at("wait"), by("hear", "letter"));

    assertThat(Deviations.between(plan, journey))
        .containsExactly(
            new Deviation(Kind.CHANNEL_SWITCH, "ask", OptionalInt.of(0), OptionalInt.of(0)));
  }

  @Test
  void anEmptyJourneyMissesEveryStep() {
    assertThat(Deviations.between(planned("ab"), List.of()))
        .extracting(Deviation::kind)
        .containsExactly(Kind.MISSING, Kind.MISSING);
    assertThat(Alignment.of(List.of(), List.of()).fitness()).isEqualTo(1);
  }

  @Test
  void whatIsTooLongToAlignIsRefusedAndStillCosted() {
    var plan = steps("ab".repeat(2_000));
    var journey = steps("b".repeat(5_000));

    assertThatThrownBy(() -> Alignment.of(plan, journey))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a plan of 4000 steps and a journey of 5000 events are too long to align");
    assertThat(Alignment.cost(plan, journey)).isEqualTo(4_000 + 5_000 - 2 * 2_000);
  }

  private static List<PlannedTouchpoint> planned(String letters) {
    return steps(letters).stream().map(PlannedTouchpoint::of).toList();
  }

  private static List<ActualTouchpoint> actual(String letters) {
    return steps(letters).stream().map(ActualTouchpoint::of).toList();
  }

  private static ActualTouchpoint at(String label) {
    return ActualTouchpoint.of(label);
  }

  private static ActualTouchpoint by(String label, String channel) {
    return new ActualTouchpoint(label, Optional.of(channel), Status.COMPLETED);
  }
}
