package cairn.bench.decide;

import cairn.bench.engine.BareLoop;
import cairn.bench.engine.Load;
import cairn.chance.Chance;
import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.engine.Host;
import cairn.log.Entry;
import cairn.person.Identifier;
import cairn.person.PersonKey;
import cairn.store.StoreSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The people in the store, by the names requests call them: {@code p0}, {@code p1} and so on. */
final class Shoppers implements BareLoop.People {
  /** Commands that make somebody known: 40 attributes and a purpose. */
  static final int COMMANDS_EACH = 2;

  private static final int IN_FLIGHT = 4_096;

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final PersonKey[] keys;

  Shoppers(Host host, int count) {
    keys = new PersonKey[count];
    for (int i = 0; i < count; i++) {
      keys[i] = host.key(Identifier.user(name(i)));
    }
  }

  /** Settings under which nobody is turned away while a store is filled. */
  static StoreSettings patient(StoreSettings settings) {
    return settings.withWaits(PATIENCE, PATIENCE, PATIENCE);
  }

  static String name(int index) {
    return "p" + index;
  }

  @Override
  public int count() {
    return keys.length;
  }

  @Override
  public PersonKey person(int index) {
    return keys[index];
  }

  /** Makes everybody known to the host. */
  Load.Result fill(Host host, Scenario scenario, long seed) throws InterruptedException {
    var next = new AtomicInteger();
    var filled =
        new Load(host, IN_FLIGHT)
            .run(
                COMMANDS_EACH * keys.length,
                () -> {
                  int i = next.getAndIncrement();
                  return i < keys.length
                      ? attributes(i, scenario, seed)
                      : purpose(i - keys.length, seed);
                });
    if (filled.events() != (long) COMMANDS_EACH * keys.length) {
      throw new IllegalStateException("not everybody was taken while filling");
    }
    return filled;
  }

  private Envelope attributes(int i, Scenario scenario, long seed) {
    var chance = new Chance(Chance.seed(seed, i));
    return new Envelope(
        keys[i],
        Identifier.user(name(i)),
        "attributes",
        Entry.Origin.LIVE,
        Instant.now(),
        new Command.SetAttributes(scenario.attributes(chance)));
  }

  private Envelope purpose(int i, long seed) {
    int kind = new Chance(Chance.seed(seed + 1, i)).nextInt(ScenarioFiles.PURPOSES);
    return envelope(i, "purpose", new Command.StatePurpose("Mine", "p" + kind), Instant.now());
  }

  /** Requests for anybody, one after the other. */
  Supplier<Envelope> requests(long seed) {
    var random = new Random(seed);
    return () ->
        envelope(
            random.nextInt(keys.length),
            new UUID(random.nextLong(), random.nextLong()).toString(),
            new Command.RequestDecision(Scenario.REQUEST, false),
            Instant.now());
  }

  private Envelope envelope(int i, String id, Command command, Instant at) {
    return new Envelope(keys[i], null, id, Entry.Origin.LIVE, at, command);
  }
}
