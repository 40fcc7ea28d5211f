package cairn.sim.host;

import cairn.engine.Change;
import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.engine.FeedItem;
import cairn.engine.Host;
import cairn.engine.Keyring;
import cairn.engine.OutboxItem;
import cairn.engine.Outcome;
import cairn.engine.Post;
import cairn.engine.Priority;
import cairn.engine.Reason;
import cairn.engine.Running;
import cairn.engine.Verdict;
import cairn.log.Entry;
import cairn.person.Identifier;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.person.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A host in memory. A command is taken at once, in the caller's thread; timers fire when the clock
 * is moved, each at the moment it is due. The same seed and the same calls give the same bytes.
 * Belongs to one thread.
 */
public final class SimulatedHost implements Host {
  /** Pointers lead to a known person in one step; more than this is a circle. */
  private static final int HOPS_MAX = 8;

  /** How long an import must have been silent about a person before their timers run. */
  private static final Duration IMPORT_QUIET = Duration.ofMinutes(10);

  private static final Duration STALLED = Duration.ofMinutes(1);
  private static final Duration SEEN = Duration.ofDays(30);

  /** When a person's next timer is to fire. */
  private record Wake(Instant at, PersonKey person) implements Comparable<Wake> {
    @Override
    public int compareTo(Wake other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : person.compareTo(other.person);
    }
  }

  /** Everything kept of one record. */
  private static final class Kept {
    PersonState state;
    final List<Entry> log = new ArrayList<>();
    final Map<String, Seen> seen = new HashMap<>();
    final Map<String, OutboxItem> outbox = new HashMap<>();
    @Nullable Wake wake;

    Kept(PersonKey key) {
      state = PersonState.unknown(key);
    }

    boolean isOpen() {
      return state.standing() == Standing.OPEN && !state.isUnknown();
    }
  }

  /** The entry a command led to, and when that may be forgotten, if ever. */
  private record Seen(long number, @Nullable Instant until) {}

  private record Pointer(PersonKey person, long number) {}

  private final Supplier<Running> running;
  private final Keyring keyring;
  private final Map<PersonKey, Kept> records = new HashMap<>();
  private final List<List<Pointer>> feeds = new ArrayList<>();
  private final TreeSet<Wake> wakes = new TreeSet<>();
  private final List<Watcher> watchers = new ArrayList<>();
  private final ArrayDeque<Runnable> next = new ArrayDeque<>();
  private boolean working;
  private boolean closed;
  private long people;
  private Instant now;

  /**
   * An empty host.
   *
   * @param start what its clock shows
   * @param seed makes its keys and all its chance
   */
  public SimulatedHost(Supplier<Running> running, Instant start, long seed) {
    this.running = running;
    this.now = start;
    var secret = new byte[Keyring.SECRET_BYTES];
    new Random(seed).nextBytes(secret);
    keyring = new Keyring(secret);
    for (int shard = 0; shard < PersonKey.SHARDS; shard++) {
      feeds.add(new ArrayList<>());
    }
  }

  /** The simulated clock. */
  public InstantSource clock() {
    return () -> now;
  }

  /** Lets time pass; timers due on the way fire in order. */
  public void advance(Duration time) {
    moveTo(now.plus(time));
  }

  /** Moves the clock forward to a moment; timers due on the way fire in order. */
  public void moveTo(Instant moment) {
    while (!wakes.isEmpty() && !wakes.first().at().isAfter(moment)) {
      var wake = wakes.removeFirst();
      if (wake.at().isAfter(now)) {
        now = wake.at();
      }
      record(wake.person()).wake = null;
      var _ =
          submit(
              new Envelope(
                  wake.person(),
                  null,
                  "timer:" + wake.at().toEpochMilli(),
                  Entry.Origin.LIVE,
                  now,
                  new Command.Advance()),
              Priority.STREAM);
    }
    if (moment.isAfter(now)) {
      now = moment;
    }
  }

  /**
   * Sets the clock back, as somebody may do to a machine. The time of people who were told of a
   * later one stands still until the clock has come there again.
   */
  public void turnBack(Duration time) {
    now = now.minus(time);
  }

  @Override
  public PersonKey key(Identifier identifier) {
    return keyring.key(identifier);
  }

  @Override
  public CompletableFuture<Outcome> submit(Envelope envelope, Priority priority) {
    var reply = new CompletableFuture<Outcome>();
    work(() -> take(envelope, 0, reply));
    return reply;
  }

