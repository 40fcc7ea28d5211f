package cairn.bench.engine;

import cairn.bench.Bench;
import cairn.bench.Figures;
import cairn.bench.Main;
import cairn.engine.Envelope;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.store.EmbeddedHost;
import cairn.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures the embedded engine: durable events a second against a bare loop on the same database,
 * how long an acknowledgement takes, bytes on disk for one person, and how soon a killed store is
 * ready again. Engine and bare loop take turns, so that a busy machine disturbs both alike.
 */
@Command(
    name = "engine",
    description = "The embedded engine against a bare loop on the same database.")
public final class EngineBench extends Bench {
  private static final int FULL_IN_FLIGHT = 1_024;
  private static final int FEW_IN_FLIGHT = 16;
  private static final int ROUNDS = 2;
  private static final int SIZED_PEOPLE_MAX = 20_000;
  private static final int HISTORY = 20;
  private static final long SEED = 20_261_121;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final int PEOPLE = 1_000_000;
  private static final double SECONDS = 30;

  @Option(
      names = "--loaded-child",
      hidden = true,
      description = "Load a store that is there, until killed.")
  private boolean child;

  private int people;
  private double seconds;

  @Override
  protected Figures measure() throws Exception {
    people = people(PEOPLE);
    seconds = seconds(SECONDS);
    return inFolder(folder -> {
      if (child) {
        loadUntilKilled(folder, people);
      }
      return measure(folder);
    });
  }

  private Figures measure(Path folder) throws Exception {
    var commuters = new Commuters(people, SEED);
    var store = folder.resolve("engine");
    delete(store);
    var settings = StoreSettings.in(store);
    fill(settings, commuters);
    var engine = new ArrayList<Load.Result>();
    var bare = new ArrayList<Load.Result>();
    Load.@Nullable Result few = null;
    for (int round = 1; round <= ROUNDS; round++) {
      say("engine, round " + round + " of " + ROUNDS);
      try (var host = EmbeddedHost.open(settings, commuters::running)) {
        var events = events(commuters, SEED + round);
        new Load(host, FULL_IN_FLIGHT).run(Math.min(5, seconds), events);
        engine.add(new Load(host, FULL_IN_FLIGHT).run(seconds / ROUNDS, events));
        few = new Load(host, FEW_IN_FLIGHT).run(Math.clamp(seconds / 4, 1, 10), events);
      }
      say("bare loop, round " + round + " of " + ROUNDS);
      bare.add(
          BareLoop.run(
              store.resolve("db"),
              settings.cacheBytes(),
              commuters,
              seconds / ROUNDS,
              SEED + 10 + round));
    }
    say("restart after a kill");
    double restart = restart(settings, commuters);
    delete(store);
    say("bytes of one person");
    double bytes = bytesPerPerson(folder);
    return result(engine, bare, Objects.requireNonNull(few), restart, bytes);
  }

  private Figures result(
      List<Load.Result> engine,
      List<Load.Result> bare,
      Load.Result few,
      double restart,
      double bytes) {
    double engineRate = sum(engine, Load.Result::events) / sum(engine, Load.Result::seconds);
    double bareRate = sum(bare, Load.Result::events) / sum(bare, Load.Result::seconds);
    double engineCpu =
        1e6 * sum(engine, Load.Result::cpuSeconds) / sum(engine, Load.Result::events);
    double bareCpu = 1e6 * sum(bare, Load.Result::cpuSeconds) / sum(bare, Load.Result::events);
    var result = new Figures();
    result.put("people", people, "in the store");
    result.put("events_per_second", Math.rint(engineRate), "durable, 1,024 in flight");
    result.put("p50_ms", few.millis(50), "acknowledgement, 16 in flight");
    result.put("p99_ms", few.millis(99), "acknowledgement, 16 in flight");
    result.put("in_flight", FEW_IN_FLIGHT, "for the two above");
    result.put("events_per_second_few", Math.rint(few.perSecond()), "durable, 16 in flight");
    result.put("full_p50_ms", engine.getLast().millis(50), "acknowledgement, 1,024 in flight");
    result.put("full_p99_ms", engine.getLast().millis(99), "acknowledgement, 1,024 in flight");
    result.put("full_in_flight", FULL_IN_FLIGHT, "for the two above");
    result.put("cpu_micros_per_event", engineCpu, "all threads of the engine");
    result.put("bare_events_per_second", Math.rint(bareRate), "the bare loop");
    result.put("bare_cpu_micros_per_event", bareCpu, "the bare loop");
    result.put("cpu_ratio", bareCpu / engineCpu, "bare over engine, bar 0.6");
    result.put("wall_ratio", engineRate / bareRate, "engine over bare, bar 0.4");
    result.put("bytes_per_person", Math.rint(bytes), "20 plain events each, packed, bar 3,000");
    result.put("restart_seconds", restart, "after a kill, to the first answer, bar 5");
    return result;
  }

