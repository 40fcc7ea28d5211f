package cairn.sim;

import cairn.blueprint.Blueprint;
import cairn.blueprint.file.BlueprintCompiler;
import cairn.blueprint.file.Bundle;
import cairn.blueprint.file.Compilation;
import cairn.engine.Host;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.server.decide.Deciding;
import cairn.server.decide.Truth;
import cairn.server.people.People;
import cairn.server.publish.Published;
import cairn.sim.crowd.Crowd;
import cairn.sim.crowd.Deed;
import cairn.sim.crowd.HostWire;
import cairn.sim.crowd.Taste;
import cairn.sim.crowd.Traveller;
import cairn.sim.crowd.Wire;
import cairn.sim.world.Worlds;
import cairn.store.EmbeddedHost;
import cairn.store.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The worlds that ship, lived through on a real store by people who answer what is put to them,
 * with the learner that a server has. The store can be closed and opened again in between, with
 * another blueprint.
 */
final class LivedWorld implements AutoCloseable {
  private static final Duration SLICE = Duration.ofHours(6);
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  final Published published = new Published();
  private final Path folder;
  private final SimulatedClock clock;
  private final Crowd crowd;
  private EmbeddedHost host;
  private Deciding deciding;
  private HostWire wire;

  LivedWorld(Path folder, Instant start, int people, long seed) {
    this.folder = folder;
    clock = new SimulatedClock(InstantSource.system(), start, 0);
    published.add(Worlds.blueprint());
    host = openHost();
    deciding = openDeciding();
    wire = new HostWire(host, Worlds.blueprint());
    var blueprint = Worlds.blueprint();
    crowd = new Crowd(() -> blueprint, new Redirected(), new Taste(seed));
    for (var world : Worlds.ALL) {
      int count = people * world.share() / 100;
      crowd.arrive(world.habits(), count, seed, start, Duration.ofDays(20));
    }
  }

  /** Reaches whatever store is open. */
  private final class Redirected implements Wire {
    @Override
    public void introduce(List<Traveller> people) {
      wire.introduce(people);
    }

    @Override
    public void act(List<Deed> deeds) {
      wire.act(deeds);
    }
  }

  private EmbeddedHost openHost() {
    return EmbeddedHost.open(
        StoreSettings.in(folder.resolve("store")).withClock(clock), published::running);
  }

  private Deciding openDeciding() {
    return Deciding.start(
        host,
        published,
        Optional.empty(),
        new People(host, published),
        clock,
        folder.resolve("deciding"));
  }

  Host host() {
    return host;
  }

  void live(Duration more) {
    var end = clock.instant().plus(more);
    for (var at = clock.instant().plus(SLICE); !at.isAfter(end); at = at.plus(SLICE)) {
      clock.moveTo(at);
      crowd.live(at);
    }
  }

  /** Closes everything when all that was decided is learnt, and opens it again. */
  void restart() {
    awaitLearnt();
    deciding.close();
    host.close();
    host = openHost();
    deciding = openDeciding();
    wire = new HostWire(host, Worlds.blueprint());
  }

  /**
   * Publishes the worlds anew: the organisation's gain weighs less, an action comes before all
   * others, and nothing is put to anybody in the small hours.
   */
  void upgrade() {
    var files = new HashMap<>(Worlds.bundle().files());
    files.computeIfPresent(
        "arbitration.yaml", (path, text) -> text.replaceFirst("(?m)^a: .*$", "a: 0.2"));
    files.put(
        "actions/a-new.yaml",
        """
        issue: a-new
        name: What is new
        groups:
          a-new:
            name: What is new
            actions:
              a-new:
                name: See what is new
                owner: Home advice
                influence: {plain: A page.}
                renderings:
                  - {channel: app, words: {body: Look}}
                  - {channel: web, words: {body: Look}}
        """);
    files.put(
        "policies/a-new.yaml",
        """
        policies:
          not-at-night:
            test: suitability
            when: now.getHours() >= 4
            sentence: It is late. This can wait until the morning.
            owner: Home advice
        """);
    published.add(compiled(Bundle.of(files), 2));
  }

  private static Blueprint compiled(Bundle bundle, int number) {
    return switch (BlueprintCompiler.compile(bundle, Worlds.blueprint().schema(), number)) {
      case Compilation.Compiled compiled -> compiled.blueprint();
      case Compilation.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  private void awaitLearnt() {
    long made = LivedRecord.decisions(host, people());
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (deciding.decisions() < made) {
      if (System.nanoTime() > until) {
        throw new AssertionError("the learner did not keep up");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /** How near decisions came to the best, by what people truly like. */
  Truth truth() {
    var teller = new TruthTeller(host, published);
    teller.meet(crowd.people());
    teller.look();
    return teller.told();
  }

  List<PersonState> people() {
    var all = new ArrayList<PersonState>();
    for (int shard = 0; shard < PersonKey.SHARDS; shard++) {
      host.scan(shard, all::add);
    }
    return all;
  }

  @Override
  public void close() {
    deciding.close();
    host.close();
  }
}
