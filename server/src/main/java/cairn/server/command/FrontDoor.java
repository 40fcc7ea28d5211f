package cairn.server.command;

import cairn.server.Settings;
import cairn.server.http.Json;
import cairn.store.StoreException;
import cairn.workspace.sql.WorkspaceException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Runs a command line in the house's way. With {@code --json} among the arguments exactly one JSON
 * object leaves on standard output, also when the command fails ({@code {"error": "..."}}): a
 * command writes it to {@code spec.commandLine().getOut()}, and whatever else is printed meanwhile
 * goes to standard error. The exit code is 0 for done, 1 for refused or failed, 2 for used wrongly
 * or something missing.
 */
public final class FrontDoor {
  /** The option that asks for one JSON object. */
  public static final String JSON = "--json";

  private FrontDoor() {}

  /** Runs a command and answers its exit code; standard output is as before afterwards. */
  public static int run(CommandLine line, String... args) {
    // Named by its interface, since execute() lets a handler of its own class print to System.out.
    CommandLine.IExecutionStrategy strategy = parsed -> new CommandLine.RunLast().execute(parsed);
    line.setExecutionStrategy(strategy)
        .setExecutionExceptionHandler(FrontDoor::fail)
        .setParameterExceptionHandler(FrontDoor::misused)
        .setCaseInsensitiveEnumValuesAllowed(true);
    if (!List.of(args).contains(JSON)) {
      return line.execute(args);
    }
    var out = System.out;
    var counted = new Counted(out);
    var answer = new PrintWriter(counted, true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    try {
      int code = line.setOut(answer).execute(args);
      answer.flush();
      if (counted.bytes == 0 && code != 0) {
        complain(line, "The command did not succeed; standard error says why.");
      }
      return code;
    } finally {
      answer.flush();
      System.setOut(out);
    }
  }

  /** What went wrong in a sentence; the whole trace only where it is a fault of ours. */
  private static int fail(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
    var told =
        switch (failure) {
          case Settings.BadSetting e -> e.getMessage();
          case CommandFailure e -> e.getMessage();
          case StoreException e -> e.getMessage();
          case WorkspaceException e -> e.getMessage();
          case UncheckedIOException e -> e.getMessage();
          case Exception e -> {
            e.printStackTrace(line.getErr());
            yield e.toString();
          }
        };
    line.getErr().println("cairn: " + told);
    if (parsed.expandedArgs().contains(JSON)) {
      complain(line, String.valueOf(told));
    }
    return switch (failure) {
      case Settings.BadSetting e -> CairnCommand.MISUSED;
      case CommandFailure e -> e.exitCode();
      default -> CairnCommand.FAILED;
    };
  }

  private static int misused(ParameterException failure, String[] args) {
    var line = failure.getCommandLine();
    line.getErr().println("cairn: " + failure.getMessage());
    if (List.of(args).contains(JSON)) {
      complain(line, String.valueOf(failure.getMessage()));
    } else if (!CommandLine.UnmatchedArgumentException.printSuggestions(failure, line.getErr())) {
      line.usage(line.getErr());
    }
    return CairnCommand.MISUSED;
  }

  private static void complain(CommandLine line, String error) {
    line.getOut().println(Json.text(Map.of("error", error)));
    line.getOut().flush();
  }

  /** Knows whether anything was answered. */
  private static final class Counted extends FilterOutputStream {
    private long bytes;

    Counted(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int one) throws IOException {
      bytes++;
      out.write(one);
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
      bytes += length;
      out.write(some, from, length);
    }
  }
}