  /** Works in order, also when a reply or a watcher asks for more. */
  private void work(Runnable task) {
    next.add(task);
    if (working) {
      return;
    }
    working = true;
    try {
      while (!next.isEmpty()) {
        next.remove().run();
      }
    } finally {
      working = false;
    }
  }

  private void take(Envelope envelope, int hops, CompletableFuture<Outcome> reply) {
    var current = running.get();
    if (closed || current.world().blueprint(current.blueprint()) == null) {
      reply.complete(
          new Outcome.Unavailable(
              closed ? "The host is closed." : "No blueprint is published yet."));
      return;
    }
    var kept = record(envelope.to());
    var command = envelope.command();
    var seen = command instanceof Command.Advance ? null : kept.seen.get(envelope.id());
    if (seen != null && (seen.until() == null || seen.until().isAfter(now))) {
      reply.complete(new Outcome.Duplicate(seen.number(), kept.state));
      return;
    }
    var into = kept.state.sealedInto();
    if (into != null && Change.isSentOn(command)) {
      if (hops >= HOPS_MAX) {
        reply.complete(new Outcome.Refused(Reason.SEALED, kept.state));
      } else {
        take(envelope.to(into), hops + 1, reply);
      }
      return;
    }
    if (command instanceof Command.Seal seal
        && kept.state.sealedInto() == null
        && leadsBack(envelope.to(), seal.into())) {
      reply.complete(new Outcome.Refused(Reason.ALREADY_SEALED, kept.state));
      return;
    }
    decide(envelope, kept, current, reply);
  }

  private void decide(
      Envelope envelope, Kept kept, Running current, CompletableFuture<Outcome> reply) {
    var before = kept.state;
    boolean wasOpen = kept.isOpen();
    long seed = keyring.seed(envelope.to(), keyring.hash(envelope.id()));
    var stamp = Change.stamp(before, envelope, now, seed, current);
    var change = Change.of(before, envelope, stamp, current.world());
    var entry = change.entry();
    if (entry != null) {
      if (command(envelope, Command.Erase.class)) {
        forget(envelope.to());
      }
      keep(envelope, kept, change, entry);
      people += (kept.isOpen() ? 1 : 0) - (wasOpen ? 1 : 0);
    }
    plan(kept, envelope, entry != null);
    reply.complete(change.outcome(before, envelope, stamp));
    var handover = change.handover();
    if (handover != null) {
      var entries =
          kept.log.subList(
              Math.max(0, kept.log.size() - Change.Handover.ENTRIES_MAX), kept.log.size());
      var _ = submit(handover.envelope(envelope.origin(), envelope.at(), entries), Priority.STREAM);
    }
  }

  private void keep(Envelope envelope, Kept kept, Change change, Entry entry) {
    kept.state = change.next();
    kept.log.add(entry);
    int shard = envelope.to().shard();
    feeds.get(shard).add(new Pointer(envelope.to(), entry.number()));
    if (change.verdict() instanceof Verdict.Accepted
        && !command(envelope, Command.Advance.class)
        && !command(envelope, Command.Erase.class)) {
      kept.seen.put(
          envelope.id(),
          new Seen(
              entry.number(),
              switch (entry.origin()) {
                case LIVE -> now.plus(SEEN);
                case IMPORT -> null;
              }));
    }
    boolean grew = false;
    for (var post : change.posts()) {
      grew |= post(kept, post);
    }
    for (var watcher : watchers) {
      watcher.grew(shard, grew);
    }
  }

  private static boolean post(Kept kept, Post post) {
    var person = kept.state.key();
    var item = kept.outbox.get(post.effect());
    switch (post) {
      case Post.Put put ->
          kept.outbox.put(
              put.effect(), new OutboxItem(person, put.pending(), put.content(), put.due()));
      case Post.Defer defer -> {
        if (item != null) {
          kept.outbox.put(
              item.effect().id(),
              new OutboxItem(person, item.effect(), item.content(), defer.until()));
        }
      }
      case Post.Release release -> {
        if (item != null) {
          var put = Post.released(item.effect(), item.content(), release.at());
          kept.outbox.put(
              put.effect(), new OutboxItem(person, put.pending(), put.content(), put.due()));
        }
      }
      case Post.Drop drop -> kept.outbox.remove(drop.effect());
    }
    return post instanceof Post.Put || post instanceof Post.Defer;
  }

