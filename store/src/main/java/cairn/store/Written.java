package cairn.store;

import cairn.engine.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A batch that was written and waits for the sync, with all that is told or done after it.
 *
 * @param replies what senders hear
 * @param feeds the shards whose feeds grew
 * @param after what is done next, in order
 */
record Written(List<Reply> replies, List<FeedEnd> feeds, List<Runnable> after) {
  record Reply(CompletableFuture<Outcome> to, Outcome outcome) {}

  /** How far a shard's feed now goes, and whether its outbox has something new. */
  record FeedEnd(int shard, long sequence, boolean outbox) {}
}
