package cairn.server.intake;

import cairn.engine.Envelope;
import cairn.engine.Host;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.person.PersonKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Offers commands to a host so that those of one person are taken in their order: once a shard is
 * busy, what follows for it in the list is not offered but answered as busy too. Whoever then
 * offers the busy ones again, one after the other in their order, keeps it.
 */
public final class Offer {
  private Offer() {}

  /** What becomes of each, in the order of the list. */
  public static List<CompletableFuture<Outcome>> all(
      Host host, List<Envelope> envelopes, Priority priority) {
    var busy = new Outcome.@Nullable Overloaded[PersonKey.SHARDS];
    var waiting = new ArrayList<CompletableFuture<Outcome>>(envelopes.size());
    for (var envelope : envelopes) {
      int shard = envelope.to().shard();
      var refused = busy[shard];
      var outcome =
          refused == null
              ? host.submit(envelope, priority)
              : CompletableFuture.<Outcome>completedFuture(refused);
      if (refused == null
          && outcome.isDone()
          && outcome.join() instanceof Outcome.Overloaded overloaded) {
        busy[shard] = overloaded;
      }
      waiting.add(outcome);
    }
    return waiting;
  }
}
