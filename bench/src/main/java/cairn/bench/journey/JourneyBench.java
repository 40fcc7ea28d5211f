package cairn.bench.journey;

import cairn.bench.Bench;
import cairn.bench.Figures;
import cairn.server.command.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures journeys beside a peer in one run: a sign-up is split by score, something is sent, a
 * purchase or an hour is awaited, thanks or a reminder follow. Timed are the way to the wait, the
 * purchase that ends it, and timers that are due at one moment. Then a million timers, or as many
 * as asked for, come due at once while other people's events come in.
 */
@Command(
    name = "journeys",
    description = "Journeys started, woken and timed out, beside an embedded Flowable.")
public final class JourneyBench extends Bench {
  private static final int PEOPLE = 100_000;
  private static final int TIMERS = 1_000_000;
  private static final int TIMERS_MAX = 10_000_000;
  private static final double SECONDS = 20;

  /** What the peer takes for all its journeys, about, in a second of measuring. */
  private static final int PEER_PER_SECOND = 100;

  private static final int OURS_MAX = 50_000;

  @Option(
      names = "--timers",
      paramLabel = "N",
      description = "So many timers due at one moment; else as many as --people, or a million.")
  private @Nullable Integer timers;

  @Override
  protected Figures measure() throws Exception {
    return inFolder(this::measure);
  }

  private Figures measure(Path folder) throws Exception {
    int people = people(PEOPLE);
    int atOnce = timers == null ? people(TIMERS) : timers;
    if (atOnce < 1 || atOnce > TIMERS_MAX) {
      throw CommandFailure.misused("--timers is a number from 1 to " + TIMERS_MAX + ".");
    }
    int peers = Math.clamp(Math.round(seconds(SECONDS) * PEER_PER_SECOND), 100, people);
    var store = folder.resolve("journeys");
    delete(store);
    Costs ours;
    Costs theirs;
    CairnRun.Crowd crowd;
    try (var cairn = new CairnRun(store)) {
      say("journeys in Cairn");
      ours = cairn.run(Math.min(people, OURS_MAX));
      say("journeys in Flowable");
      try (var flowable = new FlowableRun()) {
        theirs = flowable.run(peers);
      }
      say(atOnce + " timers at once");
      crowd = cairn.crowd(atOnce);
    } finally {
      delete(store);
    }
    var figures = new Figures();
    ours("start", ours.start(), figures);
    ours("wake", ours.wake(), figures);
    ours("timer", ours.timer(), figures);
    theirs("start", theirs.start(), figures);
    theirs("wake", theirs.wake(), figures);
    theirs("timer", theirs.timer(), figures);
    ratio("start", ours.start(), theirs.start(), figures);
    ratio("wake", ours.wake(), theirs.wake(), figures);
    ratio("timer", ours.timer(), theirs.timer(), figures);
    figures.put("timers_at_once", atOnce, "due at one moment");
    figures.put("timers_per_second", Math.rint(atOnce / crowd.seconds()), "of these; bar 10,000");
    figures.put("timers_seconds", crowd.seconds(), "until the last of them had fired");
    figures.put("timers_parking_seconds", crowd.parking(), "until all of them were waiting");
    figures.put("others_p99_before_ms", millis(crowd.before()), "other people's events, before");
    figures.put("others_p99_ms", millis(crowd.during()), "the same while the timers fire");
    figures.put(
        "others_p99_factor", millis(crowd.during()) / millis(crowd.before()), "the two; at most 2");
    figures.put("memory_peak_mib", memoryPeak(), "of the whole process, from the system");
    return figures;
  }

  private static double millis(org.HdrHistogram.Histogram nanos) {
    return nanos.getValueAtPercentile(99) / 1e6;
  }

  /** The most memory this process had, in mebibytes; not a number where the system does not say. */
  private static double memoryPeak() {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
          .findFirst()
          .orElseThrow();
    } catch (IOException | RuntimeException elsewhere) {
      return Double.NaN;
    }
  }

  private static void ours(String what, Costs.Cost cost, Figures figures) {
    figures.put("ours_" + what + "_cpu_ms", cost.cpuMillis(), "durable, for one journey");
    figures.put("ours_" + what + "_per_second", Math.rint(cost.perSecond()), "1,024 in flight");
  }

  private static void theirs(String what, Costs.Cost cost, Figures figures) {
    figures.put("flowable_" + what + "_cpu_ms", cost.cpuMillis(), "H2 in memory, no history");
    figures.put("flowable_" + what + "_per_second", Math.rint(cost.perSecond()), "one thread");
  }

  private static void ratio(String what, Costs.Cost ours, Costs.Cost theirs, Figures figures) {
    figures.put(
        what + "_ratio", theirs.cpuMillis() / ours.cpuMillis(), "our rate per CPU-ms; bar 20");
  }
}
