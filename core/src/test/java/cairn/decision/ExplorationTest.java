package cairn.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether what was chosen was tried to learn, read off the record alone. */
final class ExplorationTest {
  @Test
  void theLeaderIsNoExploration() {
    assertThat(chosen(0, 0.95, 0.05, false)).isEqualTo(Exploration.NONE);
  }

  @Test
  void whatIsLessKnownAndLikelierToBeDrawnThanTheLeaderIsHopedFor() {
    assertThat(chosen(1, 0.05, 0.95, false)).isEqualTo(Exploration.HOPE);
  }

  @Test
  void whatWasDrawnThoughTheLeaderWasLikelierIsChance() {
    assertThat(chosen(1, 0.95, 0.05, false)).isEqualTo(Exploration.CHANCE);
  }

  @Test
  void anEvenDrawThatMissesTheLeaderIsChance() {
    assertThat(chosen(1, 0.5, 0.5, false)).isEqualTo(Exploration.CHANCE);
  }

  @Test
  void theBestEstablishedInPlaceOfANewcomerWhoIsHeldBackIsNoExploration() {
    assertThat(chosen(1, 0.1, 0.9, true)).isEqualTo(Exploration.NONE);
  }

  private static Exploration chosen(
      int chosen, double leaders, double others, boolean leaderIsNew) {
    var slot =
        new Slot(
            "tile",
            "action",
            "words",
            chosen,
            List.of(0, 1),
            List.of(leaders, others),
            0.5,
            chosen != 0,
            false);
    var record =
        new DecisionRecord(
            "one",
            Instant.parse("2026-05-01T12:00:00Z"),
            new DecisionRequest("web", List.of("tile"), Map.of(), 1),
            Arm.FULL,
            List.of(),
            List.of(survivor(0, 9, leaderIsNew), survivor(1, 8, false)),
            List.of(slot),
            null,
            100,
            -1,
            List.of());
    return record.exploration(slot);
  }

  private static Survivor survivor(int action, double score, boolean newcomer) {
    return new Survivor(action, 0, 2, 0, 1, 0.5, newcomer, 1, 1, 1, 1, score);
  }
}
