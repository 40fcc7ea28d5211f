package cairn.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * Copies of a store: a folder with the database's files and a list of them with their sizes and
 * SHA-256 sums, written last. A backup without its list is not one. Every file is read back and
 * compared before it is used; a damaged one is named.
 */
public final class Backup {
  private static final String LIST = "files.sha256";
  private static final String FILES = "db";
  private static final int BUFFER_BYTES = 1 << 20;

  /**
   * What a backup holds.
   *
   * @param folder where it is
   * @param files how many files of the database
   * @param bytes how large they are together
   */
  public record Summary(Path folder, int files, long bytes) {}

  /** Hears how far a copy is: bytes done of bytes in all. */
  @FunctionalInterface
  public interface Progress {
    void copied(long bytes, long of);
  }

  private record Listed(String name, long bytes, String sum) {}

  /** The state being copied, held by links as long as it takes. */
  private record Links(Path folder) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      delete(folder);
    }
  }

  private Backup() {}

  /** Copies a database as it stands at this moment into a new folder, while it goes on running. */
  static Summary of(Database database, Path store, Path target, Progress progress) {
    try (var links = new Links(store.resolve("backup-in-progress"))) {
      if (Files.exists(target.resolve(LIST))) {
        throw new StoreException("The folder " + target + " already holds a backup.");
      }
      delete(links.folder());
      database.checkpoint(links.folder());
      Files.createDirectories(target.resolve(FILES));
      var files = list(links.folder());
      long all = size(files);
      long done = 0;
      var listed = new ArrayList<Listed>();
      for (var file : files) {
        var copy = target.resolve(FILES).resolve(file.getFileName());
        var sum = copy(file, copy);
        listed.add(new Listed(String.valueOf(file.getFileName()), Files.size(copy), sum));
        done += Files.size(copy);
        progress.copied(done, all);
      }
      writeList(target, listed);
      return new Summary(target, listed.size(), done);
    } catch (IOException e) {
      throw new StoreException("The backup into " + target + " failed: " + e, e);
    }
  }

  /**
   * Reads a whole backup and compares every sum.
   *
   * @throws StoreException if it is none, or a file is damaged or missing; the message names it
   */
  public static Summary verify(Path backup) {
    try {
      var listed = readList(backup);
      long bytes = 0;
      for (var file : listed) {
        var path = backup.resolve(FILES).resolve(file.name());
        if (!Files.exists(path)) {
          throw new StoreException("The backup lacks the file " + path + ".");
        }
        if (Files.size(path) != file.bytes() || !sum(path).equals(file.sum())) {
          throw new StoreException(
              "The file " + path + " of the backup is damaged; use another backup.");
        }
        bytes += file.bytes();
      }
      return new Summary(backup, listed.size(), bytes);
    } catch (IOException e) {
      throw new StoreException("The backup in " + backup + " cannot be read: " + e, e);
    }
  }

  /**
   * Puts a backup in the place of a store that is not running. What stood there is kept beside it,
   * under the name {@code db-before-restore}; the erasure ledger stays, and is applied when the
   * store opens.
   *
   * @throws StoreException if the backup is damaged, or an earlier store is still kept beside
   */
  public static Summary restore(Path backup, Path store, Progress progress) {
    var summary = verify(backup);
    var database = Opening.databaseFolder(store);
    var before = store.resolve("db-before-restore");
    var coming = store.resolve("db-being-restored");
    try {
      if (Files.exists(before)) {
        throw new StoreException(
            "The folder " + before + " keeps an earlier store; move it away first.");
      }
      delete(coming);
      Files.createDirectories(coming);
      long done = 0;
      for (var file : readList(backup)) {
        var copy = coming.resolve(file.name());
        if (!copy(backup.resolve(FILES).resolve(file.name()), copy).equals(file.sum())) {
          throw new StoreException("The file " + copy + " was not copied whole; check the disk.");
        }
        done += file.bytes();
        progress.copied(done, summary.bytes());
      }
      if (Files.exists(database)) {
        Files.move(database, before);
      }
      Files.move(coming, database);
      // What was acknowledged after the backup is given up on purpose.
      Files.deleteIfExists(Opening.watermarkFile(store));
      force(store);
      return summary;
    } catch (IOException e) {
      throw new StoreException("The restore into " + store + " failed: " + e, e);
    }
  }

  private static void writeList(Path target, List<Listed> listed) throws IOException {
    var text = new StringBuilder();
    for (var file : listed) {
      text.append(file.sum()).append("  ").append(file.bytes()).append("  ").append(file.name());
      text.append('\n');
    }
    var unfinished = target.resolve(LIST + ".unfinished");
    try (var channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var bytes = StandardCharsets.UTF_8.encode(text.toString());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(unfinished, target.resolve(LIST));
    force(target);
  }

  private static List<Listed> readList(Path backup) throws IOException {
    var list = backup.resolve(LIST);
    if (!Files.exists(list)) {
      throw new StoreException(
          "The folder " + backup + " holds no finished backup: " + LIST + " is missing.");
    }
    var listed = new ArrayList<Listed>();
    for (var line : Files.readAllLines(list)) {
      var parts = line.split("  ", 3);
      boolean plain =
          parts.length == 3 && parts[1].matches("[0-9]{1,18}") && parts[2].matches("[\\w.-]+");
      if (!plain) {
        throw new StoreException("The file " + list + " is damaged; use another backup.");
      }
      listed.add(new Listed(parts[2], Long.parseLong(parts[1]), parts[0]));
    }
    return listed;
  }

  /** Copies a file and makes it safe; answers the sum of what was read. */
  private static String copy(Path from, Path to) throws IOException {
    var digest = sha256();
    try (var in = FileChannel.open(from, StandardOpenOption.READ);
        var out =
            FileChannel.open(
                to,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
      var buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
      while (in.read(buffer) >= 0) {
        buffer.flip();
        digest.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
        buffer.clear();
      }
      out.force(true);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String sum(Path file) throws IOException {
    var digest = sha256();
    try (var in = FileChannel.open(file, StandardOpenOption.READ)) {
      var buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
      while (in.read(buffer) >= 0) {
        buffer.flip();
        digest.update(buffer);
        buffer.clear();
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static long size(List<Path> files) throws IOException {
    long sum = 0;
    for (var file : files) {
      sum += Files.size(file);
    }
    return sum;
  }

  private static void force(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder, new FileVisitOption[0])) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(file -> {
            try {
              Files.delete(file);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
