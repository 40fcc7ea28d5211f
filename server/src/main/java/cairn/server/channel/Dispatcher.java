package cairn.server.channel;

import cairn.blueprint.Channel;
import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.engine.Host;
import cairn.engine.OutboxItem;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.Pending;
import cairn.person.PersonKey;
import cairn.server.channel.Sender.Sent;
import cairn.server.publish.Published;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes what waits to leave, shard by shard, and sees it through.
 *
 * <p>For each effect: the host is asked to release it, which is the last check and counts the
 * contact; then it is sent; then the host hears what came of it. Something released before and not
 * settled may or may not have left: it is sent again only where the means honours its id, and else
 * settled as unknown. A means that does not answer is tried again when the host lists the effect
 * again, at most {@link #TRIES_MAX} times.
 */
public final class Dispatcher implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());

  /** Effects on their way out at once. */
  public static final int AT_ONCE_MAX = 32;

  /** How often something that cannot be delivered is tried. */
  public static final int TRIES_MAX = 6;

  /** Effects looked at in one shard at once. */
  private static final int LOOK_MAX = 500;

  /** How long nothing is looked at in a shard that did not grow: deferred effects come due. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  private final Host host;
  private final Published published;
  private final InstantSource clock;
  private final Map<Channel.Kind, Sender> senders;
  private final Sender webhooks;
  private final Composer composer;
  private final AtomicLongArray grown = new AtomicLongArray(PersonKey.SHARDS);
  private final Semaphore signal = new Semaphore(0);
  private final Semaphore room = new Semaphore(AT_ONCE_MAX);
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> tries = new ConcurrentHashMap<>();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final LongAdder delivered = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder withheld = new LongAdder();
  private final Thread thread;
  private volatile boolean closed;

  private Dispatcher(
      Host host,
      Published published,
      InstantSource clock,
      Map<Channel.Kind, Sender> senders,
      Sender webhooks,
      Function<OutboxItem, @Nullable String> tokens) {
    this.composer = new Composer(tokens);
    this.host = host;
    this.published = published;
    this.clock = clock;
    this.senders = senders;
    this.webhooks = webhooks;
    this.thread = Thread.ofPlatform().name("channel-dispatcher").daemon().unstarted(this::run);
  }

  /** How mail leaves; the host is empty where none does. */
  public record Mail(
      String host, int port, String user, String password, String from, boolean tls) {
    /** Says nothing of passwords. */
    @Override
    public String toString() {
      return "Mail[" + host + ":" + port + "]";
    }
  }

  /**
   * Begins to send.
   *
   * @param addresses URLs of webhooks and webhook channels, by name
   * @param tokens the token that something is answered by, or null where it has none
   */
  public static Dispatcher start(
      Host host,
      Published published,
      InstantSource clock,
      Mail mail,
      Map<String, String> addresses,
      Function<OutboxItem, @Nullable String> tokens) {
    Sender mails =
        mail.host().isEmpty()
            ? new Unset("no mail server is set")
            : new MailSender(
                mail.host(), mail.port(), mail.user(), mail.password(), mail.from(), mail.tls());
    return start(host, published, clock, mails, new WebhookSender(addresses), tokens);
  }

  /** Begins to send to simulated people, who read no mail and run no other systems. */
  public static Dispatcher simulated(
      Host host,
      Published published,
      InstantSource clock,
      Function<OutboxItem, @Nullable String> tokens) {
    return start(
        host, published, clock, new Simulated("sent"), new Simulated("answered 200"), tokens);
  }

  private static Dispatcher start(
      Host host,
      Published published,
      InstantSource clock,
      Sender mails,
      Sender webhooks,
      Function<OutboxItem, @Nullable String> tokens) {
    var dispatcher =
        new Dispatcher(
            host,
            published,
            clock,
            Map.of(
                Channel.Kind.EMAIL, mails,
                Channel.Kind.WEBHOOK, webhooks,
                Channel.Kind.INBOUND, new PagePlacer()),
            webhooks,
            tokens);
    host.watch(dispatcher::grew);
    dispatcher.thread.start();
    return dispatcher;
  }

  /** Delivered since the start. */
  public long delivered() {
    return delivered.sum();
  }

  /** Failed for good since the start. */
  public long failed() {
    return failed.sum();
  }

  /** Held back by the last check, since the start. */
  public long withheld() {
    return withheld.sum();
  }

  private void grew(int shard, boolean outbox) {
    if (outbox) {
      grown.set(shard, 1);
      signal.release();
    }
  }

  private void run() {
    long allAt = 0;
    while (!closed) {
      try {
        boolean all = System.nanoTime() - allAt > 0;
        if (all) {
          allAt = System.nanoTime() + LOOK_EVERY.toNanos();
        }
        for (int shard = 0; shard < PersonKey.SHARDS && !closed; shard++) {
          if (grown.getAndSet(shard, 0) != 0 || all) {
            look(shard);
          }
        }
        if (signal.tryAcquire(1, TimeUnit.SECONDS)) {
          signal.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException failure) {
        if (!closed) {
          LOG.log(Level.ERROR, "the outbox could not be read; trying again", failure);
        }
      }
    }
  }

  private void look(int shard) throws InterruptedException {
    for (var item : host.outbox(shard, clock.instant(), LOOK_MAX)) {
      if (isLeftToOthers(item) || !underWay.add(name(item))) {
        continue;
      }
      room.acquire();
      workers.execute(() -> {
        try {
          handle(item);
        } catch (RuntimeException failure) {
          LOG.log(Level.ERROR, "an effect could not be handled: " + item.effect().id(), failure);
        } finally {
          underWay.remove(name(item));
          room.release();
        }
      });
    }
  }

  private static String name(OutboxItem item) {
    return item.person().hex() + item.effect().id();
  }

  /** Once released, a task waits for the colleague who does it. */
  private boolean isLeftToOthers(OutboxItem item) {
    return item.effect().released() && published.isForColleagues(item.effect());
  }

  private void handle(OutboxItem item) {
    var effect = item.effect();
    if (!effect.released() && !release(item)) {
      return;
    }
    if (published.isForColleagues(effect)) {
      return;
    }
    var sender = sender(effect);
    if (effect.released() && !sender.honoursIds()) {
      settle(item, "unknown", false);
      failed.increment();
      return;
    }
    switch (send(item, sender)) {
      case Sent.Delivered(var outcome) -> {
        settle(item, outcome, true);
        delivered.increment();
      }
      case Sent.Failed(var why) -> {
        settle(item, why, false);
        failed.increment();
      }
      case Sent.TryLater(var why) -> {
        int tried = tries.merge(name(item), 1, Integer::sum);
        if (tried >= TRIES_MAX || !sender.honoursIds()) {
          settle(item, why, false);
          failed.increment();
        }
      }
    }
  }

  private Sender sender(Pending effect) {
    if (effect.kind() == Pending.Kind.WEBHOOK) {
      return webhooks;
    }
    var channel = published.current().map(b -> b.channel(effect.channel())).orElse(null);
    return channel == null
        ? new Unset("the channel is gone")
        : senders.getOrDefault(channel.kind(), new Unset("this channel sends nothing"));
  }

  private Sent send(OutboxItem item, Sender sender) {
    var blueprint = published.current();
    if (blueprint.isEmpty()) {
      return new Sent.TryLater("nothing is published");
    }
    try {
      var channel = blueprint.get().channel(item.effect().channel());
      var state = host.read(item.person());
      return sender.send(composer.compose(item, state, blueprint.get(), channel));
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "the words of " + item.effect().subject() + " cannot be rendered");
      return new Sent.Failed("the words cannot be rendered");
    }
  }

  /** Asks whether it may leave now. */
  private boolean release(OutboxItem item) {
    var outcome = submit(item, new Command.ReleaseEffect(item.effect().id()));
    if (!(outcome instanceof Outcome.Taken(var entry, var state))) {
      return false;
    }
    for (var fact : entry.facts()) {
      if (fact instanceof Fact.EffectReleased f && f.id().equals(item.effect().id())) {
        return true;
      }
    }
    withheld.increment();
    return false;
  }

  private void settle(OutboxItem item, String outcome, boolean arrived) {
    submit(item, new Command.SettleEffect(item.effect().id(), outcome, arrived));
    tries.remove(name(item));
  }

  private Outcome submit(OutboxItem item, Command command) {
    var envelope =
        new Envelope(
            item.person(),
            null,
            "channel-" + UUID.randomUUID(),
            Entry.Origin.LIVE,
            clock.instant(),
            command);
    return host.submit(envelope, Priority.STREAM).join();
  }

  /** Begins nothing more and waits for what is on its way. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    workers.shutdown();
    try {
      thread.join();
      if (!workers.awaitTermination(30, TimeUnit.SECONDS)) {
        LOG.log(Level.WARNING, "some messages were still on their way");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
