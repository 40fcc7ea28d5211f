package cairn.server.round;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * How far rounds have come, as their file keeps it: two lines.
 *
 * @param upTo the moment up to which schedules were served
 * @param moved the version that everybody was moved to; 0 before the first
 */
record Served(Instant upTo, int moved) {
  private static final System.Logger LOG = System.getLogger(Served.class.getName());

  /**
   * Reads a file.
   *
   * @param now where schedules begin when there is none
   * @return what it says; of one that cannot be read a day ago, since a round that is gone again
   *     reaches nobody twice
   */
  static Served read(Path file, Instant now) {
    try {
      if (!Files.exists(file)) {
        return new Served(now, 0);
      }
      var lines = Files.readAllLines(file);
      return new Served(Instant.parse(lines.get(0)), Integer.parseInt(lines.get(1)));
    } catch (IOException
        | DateTimeException
        | NumberFormatException
        | IndexOutOfBoundsException e) {
      LOG.log(
          Level.WARNING,
          "The file "
              + file
              + " cannot be read ("
              + e.getClass().getSimpleName()
              + "): the rounds of the last day are gone again, which reaches nobody twice.");
      return new Served(now.minus(Rounds.LATE_MAX), 0);
    }
  }

  /** Replaces the file; on the disk when this returns. */
  void write(Path file) {
    var partial = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (var channel =
          FileChannel.open(
              partial,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        var bytes = ByteBuffer.wrap((upTo + "\n" + moved + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be written: " + e, e);
    }
  }
}
