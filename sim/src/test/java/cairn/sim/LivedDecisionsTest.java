package cairn.sim;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.decision.explain.Counterfactual;
import cairn.server.decide.Truth;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ninety days of people who are shown things and say yes, no, not now and later, on a real store
 * that is closed and opened again twice, the second time with another blueprint; {@code
 * -Dcairn.people}, {@code -Dcairn.days} for a third of it, {@code -Dcairn.seed} and {@code
 * -Dcairn.asked} make it another. Then every log is read from its beginning beside what was
 * promised. A broken promise shows as a sentence; too few of anything looked at shows as a count.
 */
final class LivedDecisionsTest {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final int PEOPLE = Integer.getInteger("cairn.people", 300);
  private static final long SEED = Long.getLong("cairn.seed", 7);
  private static final Duration THIRD = Duration.ofDays(Integer.getInteger("cairn.days", 30));

  @Test
  void everyPromiseIsKeptEveryDecisionComesOutAgainAndDecisionsGetBetter(@TempDir Path folder) {
    try (var world = new LivedWorld(folder, START, PEOPLE, SEED)) {
      world.live(THIRD);
      world.restart();
      world.live(THIRD);
      world.upgrade();
      world.restart();
      world.live(THIRD);

      var looked = new LivedRecord.Looked();
      assertThat(LivedRecord.broken(world, looked)).as("seed %d", SEED).isEmpty();

      assertThat(looked.decisions).isGreaterThan(PEOPLE);
      assertThat(looked.shown).isGreaterThan(PEOPLE);
      assertThat(looked.dropped).isGreaterThan(looked.decisions);
      assertThat(looked.nos).isPositive();
      assertThat(looked.limited).isPositive();
      assertThat(looked.changes).containsKeys(Counterfactual.Kind.values());
      assertThat(looked.blueprints).containsExactlyInAnyOrder(1, 2);
      assertThat(looked.models).hasSizeGreaterThan(2);
      var days = world.truth().days();
      double first = share(days.subList(0, 30));
      double last = share(days.subList(days.size() - 30, days.size()));
      assertThat(last).as("seed %d: from %f", SEED, first).isGreaterThan(first + 0.05);
      double chance = days.stream().mapToDouble(Truth.Day::chanceShare).average().orElse(1);
      assertThat(last).isGreaterThan(chance + 0.1);
    }
  }

  private static double share(List<Truth.Day> days) {
    double decisions = days.stream().mapToDouble(Truth.Day::decisions).sum();
    return days.stream().mapToDouble(day -> day.share() * day.decisions()).sum() / decisions;
  }
}
