package cairn.server.command;

import cairn.server.CairnServer;
import cairn.server.Settings;
import cairn.store.StoreException;
import cairn.workspace.sql.WorkspaceException;
import java.io.UncheckedIOException;
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
    })
public final class CairnCommand {
  /** It was refused, or failed. */
  static final int FAILED = 1;

  /** It was used wrongly, or something is missing. */
  static final int MISUSED = 2;

  /** Runs the command line and answers its exit code. */
  public static int run(String... args) {
    return line().execute(args);
  }

  static CommandLine line() {
    return new CommandLine(new CairnCommand())
        .setExecutionExceptionHandler(CairnCommand::fail)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** What went wrong in a sentence; the whole trace only where it is a fault of ours. */
  private static int fail(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
    switch (failure) {
      case Settings.BadSetting e -> {
        line.getErr().println("cairn: " + e.getMessage());
        return MISUSED;
      }
      case CommandFailure e -> line.getErr().println("cairn: " + e.getMessage());
      case StoreException e -> line.getErr().println("cairn: " + e.getMessage());
      case WorkspaceException e -> line.getErr().println("cairn: " + e.getMessage());
      case UncheckedIOException e -> line.getErr().println("cairn: " + e.getMessage());
      case Exception e -> e.printStackTrace(line.getErr());
    }
    return FAILED;
  }
}
