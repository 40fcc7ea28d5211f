package cairn.server.command;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** How the process speaks in its log: one line an entry, and no tales of how libraries start. */
public final class LogVoice {
  private static final String FORMAT = "java.util.logging.SimpleFormatter.format";

  /** Libraries that tell of their start at length; what they warn of still shows. */
  private static final List<Logger> QUIET =
      List.of(
          Logger.getLogger("io.helidon"),
          Logger.getLogger("org.flywaydb"),
          Logger.getLogger("com.yubico"));

  private LogVoice() {}

  /** Called once, before anything is logged; a format somebody has set stays. */
  public static void settle() {
    if (System.getProperty(FORMAT) == null) {
      System.setProperty(FORMAT, "%1$tFT%1$tT %4$s %3$s: %5$s%6$s%n");
    }
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
  }
}
