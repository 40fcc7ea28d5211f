package cairn.server.command;

import cairn.server.CairnServer;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of all commands. */
@Command(
    name = "cairn",
    mixinStandardHelpOptions = true,
    version = "cairn " + CairnServer.VERSION,
    description = "Journeys of people: what happens, where they are, what comes next.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:refused or failed", "2:used wrongly, or something is missing"},
    subcommands = {
      ServeCommand.class,
      ImportCommand.class,
      BlueprintCommand.class,
      KeyCommand.class,
      StaffCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      DoctorCommand.class,
    })
public final class CairnCommand {
  /** It was refused, or failed. */
  static final int FAILED = 1;

  /** It was used wrongly, or something is missing. */
  static final int MISUSED = 2;

  /** Runs the command line and answers its exit code. */
  public static int run(String... args) {
    return FrontDoor.run(new CommandLine(new CairnCommand()), args);
  }
}
