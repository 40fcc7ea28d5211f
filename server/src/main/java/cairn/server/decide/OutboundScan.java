package cairn.server.decide;

import cairn.blueprint.Blueprint;
import cairn.decision.DecisionRequest;
import cairn.decision.Pipeline;
import cairn.engine.Command;
import cairn.engine.Decisions;
import cairn.engine.Envelope;
import cairn.engine.Host;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.engine.Stamp;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.person.Standing;
import cairn.server.publish.Published;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run under way: a thread for each core takes shard after shard. Safe for many threads. */
final class OutboundScan {
  private static final System.Logger LOG = System.getLogger(OutboundScan.class.getName());

  /** Commands of one run on their way at once. */
  static final int IN_FLIGHT_MAX = 256;

  private static final int THREADS =
      Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
  private static final long PAUSE_NANOS = 20_000_000;

  /** Asks the state's own clock of the run now and then, not for everybody. */
  private static final int LOOKS_UP_EVERY = 1_024;

  private final Host host;
  private final Published published;
  private final InstantSource clock;
  private final Consumer<OutboundRun> keeper;
  private final OutboundRun begun;
  private final BitSet done = new BitSet(PersonKey.SHARDS);
  private final BitSet taken = new BitSet(PersonKey.SHARDS);
  private final LongAdder people = new LongAdder();
  private final LongAdder proposed = new LongAdder();
  private final LongAdder queued = new LongAdder();
  private final LongAdder silent = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final Map<String, LongAdder> winners = new ConcurrentHashMap<>();
  private final Semaphore room = new Semaphore(IN_FLIGHT_MAX);
  private final List<Thread> threads = new ArrayList<>();
  private final long startedNanos = System.nanoTime();
  private final long peopleBefore;
  private OutboundRun.State state;
  private @Nullable Instant ended;
  private volatile boolean closed;
  private volatile double speed;

  OutboundScan(
      Host host,
      Published published,
      InstantSource clock,
      OutboundRun run,
      Consumer<OutboundRun> keeper) {
    this.host = host;
    this.published = published;
    this.clock = clock;
    this.begun = run;
    this.keeper = keeper;
    this.state = run.state();
    this.ended = run.ended();
    this.speed = run.peoplePerSecond();
    this.peopleBefore = run.people();
    run.shards().forEach(shard -> done.set(shard));
    taken.or(done);
    people.add(run.people());
    proposed.add(run.proposed());
    queued.add(run.queued());
    silent.add(run.silent());
    failed.add(run.failed());
    run.winners()
        .forEach(
            (action, count) -> winners.computeIfAbsent(action, any -> new LongAdder()).add(count));
  }

  /** Begins to scan, unless the run is over. */
  void start() {
    if (isOver()) {
      return;
    }
    for (int i = 0; i < THREADS; i++) {
      var thread = Thread.ofPlatform().name("outbound-" + i).daemon().unstarted(this::work);
      threads.add(thread);
    }
    threads.forEach(Thread::start);
  }

  synchronized boolean isOver() {
    return state == OutboundRun.State.DONE || state == OutboundRun.State.STOPPED;
  }

  synchronized OutboundRun run() {
    return new OutboundRun(
        begun.id(),
        begun.channel(),
        begun.placement(),
        begun.segment(),
        begun.dryRun(),
        state,
        begun.begun(),
        ended,
        done.stream().boxed().toList(),
        people.sum(),
        proposed.sum(),
        queued.sum(),
        silent.sum(),
        failed.sum(),
        counts(),
        speed);
  }

  private Map<String, Long> counts() {
    var counts = new java.util.TreeMap<String, Long>();
    winners.forEach((action, count) -> counts.put(action, count.sum()));
    return counts;
  }

  /** Pauses, resumes or stops; a run that is over stays over. */
  OutboundRun change(OutboundRun.State to) {
    synchronized (this) {
      if (!isOver()) {
        state = to;
        if (to == OutboundRun.State.STOPPED) {
          ended = clock.instant();
        }
        notifyAll();
      }
    }
    var now = run();
    keeper.accept(now);
    return now;
  }

