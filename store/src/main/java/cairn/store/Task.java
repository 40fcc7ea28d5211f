package cairn.store;

import cairn.engine.Envelope;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import java.util.concurrent.CompletableFuture;

/**
 * A command on its way through a lane.
 *
 * @param shard of the record it is for
 * @param hash of its id
 * @param hops how many sealed records sent it on
 */
record Task(
    Envelope envelope,
    Priority priority,
    int shard,
    long hash,
    int hops,
    CompletableFuture<Outcome> reply) {
  /** Pointers lead to a known person in one step; more than this is a circle. */
  static final int HOPS_MAX = 8;
}