  /** Sets the alarm for a record's next timer. */
  private void plan(Kept kept, Envelope envelope, boolean changed) {
    if (kept.wake != null) {
      wakes.remove(kept.wake);
      kept.wake = null;
    }
    var due = kept.isOpen() ? kept.state.nextDue().orElse(null) : null;
    if (due == null) {
      return;
    }
    var earliest =
        switch (envelope.origin()) {
          case LIVE -> changed ? Instant.MIN : now.plus(STALLED);
          case IMPORT -> now.plus(IMPORT_QUIET);
        };
    kept.wake = new Wake(due.isBefore(earliest) ? earliest : due, kept.state.key());
    wakes.add(kept.wake);
  }

  /** Removes what is known of a person, and of every record that points to them. */
  private void forget(PersonKey key) {
    var gone = new HashSet<PersonKey>();
    var open = new ArrayDeque<PersonKey>(List.of(key));
    while (!open.isEmpty()) {
      var one = open.remove();
      if (gone.add(one)) {
        records.forEach((other, kept) -> {
          if (one.equals(kept.state.sealedInto())) {
            open.add(other);
          }
        });
        var kept = record(one);
        kept.log.clear();
        kept.seen.clear();
        kept.outbox.clear();
      }
    }
  }

  @Override
  public PersonState read(PersonKey key) {
    var state = state(key);
    for (int hops = 0; state.sealedInto() != null && hops < HOPS_MAX; hops++) {
      state = state(state.sealedInto());
    }
    return state;
  }

  @Override
  public List<Entry> history(PersonKey key, long before, int max) {
    var kept = records.get(read(key).key());
    if (kept == null) {
      return List.of();
    }
    return kept.log.reversed().stream()
        .filter(entry -> entry.number() < before)
        .limit(Math.max(0, max))
        .toList();
  }

  @Override
  public List<FeedItem> feed(int shard, long after, int max) {
    var feed = feeds.get(shard);
    var items = new ArrayList<FeedItem>();
    for (int i = (int) after; i < feed.size() && items.size() < max; i++) {
      var pointer = feed.get(i);
      var entry = entry(pointer);
      if (entry != null) {
        items.add(new FeedItem(shard, i + 1, pointer.person(), entry));
      }
    }
    return items;
  }

  private @Nullable Entry entry(Pointer pointer) {
    var log = record(pointer.person()).log;
    if (log.isEmpty()) {
      return null;
    }
    long place = pointer.number() - log.getFirst().number();
    return place < 0 ? null : log.get((int) place);
  }

  @Override
  public long feedEnd(int shard) {
    return feeds.get(shard).size();
  }

  @Override
  public void scan(int shard, Predicate<PersonState> visitor) {
    var open =
        records.values().stream()
            .filter(kept -> kept.isOpen() && kept.state.key().shard() == shard)
            .map(kept -> kept.state)
            .sorted(Comparator.comparing(PersonState::key))
            .toList();
    for (var state : open) {
      if (!visitor.test(state)) {
        return;
      }
    }
  }

  @Override
  public long people() {
    return people;
  }

  @Override
  public List<OutboxItem> outbox(int shard, Instant dueBy, int max) {
    return records.values().stream()
        .filter(kept -> !kept.outbox.isEmpty() && kept.state.key().shard() == shard)
        .flatMap(kept -> kept.outbox.values().stream())
        .filter(item -> !item.due().isAfter(dueBy))
        .sorted(
            Comparator.comparing(OutboxItem::due)
                .thenComparing(OutboxItem::person)
                .thenComparing(item -> item.effect().id()))
        .limit(Math.max(0, max))
        .toList();
  }

  @Override
  public void watch(Watcher watcher) {
    watchers.add(watcher);
  }

  @Override
  public void close() {
    closed = true;
  }

  private boolean leadsBack(PersonKey key, PersonKey into) {
    var at = into;
    for (int hops = 0; hops < HOPS_MAX; hops++) {
      if (at.equals(key)) {
        return true;
      }
      var onward = state(at).sealedInto();
      if (onward == null) {
        return false;
      }
      at = onward;
    }
    return true;
  }

  private static boolean command(Envelope envelope, Class<? extends Command> kind) {
    return kind.isInstance(envelope.command());
  }

  private PersonState state(PersonKey key) {
    var kept = records.get(key);
    return kept == null ? PersonState.unknown(key) : kept.state;
  }

  private Kept record(PersonKey key) {
    return records.computeIfAbsent(key, Kept::new);
  }
}
