package cairn.decision.measure;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.chance.Chance;
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

  private static int ringsAfter(HarmAlarm alarm, double rate, long seed) {
    var chance = new Chance(seed);
    for (int showing = 1; showing < NEVER; showing++) {
      alarm.shown();
      if (chance.nextDouble() < rate && alarm.harmed()) {
        return showing;
      }
    }
    return NEVER;
  }
}
