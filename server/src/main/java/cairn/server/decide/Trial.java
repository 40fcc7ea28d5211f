package cairn.server.decide;

import cairn.adaptive.Predictor;
import cairn.blueprint.Blueprint;
import cairn.blueprint.Switches;
import cairn.chance.Chance;
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
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The same people decided for twice, as it runs and as a draft would: with the same models, at the
 * same moment, drawing the same. Nothing of it is kept. A thread for each core takes shard after
 * shard. Safe for many threads.
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
  private final Comparison total;
  private final AtomicInteger budget;
  private final AtomicInteger nextShard = new AtomicInteger();
  private final AtomicInteger working = new AtomicInteger();
  private final LongAdder people = new LongAdder();
  private final long startedNanos = System.nanoTime();
  private final List<Thread> threads = new ArrayList<>();
  private volatile State state = State.RUNNING;
  private @Nullable Instant ended;
  private double seconds;

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
    this.total = new Comparison(ask.now().catalogue(), ask.then().catalogue());
    this.budget = new AtomicInteger(ask.people());
  }

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
        scan(shard);
      }
    } catch (RuntimeException failure) {
      LOG.log(Level.ERROR, "a trial failed", failure);
      end(State.FAILED);
    }
    if (working.decrementAndGet() == 0) {
      end(State.DONE);
    }
  }

  private void scan(int shard) {
    var part = new Comparison(ask.now().catalogue(), ask.then().catalogue());
    int each = Math.ceilDiv(ask.people(), PersonKey.SHARDS);
    host.scan(
        shard,
        person -> {
          if (budget.getAndDecrement() <= 0) {
            return false;
          }
          var now = decide(ask.now(), person);
          part.add(person.key(), groups(person), now, decide(ask.then(), person));
          people.increment();
          return part.people() < each && isUnderWay();
        });
    synchronized (this) {
      total.merge(part);
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

  private DecisionRecord decide(Blueprint blueprint, PersonState person) {
    return Pipeline.decide(
        "trial", blueprint.catalogue(), ask.request(), asked(blueprint, person), false);
  }

  /** Everything a decision of this trial depends on, for one person. */
  cairn.decision.Asked asked(Blueprint blueprint, PersonState person) {
    var seeded =
        new Stamp(
            stamp.now(),
            Chance.seed(person.key().low(), person.position()),
            blueprint.number(),
            stamp.models());
    return Decisions.asked(world, blueprint, person, ask.request().channel(), seeded);
  }

  /** Asked while the store is visited, so it takes no lock. */
  private boolean isUnderWay() {
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
          people.sum(),
          state == State.DONE ? people.sum() : all,
          runs ? (System.nanoTime() - startedNanos) / 1e9 : seconds);
    }
  }

  /** Reads what was found so far. */
  synchronized <T> T read(java.util.function.Function<Comparison, T> reader) {
    return reader.apply(total);
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
