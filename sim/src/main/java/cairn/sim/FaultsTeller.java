package cairn.sim;

import cairn.sim.fault.FaultRun;
import cairn.sim.fault.Report;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Plays faults and tells what came of them; the seed stands in every sentence. */
final class FaultsTeller {
  /** Sentences shown; the others are counted. */
  private static final int SENTENCES_MAX = 40;

  private static final int STORMS = 40;
  private static final int RESTARTS = 3;
  private static final int KILLS = 4;

  private final FaultRun run;
  private final boolean json;

  FaultsTeller(long seed, int rounds, boolean everyByte, boolean json) {
    int times = Math.clamp(rounds, 1, 10_000);
    this.run = new FaultRun(seed, STORMS * times, RESTARTS * times, KILLS * times, everyByte);
    this.json = json;
  }

  /** Runs; 0 where everything was as it must be, 1 otherwise. */
  int call() throws IOException {
    var began = System.nanoTime();
    var folder = Files.createTempDirectory("cairn-faults");
    var report = run.run(folder, line -> System.err.println(line + "."));
    double seconds = (System.nanoTime() - began) / 1e9;
    if (json) {
      tellScripts(report, seconds);
    } else {
      tell(report, seconds);
    }
    if (report.isSound()) {
      delete(folder);
      return 0;
    }
    System.err.println("The stores are kept in " + folder + ".");
    return 1;
  }

  private void tell(Report report, double seconds) {
    System.out.printf(
        "Seed %d: %,d commands in %d storms, %d restarts, %d kills, %d cut logs, in %.0f s.%n",
        run.seed(),
        report.commands(),
        report.storms(),
        report.restarts(),
        report.kills(),
        report.cuts(),
        seconds);
    report.broken().stream().limit(SENTENCES_MAX).forEach(System.out::println);
    if (report.isSound()) {
      System.out.printf(
          "Nothing of %,d acknowledged events was lost, nothing is there twice, and no promise was"
              + " broken.%n",
          report.acknowledged());
    } else {
      System.out.printf("%d things are not as they must be.%n", report.broken().size());
    }
  }

  private void tellScripts(Report report, double seconds) {
    var all = new ObjectMapper().createObjectNode();
    all.put("seed", run.seed())
        .put("commands", report.commands())
        .put("acknowledged", report.acknowledged())
        .put("storms", report.storms())
        .put("restarts", report.restarts())
        .put("kills", report.kills())
        .put("cuts", report.cuts())
        .put("seconds", seconds);
    var broken = all.putArray("broken");
    report.broken().forEach(broken::add);
    System.out.println(all);
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
