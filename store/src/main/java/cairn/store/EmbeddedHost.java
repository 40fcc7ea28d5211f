package cairn.store;

import cairn.engine.Envelope;
import cairn.engine.FeedItem;
import cairn.engine.Host;
import cairn.engine.Keyring;
import cairn.engine.OutboxItem;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.engine.Running;
import cairn.engine.VolumeUse;
import cairn.log.Entry;
import cairn.person.Identifier;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.person.Standing;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A host on this machine's disk. Commands go to the lane that owns the person's shard; readers read
 * beside the lanes and wait, where they read what is not yet synced, for the sync. Thread-safe.
 */
public final class EmbeddedHost implements Host {
  private static final Logger LOG = System.getLogger(EmbeddedHost.class.getName());

  /** Damaged effects that are told one by one; the doctor finds those beyond. */
  private static final int UNREADABLE_TOLD_MAX = 1_000;

  private static final Duration RETRY_AFTER_MIN = Duration.ofMillis(100);

  /** Between two pieces of the walk that forgets old command ids, and between two walks. */
  private static final Duration EXPIRY_PAUSE = Duration.ofSeconds(2);

  private static final Duration EXPIRY_WALK_PAUSE = Duration.ofHours(6);

  private final StoreSettings settings;
  private final Supplier<Running> running;
  private final Database database;
  private final Keyring keyring;
  private final Shards shards;
  private final StoreStats.Recorder stats = new StoreStats.Recorder();
  private final Replier replier;
  private final Syncer syncer;
  private final Sealing sealing = new Sealing(this);
  private final Volumes volumes = new Volumes();
  private final RecentEntries recent = new RecentEntries();
  private final Feed feed;
  private final ErasureLedger ledger;
  private final Erasure erasure;
  private final ControlLog control;
  private final SeenExpiry expiry;
  private final SyncTest syncTest;
  private final Lane[] lanes;
  private final List<Thread> laneThreads = new ArrayList<>();
  private final Thread syncThread;
  private final Thread replyThread;
  private final ScheduledExecutorService later;

  /** Effects whose damage was told, by their key. */
  private final Set<ByteBuffer> unreadable = ConcurrentHashMap.newKeySet();

  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();

  private EmbeddedHost(StoreSettings settings, Supplier<Running> running) {
    this.settings = settings;
    this.running = running;
    var watermark = Opening.prepare(settings.folder());
    syncTest = SyncTest.of(settings.folder());
    var logs = KeptLogs.of(settings.folder());
    database = Database.open(Opening.databaseFolder(settings.folder()), settings.cacheBytes());
    try {
      keyring = new Keyring(Opening.secret(database, settings.folder()));
      Opening.refuseLoss(database, watermark, logs, settings.folder());
      shards = new Shards(database);
      feed = new Feed(database, shards, recent);
      ledger = new ErasureLedger(settings.folder().resolve("erasures"));
      erasure = new Erasure(this, ledger);
      erasure.applyLedger();
      control = new ControlLog(this);
      expiry = new SeenExpiry(database);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    replier = new Replier(this::grew, this::report);
    syncer = new Syncer(database, watermark, replier, stats);
    lanes = new Lane[settings.lanes()];
    for (int i = 0; i < lanes.length; i++) {
      int lane = i;
      lanes[i] =
          new Lane(
              this,
              IntStream.range(0, PersonKey.SHARDS)
                  .filter(shard -> shard % lanes.length == lane)
                  .toArray());
    }
    later =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("cairn-store-later").daemon().factory());
    replyThread = Thread.ofPlatform().name("cairn-store-reply").daemon().start(replier);
    syncThread = Thread.ofPlatform().name("cairn-store-sync").daemon().start(syncer);
    for (int i = 0; i < lanes.length; i++) {
      laneThreads.add(Thread.ofPlatform().name("cairn-store-lane-" + i).daemon().start(lanes[i]));
    }
    sealing.resume();
    erasure.resume();
    later(EXPIRY_PAUSE, this::expire);
  }

  /**
   * Opens the store in a folder, or makes one, and takes up what a crash left undone.
   *
   * @param running what is published at the moment; asked once for each group of commands
   * @throws StoreException if the store is unfit or open elsewhere; the message says what to do
   */
  public static EmbeddedHost open(StoreSettings settings, Supplier<Running> running) {
    return new EmbeddedHost(settings, running);
  }

