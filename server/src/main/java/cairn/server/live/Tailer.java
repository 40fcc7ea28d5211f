package cairn.server.live;

import cairn.engine.FeedItem;
import cairn.engine.Host;
import cairn.person.Pending;
import cairn.person.PersonKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the feeds of all shards, one after the other, on one thread, and hands what it finds to the
 * projections. It goes on from the cursors in the {@link ProjectionFile}; where those lie beyond
 * the host's feed, the store is another one and everything is built again.
 */
public final class Tailer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Tailer.class.getName());

  /** Items read from one shard at once. */
  static final int READ_MAX = 1_000;

  /**
   * Readings of one shard in a row: where much is to be read, what lies together on the disk is
   * read together.
   */
  static final int READINGS_MAX = 20;

  /** Items and rows after which what was read is written down, at the latest. */
  static final int UNWRITTEN_MAX = 20_000;

  /** How long what was read waits to be written down. */
  static final Duration WRITE_EVERY = Duration.ofMillis(500);

  private static final long REST_MILLIS = 200;

  /** How long entries gather until they are read together. */
  private static final long GATHER_MILLIS = 10;

  private final Host host;
  private final ProjectionFile file;
  private final JourneyCounts counts;
  private final JourneyTrails trails;
  private final SearchIndex search;
  private final DeskTasks tasks;
  private final LiveFeeds feeds;
  private final RecentPeople recent = new RecentPeople();
  private final long[] cursors;
  private final AtomicLongArray grown = new AtomicLongArray(PersonKey.SHARDS);
  private final FailedShards failed = new FailedShards("reading the feed");
  private final AtomicLong read = new AtomicLong();
  private final Thread thread;
  private final Semaphore signal = new Semaphore(0);
  private volatile boolean closed;
  private volatile boolean caughtUp;
  private int unwritten;
  private long writtenAt = System.nanoTime();

  private Tailer(
      Host host,
      ProjectionFile file,
      JourneyCounts counts,
      JourneyTrails trails,
      Function<PersonKey, @Nullable String> names,
      Predicate<Pending> isForColleagues,
      long[] cursors) {
    this.host = host;
    this.file = file;
    this.counts = counts;
    this.trails = trails;
    this.search = new SearchIndex(host, file);
    this.tasks = new DeskTasks(host, file, isForColleagues);
    this.feeds = new LiveFeeds(counts, names);
    this.cursors = cursors;
    this.thread = Thread.ofPlatform().name("feed-tailer").daemon().unstarted(this::run);
  }

  /**
   * Opens the projections and begins to read.
   *
   * @param names what a person is called, or null where nothing is known
   * @param isForColleagues whether an effect is a task for a desk
   * @param asksAfter the step of a journey that a question asks about once it was left, or null
   */
  public static Tailer start(
      Host host,
      Path projections,
      InstantSource clock,
      Function<PersonKey, @Nullable String> names,
      Predicate<Pending> isForColleagues,
      BinaryOperator<@Nullable String> asksAfter) {
    var file = ProjectionFile.open(projections);
    var counts = new JourneyCounts(host, clock);
    var cursors = file.load(counts);
    if (isOfAnotherStore(host, cursors)) {
      file.close();
      try {
        ProjectionFile.delete(projections);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      file = ProjectionFile.open(projections);
      counts = new JourneyCounts(host, clock);
      cursors = file.load(counts);
    }
    var trails = new JourneyTrails(host, file.trails(), asksAfter);
    file.trails().load(trails);
    var tailer = new Tailer(host, file, counts, trails, names, isForColleagues, cursors);
    host.watch((shard, outbox) -> tailer.grew(shard));
    tailer.thread.start();
    return tailer;
  }

  private static boolean isOfAnotherStore(Host host, long[] cursors) {
    for (int shard = 0; shard < cursors.length; shard++) {
      if (cursors[shard] > host.feedEnd(shard)) {
        return true;
      }
    }
    return false;
  }

  public JourneyCounts counts() {
    return counts;
  }

  public JourneyTrails trails() {
    return trails;
  }

  public SearchIndex search() {
    return search;
  }

  public DeskTasks tasks() {
    return tasks;
  }

  public LiveFeeds feeds() {
    return feeds;
  }

  public RecentPeople recent() {
    return recent;
  }

  /** Entries read since the start. */
  public long read() {
    return read.get();
  }

  /** Whether everything that had happened before the start has been read. */
  public boolean isCaughtUp() {
    return caughtUp;
  }

  private void grew(int shard) {
    grown.set(shard, 1);
    signal.release();
  }

  private void run() {
    for (int shard = 0; shard < PersonKey.SHARDS; shard++) {
      grown.set(shard, 1);
    }
    while (!closed) {
      try {
        int read = pass();
        write(false);
        if (read == 0) {
          caughtUp = true;
        }
        rest(read);
      } catch (RuntimeException failure) {
        if (!closed) {
          LOG.log(Level.ERROR, "reading the feed failed; going on", failure);
          rest(0);
        }
      }
    }
    try {
      write(true);
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "the projections were not written; they follow from the feed");
    }
  }

  /** Reads what grew; a shard that fails is asked again in the next pass. */
  private int pass() {
    long before = read.get();
    for (int shard = 0; shard < PersonKey.SHARDS && !closed; shard++) {
      boolean more = grown.getAndSet(shard, 0) == 1;
      for (int readings = 0; more && readings < READINGS_MAX && !closed; readings++) {
        more = readOn(shard);
      }
    }
    return (int) (read.get() - before);
  }

  /** Reads once; true where the shard may have as much again. */
  private boolean readOn(int shard) {
    long before = read.get();
    if (!failed.succeeds(shard, () -> read(shard))) {
      grown.set(shard, 1);
      return false;
    }
    write(false);
    return read.get() - before == READ_MAX;
  }

  private void read(int shard) {
    var items = host.feed(shard, cursors[shard], READ_MAX);
    if (!items.isEmpty()) {
      grown.set(shard, 1);
      take(shard, items);
    }
  }

  /** Hands each entry on once: one that cannot be taken is left behind, not counted again. */
  private void take(int shard, List<FeedItem> items) {
    for (var item : items) {
      cursors[shard] = item.sequence();
      unwritten++;
      read.incrementAndGet();
      counts.take(item);
      trails.take(item);
      search.take(item);
      tasks.take(item);
      feeds.take(item);
      recent.add(item.person());
    }
  }

  private void write(boolean now) {
    if (unwritten == 0) {
      return;
    }
    boolean due =
        now
            || unwritten >= UNWRITTEN_MAX
            || search.waiting() >= UNWRITTEN_MAX
            || System.nanoTime() - writtenAt > WRITE_EVERY.toNanos();
    if (due) {
      file.commit(cursors, counts.changed(), trails, search.words(), tasks.changes());
      counts.written();
      trails.written();
      search.written();
      tasks.written();
      unwritten = 0;
      writtenAt = System.nanoTime();
    }
  }

  /** Waits for something new; after a little, for more of it. */
  private void rest(int read) {
    try {
      if (read == 0 && signal.tryAcquire(REST_MILLIS, TimeUnit.MILLISECONDS)) {
        signal.drainPermits();
      } else if (read > 0 && read < READ_MAX) {
        // Nobody sees whether it is a little later, and many at once cost less than one by one.
        Thread.sleep(GATHER_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    feeds.close();
    signal.release();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    file.close();
  }
}
