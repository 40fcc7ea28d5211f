package cairn.server.decide;

import cairn.adaptive.Predictor;
import cairn.blueprint.Blueprint;
import cairn.blueprint.Switches;
import cairn.chance.Chance;
import cairn.decision.Asked;
import cairn.decision.DecisionRecord;
import cairn.decision.DecisionRequest;
import cairn.decision.Pipeline;
import cairn.decision.explain.Comparison;
import cairn.engine.Decisions;
import cairn.engine.Host;
import cairn.engine.Stamp;
import cairn.engine.World;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.server.publish.Published;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The same people decided for twice, as it runs and as a draft would: with the same models, at the
 * same moment, drawing the same. Nothing of it is kept. Safe for many threads.
 *
 * <p>A thread for each core takes shard after shard, beginning with what is left of limits across
 * people by then. Shards are taken in by their numbers, and one that would have been decided
 * otherwise with what the shards before it left is decided again: what comes out is what one thread
 * would find that goes through people in the order of shards and keys.
 */
final class Trial {
  private static final System.Logger LOG = System.getLogger(Trial.class.getName());
  private static final int THREADS =
      Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));

  /** Stands for "everyone". */
  static final int EVERYONE = Integer.MAX_VALUE;

  private final Host host;
  private final InstantSource clock;
  private final World world;
  private final Stamp stamp;
  private final List<Predictor> fairness;
  private final TrialSide now;
  private final TrialSide then;
  private final Comparison total;
  private final AtomicInteger nextShard = new AtomicInteger();
  private final AtomicInteger working = new AtomicInteger();
  private final Map<Integer, Part> waiting = new HashMap<>();
  private final long startedNanos = System.nanoTime();
  private final List<Thread> threads = new ArrayList<>();
  private volatile State state = State.RUNNING;
  private @Nullable Instant ended;
  private double seconds;
  private int peopleLeft;
  private int shardDue;
  private boolean isTakingIn;

  final String id;
  final Ask ask;
  final Instant begun;

  /** Where a trial stands. */
  enum State {
    RUNNING,
    DONE,
    CANCELLED,
    FAILED
  }

  /**
   * What is tried.
   *
   * @param draft which draft it is of, as a label
   * @param people how many, or {@link #EVERYONE}
   */
  record Ask(
      @Nullable String draft, Blueprint now, Blueprint then, DecisionRequest request, int people) {}

  /** How far it is. */
  record Progress(State state, @Nullable Instant ended, long people, long of, double seconds) {
    double perSecond() {
      return people / Math.max(1e-3, seconds);
    }
  }

  Trial(String id, Ask ask, Host host, Published published, InstantSource clock) {
    this.id = id;
    this.ask = ask;
    this.host = host;
    this.clock = clock;
    this.begun = clock.instant();
    var running = published.running();
    // Held on to, because models go on learning while a trial is under way.
    this.world = new Frozen(published, published.scoring(running.models()), published.switches());
    this.stamp = new Stamp(begun, 0, ask.now().number(), running.models());
    this.fairness = declared(ask);
    var uses = host.volumes();
    this.now = TrialSide.at(begun, ask.now(), ask.now(), uses);
    this.then = TrialSide.at(begun, ask.then(), ask.now(), uses);
    this.total = new Comparison(ask.now().catalogue(), ask.then().catalogue());
    this.peopleLeft = ask.people();
  }

  /**
   * What one shard's people were decided, beginning with what seemed left when it was their turn.
   */
  private record Part(
      int shard, int peopleLeft, Countdown now, Countdown then, Comparison comparison) {}

  private record Frozen(World published, @Nullable Scoring scoring, Switches switches)
      implements World {
    @Override
    public @Nullable Blueprint blueprint(int number) {
      return published.blueprint(number);
    }

    @Override
    public @Nullable Scoring scoring(long models) {
      return scoring;
    }
  }

  /** What people are grouped by: as the draft says, or as it runs where the draft says nothing. */
  private static List<Predictor> declared(Ask ask) {
    var then = ask.then().catalogue().notes().models().fairness();
    return then.isEmpty() ? ask.now().catalogue().notes().models().fairness() : then;
  }

  List<Predictor> fairness() {
    return fairness;
  }

  /** Begins, in threads of its own. */
  void start() {
    working.set(THREADS);
    for (int i = 0; i < THREADS; i++) {
      threads.add(Thread.ofPlatform().name("trial-" + i).daemon().unstarted(this::work));
    }
    threads.forEach(Thread::start);
  }

  /**
   * Does all of it here.
   *
   * @throws IllegalStateException where it failed; what was found until then is of some people only
   */
  void finish() {
    working.set(1);
    work();
    if (state == State.FAILED) {
      throw new IllegalStateException("the trial failed");
    }
  }

  private void work() {
    try {
      for (int shard = nextShard.getAndIncrement();
          shard < PersonKey.SHARDS && isUnderWay();
          shard = nextShard.getAndIncrement()) {
        takeIn(scan(shard));
      }
    } catch (RuntimeException failure) {
      LOG.log(Level.ERROR, "a trial failed", failure);
      end(State.FAILED);
    }
    if (working.decrementAndGet() == 0) {
      end(State.DONE);
    }
  }

  /** Decides for the people of a shard with what is left by now. */
  private Part scan(int shard) {
    Part part;
    synchronized (this) {
      part =
          new Part(
              shard,
              peopleLeft,
              new Countdown(ask.now().catalogue(), now.units()),
              new Countdown(ask.then().catalogue(), then.units()),
              new Comparison(ask.now().catalogue(), ask.then().catalogue()));
    }
    int most = Math.min(part.peopleLeft(), Math.ceilDiv(ask.people(), PersonKey.SHARDS));
    if (most > 0) {
      host.scan(
          shard,
          person -> {
            var one = decide(now, person, part.now());
            var other = decide(then, person, part.then());
            part.comparison().add(person.key(), groups(person), one, other);
            return part.comparison().people() < most && isUnderWay();
          });
    }
    return part;
  }

  /** Takes in what was decided for shards, in their order, as far as it is known. */
  private void takeIn(Part part) {
    synchronized (this) {
      waiting.put(part.shard(), part);
      if (isTakingIn) {
        return;
      }
      isTakingIn = true;
    }
    for (var due = due(); due != null; due = due()) {
      add(stands(due) ? due : scan(due.shard()));
    }
  }

  private synchronized @Nullable Part due() {
    var part = isUnderWay() ? waiting.remove(shardDue) : null;
    isTakingIn = part != null;
    return part;
  }

  private synchronized boolean stands(Part part) {
    int places = ask.request().placements().size();
    return part.comparison().people() <= peopleLeft
        && part.now().standsWith(now.units(), places)
        && part.then().standsWith(then.units(), places);
  }

  private synchronized void add(Part part) {
    if (isUnderWay()) {
      total.merge(part.comparison());
      peopleLeft -= part.comparison().people();
      now.took(part.now());
      then.took(part.then());
      shardDue++;
    }
  }

  private List<Comparison.Group> groups(PersonState person) {
    var groups = new ArrayList<Comparison.Group>();
    for (var by : fairness) {
      groups.add(new Comparison.Group(by.name(), Grouping.of(by, ask.now(), person)));
    }
    for (var segment : person.segments()) {
      groups.add(new Comparison.Group(TrialView.SEGMENT, segment));
    }
    return groups;
  }

  private DecisionRecord decide(TrialSide side, PersonState person, Countdown countdown) {
    var record =
        Pipeline.decide(
            "trial",
            side.blueprint().catalogue(),
            ask.request(),
            asked(side, person).with(countdown),
            false);
    countdown.take(person.key(), record);
    return record;
  }

  /** Everything a decision of one side depends on, for one person at their turn. */
  synchronized Asked askedInTurn(TrialSide side, PersonState person) {
    return asked(side, person).with(side.before(person.key()));
  }

  private Asked asked(TrialSide side, PersonState person) {
    var seeded =
        new Stamp(
            stamp.now(),
            Chance.seed(person.key().low(), person.position()),
            side.blueprint().number(),
            stamp.models());
    return Decisions.asked(world, side.blueprint(), person, ask.request().channel(), seeded);
  }

  TrialSide now() {
    return now;
  }

  TrialSide then() {
    return then;
  }

  /** Asked while the store is visited, so it takes no lock. */
  boolean isUnderWay() {
    return state == State.RUNNING;
  }

  /** Ends it; one that is over stays as it ended. What was found until then stays readable. */
  synchronized void end(State how) {
    if (state == State.RUNNING) {
      state = how;
      ended = clock.instant();
      seconds = (System.nanoTime() - startedNanos) / 1e9;
    }
  }

  /** How far it is. The store is asked first: whoever visits it waits for this trial's lock. */
  Progress progress() {
    long all = Math.min(ask.people(), host.people());
    synchronized (this) {
      boolean runs = state == State.RUNNING;
      return new Progress(
          state,
          ended,
          total.people(),
          state == State.DONE ? total.people() : all,
          runs ? (System.nanoTime() - startedNanos) / 1e9 : seconds);
    }
  }

  /** Reads what was found so far; of too few people, and ended early, that is nothing. */
  synchronized <T> T read(java.util.function.Function<Comparison, T> reader) {
    boolean tells = state == State.DONE || total.people() >= TrialAsks.PEOPLE_MIN;
    return reader.apply(
        tells ? total : new Comparison(ask.now().catalogue(), ask.then().catalogue()));
  }

  /** Cancels it and waits for its threads. */
  void close() {
    end(State.CANCELLED);
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