  @Override
  public PersonKey key(Identifier identifier) {
    return keyring.key(identifier);
  }

  @Override
  public CompletableFuture<Outcome> submit(Envelope envelope, Priority priority) {
    var task =
        new Task(
            envelope,
            priority,
            envelope.to().shard(),
            keyring.hash(envelope.id()),
            0,
            new CompletableFuture<>());
    route(task);
    return task.reply();
  }

  /** Puts a command before the lane that owns its shard, or answers it at once. */
  void route(Task task) {
    var failure = syncer.failure();
    if (failure != null) {
      task.reply().complete(new Outcome.Unavailable(failure));
      return;
    }
    var lane = lane(task.shard());
    var wait = lane.estimatedWait(task.priority());
    var offered =
        wait.compareTo(waitMax(task.priority())) > 0
            ? Inbox.Offered.FULL
            : lane.inbox().offer(task);
    switch (offered) {
      case WAITS -> {}
      case FULL -> {
        stats.overloaded.increment();
        var retry = wait.compareTo(RETRY_AFTER_MIN) < 0 ? RETRY_AFTER_MIN : wait;
        task.reply().complete(new Outcome.Overloaded(retry));
      }
      case CLOSED -> task.reply().complete(new Outcome.Unavailable("The store is closing."));
    }
  }

  private Duration waitMax(Priority priority) {
    return switch (priority) {
      case INTERACTIVE -> settings.interactiveWaitMax();
      case STREAM -> settings.streamWaitMax();
      case BATCH -> settings.batchWaitMax();
    };
  }

  @Override
  public PersonState read(PersonKey key) {
    var state = state(key);
    for (int hops = 0; state.sealedInto() != null && hops < Task.HOPS_MAX; hops++) {
      state = state(state.sealedInto());
    }
    syncer.await();
    return state;
  }

  private PersonState state(PersonKey key) {
    return Rows.person(database.get(Family.STATE, Layout.person(key)), key).state();
  }

  @Override
  public List<Entry> history(PersonKey key, long before, int max) {
    var owner = read(key).key();
    var entries = new ArrayList<Entry>();
    if (max > 0 && before > 0) {
      database.visitBackwards(
          Family.LOG,
          Layout.person(owner),
          Layout.log(owner, Math.min(before, (1L << 32) - 1)),
          (row, value) -> {
            entries.add(Rows.entry(value, owner));
            return entries.size() < max;
          });
      syncer.await();
    }
    return entries;
  }

  @Override
  public List<FeedItem> feed(int shard, long after, int max) {
    return feed.read(shard, after, max);
  }

  @Override
  public List<FeedItem> decisions(int shard, long after, int max) {
    return feed.decisions(shard, after, max);
  }

  @Override
  public long feedEnd(int shard) {
    return shards.readable(shard);
  }

  @Override
  public void scan(int shard, Predicate<PersonState> visitor) {
    var from = new byte[] {(byte) shard};
    database.visit(
        Family.STATE,
        from,
        Layout.after(from),
        (key, value) -> {
          var state = Rows.person(value, PersonKey.of(key, 1)).state();
          return state.standing() != Standing.OPEN || visitor.test(state);
        });
  }

  @Override
  public long people() {
    return shards.people();
  }

  @Override
  public List<VolumeUse> volumes() {
    return Shares.written(database);
  }

  @Override
  public List<OutboxItem> outbox(int shard, Instant dueBy, int max) {
    var from = new byte[] {(byte) shard, 1};
    var to = new byte[10];
    System.arraycopy(from, 0, to, 0, 2);
    Layout.int64(to, 2, OutboxWriter.millis(dueBy) + 1);
    var items = new ArrayList<OutboxItem>();
    if (max <= 0) {
      return items;
    }
    database.visit(
        Family.OUTBOX,
        from,
        to,
        (key, value) -> {
          var content = Arrays.copyOfRange(key, 8, key.length);
          content[0] = (byte) shard;
          content[1] = 0;
          var row = database.get(Family.OUTBOX, content);
          if (row != null) {
            readable(content, row).ifPresent(items::add);
          }
          return items.size() < max;
        });
    syncer.await();
    return items;
  }

