package cairn.sim;

import cairn.server.command.CommandFailure;
import cairn.server.decide.Truth;
import cairn.sim.world.Worlds;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cairn demo}: a living world in the browser. */
@Command(
    name = "demo",
    description = "Starts Cairn with a living world of simulated people.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final int PEOPLE_MAX = 1_000_000;
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Option(names = "--people", description = "How many people (default: ${DEFAULT-VALUE}).")
  private int people = 10_000;

  @Option(names = "--port", description = "The port (default: ${DEFAULT-VALUE}; 0 for any).")
  private int port = 8080;

  @Option(names = "--seed", description = "What chance starts from (default: ${DEFAULT-VALUE}).")
  private long seed = 7;

  @Option(names = "--store", description = "An empty folder to keep the world in.")
  private @Nullable Path store;

  @Option(
      names = "--events",
      description = "Stop after so many events instead of living on.",
      hidden = true)
  private long events = Long.MAX_VALUE;

  @Override
  public Integer call() throws IOException {
    var out = System.err;
    if (people < 1 || people > PEOPLE_MAX) {
      throw CommandFailure.misused("--people is a number from 1 to " + PEOPLE_MAX + ".");
    }
    var folder = store == null ? Files.createTempDirectory("cairn-demo-") : store;
    if (Files.exists(folder) && !isEmpty(folder)) {
      throw CommandFailure.misused(
          "The folder " + folder + " is not empty: name another one by --store.");
    }
    var ended = new CountDownLatch(1);
    endInOrder(Thread.currentThread(), ended);
    try (var demo = new Demo(folder, port, Worlds.bundle(), Instant.now(), seed)) {
      run(demo, out);
    } finally {
      if (store == null) {
        delete(folder);
      }
      ended.countDown();
    }
    return 0;
  }

  private void run(Demo demo, PrintStream out) {
    out.println();
    out.println("  Cairn is running: open  " + demo.url());
    out.println();
    demo.populate(Worlds.ALL, people);
    livePast(demo);
    out.printf(
        "%n  %,d people did %,d things in 90 days. Now a day passes in two minutes.%n"
            + "  Stop with Ctrl+C.%n",
        demo.people(), demo.deeds());
    tell(demo.truth(), out);
    demo.present(events);
  }

  /** On Ctrl+C the world ends as it does by itself, and its temporary folder goes. */
  private static void endInOrder(Thread living, CountDownLatch ended) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              living.interrupt();
              try {
                if (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                  System.err.println("The world did not end in time; its folder is left.");
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }));
  }

  private static void livePast(Demo demo) {
    int parts = 1_000;
    try (var bar = Bars.of("Living through 90 days", parts)) {
      demo.past(share -> bar.stepTo((long) (share * parts)));
      bar.stepTo(parts);
    }
  }

  private static void tell(Truth truth, PrintStream out) {
    var days = truth.days();
    if (days.size() < 14) {
      return;
    }
    double first = days.subList(0, 7).stream().mapToDouble(Truth.Day::share).average().orElse(0);
    double last =
        days.subList(days.size() - 7, days.size()).stream()
            .mapToDouble(Truth.Day::share)
            .average()
            .orElse(0);
    out.printf(
        "  In the first week decisions brought %.0f%% of what the best would have, in the last"
            + " %.0f%%.%n",
        100 * first, 100 * last);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
