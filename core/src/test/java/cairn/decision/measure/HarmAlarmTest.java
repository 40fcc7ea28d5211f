package cairn.decision.measure;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.chance.Chance;
import cairn.person.PersonKey;
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
      assertThat(alarm.harmed(new PersonKey(0, 1))).isFalse();
    }
    for (int person = 2; person < HarmAlarm.HARMS_MIN; person++) {
      assertThat(alarm.harmed(new PersonKey(0, person))).isFalse();
    }

    assertThat(alarm.harmed(new PersonKey(0, HarmAlarm.HARMS_MIN))).isTrue();
  }

  private static int ringsAfter(HarmAlarm alarm, double rate, long seed) {
    var chance = new Chance(seed);
    for (int showing = 1; showing < NEVER; showing++) {
      alarm.shown();
      if (chance.nextDouble() < rate && alarm.harmed(new PersonKey(0, showing))) {
        return showing;
      }
    }
    return NEVER;
  }
}