  private void work() {
    try {
      for (int shard = next(); shard >= 0; shard = next()) {
        if (scan(shard)) {
          finished(shard);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      if (!closed) {
        LOG.log(Level.ERROR, "an outbound run stumbled; it goes on after a restart", failure);
      }
    }
  }

  /** The next shard to scan, after any pause; -1 where there is none or the run is over. */
  private synchronized int next() throws InterruptedException {
    awaitRunning();
    if (closed || isOver()) {
      return -1;
    }
    int shard = taken.nextClearBit(0);
    if (shard >= PersonKey.SHARDS) {
      return -1;
    }
    taken.set(shard);
    return shard;
  }

  private synchronized void awaitRunning() throws InterruptedException {
    while (state == OutboundRun.State.PAUSED && !closed) {
      wait();
    }
  }

  private void finished(int shard) {
    synchronized (this) {
      done.set(shard);
      double seconds = (System.nanoTime() - startedNanos) / 1e9;
      speed = (people.sum() - peopleBefore) / Math.max(1e-3, seconds);
      if (done.cardinality() == PersonKey.SHARDS && !isOver()) {
        state = OutboundRun.State.DONE;
        ended = clock.instant();
      }
      // Kept before another shard counts, so that what is kept never goes back.
      keeper.accept(run());
    }
  }

  /** Scans one shard, then decides for those it selected; false where it was cut short. */
  private boolean scan(int shard) throws InterruptedException {
    var blueprint = published.current().orElse(null);
    if (blueprint == null) {
      return true;
    }
    var request = new DecisionRequest(begun.channel(), List.of(begun.placement()), Map.of(), 1);
    var now = clock.instant();
    var stamp = new Stamp(now, 0, blueprint.number(), published.running().models());
    var selected = new ArrayList<PersonKey>();
    var looked = new long[3];
    host.scan(shard, person -> look(blueprint, request, stamp, person, selected, looked));
    people.add(looked[0]);
    proposed.add(looked[1]);
    silent.add(looked[2]);
    if (closed || isOver()) {
      return false;
    }
    for (var person : selected) {
      awaitRunning();
      if (closed || isOver()) {
        return false;
      }
      decide(person, request);
    }
    room.acquire(IN_FLIGHT_MAX);
    room.release(IN_FLIGHT_MAX);
    return true;
  }

  private boolean look(
      Blueprint blueprint,
      DecisionRequest request,
      Stamp stamp,
      PersonState person,
      List<PersonKey> selected,
      long[] looked) {
    if (person.standing() != Standing.OPEN
        || (begun.segment() != null && !person.segments().contains(begun.segment()))) {
      return true;
    }
    int action =
        Pipeline.propose(
            blueprint.catalogue(),
            request,
            Decisions.asked(published, blueprint, person, request.channel(), stamp));
    looked[0]++;
    if (action < 0) {
      looked[2]++;
    } else {
      looked[1]++;
      if (begun.dryRun()) {
        won(blueprint.catalogue().action(action).id());
      } else {
        selected.add(person.key());
      }
    }
    return looked[0] % LOOKS_UP_EVERY != 0 || (!closed && !isOver());
  }

  private void won(String action) {
    winners.computeIfAbsent(action, any -> new LongAdder()).increment();
  }

  private void decide(PersonKey person, DecisionRequest request) throws InterruptedException {
    room.acquire();
    var envelope =
        new Envelope(
            person,
            null,
            "run-" + begun.id(),
            Entry.Origin.LIVE,
            clock.instant(),
            new Command.RequestDecision(request, true));
    var _ =
        submit(envelope)
            .whenComplete((outcome, failure) -> {
              settle(outcome);
              room.release();
            });
  }

  /** Offers a command until it is taken or refused; the host lets other traffic go before it. */
  private CompletableFuture<Outcome> submit(Envelope envelope) {
    var taken = host.submit(envelope, Priority.BATCH);
    while (taken.isDone()
        && taken.join() instanceof Outcome.Overloaded(var retryAfter)
        && !closed
        && !isOver()) {
      LockSupport.parkNanos(Math.max(PAUSE_NANOS, retryAfter.toNanos()));
      taken = host.submit(envelope, Priority.BATCH);
    }
    return taken;
  }

  private void settle(@Nullable Outcome outcome) {
    switch (outcome) {
      case Outcome.Taken(var entry, var state) -> {
        boolean any = false;
        for (var fact : entry.facts()) {
          if (fact instanceof Fact.DecisionMade made && made.queued()) {
            for (var slot : made.decision().slots()) {
              won(slot.action());
              any = true;
            }
          }
        }
        (any ? queued : silent).increment();
      }
      case Outcome.Duplicate any -> {}
      case Outcome.Refused any -> failed.increment();
      case Outcome.Overloaded any -> failed.increment();
      case Outcome.Unavailable any -> failed.increment();
      case null -> failed.increment();
    }
  }

  /** Stops the threads and leaves the run to go on after the next start. */
  void close() {
    closed = true;
    synchronized (this) {
      notifyAll();
    }
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
