package cairn.bench.decide;

import cairn.bench.Bench;
import cairn.bench.Figures;
import cairn.store.StoreSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures deciding: the pipeline in memory among 1,000 actions with three rules each, a rule as
 * compiled beside the same by hand, durable decisions among 200 candidates beside a bare loop on
 * the same database, and decisions over HTTP with the generator on the same machine.
 */
@Command(
    name = "decisions",
    description = "Decisions in memory, on the store beside a bare loop, and over HTTP.")
public final class DecisionBench extends Bench {
  private static final int PEOPLE = 200_000;
  private static final double SECONDS = 20;
  private static final int ACTIONS = 1_000;
  private static final int KEEP_SHARE = 3;
  private static final int OPEN_MIN = 20;
  private static final int OPEN_MAX = 40;

  /**
   * With channel, purpose, hour and day the twenty predictors of the learner's own measurements.
   */
  private static final int PREDICTORS = 16;

  private static final int PREDICTORS_ALL = 40;

  /** What can be measured by itself. */
  enum Part {
    MEMORY,
    STORE,
    HTTP
  }

  @Option(
      names = "--part",
      paramLabel = "PART",
      description = "Only ${COMPLETION-CANDIDATES} of it (default: all three).")
  private @Nullable Part part;

  private final Figures figures = new Figures();

  @Override
  protected Figures measure() throws Exception {
    double seconds = seconds(SECONDS);
    if (wants(Part.MEMORY)) {
      say("compiling " + ACTIONS + " actions");
      inMemory(Scenario.of(ACTIONS, KEEP_SHARE, PREDICTORS), Math.clamp(seconds / 4, 0.5, 5));
    }
    if (wants(Part.STORE) || wants(Part.HTTP)) {
      inFolder(folder -> onDisk(folder, seconds));
    }
    return figures;
  }

  private boolean wants(Part one) {
    return part == null || part == one;
  }

  private void inMemory(Scenario untaught, double seconds) {
    var memory = new InMemory(seconds);
    var people = InMemory.people(untaught, OPEN_MIN, OPEN_MAX);
    var scenario = untaught.taught(people);
    say("in memory: rules");
    var rule = memory.rule(scenario, people);
    say("in memory: elimination");
    double elimination = memory.elimination(scenario, people);
    say("in memory: decisions");
    double whole = memory.decision(scenario, people);
    double without = memory.decision(untaught, people);
    var wide = Scenario.of(ACTIONS, KEEP_SHARE, PREDICTORS_ALL).taught(people);
    double widest = memory.decision(wide, people);
    figures.put("in_process_us", whole, "a decision, 1,000 actions, 20 predictors; bar 30");
    figures.put("in_process_44_predictors_us", widest, "the same where models look at all");
    figures.put("in_process_no_models_us", without, "the same before anything is learnt");
    figures.put("elimination_us", elimination, "3,000 rules, with reasons; bar 10");
    figures.put("rule_ratio", rule.ratio(), "five conditions, as compiled over by hand; bar 3");
    figures.put("rule_ns", rule.compiledNanos(), "one rule as compiled");
  }

  private Figures onDisk(Path folder, double seconds) throws Exception {
    int people = people(PEOPLE);
    var store = folder.resolve("store");
    delete(store);
    var settings = StoreSettings.in(store);
    var onStore = new OnStore(settings, seconds, PREDICTORS, this::say);
    figures.put("people", people, "in the store");
    long start = System.nanoTime();
    var shoppers = onStore.fill(people);
    figures.put("fill_seconds", (System.nanoTime() - start) / 1e9, "until all were in the store");
    figures.put("store_mib", mebibytes(bytes(store)), "on the disk once they were");
    if (wants(Part.STORE)) {
      durable(onStore.run(shoppers));
    }
    if (wants(Part.HTTP)) {
      var blueprint = folder.resolve("blueprint");
      var files = Scenario.files(ACTIONS, KEEP_SHARE, PREDICTORS);
      http(new OverHttp(files, seconds, this::say).run(store, blueprint, people));
      figures.put("http_store_mib", mebibytes(bytes(store)), "on the disk afterwards");
      delete(blueprint);
    }
    delete(store);
    return figures;
  }

  private void durable(OnStore.Result durable) {
    double engine = durable.engineMicros() - durable.decisionMicros();
    figures.put("durable_per_second", Math.rint(durable.perSecond()), "1,024 in flight");
    figures.put("bare_per_second", Math.rint(durable.barePerSecond()), "the bare loop");
    figures.put("decision_us", durable.decisionMicros(), "the decision itself, 200 candidates");
    figures.put("engine_cpu_us", engine, "of a durable decision, without the decision itself");
    figures.put("bare_cpu_us", durable.bareMicros(), "of the bare loop");
    figures.put("cpu_ratio", durable.bareMicros() / engine, "bare over engine; bar 0.6");
    figures.put(
        "wall_ratio", durable.perSecond() / durable.barePerSecond(), "engine over bare; bar 0.35");
    figures.put("p50_ms", durable.few().millis(50), "durable decision, 16 in flight; bar 1");
    figures.put("p99_ms", durable.few().millis(99), "durable decision, 16 in flight; bar 5");
  }

  private static double mebibytes(long bytes) {
    return Math.rint(bytes / (double) (1 << 20));
  }

  private static long bytes(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
    }
  }

  private void http(OverHttp.Answered answered) {
    var load = answered.load();
    figures.put("http_per_second", Math.rint(load.perSecond()), "1,000 actions; bar 10,000");
    var connections = OverHttp.CONNECTIONS + " connections";
    figures.put("http_p50_ms", load.millis(50), connections);
    figures.put("http_p99_ms", load.millis(99), connections + "; bar 20");
    figures.put("http_server_cpu_us", answered.serverMicros(), "of the server, a decision");
    figures.put("http_load_cpu_us", answered.loadMicros(), "of the generator, a decision");
    figures.put(
        "http_cpu_us", answered.serverMicros() + answered.loadMicros(), "of both, a decision");
    figures.put(
        "http_ready_seconds", answered.readingSeconds(), "until the server knew all before it");
    figures.put(
        "http_ready_again_seconds", answered.againSeconds(), "the same, killed and started again");
    answered
        .peakBytes()
        .ifPresent(most -> figures.put("http_server_mib", mebibytes(most), "of memory, at most"));
    figures.put("http_refused", (double) load.refusals(), "answers other than 200");
  }
}
