package cairn.server.intake;

import cairn.engine.Envelope;
import cairn.engine.Host;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.value.Era;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Hands envelopes to the host and waits for all of them together, so that one sync serves a whole
 * batch. Safe for many threads.
 *
 * <p>Too much is refused before anything of a request is taken: at most {@link #IN_FLIGHT_MAX}
 * commands are on their way at once. Where a single shard of a batch is busy, its commands are
 * offered again for up to {@link #PATIENCE}; only then is the sender told, and sending again with
 * the same ids does no harm.
 */
public final class Intake {
  /** Commands on their way at once, over all requests: a few seconds of work. */
  public static final int IN_FLIGHT_MAX = 50_000;

  /** How long a busy shard is waited for. */
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  /** How far in the future something may have occurred: clocks differ. */
  public static final Duration AHEAD_MAX = Duration.ofDays(1);

  private static final long PAUSE_MILLIS = 20;

  private final Host host;
  private final Semaphore room = new Semaphore(IN_FLIGHT_MAX);
  private final LongAdder taken = new LongAdder();
  private final LongAdder repeated = new LongAdder();
  private final LongAdder refused = new LongAdder();

  public Intake(Host host) {
    this.host = host;
  }

  /** Events taken, since the start. */
  public long taken() {
    return taken.sum();
  }

  /** Events that had been taken before, since the start. */
  public long repeated() {
    return repeated.sum();
  }

  /** Commands that the rules refused, since the start. */
  public long refused() {
    return refused.sum();
  }

  /** Refuses a time that lies too far ahead, or before any that can be kept. */
  public static Instant notAhead(Instant at, Instant now, String field) {
    if (at.isAfter(now.plus(AHEAD_MAX))) {
      throw HttpRefusal.invalid(field, "This time lies more than a day ahead.");
    }
    return kept(at, field);
  }

  /** Refuses a time that cannot be kept. */
  static Instant kept(Instant at, String field) {
    if (!Era.holds(at)) {
      throw HttpRefusal.invalid(field, "A time lies in the years 1 to 9999.");
    }
    return at;
  }

  /**
   * Takes all, and answers what came of each, in order, once all of it is durable.
   *
   * @throws HttpRefusal where the host is too busy or closing
   */
  public List<Outcome> take(List<Envelope> envelopes) {
    if (!room.tryAcquire(envelopes.size())) {
      throw HttpRefusal.later(
          Code.BUSY, "Too much comes in at once; send it again later.", Duration.ofSeconds(1));
    }
    try {
      return submit(envelopes);
    } finally {
      room.release(envelopes.size());
    }
  }

  private List<Outcome> submit(List<Envelope> envelopes) {
    var waiting = Offer.all(host, envelopes, Priority.STREAM);
    var outcomes = new ArrayList<Outcome>(envelopes.size());
    long until = 0;
    for (int i = 0; i < envelopes.size(); i++) {
      var outcome = waiting.get(i).join();
      while (outcome instanceof Outcome.Overloaded(var retryAfter)) {
        if (until == 0) {
          until = System.nanoTime() + PATIENCE.toNanos();
        }
        if (System.nanoTime() > until || !pause()) {
          throw busy(outcomes, envelopes.size(), retryAfter);
        }
        outcome = host.submit(envelopes.get(i), Priority.STREAM).join();
      }
      count(outcome);
      outcomes.add(outcome);
    }
    return outcomes;
  }

  private void count(Outcome outcome) {
    switch (outcome) {
      case Outcome.Taken any -> taken.increment();
      case Outcome.Duplicate any -> repeated.increment();
      case Outcome.Refused any -> refused.increment();
      case Outcome.Overloaded any -> {}
      case Outcome.Unavailable(var why) ->
          throw HttpRefusal.later(Code.UNAVAILABLE, why, Duration.ofSeconds(5));
    }
  }

  private static HttpRefusal busy(List<Outcome> done, int all, Duration retryAfter) {
    return HttpRefusal.later(
        Code.BUSY,
        done.isEmpty()
            ? "Too much comes in at once; nothing was taken. Send it again later."
            : "Too much comes in at once; at least "
                + done.size()
                + " of "
                + all
                + " were taken. Send all again with the same ids later.",
        retryAfter);
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The refusal in an outcome, or null where it stands. */
  static @Nullable String refusal(Outcome outcome) {
    return outcome instanceof Outcome.Refused(var reason, var state) ? reason.sentence() : null;
  }
}
