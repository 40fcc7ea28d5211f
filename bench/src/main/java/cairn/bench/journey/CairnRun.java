package cairn.bench.journey;

import cairn.bench.engine.Cpu;
import cairn.bench.engine.Load;
import cairn.blueprint.Blueprint;
import cairn.blueprint.Switches;
import cairn.blueprint.file.BlueprintCompiler;
import cairn.blueprint.file.Bundle;
import cairn.blueprint.file.Compilation;
import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.engine.Running;
import cairn.engine.World;
import cairn.log.Entry;
import cairn.person.Identifier;
import cairn.person.Journey;
import cairn.person.PersonKey;
import cairn.store.EmbeddedHost;
import cairn.store.StoreSettings;
import cairn.value.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The scenario in Cairn's embedded host: every answer after the sync. Where the peer does nothing,
 * an attribute is noted.
 */
final class CairnRun implements World, AutoCloseable {
  private static final String JOURNEY =
      """
      id: j1
      name: Scenario
      purpose: Measure
      stages:
        only: {name: Only}
      begins:
        - {on: Signed up, at: split}
      again: {after: 0s}
      exits:
        - {on: Declined, to: declined}
      moves:
        - {on: Help asked, from: [wait], to: help}
      steps:
        split:
          stage: only
          name: By score
          split:
            - {when: event.score >= 50, then: send-a}
          otherwise: send-b
        send-a:
          stage: only
          name: A
          note: {set: {sent: "'a'"}}
          then: wait
        send-b:
          stage: only
          name: B
          note: {set: {sent: "'b'"}}
          then: wait
        wait:
          stage: only
          name: Waiting
          waitFor:
            - {on: Purchased, then: thanks}
          timeout: {after: 1h, then: remind}
        help:
          stage: only
          name: Somebody helps
          handOver: {team: Helpers, queue: help, within: 1d}
          outcomes: {done: wait}
          otherwise: wait
        thanks:
          stage: only
          name: Thanks
          note: {set: {sent: "'thanks'"}}
          then: bought
        remind:
          stage: only
          name: Reminder
          note: {set: {sent: "'reminder'"}}
          then: left
        bought:
          stage: only
          name: Bought
          end: achieved
        left:
          stage: only
          name: Left
          end: left
        declined:
          stage: only
          name: A no
          end: declined
      """;

  private static final int IN_FLIGHT = 1_024;
  private static final Duration LATER = Duration.ofHours(2);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long LOOK_NANOS = 5_000_000;
  private static final long SLOWEST_NANOS = TimeUnit.MINUTES.toNanos(1);

  /** Commands of other people a second while many timers fire: far below what the host takes. */
  private static final int OTHERS_PER_SECOND = 500;

  private static final int OTHERS = 10_000;

  /** Samples of a quiet time: enough that a 99th percentile stands on thirty of them. */
  private static final int QUIET_SAMPLES = 3_000;

  private final Blueprint blueprint;
  private final MovableClock clock = new MovableClock();
  private final EmbeddedHost host;

  CairnRun(Path folder) {
    var files =
        Bundle.of(
            Map.of(
                "blueprint.yaml", "id: j1\nname: Scenario\n",
                "profile.yaml", "attributes:\n  sent: {type: text, description: What was sent}\n",
                "events.yaml",
                    "events:\n  Signed up: {properties: {score: whole}}\n  Purchased:\n  Rang:\n  Help asked:\n  Declined:\n",
                "journeys/j1.yaml", JOURNEY));
    blueprint =
        switch (BlueprintCompiler.compile(files, null, 1)) {
          case Compilation.Compiled compiled -> compiled.blueprint();
          case Compilation.Refused refused ->
              throw new IllegalStateException(refused.problems().toString());
        };
    host =
        EmbeddedHost.open(
            StoreSettings.in(folder).withClock(clock).withWaits(PATIENCE, PATIENCE, PATIENCE),
            () -> new Running(this, 1, 0));
  }

  @Override
  public @Nullable Blueprint blueprint(int number) {
    return number == 1 ? blueprint : null;
  }

  @Override
  public Switches switches() {
    return Switches.NONE;
  }

  /** Takes so many through each part, after as many to warm up. */
  Costs run(int count) throws InterruptedException {
    round("warm", count);
    return round("measured", count);
  }

