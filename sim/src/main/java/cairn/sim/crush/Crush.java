package cairn.sim.crush;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Switches;
import cairn.chance.Chance;
import cairn.decision.DecisionRequest;
import cairn.decision.Response;
import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.engine.Host;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.engine.Running;
import cairn.engine.World;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.Identifier;
import cairn.person.Limits;
import cairn.person.PersonKey;
import cairn.store.EmbeddedHost;
import cairn.store.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * One crush: so many decisions over three days of simulated time, from many threads at once. Four
 * requests in a row are one person's, in four channels; a fifth of all fall to a hundredth of the
 * people. Most of what is limited is told to have been shown; what is not goes back after an hour
 * and may go to somebody else. Half way the store is closed and opened again.
 */
public final class Crush {
  /** The most decisions of one run. */
  public static final int DECISIONS_MAX = 50_000_000;

  static final Instant START = Instant.parse("2026-03-02T06:00:00Z");

  private static final Duration LENGTH = Duration.ofDays(3);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int THREADS = 8;
  private static final int AT_ONCE_MAX = 64;
  private static final int PEOPLE_MIN = 200;
  private static final int DECISIONS_EACH = 8;
  private static final int FAVOURITES = 100;
  private static final double TO_FAVOURITES = 0.2;
  private static final double TOLD_SHOWN = 0.85;
  private static final double NO = 0.03;

  private final int decisions;
  private final long seed;
  private final Path folder;
  private final int people;
  private final int atOnce;
  private final Scene scene;
  private final OneWorld world;
  private final AtomicLong now = new AtomicLong(START.toEpochMilli());
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger taken = new AtomicInteger();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();

  private record OneWorld(Blueprint blueprint) implements World {
    @Override
    public Blueprint blueprint(int number) {
      return blueprint;
    }

    @Override
    public Switches switches() {
      return Switches.NONE;
    }
  }

  /**
   * Prepares a run.
   *
   * @param decisions at least 1
   * @param seed who asks, where and what they do with it are drawn from it; which of two wins the
   *     last unit is up to the order in which threads take turns
   * @param folder an empty folder for the store
   */
  public Crush(int decisions, long seed, Path folder) {
    if (decisions < 1 || decisions > DECISIONS_MAX) {
      throw new IllegalArgumentException("a crush has 1 to " + DECISIONS_MAX + " decisions");
    }
    this.decisions = decisions;
    this.seed = seed;
    this.folder = folder;
    this.people = Math.max(PEOPLE_MIN, decisions / DECISIONS_EACH);
    // What is under way at once spans far less than the hour after which a unit goes back.
    this.atOnce = Math.clamp(decisions / 1_000 / THREADS, 1, AT_ONCE_MAX);
    this.scene = Scene.of(people);
    this.world = new OneWorld(scene.blueprint());
  }

  /** Runs, and reads every log afterwards; says on the way how far it is. */
  public CrushReport run(Consumer<String> listener) throws InterruptedException {
    try (var host = open()) {
      all(people, person -> introduce(host, person));
    }
    listener.accept("%,d people are known".formatted(people));
    long began = System.nanoTime();
    try (var host = open()) {
      decide(host, decisions / 2);
    }
    listener.accept("%,d decisions are made; the store is opened again".formatted(taken.get()));
    try (var host = open()) {
      decide(host, decisions - decisions / 2);
      double seconds = (System.nanoTime() - began) / 1e9;
      listener.accept("%,d decisions are made; reading every log".formatted(taken.get()));
      var look = new CrushLook(scene);
      for (int person = 0; person < people; person++) {
        look.person(host, key(host, person));
      }
      var broken = new ArrayList<>(faults);
      return look.report(taken.get(), people, seconds, broken);
    }
  }

  private EmbeddedHost open() {
    return EmbeddedHost.open(
        StoreSettings.in(folder)
            .withClock(() -> Instant.ofEpochMilli(now.get()))
            .withWaits(PATIENCE, PATIENCE, PATIENCE),
        () -> new Running(world, 1, 0));
  }

  private static PersonKey key(Host host, int person) {
    return host.key(Identifier.user("person-" + person));
  }

  /** Something about one of many, told when it is safe. */
  private interface Each {
    List<CompletableFuture<Outcome>> with(int number);
  }

