package cairn.store;

import cairn.engine.Change;
import cairn.engine.Command;
import cairn.engine.Keyring;
import cairn.engine.Outcome;
import cairn.engine.Post;
import cairn.engine.Reason;
import cairn.engine.Running;
import cairn.engine.Verdict;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.person.Standing;
import cairn.store.codec.CorruptRecordException;
import cairn.store.codec.EntryCodec;
import cairn.store.codec.StateCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes a group of commands and writes what they change as one batch.
 *
 * <p>All people of the group and all marks of duplicates are read at once. Then each command is
 * decided on the state the ones before it led to, and its entry, feed pointer, mark and outbox
 * changes go into the batch; a person's state goes in once, at the end. The batch is written, and
 * handed to the syncer with the replies. A command that fails on damage or on a fault of ours is
 * answered so and leaves nothing behind; those beside it are not touched.
 *
 * <p>Sealing and erasing look into the log as well, so each is a batch of its own.
 */
final class Drain {
  /** The days a command id is remembered; imports are remembered until erasure. */
  static final int SEEN_DAYS = 30;

  private static final long DAY_MILLIS = 86_400_000L;

  /** How long a timer that fired and changed nothing waits before it is tried again. */
  private static final long STALLED_MILLIS = 60_000;

  private static final byte[] NONE = {};

  private final EmbeddedHost host;
  private final Database database;
  private final Keyring keyring;
  private final StoreStats.Recorder stats;
  private final Batch batch = new Batch();
  private final OutboxWriter outbox;
  private final Timers timers;
  private final Shares shares;
  private final int logFamily;
  private final int feedFamily;
  private final int seenFamily;
  private final int stateFamily;
  private final int timerFamily;
  private final int metaFamily;

  private final Map<PersonKey, Slot> slots = new HashMap<>();
  private final Map<Integer, Boolean> feeds = new HashMap<>();
  private List<Written.Reply> replies = new ArrayList<>();
  private List<Runnable> after = new ArrayList<>();
  private final List<Task> onward = new ArrayList<>();

  Drain(EmbeddedHost host, Timers timers, Shares shares) {
    this.host = host;
    this.database = host.database();
    this.keyring = host.keyring();
    this.stats = host.recorder();
    this.timers = timers;
    this.shares = shares;
    outbox = new OutboxWriter(database, batch);
    logFamily = database.id(Family.LOG);
    feedFamily = database.id(Family.FEED);
    seenFamily = database.id(Family.SEEN);
    stateFamily = database.id(Family.STATE);
    timerFamily = database.id(Family.TIMER);
    metaFamily = database.id(Family.META);
  }

  /** Takes commands of this lane's shards, in order. */
  void take(List<Task> tasks, Supplier<Running> running) throws InterruptedException {
    var now = running.get();
    if (now.world().blueprint(now.blueprint()) == null) {
      var none = new Outcome.Unavailable("No blueprint is published yet.");
      tasks.forEach(task -> task.reply().complete(none));
      return;
    }
    var clock = host.settings().clock().instant();
    var marks = load(tasks);
    for (int i = 0; i < tasks.size(); i++) {
      var task = tasks.get(i);
      try {
        one(task, marks, i, clock, now);
      } catch (StoreException | CorruptRecordException e) {
        if (host.syncer().failure() != null) {
          throw e;
        }
        failed(task, String.valueOf(e.getMessage()));
      }
    }
    shares.expire(clock.toEpochMilli(), batch);
    commit();
    slots.clear();
    onward.forEach(host::route);
    onward.clear();
  }

  /**
   * Reads everyone the commands are for.
   *
   * @return the marks of duplicates by command, or null where they could not be read at once
   */
  private @Nullable List<byte @Nullable []> load(List<Task> tasks) {
    var people = new LinkedHashMap<PersonKey, Task>();
    var seen = new ArrayList<byte[]>(tasks.size());
    for (var task : tasks) {
      people.putIfAbsent(task.envelope().to(), task);
      seen.add(Layout.seen(task.envelope().to(), task.shard(), task.hash()));
    }
    var keys = new ArrayList<byte[]>(people.size());
    for (var key : people.keySet()) {
      keys.add(Layout.person(key));
    }
    try {
      var rows = database.multiGet(Family.STATE, keys);
      int i = 0;
      for (var task : people.values()) {
        var row = rows.get(i++);
        try {
          slots.put(
              task.envelope().to(),
              new Slot(task.envelope().to(), task.shard(), Rows.person(row, task.envelope().to())));
        } catch (StoreException damaged) {
          // Whoever asks for this person reads it again and is told.
        }
      }
      return database.multiGet(Family.SEEN, seen);
    } catch (StoreException damaged) {
      // One damaged block fails them all; one by one, only those it holds fail.
      return null;
    }
  }

  private Slot slot(Task task) {
    var key = task.envelope().to();
    var slot = slots.get(key);
    if (slot == null) {
      var row = database.get(Family.STATE, Layout.person(key));
      slot = new Slot(key, task.shard(), Rows.person(row, key));
      slots.put(key, slot);
    }
    return slot;
  }

