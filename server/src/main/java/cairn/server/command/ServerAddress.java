package cairn.server.command;

import cairn.server.Folder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The address of the server that has a store open, in a file beside it while it runs: a line with
 * the address, and one with the process and when that began. After a crash the file stays behind
 * and somebody else may have the port, so an address counts only while that very process lives.
 */
public final class ServerAddress {
  private ServerAddress() {}

  private static Path file(Folder folder) {
    return folder.root().resolve("server.url");
  }

  /** Tells commands where the server of this process is. */
  public static void write(Folder folder, String url) {
    try {
      Files.write(file(folder), List.of(url, process(ProcessHandle.current())));
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder.root() + " cannot be written.", e);
    }
  }

  /** Where the server is; empty where none runs, or not on this machine. */
  static Optional<String> read(Folder folder) {
    try {
      if (!Files.exists(file(folder))) {
        return Optional.empty();
      }
      var lines = Files.readAllLines(file(folder));
      return lines.size() == 2 && lives(lines.get(1))
          ? Optional.of(lines.getFirst().strip())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean lives(String process) {
    try {
      long pid = Long.parseLong(process.substring(0, Math.max(0, process.indexOf(' '))));
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .map(ServerAddress::process)
          .filter(process::equals)
          .isPresent();
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static String process(ProcessHandle process) {
    return process.pid()
        + " "
        + process.info().startInstant().map(Instant::toString).orElse("unknown");
  }

  /** The server is gone, or about to be. */
  public static void delete(Folder folder) {
    try {
      Files.deleteIfExists(file(folder));
    } catch (IOException e) {
      // A stale address is found out by whoever asks there.
    }
  }
}
