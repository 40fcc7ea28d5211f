package cairn.bench;

import cairn.bench.board.BoardBench;
import cairn.bench.decide.DecisionBench;
import cairn.bench.decide.OutboundBench;
import cairn.bench.decide.TrialBench;
import cairn.bench.engine.EngineBench;
import cairn.bench.intake.IntakeBench;
import cairn.bench.journey.JourneyBench;
import cairn.bench.learning.LearningBench;
import cairn.server.command.FrontDoor;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs one measurement by its name: {@code cairn bench NAME ...}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures one thing; each NAME says by --help what and how.",
    synopsisSubcommandLabel = "NAME",
    subcommands = {
      BoardBench.class,
      DecisionBench.class,
      EngineBench.class,
      IntakeBench.class,
      JourneyBench.class,
      LearningBench.class,
      OutboundBench.class,
      TrialBench.class
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Known here so that what is missing is said, which is the name. */
  @Option(names = "--json", hidden = true, description = "Given after NAME.")
  void json(boolean asked) {}

  /** The first argument names the measurement, the others are its own. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Measures and answers the exit code. */
  public static int run(String... arguments) {
    return FrontDoor.run(new CommandLine(new Main()), arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to measure: " + String.join(", ", spec.subcommands().keySet()) + ".");
  }
}
