package cairn.bench.decide;

import cairn.bench.Rest;
import cairn.bench.engine.BareLoop;
import cairn.bench.engine.Cpu;
import cairn.bench.engine.Load;
import cairn.decision.Pipeline;
import cairn.person.PersonState;
import cairn.store.EmbeddedHost;
import cairn.store.StoreSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Durable decisions among 200 candidates, against a bare loop that writes the same rows to the same
 * database. Engine and bare loop take turns, so that a busy machine disturbs both alike.
 */
final class OnStore {
  static final int ACTIONS = 200;

  private static final int KEEP_SHARE = 15;
  private static final int FULL_IN_FLIGHT = 1_024;
  private static final int FEW_IN_FLIGHT = 16;
  private static final int ROUNDS = 2;
  private static final int SAMPLE = 2_048;

  private final StoreSettings settings;
  private final double seconds;
  private final Consumer<String> progress;
  private final Scenario scenario;

  OnStore(StoreSettings settings, double seconds, int predictors, Consumer<String> progress) {
    this.settings = settings;
    this.seconds = seconds;
    this.progress = progress;
    var untaught = Scenario.of(ACTIONS, KEEP_SHARE, predictors);
    scenario = untaught.taught(untaught.people(SAMPLE, 1, ACTIONS, 11));
  }

  /**
   * What came of it.
   *
   * @param engine and bare: with {@link #FULL_IN_FLIGHT} in flight, over all rounds
   * @param few the last stretch with {@link #FEW_IN_FLIGHT} in flight
   * @param decisionMicros processor time of the decision alone, for people as the store has them
   */
  record Result(
      List<Load.Result> engine, List<Load.Result> bare, Load.Result few, double decisionMicros) {
    double perSecond() {
      return rate(engine);
    }

    double engineMicros() {
      return cpuMicros(engine);
    }

    double bareMicros() {
      return cpuMicros(bare);
    }

    double barePerSecond() {
      return rate(bare);
    }

    private static double rate(List<Load.Result> results) {
      return sum(results, Load.Result::events) / sum(results, Load.Result::seconds);
    }

    private static double cpuMicros(List<Load.Result> results) {
      return 1e6 * sum(results, Load.Result::cpuSeconds) / sum(results, Load.Result::events);
    }

    private static double sum(List<Load.Result> results, ToDoubleFunction<Load.Result> part) {
      return results.stream().mapToDouble(part).sum();
    }
  }

  Result run(Shoppers shoppers) throws Exception {
    var engine = new ArrayList<Load.Result>();
    var bare = new ArrayList<Load.Result>();
    Load.@Nullable Result few = null;
    double decision = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      progress.accept("durable decisions, round " + round + " of " + ROUNDS);
      try (var host = EmbeddedHost.open(settings, scenario::running)) {
        if (round == 1) {
          // What filling left to be merged is neither the engine's nor the bare loop's.
          Rest.await(Cpu.now()::seconds);
        }
        var requests = shoppers.requests(100 + round);
        new Load(host, FULL_IN_FLIGHT).run(Math.min(8, seconds), requests);
        engine.add(new Load(host, FULL_IN_FLIGHT).run(seconds / ROUNDS, requests));
        few = new Load(host, FEW_IN_FLIGHT).run(Math.clamp(seconds / 3, 1, 10), requests);
        decision = decisionMicros(host, shoppers);
      }
      progress.accept("bare loop, round " + round + " of " + ROUNDS);
      bare.add(
          BareLoop.run(
              settings.folder().resolve("db"),
              settings.cacheBytes(),
              shoppers,
              seconds / ROUNDS,
              200 + round));
    }
    return new Result(engine, bare, Objects.requireNonNull(few), decision);
  }

  /** Makes a store with so many people. */
  Shoppers fill(int people) throws InterruptedException {
    progress.accept("filling a store with " + people + " people");
    try (var host = EmbeddedHost.open(Shoppers.patient(settings), scenario::running)) {
      var shoppers = new Shoppers(host, people);
      var filled = shoppers.fill(host, scenario, 5);
      progress.accept("filled at " + Math.round(filled.perSecond()) + " commands a second");
      return shoppers;
    }
  }

  private double decisionMicros(EmbeddedHost host, Shoppers shoppers) {
    var people = new ArrayList<PersonState>();
    for (int i = 0; i < Math.min(SAMPLE, shoppers.count()); i++) {
      people.add(host.read(shoppers.person(i)));
    }
    var asked = people.stream().map(p -> scenario.asked(p, p.key().low())).toList();
    return new Timing()
            .nanos(
                64,
                Math.clamp(seconds / 4, 1, 5),
                i -> {
                  var record =
                      Pipeline.decide(
                          "d",
                          scenario.catalogue(),
                          Scenario.REQUEST,
                          asked.get(i % asked.size()),
                          false);
                  return (long) record.slots().size() + record.drops().size();
                })
        / 1_000;
  }
}
