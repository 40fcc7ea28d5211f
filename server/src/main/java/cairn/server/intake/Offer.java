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
  /** How often a busy host is asked again for one command. */
  private static final int TRIES_MAX = 600;

  private Offer() {}

  /**
   * Offers a command that met a busy host again: at once, since it may be that only what was before
   * it in a list was too much, and then after each pause the host asks for.
   *
   * @return what came of it: busy still, where the host stays so
   */
  public static Outcome again(Host host, Envelope envelope, Priority priority, Outcome first)
      throws InterruptedException {
    var outcome = first;
    for (int tries = 0;
        tries < TRIES_MAX && outcome instanceof Outcome.Overloaded(var retryAfter);
        tries++) {
      if (tries > 0) {
        Thread.sleep(retryAfter);
      }
      outcome = host.submit(envelope, priority).join();
    }
    return outcome;
  }

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
