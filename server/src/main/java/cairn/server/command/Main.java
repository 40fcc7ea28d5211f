package cairn.server.command;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The command line of this product. */
public final class Main {
  /** Libraries that tell of their start at length; what they warn of still shows. */
  private static final List<Logger> QUIET =
      List.of(
          Logger.getLogger("io.helidon"),
          Logger.getLogger("org.flywaydb"),
          Logger.getLogger("com.yubico"));

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String... args) {
    if (System.getProperty("java.util.logging.SimpleFormatter.format") == null) {
      System.setProperty(
          "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT %4$s %3$s: %5$s%6$s%n");
    }
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    System.exit(CairnCommand.run(args));
  }
}
