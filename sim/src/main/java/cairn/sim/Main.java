package cairn.sim;

import cairn.server.command.FrontDoor;
import cairn.server.command.LogVoice;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of simulations: {@code demo} and {@code simulate}. */
@Command(
    name = "cairn",
    description = "Simulated people, time and faults.",
    mixinStandardHelpOptions = true,
    subcommands = {DemoCommand.class, SimulateCommand.class})
public final class Main {
  private Main() {}

  /** Exits with 0 when done, 1 when it failed, 2 when used wrongly. */
  public static void main(String[] args) {
    LogVoice.settle();
    System.exit(FrontDoor.run(new CommandLine(new Main()), args));
  }
}
