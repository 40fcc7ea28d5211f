package cairn.bench.decide;

import cairn.bench.Bench;
import cairn.bench.Figures;
import cairn.store.StoreSettings;
import java.nio.file.Path;
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

  @Option(
      names = "--memory-only",
      description = "Only the pipeline in memory: no store, no server.")
  private boolean memoryOnly;

  private final Figures figures = new Figures();

  @Override
  protected Figures measure() throws Exception {
    double seconds = seconds(SECONDS);
    say("compiling " + ACTIONS + " actions");
    var scenario = inMemory(Math.clamp(seconds / 4, 0.5, 5));
    if (!memoryOnly) {
      inFolder(folder -> onDisk(folder, scenario, seconds));
    }
    return figures;
  }

  private Scenario inMemory(double seconds) {
    var memory = new InMemory(seconds);
    var untaught = Scenario.of(ACTIONS, KEEP_SHARE, PREDICTORS);
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
    return scenario;
  }

  private Figures onDisk(Path folder, Scenario scenario, double seconds) throws Exception {
    int people = people(PEOPLE);
    var store = folder.resolve("store");
    delete(store);
    var settings = StoreSettings.in(store);
    var durable = new OnStore(settings, seconds, PREDICTORS, this::say).run(people);
    double engine = durable.engineMicros() - durable.decisionMicros();
    figures.put("people", people, "in the store");
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
    var http = new OverHttp(scenario, seconds, this::say);
    var answered = http.run(settings, folder.resolve("server"), people);
    figures.put("http_per_second", Math.rint(answered.perSecond()), "1,000 actions; bar 10,000");
    figures.put("http_p50_ms", answered.millis(50), "32 connections");
    figures.put("http_p99_ms", answered.millis(99), "32 connections; bar 20");
    figures.put("http_refused", (double) answered.refusals(), "answers other than 200");
    delete(store);
    return figures;
  }
}
