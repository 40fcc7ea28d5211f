package cairn.sim;

import cairn.sim.crush.Crush;
import cairn.sim.crush.CrushReport;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/** Lets a crush happen and tells what came of it. */
final class CrushTeller {
  /** Sentences shown; the others are counted. */
  private static final int SENTENCES_MAX = 40;

  private final int decisions;
  private final long seed;
  private final boolean json;

  CrushTeller(int decisions, long seed, boolean json) {
    this.decisions = decisions;
    this.seed = seed;
    this.json = json;
  }

  /** Runs; 0 where no limit was broken, 1 otherwise. */
  int call() throws IOException {
    var folder = Files.createTempDirectory("cairn-crush");
    CrushReport report;
    try {
      report = new Crush(decisions, seed, folder).run(line -> System.err.println(line + "."));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    } finally {
      delete(folder);
    }
    System.out.print(json ? forScripts(report) + System.lineSeparator() : inWords(report));
    return report.isSound() ? 0 : 1;
  }

  private String inWords(CrushReport report) {
    var text = new StringBuilder();
    text.append(
        "Seed %d: %,d decisions for %,d people in %.0f s; %,d things shown, %,d times silence.%n"
            .formatted(
                seed,
                report.decisions(),
                report.people(),
                report.decidingSeconds(),
                report.shown(),
                report.silent()));
    new TreeMap<>(report.stopped())
        .forEach((stage, count) ->
            text.append("  %-16s held something back in %,d decisions%n".formatted(stage, count)));
    new TreeMap<>(report.given())
        .forEach((group, units) ->
            text.append(
                "  %-16s %,d of %,d a day were out at once%n"
                    .formatted(group, units.given(), units.of())));
    report.broken().stream().limit(SENTENCES_MAX).forEach(line -> text.append(line).append('\n'));
    text.append(
        report.isSound()
            ? "No cap was exceeded, no limit over all people, no no forgotten, no decision lost."
            : report.broken().size() + " things are not as they must be.");
    return text.append(System.lineSeparator()).toString();
  }

  private String forScripts(CrushReport report) {
    var all = new ObjectMapper().createObjectNode();
    all.put("seed", seed)
        .put("decisions", report.decisions())
        .put("people", report.people())
        .put("shown", report.shown())
        .put("silent", report.silent())
        .put("seconds", report.decidingSeconds())
        .put("decisions_per_second", report.decisions() / report.decidingSeconds());
    var stopped = all.putObject("stopped");
    report.stopped().forEach(stopped::put);
    var units = all.putObject("units");
    report
        .given()
        .forEach(
            (group, one) -> units.putObject(group).put("most", one.given()).put("of", one.of()));
    var broken = all.putArray("broken");
    report.broken().forEach(broken::add);
    return all.toString();
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