  private Costs round(String name, int count) throws InterruptedException {
    var start = timed(count, i -> begin(name + "-w" + i, i));
    must(name + "-w" + (count - 1), true);
    var wake = timed(count, i -> event(name + "-w" + i, "Purchased", Map.of()));
    must(name + "-w" + (count - 1), false);
    timed(count, i -> begin(name + "-t" + i, i));
    var timer = timers(count);
    must(name + "-t" + (count - 1), false);
    return new Costs(start, wake, timer);
  }

  private Costs.Cost timed(int count, IntFunction<Envelope> one) throws InterruptedException {
    var next = new AtomicInteger();
    var took = new Load(host, IN_FLIGHT).run(count, () -> one.apply(next.getAndIncrement()));
    if (took.events() != count) {
      throw new IllegalStateException("not everything was taken");
    }
    return Costs.Cost.of(count, took.cpuSeconds(), took.seconds());
  }

  private Costs.Cost timers(int count) {
    var cpu = Cpu.now();
    long from = System.nanoTime();
    await(count);
    return Costs.Cost.of(count, cpu.seconds(), (System.nanoTime() - from) / 1e9);
  }

  /** Moves the clock on and waits until so many timers have fired: each is one entry of a feed. */
  private void await(int count) {
    long before = entries();
    clock.move(LATER);
    long from = System.nanoTime();
    while (entries() < before + count) {
      if (System.nanoTime() - from > PATIENCE.toNanos()) {
        throw new IllegalStateException("the timers did not all fire");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private long entries() {
    long sum = 0;
    for (int shard = 0; shard < PersonKey.SHARDS; shard++) {
      sum += host.feedEnd(shard);
    }
    return sum;
  }

  /**
   * What many timers at once do to others.
   *
   * @param parking seconds until all of them were waiting
   * @param seconds from the moment they are due until the last has fired
   * @param before acknowledgements of other people's events, in nanoseconds, in a quiet time
   * @param during the same while the timers fire
   */
  record Crowd(double parking, double seconds, Histogram before, Histogram during) {}

  /** Lets so many timers come due at one moment while other people's events come in. */
  Crowd crowd(int count) throws InterruptedException {
    long parkedFrom = System.nanoTime();
    timed(count, i -> begin("crowd" + i, i));
    double parking = (System.nanoTime() - parkedFrom) / 1e9;
    var before = new Histogram(SLOWEST_NANOS, 3);
    for (int i = 0; i < QUIET_SAMPLES; i++) {
      other(i, before);
    }
    var during = new Histogram(SLOWEST_NANOS, 3);
    int others = 0;
    long entriesBefore = entries();
    clock.move(LATER);
    long from = System.nanoTime();
    long fired = 0;
    while (fired < count) {
      other(++others, during);
      fired = entries() - entriesBefore - others;
      if (System.nanoTime() - from > PATIENCE.toNanos()) {
        throw new IllegalStateException("the timers did not all fire");
      }
    }
    return new Crowd(parking, (System.nanoTime() - from) / 1e9, before, during);
  }

  private void other(int i, Histogram nanos) {
    long sent = System.nanoTime();
    var outcome =
        host.submit(event("other" + i % OTHERS, "Rang", Map.of()), Priority.INTERACTIVE).join();
    long took = System.nanoTime() - sent;
    nanos.recordValue(Math.min(SLOWEST_NANOS, took));
    if (!(outcome instanceof Outcome.Taken)) {
      throw new IllegalStateException("somebody else was turned away");
    }
    long pause = 1_000_000_000L / OTHERS_PER_SECOND - took;
    if (pause > 0) {
      LockSupport.parkNanos(pause);
    }
  }

  private void must(String name, boolean underWay) {
    var person = host.read(host.key(Identifier.user(name)));
    if (person.journeys().stream().anyMatch(Journey::isUnderWay) != underWay) {
      throw new IllegalStateException("a journey is not where the scenario has it");
    }
  }

  private Envelope begin(String name, int i) {
    return event(name, "Signed up", Map.of("score", Value.of((long) i % 100)));
  }

  private Envelope event(String name, String event, Map<String, Value> properties) {
    return new Envelope(
        host.key(Identifier.user(name)),
        null,
        event + System.nanoTime(),
        Entry.Origin.LIVE,
        clock.instant(),
        new Command.TakeEvent(event, "web", properties));
  }

  @Override
  public void close() {
    host.close();
  }
}
