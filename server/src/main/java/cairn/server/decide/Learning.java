package cairn.server.decide;

import cairn.adaptive.ModelSnapshot;
import cairn.engine.Host;
import cairn.engine.World;
import cairn.server.publish.Published;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Learns from what people did with what was shown, in one order: one thread reads the shards' feeds
 * in turn and goes on from cursors that are kept together with what was learnt.
 *
 * <p>{@link FeedCursors} say what is read next, {@link Lessons} what it teaches. A snapshot is
 * published at most every {@link #PUBLISH_EVERY}, and what was learnt is kept at least every {@link
 * #KEEP_EVERY}; after a crash what came since is read again.
 */
final class Learning implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Learning.class.getName());

  /** The shortest time between two snapshots. */
  static final Duration PUBLISH_EVERY = Duration.ofSeconds(2);

  /** The longest time that something learnt is in memory alone. */
  static final Duration KEEP_EVERY = Duration.ofSeconds(15);

  /**
   * Models that begin to look at other things learn anew from what the log holds of so long, so
   * that nobody's answer is lost by a publication.
   */
  static final Duration LEARNT_AGAIN = Duration.ofDays(30);

  /**
   * Places of the feed passed over without learning anything, after which it is kept where it is
   * read to: a start would look at them again.
   */
  static final int PASSED_OVER_MAX = 100_000;

  /**
   * Numbers of snapshots left out at a start: more than are published between two keepings, so that
   * what was published before a kill never shares its number with other models.
   */
  static final int NUMBERS_LEFT_OUT = 100;

  private static final long REST_MILLIS = 250;

  /** How long decisions and responses gather until they are read together. */
  private static final long GATHER_MILLIS = 20;

  private final Published published;
  private final InstantSource clock;
  private final LearningFile file;
  private final FeedCursors cursors;
  private final Lessons lessons;
  private final Thread thread;
  private final Semaphore signal = new Semaphore(0);
  private int blueprint = -1;
  private long number;
  private boolean unkept;
  private long publishedAt;
  private long keptAt;
  private volatile boolean closed;
  private volatile Seen seen = Seen.NOTHING;

  private Learning(
      Host host, Published published, InstantSource clock, Path folder, HarmWatch harm) {
    this.published = published;
    this.clock = clock;
    this.file = new LearningFile(folder.resolve("learning.bin"));
    this.cursors = new FeedCursors(host);
    this.lessons = new Lessons(host, published, harm);
    this.thread =
        Thread.ofPlatform()
            .name("learning")
            .daemon()
            .uncaughtExceptionHandler((ended, failure) ->
                LOG.log(Level.ERROR, "learning has ended; the models stay as they are", failure))
            .unstarted(this::run);
  }

  /** Resumes what a folder keeps, publishes it, and goes on reading. */
  static Learning start(
      Host host, Published published, InstantSource clock, Path folder, HarmWatch harm) {
    var learning = new Learning(host, published, clock, folder, harm);
    learning.resume();
    learning.follow();
    learning.publish();
    host.watch((shard, outbox) -> learning.signal.release());
    learning.thread.start();
    return learning;
  }

  Seen seen() {
    return seen;
  }

  /** The models that run now. */
  @Nullable ModelSnapshot models() {
    var running = running();
    return running == null ? null : running.scoring().snapshot();
  }

  /** The models that run now, under their number. */
  record Running(long number, World.Scoring scoring) {}

  /** The models that run now, with their number; null before there are any. */
  @Nullable Running running() {
    long running = published.running().models();
    var scoring = published.scoring(running);
    return scoring == null ? null : new Running(running, scoring);
  }

  private void resume() {
    var kept = file.read();
    if (kept == null) {
      return;
    }
    if (!cursors.fit(kept.cursors())) {
      LOG.log(Level.WARNING, "what was learnt belongs to another store; learning anew");
    } else if (lessons.resume(kept)) {
      cursors.resume(kept.cursors(), kept.again());
      number = kept.number() + NUMBERS_LEFT_OUT;
    }
  }

  private void run() {
    while (!closed) {
      try {
        int read = cursors.pass(() -> closed, lessons);
        if (read > 0) {
          lessons.note();
        }
        follow();
        publishIfDue();
        keepIfDue(false);
        rest(read);
      } catch (RuntimeException failure) {
        if (!closed) {
          LOG.log(Level.ERROR, "learning stumbled; going on", failure);
          rest(0);
        }
      }
    }
    keepIfDue(true);
  }

  /** Waits for something new; after a little, for more of it. */
  private void rest(int read) {
    try {
      if (read == 0 && signal.tryAcquire(REST_MILLIS, TimeUnit.MILLISECONDS)) {
        signal.drainPermits();
      } else if (read > 0 && read < FeedCursors.READ_MAX) {
        // Nothing waits for what is learnt, and many at once cost less than one by one.
        Thread.sleep(GATHER_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Follows the blueprint that runs; where models begin anew, they learn again from the log. */
  private void follow() {
    var running = published.current().orElse(null);
    if (running == null || running.number() == blueprint) {
      return;
    }
    blueprint = running.number();
    var since = clock.instant().minus(LEARNT_AGAIN);
    if (lessons.follow(running, since)) {
      cursors.goBack(since);
    }
  }

  private void publishIfDue() {
    if (System.nanoTime() - publishedAt > PUBLISH_EVERY.toNanos()) {
      // What was answered in time and is not read yet shall not count as unanswered.
      lessons.passed(cursors.readUpTo(clock.instant()));
      if (lessons.isNew()) {
        publish();
      }
    }
  }

  private void publish() {
    number++;
    // Whoever sees these models at work also reads what is known of them.
    seen = lessons.seen(number);
    published.score(number, lessons.scoring());
    publishedAt = System.nanoTime();
    lessons.published();
    unkept = true;
  }

  private void keepIfDue(boolean now) {
    boolean due = unkept || cursors.unkept() >= (now ? 1 : PASSED_OVER_MAX);
    if (due && (now || System.nanoTime() - keptAt > KEEP_EVERY.toNanos())) {
      // Whether it can be written or not: a full disk is not tried again at once.
      keptAt = System.nanoTime();
      file.write(lessons.keep(cursors, number));
      cursors.kept();
      unkept = false;
    }
  }

  /** Keeps what was learnt and stops. */
  @Override
  public void close() {
    closed = true;
    signal.release();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
