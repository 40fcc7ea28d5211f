package cairn.bench.decide;

import cairn.bench.Bench;
import cairn.bench.Figures;
import cairn.store.StoreSettings;
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
    say("compiling " + ACTIONS + " actions");
    var untaught = Scenario.of(ACTIONS, KEEP_SHARE, PREDICTORS);
    if (wants(Part.MEMORY)) {
      inMemory(untaught, Math.clamp(seconds / 4, 0.5, 5));
    }
    if (wants(Part.STORE) || wants(Part.HTTP)) {
      inFolder(folder -> onDisk(folder, untaught, seconds));
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

  private Figures onDisk(Path folder, Scenario scenario, double seconds) throws Exception {
    int people = people(PEOPLE);
    var store = folder.resolve("store");
    delete(store);
    var settings = StoreSettings.in(store);
    var onStore = new OnStore(settings, seconds, PREDICTORS, this::say);
    figures.put("people", people, "in the store");
    var shoppers = onStore.fill(people);
    if (wants(Part.STORE)) {
      durable(onStore.run(shoppers));
    }
    if (wants(Part.HTTP)) {
      http(
          new OverHttp(scenario, seconds, this::say).run(settings, folder.resolve("http"), people));
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

  private void http(OverHttp.Answered answered) {
    var load = answered.load();
    figures.put("http_per_second", Math.rint(load.perSecond()), "1,000 actions; bar 10,000");
    figures.put("http_p50_ms", load.millis(50), "16 connections");
    figures.put("http_p99_ms", load.millis(99), "16 connections; bar 20");
    figures.put("http_cpu_us", answered.cpuMicros(), "of all, generator included, a decision");
    figures.put("http_refused", (double) load.refusals(), "answers other than 200");
  }
}
