package cairn.store;

import cairn.engine.Outcome;
import cairn.engine.Priority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One writer thread and the shards it owns: it alone changes their people. */
final class Lane implements Runnable {
  /** The most commands of one batch: enough to share a sync, few enough not to be waited for. */
  static final int DRAIN_MAX = 256;

  /** The most timers of one batch while others ask for something: they wait for all of it. */
  private static final int TIMERS_BESIDE_MAX = 32;

  /**
   * How long timers rest for each nanosecond they took while others ask for something: at least two
   * thirds of a lane, and of the processor, stay free for those.
   */
  private static final long REST = 2;

  /** Without a command for so long, nobody seems to be about whom many timers would hold up. */
  private static final long CALM_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** How long an idle lane sleeps before it looks at the clock again. */
  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private static final long FIRST_GUESS_NANOS = 50_000;

  /** How many commands of the past one measurement is weighed against. */
  private static final int WEIGHT = 4 * DRAIN_MAX;

  private final EmbeddedHost host;
  private final Inbox inbox = new Inbox();
  private final Timers timers;
  private final Drain drain;
  private volatile long nanosPerCommand = FIRST_GUESS_NANOS;
  private long lastCommandAt = System.nanoTime() - CALM_NANOS;
  private long timersAgainAt = System.nanoTime();

  Lane(EmbeddedHost host, int[] shards) {
    this.host = host;
    timers = new Timers(host, shards);
    drain =
        new Drain(host, timers, new Shares(host.database(), host.leases(), shards, host::report));
  }

  Inbox inbox() {
    return inbox;
  }

  /**
   * How long a newcomer would wait, as far as can be told; nothing where the next drain has room.
   */
  Duration estimatedWait(Priority priority) {
    int ahead = inbox.ahead(priority);
    return ahead < DRAIN_MAX ? Duration.ZERO : Duration.ofNanos(ahead * nanosPerCommand);
  }

  @Override
  public void run() {
    var tasks = new ArrayList<Task>(DRAIN_MAX);
    var jobs = new ArrayList<Runnable>();
    try {
      boolean open = true;
      while (open) {
        boolean due = timers.next() <= host.settings().clock().millis();
        open = inbox.drain(tasks, jobs, DRAIN_MAX, due ? untilTimers() : TICK_NANOS);
        jobs.forEach(this::run);
        jobs.clear();
        if (!tasks.isEmpty()) {
          lastCommandAt = System.nanoTime();
          work(tasks);
          tasks.clear();
        }
        fire(tasks);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (StoreException e) {
      host.report("writing", e);
    } catch (RuntimeException e) {
      host.report("running a lane", e);
      throw e;
    } finally {
      turnAway(tasks);
      turnAway(inbox.close());
    }
  }

  /** Fires timers that are due, unless they had their share of the time just now. */
  private void fire(List<Task> tasks) throws InterruptedException {
    long start = System.nanoTime();
    boolean calm = start - lastCommandAt > CALM_NANOS;
    if (!calm && start < timersAgainAt) {
      return;
    }
    tasks.addAll(
        timers.due(host.settings().clock().instant(), calm ? DRAIN_MAX : TIMERS_BESIDE_MAX));
    if (!tasks.isEmpty()) {
      work(tasks);
      tasks.clear();
      long end = System.nanoTime();
      timersAgainAt = end + REST * (end - start);
    }
  }

  private long untilTimers() {
    long now = System.nanoTime();
    return now - lastCommandAt > CALM_NANOS ? 0 : Math.clamp(timersAgainAt - now, 0, TICK_NANOS);
  }

  private void run(Runnable job) {
    try {
      job.run();
    } catch (StoreException e) {
      host.report("working beside commands", e);
    }
  }

  private void work(List<Task> tasks) throws InterruptedException {
    long start = System.nanoTime();
    drain.take(tasks, host.running());
    int count = tasks.size();
    long nanos = System.nanoTime() - start;
    host.recorder().watcher.decided(count, nanos);
    long each = nanos / count;
    // Few commands tell little: most of their time is the batch's own.
    long guess = nanosPerCommand;
    nanosPerCommand = guess + (each - guess) * count / (count + WEIGHT);
  }

  private void turnAway(List<Task> tasks) {
    var why = host.syncer().failure();
    var outcome = new Outcome.Unavailable(why == null ? "The store is closing." : why);
    tasks.forEach(task -> task.reply().complete(outcome));
  }
}