  private void one(
      Task task, @Nullable List<byte @Nullable []> marks, int place, Instant clock, Running running)
      throws InterruptedException {
    var slot = slot(task);
    var envelope = task.envelope();
    var command = envelope.command();
    boolean marked = !(command instanceof Command.Advance);
    if (marked && !slot.state.isUnknown()) {
      var number = slot.taken(task.hash());
      if (number == null) {
        var found =
            marks == null
                ? database.get(Family.SEEN, seenKey(slot, task.hash()))
                : marks.get(place);
        number = found == null ? null : Rows.mark(found, slot.key);
      }
      if (number != null) {
        stats.duplicates.increment();
        reply(task, new Outcome.Duplicate(number, slot.state));
        return;
      }
    }
    if (slot.state.standing() == Standing.SEALED && Change.isSentOn(command)) {
      sendOn(task, slot);
      return;
    }
    switch (command) {
      case Command.Seal seal -> {
        commit();
        host.sealing().seal(this, task, slot, seal, clock, running);
      }
      case Command.Erase _ -> {
        commit();
        try {
          host.erasure().erase(this, task, slot, clock, running);
        } catch (StoreException | CorruptRecordException damaged) {
          batch.clear();
          throw damaged;
        }
      }
      case Command.Absorb absorb -> {
        if (database.get(Family.HANDOVER, Layout.person(absorb.from())) == null) {
          // Whoever it came from was erased while it was on its way.
          stats.refused.increment();
          reply(task, new Outcome.Refused(Reason.ERASED, slot.state));
        } else {
          decide(task, slot, clock, running);
        }
      }
      default -> decide(task, slot, clock, running);
    }
  }

  /** Decides a command and puts what it changes into the batch; null where nothing is kept. */
  @Nullable Change decide(Task task, Slot slot, Instant clock, Running running) {
    var envelope = task.envelope();
    var before = slot.state;
    var stamp = Change.stamp(before, envelope, clock, keyring.seed(slot.key, task.hash()), running);
    Change change;
    try {
      var world = shares.world(running.world(), stamp, slot.shard, envelope, batch);
      change = Change.of(before, envelope, stamp, world);
    } catch (RuntimeException e) {
      fault(task, "deciding", e);
      return null;
    }
    switch (change.verdict()) {
      case Verdict.Accepted _ -> stats.taken.increment();
      case Verdict.Rejected _ -> stats.refused.increment();
    }
    var entry = change.entry();
    if (entry != null) {
      if (!keep(task, slot, change, entry, clock, running)) {
        return null;
      }
    } else if (envelope.command() instanceof Command.Advance) {
      stall(slot, clock.toEpochMilli());
    }
    reply(task, change.outcome(before, envelope, stamp));
    return change;
  }

  /** False where the entry cannot be written; then nothing of it is. */
  private boolean keep(
      Task task, Slot slot, Change change, Entry entry, Instant clock, Running running) {
    // Whatever has to be read is read first: damage found later would leave half an entry.
    shares.read(slot.key, entry);
    // An erasure has deleted its effects already, those that cannot be read as well.
    var posts =
        task.envelope().command() instanceof Command.Erase ? List.<Post>of() : change.posts();
    outbox.read(slot.key, posts);
    int mark = batch.mark();
    int bytes;
    try {
      int start = batch.begin(logFamily, Layout.log(slot.key, entry.number()));
      EntryCodec.write(batch.out(), entry);
      batch.end(start);
      bytes = batch.out().length() - start;
    } catch (RuntimeException e) {
      batch.reset(mark);
      fault(task, "writing", e);
      return false;
    }
    shares.settle(slot.key, entry, running, batch);
    feed(slot, entry, bytes);
    if (change.verdict() instanceof Verdict.Accepted
        && !(task.envelope().command() instanceof Command.Advance)) {
      mark(slot, task, entry, clock);
    }
    if (!posts.isEmpty() && outbox.write(slot.key, posts)) {
      feeds.put(slot.shard, true);
    }
    slot.state = change.next();
    slot.dirty = true;
    if (slot.state.standing() != Standing.OPEN) {
      slot.unknown = StateCodec.NOTHING;
    }
    slot.fireAt = fireAt(change.next(), entry.origin(), clock.toEpochMilli());
    return true;
  }

  private void feed(Slot slot, Entry entry, int bytes) {
    long sequence = host.shards().next(slot.shard);
    pointer(batch, feedFamily, slot.shard, sequence, slot.key, entry);
    if (entry.facts().stream().noneMatch(Fact.RecordAbsorbed.class::isInstance)) {
      // An absorbed record brings its whole history along, too much to keep at hand.
      host.recent().add(slot.shard, sequence, slot.key, entry, bytes);
    }
    feeds.putIfAbsent(slot.shard, false);
  }

  static void pointer(
      Batch batch, int family, int shard, long sequence, PersonKey key, Entry entry) {
    int start = batch.begin(family, Layout.shardAndNumber(shard, sequence));
    FeedPointer.write(batch.out(), key, entry);
    batch.end(start);
  }