  /** Does something for each of so many from all threads, so many at once. */
  private void all(int count, Each each) throws InterruptedException {
    var next = new AtomicInteger();
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      for (int t = 0; t < THREADS; t++) {
        threads.execute(() -> {
          var waiting = new ArrayList<CompletableFuture<Outcome>>();
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            waiting.addAll(each.with(i));
            if (waiting.size() >= AT_ONCE_MAX) {
              waiting.forEach(this::isTaken);
              waiting.clear();
            }
          }
          waiting.forEach(this::isTaken);
        });
      }
    }
  }

  private List<CompletableFuture<Outcome>> introduce(Host host, int person) {
    var key = key(host, person);
    var told = new ArrayList<CompletableFuture<Outcome>>();
    told.add(submit(host, key, "wish", new Command.StatePurpose("an errand", Scene.PURPOSE)));
    var limits = Scene.limits(person);
    if (!limits.equals(Limits.NONE)) {
      told.add(submit(host, key, "limits", new Command.SetLimits(limits)));
    }
    return told;
  }

  private void decide(Host host, int count) throws InterruptedException {
    int until = sent.get() + count;
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      for (int t = 0; t < THREADS; t++) {
        threads.execute(() -> {
          var asked = new ArrayList<Asked>();
          for (int i = next(until); i < until; i = next(until)) {
            asked.add(ask(host, i));
            if (asked.size() >= atOnce) {
              react(host, asked);
              asked.clear();
            }
          }
          react(host, asked);
        });
      }
    }
  }

  private int next(int until) {
    return sent.getAndUpdate(i -> Math.min(i + 1, until));
  }

  /** One request under way. */
  private record Asked(
      int number, PersonKey person, String channel, CompletableFuture<Outcome> outcome) {}

  private Asked ask(Host host, int number) {
    long at = START.toEpochMilli() + LENGTH.toMillis() * number / decisions;
    now.accumulateAndGet(at, Math::max);
    var who = new Chance(Chance.seed(seed, number / Scene.CHANNELS.size()));
    boolean favourite = who.nextDouble() < TO_FAVOURITES;
    var person = key(host, who.nextInt(favourite ? Math.max(2, people / FAVOURITES) : people));
    var channel = Scene.CHANNELS.get(number % Scene.CHANNELS.size());
    int slots = 1 + new Chance(Chance.seed(~seed, number)).nextInt(3);
    var request = new DecisionRequest(channel, Collections.nCopies(slots, "here"), Map.of(), slots);
    var command = new Command.RequestDecision(request, false);
    return new Asked(number, person, channel, submit(host, person, "d" + number, command));
  }

  private void react(Host host, List<Asked> asked) {
    var told = new ArrayList<CompletableFuture<Outcome>>();
    for (var one : asked) {
      if (isTaken(one.outcome()) instanceof Outcome.Taken(var entry, var _)) {
        taken.incrementAndGet();
        told.addAll(react(host, one, entry));
      }
    }
    told.forEach(this::isTaken);
  }

  private List<CompletableFuture<Outcome>> react(Host host, Asked asked, Entry entry) {
    var told = new ArrayList<CompletableFuture<Outcome>>();
    var chance = new Chance(Chance.seed(seed + 1, asked.number()));
    for (var fact : entry.facts()) {
      if (fact instanceof Fact.DecisionMade made) {
        for (int slot = 0; slot < made.decision().slots().size(); slot++) {
          var action = made.decision().slots().get(slot).action();
          var kind = chance.nextDouble() < NO ? Response.Kind.NO : Response.Kind.SHOWN;
          if (chance.nextDouble() < TOLD_SHOWN || kind == Response.Kind.NO) {
            var response = new Response(kind, null, null, 0);
            var place = made.decision().id() + "/" + slot;
            var command =
                new Command.RecordResponse(place, action, asked.channel(), response, null);
            told.add(submit(host, asked.person(), "r" + asked.number() + "-" + slot, command));
          }
        }
      }
    }
    return told;
  }

  private CompletableFuture<Outcome> submit(
      Host host, PersonKey person, String id, Command command) {
    var at = Instant.ofEpochMilli(now.get());
    return host.submit(
        new Envelope(person, null, id, Entry.Origin.LIVE, at, command), Priority.INTERACTIVE);
  }

  private Outcome isTaken(CompletableFuture<Outcome> waiting) {
    var outcome = waiting.join();
    if (!(outcome instanceof Outcome.Taken)) {
      faults.add("a command was not taken: " + outcome.getClass().getSimpleName());
    }
    return outcome;
  }
}
