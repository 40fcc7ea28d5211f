package cairn.sim.fault;

import cairn.blueprint.Blueprint;
import cairn.chance.Chance;
import cairn.engine.Host;
import cairn.server.publish.Published;
import cairn.store.EmbeddedHost;
import cairn.store.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Two storms at once against a store on disk, from two threads, while its clock jumps; between the
 * rounds it is closed and opened again.
 */
final class StoreStorm {
  static final int PEOPLE = 40;
  static final int STORMS = 2;
  private static final int LANES = 2;

  /** How long a store may take to come to rest. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private StoreStorm() {}

  static Report play(Published published, long seed, Path folder, int rounds, int acts) {
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    var clock = new FaultClock(SimulatedStorm.START);
    var broken = new ArrayList<String>();
    long commands = 0;
    for (int round = 0; round < rounds; round++) {
      var when = "seed " + seed + ", on disk, round " + round + ": ";
      try (var host = open(folder, published, clock)) {
        var carrier = new Carrier(host, clock, acknowledged, mark -> {});
        rage(published.current().orElseThrow(), seed, round, acts, host, clock, carrier);
        commands += carrier.sent();
        settle(host, clock);
        look(host, published, acknowledged, clock).forEach(s -> broken.add(when + s));
      }
      try (var host = open(folder, published, clock)) {
        settle(host, clock);
        look(host, published, acknowledged, clock)
            .forEach(s -> broken.add(when + "opened again, " + s));
      }
    }
    return new Report(0, 2 * rounds, 0, 0, commands, acknowledged.size(), broken);
  }

  static EmbeddedHost open(Path folder, Published published, InstantSource clock) {
    return EmbeddedHost.open(
        StoreSettings.in(folder).withLanes(LANES).withClock(clock), published::running);
  }

  static List<String> look(
      Host host, Published published, Set<String> acknowledged, InstantSource clock) {
    return Invariants.broken(host, published, PEOPLE, acknowledged, clock.instant());
  }

  /** Lets storms rage to their end, each from a thread of its own. */
  static void rage(
      Blueprint blueprint,
      long seed,
      int round,
      int acts,
      Host host,
      FaultClock clock,
      Carrier carrier) {
    var threads = new ArrayList<Thread>();
    for (int number = 0; number < STORMS; number++) {
      var storm = new Storm(blueprint, seed, round * STORMS + number, PEOPLE);
      var steps = new Chance(Chance.seed(seed, -2 - number));
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                for (int i = 0; i < acts; i++) {
                  clock.move(Duration.ofMillis(steps.nextInt(400_000)));
                  act(storm.next(host, clock.instant()), clock, carrier);
                }
                storm.rest().forEach(carrier::send);
              }));
    }
    for (var thread : threads) {
      join(thread);
    }
    carrier.quiet();
  }

  static void act(Act act, FaultClock clock, Carrier carrier) {
    switch (act) {
      case Act.Send send -> carrier.send(send);
      case Act.Deliver deliver -> carrier.deliver();
      case Act.Jump(var by) -> clock.move(by);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until what must come by itself has come; what does not, the invariants tell. */
  static void settle(Host host, InstantSource clock) {
    await(() ->
        Invariants.isAtRest(host, PEOPLE, clock.instant()) && Invariants.isToldWhole(host, PEOPLE));
  }

  private static void await(BooleanSupplier come) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!come.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(5_000_000);
    }
  }
}