  private void mark(Slot slot, Task task, Entry entry, Instant clock) {
    int start = batch.begin(seenFamily, seenKey(slot, task.hash()));
    batch.out().number(entry.number());
    batch
        .out()
        .number(
            switch (entry.origin()) {
              case LIVE -> clock.toEpochMilli() / DAY_MILLIS + SEEN_DAYS;
              case IMPORT -> 0;
            });
    batch.end(start);
    slot.taken(task.hash(), entry.number());
  }

  private long fireAt(PersonState state, Entry.Origin origin, long clock) {
    long due = state.standing() == Standing.OPEN ? Rows.due(state) : Rows.NEVER;
    if (due == Rows.NEVER) {
      return Rows.NEVER;
    }
    return switch (origin) {
      case LIVE -> Math.max(0, due);
      case IMPORT -> Math.max(due, clock + host.settings().importQuiet().toMillis());
    };
  }

  /** A timer that was due and changed nothing must not be tried again at once. */
  private static void stall(Slot slot, long clock) {
    if (slot.fireAt <= clock) {
      slot.fireAt =
          slot.state.standing() == Standing.OPEN && !slot.state.timers().isEmpty()
              ? Math.max(Rows.due(slot.state), clock + STALLED_MILLIS)
              : Rows.NEVER;
      slot.dirty = true;
    }
  }

  private void sendOn(Task task, Slot slot) {
    var into = slot.state.sealedInto();
    if (into == null || task.hops() >= Task.HOPS_MAX) {
      stats.refused.increment();
      reply(task, new Outcome.Refused(Reason.SEALED, slot.state));
      return;
    }
    onward.add(
        new Task(
            task.envelope().to(into),
            task.priority(),
            into.shard(),
            task.hash(),
            task.hops() + 1,
            task.reply()));
  }

  void reply(Task task, Outcome outcome) {
    replies.add(new Written.Reply(task.reply(), outcome));
  }

  private void fault(Task task, String doing, RuntimeException e) {
    host.report(doing + " " + command(task), e);
    failed(task, "A fault of ours: " + e.getClass().getSimpleName() + ". It is in the log.");
  }

  private void failed(Task task, String why) {
    stats.failed.increment();
    reply(task, new Outcome.Unavailable(why));
  }

  private static String command(Task task) {
    return task.envelope().command().getClass().getSimpleName();
  }

  private static byte[] seenKey(Slot slot, long hash) {
    return Layout.seen(slot.key, slot.shard, hash);
  }

  Batch batch() {
    return batch;
  }

  /** Has something done once what is in the batch is safe. */
  void after(Runnable action) {
    after.add(action);
  }

  /** Gives up what is in the batch and stops the store: what it stands on cannot be written. */
  StoreException broken(StoreException e) {
    batch.clear();
    host.syncer().fail(String.valueOf(e.getMessage()), new Written(replies, List.of(), List.of()));
    replies = new ArrayList<>();
    return e;
  }

  /** Writes the batch and hands it to the syncer. */
  void commit() throws InterruptedException {
    for (var slot : slots.values()) {
      if (slot.dirty) {
        person(slot);
      }
    }
    for (int shard : feeds.keySet()) {
      host.shards().write(batch, metaFamily, shard);
    }
    shares.write(batch);
    if (batch.isEmpty() && replies.isEmpty() && after.isEmpty()) {
      return;
    }
    var ends = new ArrayList<Written.FeedEnd>(feeds.size());
    feeds.forEach(
        (shard, grew) -> ends.add(new Written.FeedEnd(shard, host.shards().last(shard), grew)));
    var written = new Written(replies, ends, after);
    replies = new ArrayList<>();
    after = new ArrayList<>();
    feeds.clear();
    host.syncer().announce();
    try {
      if (!batch.isEmpty()) {
        database.write(batch.bytes());
        stats.batches.increment();
      }
    } catch (StoreException e) {
      host.syncer().fail(String.valueOf(e.getMessage()), written);
      throw e;
    } finally {
      batch.clear();
      outbox.written();
      shares.written();
    }
    host.syncer().hand(written);
  }

  private void person(Slot slot) {
    int start = batch.begin(stateFamily, Layout.person(slot.key));
    Rows.person(batch.out(), slot.state, slot.fireAt, slot.unknown);
    batch.end(start);
    if (slot.fireAt != slot.writtenFireAt) {
      if (slot.writtenFireAt != Rows.NEVER) {
        batch.delete(timerFamily, Layout.timer(slot.key, slot.writtenFireAt));
      }
      if (slot.fireAt != Rows.NEVER) {
        batch.put(timerFamily, Layout.timer(slot.key, slot.fireAt), NONE);
        timers.planted(slot.shard, slot.fireAt);
      }
    }
    if (slot.isOpen() != slot.writtenOpen) {
      host.shards().people(slot.shard, slot.isOpen() ? 1 : -1);
      feeds.putIfAbsent(slot.shard, false);
    }
    slot.written();
  }
}
