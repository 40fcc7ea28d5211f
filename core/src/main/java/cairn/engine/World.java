package cairn.engine;

import cairn.adaptive.ModelSnapshot;
import cairn.blueprint.Blueprint;
import cairn.blueprint.Switches;
import cairn.decision.Balances;
import org.jspecify.annotations.Nullable;

/**
 * Everything published that a decision may look at, by number, so that old versions stay readable.
 */
public interface World {
  /** The blueprint with this number, or null once it is no longer kept. */
  @Nullable Blueprint blueprint(int number);

  /** The models with this number, or null for none. */
  default @Nullable Scoring scoring(long models) {
    return null;
  }

  /** What this shard holds of each volume limit. */
  default Balances balances(int shard) {
    return Balances.PLENTY;
  }

  /**
   * One model snapshot and how far its choice rule has counted.
   *
   * @param decisions how many decisions it learnt from
   */
  record Scoring(ModelSnapshot snapshot, long decisions) {}

  /** The emergency switches in force. */
  Switches switches();
}
