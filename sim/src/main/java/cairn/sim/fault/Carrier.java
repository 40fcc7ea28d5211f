package cairn.sim.fault;

import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.engine.Host;
import cairn.engine.OutboxItem;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.PersonKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Carries what a storm sends to a host, and knows what was acknowledged. Also the channel that asks
 * before it sends. Safe for many threads.
 */
final class Carrier {
  /** Commands under way at once; whoever comes then waits. */
  private static final int IN_FLIGHT_MAX = 200;

  private static final int OUTBOX_MAX = 50;

  private final Host host;
  private final InstantSource clock;
  private final Consumer<String> told;
  private final Semaphore room = new Semaphore(IN_FLIGHT_MAX);
  private final Set<String> acknowledged;
  private final AtomicLong sent = new AtomicLong();

  /**
   * A carrier to one host.
   *
   * @param acknowledged takes the marks of events that the host said it took
   * @param told hears each of these marks at once
   */
  Carrier(Host host, InstantSource clock, Set<String> acknowledged, Consumer<String> told) {
    this.host = host;
    this.clock = clock;
    this.acknowledged = acknowledged;
    this.told = told;
  }

  /** How many commands it carried. */
  long sent() {
    return sent.get();
  }

  void send(Act.Send send) {
    var to = host.key(send.from());
    var envelope =
        new Envelope(to, send.from(), send.id(), Entry.Origin.LIVE, send.at(), send.command());
    room.acquireUninterruptibly();
    sent.incrementAndGet();
    var _ =
        host.submit(envelope, Priority.STREAM)
            .thenAccept(outcome -> {
              if (send.command() instanceof Command.TakeEvent && isTaken(outcome)) {
                acknowledged.add(send.id());
                told.accept(send.id());
              }
              room.release();
            });
  }

  private static boolean isTaken(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Taken _, Outcome.Duplicate _ -> true;
      case Outcome.Refused _, Outcome.Overloaded _, Outcome.Unavailable _ -> false;
    };
  }

  /** Sends everything that may leave now. */
  void deliver() {
    for (int shard = 0; shard < PersonKey.SHARDS; shard++) {
      for (var item : host.outbox(shard, clock.instant(), OUTBOX_MAX)) {
        release(item);
      }
    }
  }

  private void release(OutboxItem item) {
    var effect = item.effect().id();
    var attempt = "release:" + effect + ":" + item.due().toEpochMilli();
    room.acquireUninterruptibly();
    var _ =
        ask(item, attempt, new Command.ReleaseEffect(effect))
            .thenAccept(outcome -> {
              room.release();
              if (outcome instanceof Outcome.Taken(var entry, var state)
                  && entry.facts().stream().anyMatch(Fact.EffectReleased.class::isInstance)) {
                var _ =
                    ask(item, "settle:" + effect, new Command.SettleEffect(effect, "sent", true));
              }
            });
  }

  private CompletableFuture<Outcome> ask(OutboxItem item, String id, Command command) {
    return host.submit(
        new Envelope(item.person(), null, id, Entry.Origin.LIVE, now(), command), Priority.STREAM);
  }

  private Instant now() {
    return clock.instant();
  }

  /** Waits until everything sent was answered. */
  void quiet() {
    room.acquireUninterruptibly(IN_FLIGHT_MAX);
    room.release(IN_FLIGHT_MAX);
  }
}
