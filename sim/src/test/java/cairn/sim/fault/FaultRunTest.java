package cairn.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.server.publish.Published;
import cairn.sim.world.Worlds;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Storms of faults, each followed by a look at everything kept. The seed is new in every build and
 * stands in each sentence of a failure; {@code -Dcairn.seed} brings it again, and {@code
 * -Dcairn.long=true} runs for some minutes.
 */
final class FaultRunTest {
  private static final boolean LONG = Boolean.getBoolean("cairn.long");

  private final long seed = Long.getLong("cairn.seed", System.nanoTime() % 1_000_000);
  private final Published published = new Published();
  @TempDir private Path folder;

  @BeforeEach
  void publish() {
    published.add(Worlds.blueprint());
  }

  @Test
  void repeatedSwappedAndLateEventsTwoDevicesAndAJumpingClockBreakNoPromise() {
    var report = Report.NOTHING;
    for (int i = 0; i < (LONG ? 300 : 12); i++) {
      report = report.plus(SimulatedStorm.play(published, seed + i, 1_500));
    }

    assertThat(report.broken()).as("seed %d", seed).isEmpty();
    assertThat(report.acknowledged()).isGreaterThan(1_000);
  }

  @Test
  void theSameSeedIsTheSameStorm() {
    assertThat(SimulatedStorm.play(published, seed, 700))
        .as("seed %d", seed)
        .isEqualTo(SimulatedStorm.play(published, seed, 700));
  }

  @Test
  void aStoreThatIsStormedFromTwoSidesAndOpenedAgainIsWhole() {
    var report = StoreStorm.play(published, seed, folder, LONG ? 40 : 2, 900);

    assertThat(report.broken()).as("seed %d", seed).isEmpty();
    assertThat(report.acknowledged()).isGreaterThan(300);
  }

  @Test
  void aProcessKilledUnderLoadLosesNothingItAcknowledged() throws IOException {
    var report = KillStorm.play(published, seed, folder, LONG ? 30 : 2);

    assertThat(report.broken()).as("seed %d", seed).isEmpty();
    assertThat(report.acknowledged()).isGreaterThan(100);
  }

  @Test
  void aLogCutAnywhereOpensToWhatWasWhole() throws IOException {
    var report = TornLog.play(published, seed, folder, LONG);

    assertThat(report.broken()).as("seed %d", seed).isEmpty();
    assertThat(report.cuts()).isGreaterThan(50);
  }
}
