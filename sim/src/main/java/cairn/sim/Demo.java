package cairn.sim;

import cairn.blueprint.Blueprint;
import cairn.blueprint.file.Bundle;
import cairn.server.CairnServer;
import cairn.server.Folder;
import cairn.server.Installation;
import cairn.server.Settings;
import cairn.server.command.ServerAddress;
import cairn.server.decide.Truth;
import cairn.server.publish.Publisher;
import cairn.sim.crowd.Crowd;
import cairn.sim.crowd.HttpWire;
import cairn.sim.crowd.Taste;
import cairn.sim.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A living world: a real server on a real store, on simulated time, with simulated people who come
 * in through its HTTP intake.
 *
 * <p>First it lives through the past at full speed, in slices so short that no timer runs ahead of
 * what people do; then on and on, faster than real time.
 */
public final class Demo implements AutoCloseable {
  /** How far back the world begins. */
  public static final Duration PAST = Duration.ofDays(90);

  /** How much simulated time passes at once while the past is lived through. */
  static final Duration SLICE = Duration.ofMinutes(40);

  /** How many times as fast as real time the present runs: a day in two minutes. */
  static final double SPEED = 720;

  private static final Duration TICK = Duration.ofMillis(250);

  private final long seed;
  private final SimulatedClock clock;
  private final Folder folder;
  private final Installation installation;
  private final TruthTeller truth;
  private final CairnServer server;
  private final HttpWire wire;
  private final Crowd crowd;

  /**
   * Opens an installation in a folder, publishes a blueprint there as any operator would, starts
   * the server and makes the first maps.
   *
   * @param seed what people, and what they like, start from
   */
  public Demo(Path folder, int port, Bundle files, Instant present, long seed) {
    this.seed = seed;
    clock = new SimulatedClock(InstantSource.system(), present.minus(PAST), 0);
    this.folder = new Folder(folder);
    var settings =
        Settings.DEFAULTS.with(Map.of("port", Integer.toString(port), "store", folder.toString()));
    installation = Installation.open(settings, clock);
    try {
      var blueprint = publish(files);
      truth = new TruthTeller(installation.host(), installation.published());
      server = installation.serve(Optional.of(truth::told));
      ServerAddress.write(this.folder, server.url());
      wire = new HttpWire(server.url());
      DemoMaps.make(wire);
      crowd = new Crowd(() -> published(blueprint), wire, new Taste(seed));
    } catch (RuntimeException e) {
      installation.close();
      throw e;
    }
  }

  private Blueprint publish(Bundle files) {
    return switch (installation.publisher().publish(files, "system:demo")) {
      case Publisher.Outcome.Runs(var blueprint, var migrations) -> blueprint;
      case Publisher.Outcome.RunsAlready(int version) ->
          installation.published().current().orElseThrow();
      case Publisher.Outcome.Refused(var problems) ->
          throw new IllegalArgumentException(problems.getFirst().sentence());
    };
  }

  /** What runs by now; people live by it as soon as somebody publishes another. */
  private Blueprint published(Blueprint first) {
    return installation.published().current().orElse(first);
  }

  /** Where a browser finds it. */
  public String url() {
    return server.url();
  }

  /** Lets people come, over the past and the time until half of it again has passed. */
  public void populate(List<World> worlds, int people) {
    int rest = people;
    for (int i = 0; i < worlds.size(); i++) {
      int count = i == worlds.size() - 1 ? rest : people * worlds.get(i).share() / 100;
      rest -= count;
      crowd.arrive(
          worlds.get(i).habits(), count, seed, clock.instant(), PAST.multipliedBy(5).dividedBy(4));
    }
    truth.meet(crowd.people());
  }

  /** Lives through the past; tells how far it is, from 0 to 1. */
  public void past(Consumer<Double> progress) {
    var begin = clock.instant();
    var end = begin.plus(PAST);
    for (var until = begin.plus(SLICE); until.isBefore(end); until = until.plus(SLICE)) {
      clock.moveTo(until);
      crowd.live(until);
      truth.look();
      progress.accept(Duration.between(begin, until).toMillis() / (double) PAST.toMillis());
    }
    clock.moveTo(end);
  }

  /** Lives on until the thread is interrupted or a number of events was sent. */
  public void present(long deedsMax) {
    clock.run(SPEED);
    while (!Thread.currentThread().isInterrupted() && crowd.deeds() < deedsMax) {
      crowd.live(clock.instant());
      truth.look();
      LockSupport.parkNanos(TICK.toNanos());
    }
  }

  /** How near decisions came to the best so far. */
  public Truth truth() {
    return truth.told();
  }

  /** Deeds done so far. */
  public long deeds() {
    return crowd.deeds();
  }

  public long people() {
    return installation.host().people();
  }

  @Override
  public void close() {
    wire.close();
    ServerAddress.delete(folder);
    server.close();
    installation.close();
  }
}
