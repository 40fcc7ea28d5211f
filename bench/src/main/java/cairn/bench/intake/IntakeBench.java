package cairn.bench.intake;

import cairn.bench.Bench;
import cairn.bench.Figures;
import cairn.bench.ServerProcess;
import cairn.blueprint.file.ShippedBlueprints;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures the intake over HTTP: the product in a process of its own with the blueprint First home,
 * everybody on the journey; from here, on the same machine, connections that each send 100 native
 * events with three properties, wait for the answer after the sync, and send the next.
 */
@Command(
    name = "intake",
    description = "Events a second over HTTP, in batches of 100, acknowledged after the sync.")
public final class IntakeBench extends Bench {
  private static final int PEOPLE = 100_000;
  private static final double SECONDS = 20;
  private static final double WARM_UP_MIN = 3;
  private static final long SLOWEST_NANOS = 60_000_000_000L;
  private static final long SEED = 20_261_121;

  @Option(
      names = "--connections",
      paramLabel = "N",
      description = "How many send at once (default: ${DEFAULT-VALUE}).")
  private int connections = 16;

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  @Override
  protected Figures measure() throws Exception {
    return inFolder(this::measure);
  }

  private Figures measure(Path folder) throws Exception {
    var store = folder.resolve("intake");
    delete(store);
    int people = people(PEOPLE);
    double seconds = seconds(SECONDS);
    try (var server = ServerProcess.start(store, blueprint(folder));
        var threads = Executors.newFixedThreadPool(connections)) {
      var senders = new ArrayList<Sender>();
      for (int i = 0; i < connections; i++) {
        senders.add(new Sender(server.url(), people, i, SEED));
      }
      say("introducing " + people + " people");
      int share = (people + connections - 1) / connections;
      all(
          threads,
          senders,
          sender -> {
            int from = senders.indexOf(sender) * share;
            sender.introduce(from, Math.min(people, from + share));
            return 0L;
          });
      say("warming up");
      run(threads, senders, Math.max(WARM_UP_MIN, seconds / 4));
      say("measuring");
      double serverCpu = server.cpuSeconds();
      double loadCpu = system.getProcessCpuTime() / 1e9;
      var result = run(threads, senders, seconds);
      serverCpu = server.cpuSeconds() - serverCpu;
      loadCpu = system.getProcessCpuTime() / 1e9 - loadCpu;
      for (var sender : senders) {
        sender.close();
      }
      return figures(people, result, serverCpu, loadCpu);
    } finally {
      delete(store);
      delete(folder.resolve("blueprint"));
    }
  }

  private record Result(long events, double seconds, Histogram nanos) {}

  private Figures figures(int people, Result result, double serverCpu, double loadCpu) {
    var figures = new Figures();
    double rate = result.events() / result.seconds();
    figures.put("events_per_second", Math.rint(rate), "acknowledged, durable; bar 20,000");
    figures.put("p50_ms", result.nanos().getValueAtPercentile(50) / 1e6, "a batch, to its answer");
    figures.put("p99_ms", result.nanos().getValueAtPercentile(99) / 1e6, "a batch, to its answer");
    figures.put("batch", Sender.BATCH, "events in a request");
    figures.put("connections", connections, "each with one request under way");
    figures.put("people", people, "each on a journey");
    figures.put("events", (double) result.events(), "acknowledged while measured");
    figures.put(
        "server_cpu_us", serverCpu * 1e6 / Math.max(1, result.events()), "of the server, an event");
    figures.put(
        "load_cpu_us", loadCpu * 1e6 / Math.max(1, result.events()), "of the load, an event");
    figures.put("server_cpus", serverCpu / result.seconds(), "processors the server kept busy");
    figures.put("load_cpus", loadCpu / result.seconds(), "processors the load kept busy");
    figures.put("processors", system.getAvailableProcessors(), "of this machine, for both");
    figures.put("machine_load", system.getSystemLoadAverage(), "one-minute average at the end");
    return figures;
  }

  private static Result run(ExecutorService threads, List<Sender> senders, double seconds)
      throws Exception {
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    var nanos = new ConcurrentHistogram(SLOWEST_NANOS, 3);
    long events = all(threads, senders, sender -> sender.until(end, nanos));
    return new Result(events, (System.nanoTime() - start) / 1e9, nanos);
  }

  /** Work of one connection; answers how many events were taken. */
  @FunctionalInterface
  private interface Work {
    long of(Sender sender) throws IOException;
  }

  private static long all(ExecutorService threads, List<Sender> senders, Work work)
      throws Exception {
    var under = new ArrayList<Future<Long>>();
    for (var sender : senders) {
      Callable<Long> one = () -> work.of(sender);
      under.add(threads.submit(one));
    }
    long events = 0;
    for (var one : under) {
      events += one.get();
    }
    return events;
  }

  private static Path blueprint(Path folder) throws IOException {
    var root = folder.resolve("blueprint");
    for (var file : ShippedBlueprints.bundle("first-home").files().entrySet()) {
      var path = root.resolve(file.getKey());
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(path, file.getValue());
    }
    return root;
  }
}
