package cairn.server.decide;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A small file that is written anew as a whole: whoever reads it finds the old or the new one. */
final class ReplacedFile {
  private ReplacedFile() {}

  /** Writes what the file is to hold. */
  @FunctionalInterface
  interface Content {
    void to(DataOutputStream out) throws IOException;
  }

  /**
   * Puts new content in the place of the old, and makes the folder where there is none.
   *
   * @throws IOException where it cannot be written; the old content stays
   */
  static void write(Path file, Content content) throws IOException {
    var next = file.resolveSibling(file.getFileName() + ".next");
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(next)))) {
      content.to(out);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Reads how many of something follow.
   *
   * @throws IOException where it is less than none, or more than a bound: the file is damaged
   */
  static int count(DataInputStream in, int max) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > max) {
      throw new IOException("a count out of bounds");
    }
    return count;
  }
}
