package cairn.server.command;

/** The command line of this product. */
public final class Main {
  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String... args) {
    LogVoice.settle();
    System.exit(CairnCommand.run(args));
  }
}
