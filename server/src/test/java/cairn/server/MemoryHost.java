package cairn.server;

import cairn.engine.Change;
import cairn.engine.Envelope;
import cairn.engine.FeedItem;
import cairn.engine.Host;
import cairn.engine.Keyring;
import cairn.engine.OutboxItem;
import cairn.engine.Outcome;
import cairn.engine.Post;
import cairn.engine.Priority;
import cairn.engine.Running;
import cairn.log.Entry;
import cairn.person.Identifier;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.person.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A host that forgets everything when it closes; one lock stands for all its writers. */
public final class MemoryHost implements Host {
  private final Keyring keyring = new Keyring(new byte[Keyring.SECRET_BYTES]);
  private final Supplier<Running> running;
  private final InstantSource clock;
  private final Map<PersonKey, PersonState> states = new LinkedHashMap<>();
  private final Map<PersonKey, List<Entry>> logs = new HashMap<>();
  private final Map<PersonKey, Map<String, Long>> seen = new HashMap<>();
  private final List<List<FeedItem>> feeds = new ArrayList<>();
  private final Map<String, OutboxItem> outbox = new LinkedHashMap<>();
  private final List<Watcher> watchers = new ArrayList<>();
  private final Set<String> busyOnce = ConcurrentHashMap.newKeySet();
  private final Set<PersonKey> faulty = ConcurrentHashMap.newKeySet();
  private volatile boolean busy;
  private volatile boolean down;

  public MemoryHost(Supplier<Running> running, InstantSource clock) {
    this.running = running;
    this.clock = clock;
    for (int shard = 0; shard < PersonKey.SHARDS; shard++) {
      feeds.add(new ArrayList<>());
    }
  }

  /** From now on every command is told to come back later, or none is. */
  public void busy(boolean is) {
    busy = is;
  }

  /** The command with this id is told to come back later the first time it is sent. */
  public void busyOnce(String commandId) {
    busyOnce.add(commandId);
  }

  /** No command for this person can be taken. */
  public void faulty(PersonKey person) {
    faulty.add(person);
  }

  /** From now on nothing is taken at all, or everything again. */
  public void down(boolean is) {
    down = is;
  }

  @Override
  public PersonKey key(Identifier identifier) {
    return keyring.key(identifier);
  }

  @Override
  public CompletableFuture<Outcome> submit(Envelope envelope, Priority priority) {
    if (busy || busyOnce.remove(envelope.id())) {
      return CompletableFuture.completedFuture(new Outcome.Overloaded(Duration.ofSeconds(7)));
    }
    if (down || faulty.contains(envelope.to())) {
      return CompletableFuture.completedFuture(new Outcome.Unavailable("A fault of ours."));
    }
    return CompletableFuture.completedFuture(take(envelope));
  }

  private synchronized Outcome take(Envelope envelope) {
    var before = state(envelope.to());
    var mine = seen.computeIfAbsent(envelope.to(), any -> new HashMap<>());
    var known = mine.get(envelope.id());
    if (known != null) {
      return new Outcome.Duplicate(known, read(envelope.to()));
    }
    var into = before.sealedInto();
    if (into != null && Change.isSentOn(envelope.command())) {
      return take(envelope.to(into));
    }
    long seed = keyring.seed(envelope.to(), keyring.hash(envelope.id()));
    var stamp = Change.stamp(before, envelope, clock.instant(), seed, running.get());
    var change = Change.of(before, envelope, stamp, running.get().world());
    var entry = change.entry();
    if (entry != null) {
      keep(envelope, change, entry);
    }
    var outcome = change.outcome(before, envelope, stamp);
    if (outcome instanceof Outcome.Taken taken) {
      mine.put(envelope.id(), taken.entry().number());
    }
    var handover = change.handover();
    if (handover != null) {
      var entries = logs.getOrDefault(handover.from(), List.of());
      take(handover.envelope(envelope.origin(), envelope.at(), entries));
    }
    return outcome;
  }

  private void keep(Envelope envelope, Change change, Entry entry) {
    var key = envelope.to();
    states.put(key, change.next());
    if (change.next().standing() == Standing.ERASED) {
      logs.remove(key);
      outbox.values().removeIf(item -> item.person().equals(key));
    }
    logs.computeIfAbsent(key, any -> new ArrayList<>()).add(entry);
    var feed = feeds.get(key.shard());
    feed.add(new FeedItem(key.shard(), feed.size() + 1, key, entry));
    for (var post : change.posts()) {
      var id = key.hex() + post.effect();
      switch (post) {
        case Post.Put p -> outbox.put(id, new OutboxItem(key, p.pending(), p.content(), p.due()));
        case Post.Defer p -> due(id, p.until());
        case Post.Release p -> due(id, p.at().plus(Post.RETRY_AFTER));
        case Post.Drop p -> outbox.remove(id);
      }
    }
    watchers.forEach(watcher -> watcher.grew(key.shard(), !change.posts().isEmpty()));
  }

  private void due(String id, Instant when) {
    outbox.computeIfPresent(
        id, (any, item) -> new OutboxItem(item.person(), item.effect(), item.content(), when));
  }

  private PersonState state(PersonKey key) {
    return states.getOrDefault(key, PersonState.unknown(key));
  }

  @Override
  public synchronized PersonState read(PersonKey key) {
    var state = state(key);
    var into = state.sealedInto();
    return into == null ? state : read(into);
  }

  @Override
  public synchronized List<Entry> history(PersonKey key, long before, int max) {
    return logs.getOrDefault(read(key).key(), List.of()).reversed().stream()
        .filter(entry -> entry.number() < before)
        .limit(max)
        .toList();
  }

  @Override
  public synchronized List<FeedItem> feed(int shard, long after, int max) {
    return feeds.get(shard).stream()
        .skip(after)
        .limit(max)
        .filter(item -> logs.getOrDefault(item.person(), List.of()).contains(item.entry()))
        .toList();
  }

  @Override
  public synchronized long feedEnd(int shard) {
    return feeds.get(shard).size();
  }

  @Override
  public synchronized void scan(int shard, Predicate<PersonState> visitor) {
    for (var state : new TreeMap<>(states).values()) {
      if (state.key().shard() == shard && state.standing() == Standing.OPEN) {
        if (!visitor.test(state)) {
          return;
        }
      }
    }
  }

  @Override
  public synchronized long people() {
    return states.values().stream().filter(s -> s.standing() == Standing.OPEN).count();
  }

  @Override
  public synchronized List<OutboxItem> outbox(int shard, Instant dueBy, int max) {
    return outbox.values().stream()
        .filter(item -> item.person().shard() == shard && !item.due().isAfter(dueBy))
        .sorted(Comparator.comparing(OutboxItem::due))
        .limit(max)
        .toList();
  }

  @Override
  public synchronized void watch(Watcher watcher) {
    watchers.add(watcher);
  }

  @Override
  public void close() {}
}
