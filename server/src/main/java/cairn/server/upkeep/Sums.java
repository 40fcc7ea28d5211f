package cairn.server.upkeep;

import cairn.store.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Files of a folder with their SHA-256 sums, in the form that {@code sha256sum -c} reads. */
final class Sums {
  private static final int SUM_CHARS = 64;

  private final Map<String, String> byName = new TreeMap<>();

  /** Copies a file to where it is safe and notes its sum; answers its length in bytes. */
  long copy(Path from, Path folder, String name) throws IOException {
    var to = folder.resolve(name);
    Files.createDirectories(to.toAbsolutePath().getParent());
    var digest = sha256();
    try (var out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
      Files.copy(from, out);
    }
    force(to);
    byName.put(name, HexFormat.of().formatHex(digest.digest()));
    return Files.size(to);
  }

  /** Notes a file that is there already; answers its length in bytes. */
  long note(Path folder, String name) throws IOException {
    byName.put(name, sum(folder.resolve(name)));
    return Files.size(folder.resolve(name));
  }

  int count() {
    return byName.size();
  }

  /** Writes the list into a folder; it is there as a whole or not at all. */
  void write(Path folder, String name) throws IOException {
    var list = folder.resolve(name);
    var text = new StringBuilder();
    byName.forEach((file, sum) -> text.append(sum).append("  ").append(file).append('\n'));
    var unfinished = list.resolveSibling(list.getFileName() + ".unfinished");
    Files.writeString(unfinished, text);
    force(unfinished);
    Files.move(unfinished, list);
    force(folder);
  }

  /**
   * Reads a list.
   *
   * @throws StoreException if a line of it is not one
   */
  static Map<String, String> read(Path list) throws IOException {
    var read = new TreeMap<String, String>();
    for (var line : Files.readAllLines(list)) {
      boolean plain =
          line.matches("[0-9a-f]{" + SUM_CHARS + "}  [\\w./-]+") && !line.contains("..");
      if (!plain) {
        throw new StoreException("The file " + list + " is damaged; use another backup.");
      }
      read.put(line.substring(SUM_CHARS + 2), line.substring(0, SUM_CHARS));
    }
    return read;
  }

  /** The SHA-256 sum of a file, in hex. */
  static String sum(Path file) throws IOException {
    var digest = sha256();
    try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static void force(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
