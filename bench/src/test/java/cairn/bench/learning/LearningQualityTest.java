package cairn.bench.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cairn.adaptive.ChoiceRule;
import cairn.adaptive.Chooser;
import cairn.adaptive.LearnerSettings;
import cairn.adaptive.OffPolicy;
import cairn.bench.Bench;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The standard settings on public data; each check is skipped when the data folder is absent. */
final class LearningQualityTest {
  private static Path data(boolean present) {
    Path data = Bench.findData();
    assumeTrue(
        data != null && present,
        "the data folder ../shared/data is absent, so the learner's quality is not checked");
    if (data == null) {
      throw new IllegalStateException("assumed to be present");
    }
    return data;
  }

  private static BankRows bank() throws IOException {
    Path data = Bench.findData();
    return BankRows.read(data(data != null && BankRows.isIn(data)), Integer.MAX_VALUE);
  }

  @Test
  void theBanksContactsArePredictedAsWellAsThePublishedBar() throws IOException {
    var result = BankProgressive.run(bank(), LearnerSettings.STANDARD.withPriorLogit(-2), 0);

    assertThat(result.logLoss()).isLessThanOrEqualTo(0.2752);
    assertThat(result.auc()).isGreaterThanOrEqualTo(0.797);
    assertThat(result.calibrationErrorLastThird()).isLessThanOrEqualTo(0.015);
  }

  @Test
  void learningFiveHundredRowsLateKeepsMostOfIt() throws IOException {
    var result = BankProgressive.run(bank(), LearnerSettings.STANDARD.withPriorLogit(-2), 500);

    assertThat(result.auc()).isGreaterThanOrEqualTo(0.77);
  }

  @Test
  void callingOnlyWhomItPaysEarnsThePublishedProfit() throws IOException {
    var rows = bank();
    double profit = 0;
    int runs = 12;
    for (int seed = 1; seed <= runs; seed++) {
      profit +=
          ContactBandit.profit(rows, LearnerSettings.STANDARD, ChoiceRule.STANDARD, seed) / runs;
    }
    assertThat(profit).isGreaterThanOrEqualTo(0.0411);
  }

  @Test
  void aSimulatedWorldYieldsNineTenthsOfWhatAnOracleGets() throws IOException {
    var rows = bank();
    var chooser = new Chooser(ChoiceRule.STANDARD);
    double share = 0;
    for (int seed = 1; seed <= 3; seed++) {
      var world = NbaSim.of(rows, seed);
      share +=
          new SimRun(world, LearnerSettings.STANDARD, chooser, seed).wanted(0) / world.oracle() / 3;
    }
    assertThat(share).isGreaterThan(0.9);
  }

  @Test
  void offPolicyEstimatesAgreeWithTheReferenceImplementation() throws IOException {
    Path folder = Bench.findData();
    Path data = data(folder != null && OpeOracle.isIn(folder));

    var comparisons = OpeOracle.compare(data);

    assertThat(comparisons).hasSize(4 * 13);
    assertThat(comparisons)
        .allSatisfy(each ->
            assertThat(each.ours())
                .as("%s of %s", each.estimate(), each.logs())
                .isCloseTo(each.theirs(), within(1e-9 * Math.max(1, Math.abs(each.theirs())))));
  }

  @Test
  void theLogThatHoldsTwoUsefulRowsIsRefused() throws IOException {
    Path folder = Bench.findData();
    Path data = data(folder != null && OpeOracle.isIn(folder));

    assertThat(OpeOracle.read(data, "women_bts_to_random").verdict())
        .isInstanceOf(OffPolicy.Verdict.Refused.class);
    assertThat(OpeOracle.read(data, "men_random_to_bts").verdict())
        .isInstanceOf(OffPolicy.Verdict.Sound.class);
  }
}
