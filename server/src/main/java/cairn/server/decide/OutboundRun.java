package cairn.server.decide;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is, as it is kept and told.
 *
 * @param shards the shards that are done; the others are scanned again after a restart
 * @param people looked at, proposed to whom something was found, queued for whom deciding again on
 *     their fresh state found something too
 * @param winners by action: proposals of a dry run, what was queued otherwise
 */
record OutboundRun(
    String id,
    String channel,
    String placement,
    @Nullable String segment,
    boolean dryRun,
    State state,
    Instant begun,
    @Nullable Instant ended,
    List<Integer> shards,
    long people,
    long proposed,
    long queued,
    long silent,
    long failed,
    Map<String, Long> winners,
    double peoplePerSecond) {

  /** Where a run stands. */
  enum State {
    RUNNING,
    PAUSED,
    STOPPED,
    DONE
  }

  OutboundRun {
    shards = List.copyOf(shards);
    winners = new TreeMap<>(winners);
  }
}