  private static double sum(List<Load.Result> results, ToDoubleFunction<Load.Result> part) {
    return results.stream().mapToDouble(part).sum();
  }

  private static Supplier<Envelope> events(Commuters commuters, long seed) {
    var random = new Random(seed);
    return () -> commuters.event(random);
  }

  private void fill(StoreSettings settings, Commuters commuters) throws InterruptedException {
    say("filling a store with " + people + " people");
    try (var host = EmbeddedHost.open(settings, commuters::running)) {
      var random = new Random(SEED);
      var next = new AtomicInteger();
      var filled =
          new Load(host, 4 * FULL_IN_FLIGHT)
              .run(people, () -> commuters.first(next.getAndIncrement(), random));
      if (filled.events() != people) {
        throw new IllegalStateException(
            (people - filled.events()) + " people were not taken while filling");
      }
      say("filled at " + Math.round(filled.perSecond()) + " a second");
    }
  }

  /** A child loads the store and is killed; then the time until the first answer is taken. */
  private double restart(StoreSettings settings, Commuters commuters) throws Exception {
    var child =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "engine",
                "--loaded-child",
                "--people",
                Integer.toString(people),
                "--store",
                settings.folder().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines = child.inputReader()) {
      var line = lines.readLine();
      if (line == null) {
        throw new IllegalStateException("the child to be killed did not come up");
      }
    }
    child.destroyForcibly().waitFor();
    long start = System.nanoTime();
    try (var host = EmbeddedHost.open(settings, commuters::running)) {
      var outcome =
          host.submit(commuters.event(new Random(SEED + 99)), Priority.INTERACTIVE)
              .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      double took = (System.nanoTime() - start) / 1e9;
      if (!(outcome instanceof Outcome.Taken) || host.people() != people) {
        throw new IllegalStateException("after the kill the store is not what it was");
      }
      return took;
    }
  }

  private static void loadUntilKilled(Path folder, int people) throws InterruptedException {
    var commuters = new Commuters(people, SEED);
    var host = EmbeddedHost.open(StoreSettings.in(folder), commuters::running);
    var events = events(commuters, SEED + 50);
    new Load(host, FULL_IN_FLIGHT).run(5.0, events);
    System.out.println("loaded");
    System.out.flush();
    while (true) {
      new Load(host, FULL_IN_FLIGHT).run(1.0, events);
    }
  }

  private double bytesPerPerson(Path folder) throws InterruptedException, IOException {
    int sized = Math.min(people, SIZED_PEOPLE_MAX);
    var commuters = new Commuters(sized, SEED + 7);
    var store = folder.resolve("sized");
    delete(store);
    var settings = StoreSettings.in(store);
    try (var host = EmbeddedHost.open(settings, commuters::running)) {
      var random = new Random(SEED);
      for (int i = 0; i < HISTORY; i++) {
        int event = i;
        var next = new AtomicInteger();
        Supplier<Envelope> one =
            () ->
                event == 0
                    ? commuters.first(next.getAndIncrement(), random)
                    : commuters.event(next.getAndIncrement(), random);
        new Load(host, FULL_IN_FLIGHT).run(sized, one);
      }
      host.settle();
    }
    double bytes = (double) size(store) / sized;
    delete(store);
    return bytes;
  }

  private static long size(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