  /** An effect that cannot be read is told once, and those behind it leave all the same. */
  private Optional<OutboxItem> readable(byte[] key, byte[] row) {
    try {
      return Optional.of(Rows.effect(row, PersonKey.of(key, Layout.EFFECT_PERSON)));
    } catch (StoreException damaged) {
      if (unreadable.size() < UNREADABLE_TOLD_MAX && unreadable.add(ByteBuffer.wrap(key))) {
        report("reading what waits to leave", damaged);
      }
      return Optional.empty();
    }
  }

  @Override
  public void watch(Watcher watcher) {
    watchers.add(watcher);
  }

  private void grew(Written.FeedEnd end) {
    shards.reveal(end.shard(), end.sequence());
    for (var watcher : watchers) {
      try {
        watcher.grew(end.shard(), end.outbox());
      } catch (RuntimeException e) {
        report("telling a watcher", e);
      }
    }
  }

  /**
   * Removes the bytes of everyone erased so far from the files, which otherwise happens a minute
   * after each erasure; returns once they are gone.
   */
  public void scrub() {
    erasure.scrub();
  }

  private void expire() {
    long today = settings.clock().millis() / Duration.ofDays(1).toMillis();
    later(expiry.piece(today) ? EXPIRY_WALK_PAUSE : EXPIRY_PAUSE, this::expire);
  }

  /** The record of what was published and switched. */
  public ControlLog control() {
    return control;
  }

  /**
   * Copies the store as it stands at this moment into a new folder, without stopping anything.
   *
   * @throws StoreException if the folder already holds a backup or cannot be written
   */
  public Backup.Summary backup(Path target, Backup.Progress progress) {
    return Backup.of(database, settings.folder(), target, progress);
  }

  /**
   * Reads everything and compares all checksums.
   *
   * @throws StoreException naming the first damaged file
   */
  public void verify() {
    database.verify();
  }

  /** Moves everything into packed tables, as time would; for measuring how much room it takes. */
  public void settle() {
    database.flush();
    for (var family : Family.values()) {
      database.compact(family, new byte[] {0}, new byte[] {(byte) 0xff});
    }
  }

  /** How the disk answered when the store opened. */
  public SyncTest syncTest() {
    return syncTest;
  }

  /** Tells somebody of the work from now on; {@link StoreWork#UNWATCHED} ends it. */
  public void watchWork(StoreWork watcher) {
    stats.watcher = watcher;
  }

  /** How the host is doing. */
  public StoreStats stats() {
    return stats.now(
        waiting(Priority.INTERACTIVE), waiting(Priority.STREAM), waiting(Priority.BATCH));
  }

  private int waiting(Priority priority) {
    return Arrays.stream(lanes).mapToInt(lane -> lane.inbox().waiting(priority)).sum();
  }

  /** Takes no more commands, finishes and syncs what it has taken up, and closes the files. */
  @Override
  public void close() {
    later.shutdownNow();
    later.close();
    for (var lane : lanes) {
      var left = lane.inbox().close();
      left.forEach(task -> task.reply().complete(new Outcome.Unavailable("The store is closing.")));
    }
    laneThreads.forEach(EmbeddedHost::join);
    syncer.close();
    join(syncThread);
    replier.close();
    join(replyThread);
    ledger.close();
    database.close();
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  void later(Duration wait, Runnable action) {
    Runnable reported =
        () -> {
          try {
            action.run();
          } catch (RuntimeException e) {
            report("taking up what had to wait", e);
          }
        };
    try {
      var _ = later.schedule(reported, wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closing) {
      // What has to be done is written down; the next start takes it up.
    }
  }

  /** Writes a fault to the log; what was being done is named, never for whom. */
  void report(String doing, Throwable fault) {
    LOG.log(Level.ERROR, "The store failed while " + doing, fault);
  }

  Lane lane(int shard) {
    return lanes[shard % lanes.length];
  }

  StoreSettings settings() {
    return settings;
  }

  Supplier<Running> running() {
    return running;
  }

  Database database() {
    return database;
  }

  Keyring keyring() {
    return keyring;
  }

  Shards shards() {
    return shards;
  }

  Syncer syncer() {
    return syncer;
  }

  RecentEntries recent() {
    return recent;
  }

  Volumes leases() {
    return volumes;
  }

  Erasure erasure() {
    return erasure;
  }

  Sealing sealing() {
    return sealing;
  }

  StoreStats.Recorder recorder() {
    return stats;
  }
}
