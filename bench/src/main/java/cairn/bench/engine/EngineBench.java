package cairn.bench.engine;

import cairn.engine.Envelope;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.store.EmbeddedHost;
import cairn.store.StoreSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Measures the embedded engine: durable events a second against a bare loop on the same database,
 * how long an acknowledgement takes, bytes on disk for one person, and how soon a killed store is
 * ready again. {@code --people N --seconds S --store DIR --json}. Engine and bare loop take turns,
 * so that a busy machine disturbs both alike.
 */
public final class EngineBench {
  private static final int FULL_IN_FLIGHT = 1_024;
  private static final int FEW_IN_FLIGHT = 16;
  private static final int ROUNDS = 2;
  private static final int SIZED_PEOPLE_MAX = 20_000;
  private static final int HISTORY = 20;
  private static final long SEED = 20_261_121;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final int people;
  private final double seconds;
  private final Path folder;
  private final PrintStream progress;

  private EngineBench(int people, double seconds, Path folder, PrintStream progress) {
    this.people = people;
    this.seconds = seconds;
    this.folder = folder;
    this.progress = progress;
  }

  /** Runs it; prints one JSON object with {@code --json}, a table without. */
  public static void main(String[] args) throws Exception {
    int people = 1_000_000;
    double seconds = 30;
    boolean json = false;
    boolean child = false;
    @Nullable Path folder = null;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--people" -> people = Integer.parseInt(args[++i]);
        case "--seconds" -> seconds = Double.parseDouble(args[++i]);
        case "--store" -> folder = Path.of(args[++i]);
        case "--json" -> json = true;
        case "--loaded-child" -> child = true;
        default -> throw new IllegalArgumentException("There is no option " + args[i] + ".");
      }
    }
    var own = folder == null;
    var place = folder == null ? Files.createTempDirectory("cairn-engine-bench") : folder;
    if (child) {
      loadUntilKilled(place, people);
      return;
    }
    try {
      var result = new EngineBench(people, seconds, place, System.err).run();
      print(result, json, System.out);
    } finally {
      if (own) {
        delete(place);
      }
    }
  }

  private Map<String, Number> run() throws Exception {
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
    double bytes = bytesPerPerson();
    return result(engine, bare, Objects.requireNonNull(few), restart, bytes);
  }

  private Map<String, Number> result(
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
    var result = new LinkedHashMap<String, Number>();
    result.put("people", people);
    result.put("events_per_second", Math.round(engineRate));
    result.put("p50_ms", few.millis(50));
    result.put("p99_ms", few.millis(99));
    result.put("in_flight", FEW_IN_FLIGHT);
    result.put("events_per_second_few", Math.round(few.perSecond()));
    result.put("full_p50_ms", engine.getLast().millis(50));
    result.put("full_p99_ms", engine.getLast().millis(99));
    result.put("full_in_flight", FULL_IN_FLIGHT);
    result.put("cpu_micros_per_event", engineCpu);
    result.put("bare_events_per_second", Math.round(bareRate));
    result.put("bare_cpu_micros_per_event", bareCpu);
    result.put("cpu_ratio", bareCpu / engineCpu);
    result.put("wall_ratio", engineRate / bareRate);
    result.put("bytes_per_person", Math.round(bytes));
    result.put("restart_seconds", restart);
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
                EngineBench.class.getName(),
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

  private double bytesPerPerson() throws InterruptedException, IOException {
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

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void say(String what) {
    progress.println(what);
  }

  private static void print(Map<String, Number> result, boolean json, PrintStream out) {
    var text = new StringBuilder(json ? "{" : "");
    for (var entry : result.entrySet()) {
      var number =
          entry.getValue() instanceof Double fraction
              ? String.format(Locale.ROOT, "%.3f", fraction)
              : entry.getValue().toString();
      if (json) {
        text.append(text.length() > 1 ? "," : "");
        text.append('"').append(entry.getKey()).append("\":").append(number);
      } else {
        text.append(String.format(Locale.ROOT, "%-28s %12s%n", entry.getKey(), number));
      }
    }
    out.println(text.append(json ? "}" : ""));
  }
}
