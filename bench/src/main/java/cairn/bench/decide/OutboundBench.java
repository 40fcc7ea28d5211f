package cairn.bench.decide;

import cairn.bench.Bench;
import cairn.bench.Figures;
import cairn.bench.engine.Cpu;
import cairn.decision.Pipeline;
import cairn.engine.Decisions;
import cairn.engine.Stamp;
import cairn.person.PersonKey;
import cairn.store.EmbeddedHost;
import cairn.store.StoreSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import picocli.CommandLine.Command;

/**
 * Measures a scan that looks, by means alone, for whom one of 200 candidates would be put to next:
 * everybody is read from the store, decoded, taken through all rules and weighed.
 */
@Command(name = "outbound", description = "A scan over everybody that proposes whom to contact.")
public final class OutboundBench extends Bench {
  private static final int PEOPLE = 200_000;
  private static final double SECONDS = 20;
  private static final int KEEP_SHARE = 15;
  private static final int PREDICTORS = 16;
  private static final int SAMPLE = 2_048;

  @Override
  protected Figures measure() throws Exception {
    return inFolder(this::measure);
  }

  /** How far one scan came. */
  private record Scanned(long people, long proposed, double seconds) {}

  private Figures measure(Path folder) throws Exception {
    int people = people(PEOPLE);
    double seconds = seconds(SECONDS);
    var untaught = Scenario.of(OnStore.ACTIONS, KEEP_SHARE, PREDICTORS);
    var scenario = untaught.taught(untaught.people(SAMPLE, 1, OnStore.ACTIONS, 11));
    var store = folder.resolve("outbound");
    delete(store);
    try (var host =
        EmbeddedHost.open(Shoppers.patient(StoreSettings.in(store)), scenario::running)) {
      say("filling a store with " + people + " people");
      new Shoppers(host, people).fill(host, scenario, 5);
      host.settle();
      say("scanning, to warm up");
      scan(host, scenario, seconds / 2);
      say("scanning");
      var cpu = Cpu.now();
      var scanned = scan(host, scenario, seconds);
      double micros = 1e6 * cpu.seconds() / scanned.people();
      var figures = new Figures();
      figures.put("people", people, "in the store");
      figures.put("candidates", OnStore.ACTIONS, "for each");
      figures.put("threads", threads(), "one for each core");
      figures.put(
          "people_per_second",
          Math.rint(scanned.people() / scanned.seconds()),
          "read, decoded, decided by means; bar 100,000");
      figures.put("cpu_us", micros, "processor time for one of them");
      figures.put("proposed_share", (double) scanned.proposed() / scanned.people(), "of them");
      return figures;
    } finally {
      delete(store);
    }
  }

  private static int threads() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Scans shard after shard, over again if there is time, on all cores. */
  private static Scanned scan(EmbeddedHost host, Scenario scenario, double seconds)
      throws Exception {
    var people = new LongAdder();
    var proposed = new LongAdder();
    var next = new AtomicInteger();
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    var work = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < threads(); i++) {
      work.add(() -> {
        while (System.nanoTime() < end) {
          shard(host, scenario, next.getAndIncrement() % PersonKey.SHARDS, people, proposed, end);
        }
        return true;
      });
    }
    try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      for (var done : threads.invokeAll(work)) {
        done.get();
      }
    }
    return new Scanned(people.sum(), proposed.sum(), (System.nanoTime() - start) / 1e9);
  }

  private static void shard(
      EmbeddedHost host,
      Scenario scenario,
      int shard,
      LongAdder people,
      LongAdder proposed,
      long end) {
    var stamp = new Stamp(Instant.now(), 0, 1, 1);
    host.scan(
        shard,
        person -> {
          var asked =
              Decisions.asked(
                  scenario, scenario.blueprint(), person, Scenario.REQUEST.channel(), stamp);
          if (Pipeline.propose(scenario.catalogue(), Scenario.REQUEST, asked) >= 0) {
            proposed.increment();
          }
          people.increment();
          return System.nanoTime() < end;
        });
  }
}
