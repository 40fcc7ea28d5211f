package cairn.decision.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.chance.Chance;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Harm rings soon, and what is within bounds does not. */
final class HarmAlarmTest {
  private static final int NEVER = 5_000;

  @ParameterizedTest
  @CsvSource({"0.5, 40", "0.2, 100", "0.1, 400"})
  void anActionThatHarmsIsFoundWithinSoManyShowings(double rate, int within) {
    for (long seed = 0; seed < 100; seed++) {
      assertThat(ringsAfter(new HarmAlarm(), rate, seed)).as("seed %d", seed).isLessThan(within);
    }
  }

  @Test
  void oneInAHundredRingsForHardlyAny() {
    int rang = 0;
    for (long seed = 0; seed < 100; seed++) {
      rang += ringsAfter(new HarmAlarm(), 0.01, seed) < NEVER ? 1 : 0;
    }
    assertThat(rang).isLessThanOrEqualTo(5);
  }

  @Test
  void aRateThatRisesAfterALongGoodTimeRings() {
    var alarm = new HarmAlarm();
    ringsAfter(alarm, 0, 1);

    assertThat(ringsAfter(alarm, 0.3, 2)).isLessThan(150);
  }

  @Test
  void onePersonCountsOnceHoweverOftenTheyReport() {
    var alarm = new HarmAlarm();
    for (int i = 0; i < 10 * HarmAlarm.HARMS_MIN; i++) {
      assertThat(alarm.harmed(1, true)).isFalse();
    }
    for (int person = 2; person < HarmAlarm.HARMS_MIN; person++) {
      assertThat(alarm.harmed(person, true)).isFalse();
    }

    assertThat(alarm.harmed(HarmAlarm.HARMS_MIN, true)).isTrue();
  }

  @Test
  void visitorsWeighLessThanPeopleWeKnow() {
    int needed = HarmAlarm.HARMS_MIN * HarmAlarm.VISITORS_PER_PERSON;
    var alarm = new HarmAlarm();
    for (int visitor = 1; visitor < needed; visitor++) {
      assertThat(alarm.harmed(visitor, false)).as("visitor %d", visitor).isFalse();
    }

    assertThat(new HarmAlarm(alarm.counts()).harmed(needed, false)).isTrue();
    assertThat(new HarmAlarm(alarm.counts()).harmed(needed, true)).isTrue();
  }

  /** As many reports as are enough among few showings. */
  @Test
  void amongManyWhoWereShownItEvenManyVisitorsStopNothing() {
    var alarm = new HarmAlarm();
    for (int i = 0; i < HarmAlarm.SHOWN_MAX; i++) {
      alarm.shown();
    }

    for (int visitor = 1; visitor <= 16; visitor++) {
      assertThat(alarm.harmed(visitor, false)).isFalse();
    }
    assertThat(alarm.harmed(17, true)).as("weighs enough, and may be chance").isFalse();
  }

  @Test
  void countsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> new HarmAlarm.Counts(-1, 0, 0, Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new HarmAlarm.Counts(HarmAlarm.SHOWN_MAX + 1, 0, 0, Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static int ringsAfter(HarmAlarm alarm, double rate, long seed) {
    var chance = new Chance(seed);
    for (int showing = 1; showing < NEVER; showing++) {
      alarm.shown();
      if (chance.nextDouble() < rate && alarm.harmed(showing, true)) {
        return showing;
      }
    }
    return NEVER;
  }
}
