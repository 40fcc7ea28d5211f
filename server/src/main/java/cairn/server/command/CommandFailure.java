package cairn.server.command;

/** A command cannot be done; the message says what to do next. */
public final class CommandFailure extends RuntimeException {
  private final int exitCode;

  /** It was refused, or failed. */
  public CommandFailure(String message) {
    this(message, CairnCommand.FAILED);
  }

  private CommandFailure(String message, int exitCode) {
    super(message, null, false, false);
    this.exitCode = exitCode;
  }

  /** It was used wrongly, or something is missing. */
  public static CommandFailure misused(String message) {
    return new CommandFailure(message, CairnCommand.MISUSED);
  }

  /** What the process ends with: 1 or 2. */
  public int exitCode() {
    return exitCode;
  }
}
