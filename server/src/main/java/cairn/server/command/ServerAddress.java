package cairn.server.command;

import cairn.server.Folder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The address of the server that has a store open, in a file beside it while it runs. */
public final class ServerAddress {
  private ServerAddress() {}

  private static Path file(Folder folder) {
    return folder.root().resolve("server.url");
  }

  /** Tells commands where the server is. */
  public static void write(Folder folder, String url) {
    try {
      Files.writeString(file(folder), url);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder.root() + " cannot be written.", e);
    }
  }

  static Optional<String> read(Folder folder) {
    try {
      return Files.exists(file(folder))
          ? Optional.of(Files.readString(file(folder)).strip())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The server is gone. */
  public static void delete(Folder folder) {
    try {
      Files.deleteIfExists(file(folder));
    } catch (IOException e) {
      // A stale address is found out by whoever asks there.
    }
  }
}
