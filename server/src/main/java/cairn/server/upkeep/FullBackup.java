package cairn.server.upkeep;

import cairn.store.Backup;
import cairn.store.EmbeddedHost;
import cairn.store.StoreException;
import cairn.workspace.Workspace;
import cairn.workspace.sql.DatabasePlace;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A copy of a whole installation: the store, the workspace, what was learnt, and the ledger of
 * erasures; with the sums of all files, written last. A backup without its list of sums is none.
 *
 * <p>What was learnt and the workspace are copied before the store: they may know less than it does
 * and catch up, never more. The ledger is copied after it, so that it knows of every erasure the
 * store went through. A workspace in PostgreSQL is backed up there, by its own tools.
 */
public final class FullBackup {
  /** The list of sums; the store's own files have theirs in {@code store/files.sha256}. */
  static final String LIST = "backup.sha256";

  static final String ERASURES = "erasures";
  private static final String STORE = "store";
  private static final String STORE_LIST = STORE + "/files.sha256";
  private static final String WORKSPACE = "workspace.db";
  private static final String DECIDING = "deciding";
  private static final double ROOM_NEEDED = 1.1;

  /**
   * What a backup holds.
   *
   * @param folder where it is
   * @param files how many files
   * @param bytes how large they are together
   * @param workspace whether accounts, keys and boards are in it
   */
  public record Summary(Path folder, int files, long bytes, boolean workspace) {}

  private FullBackup() {}

  /**
   * Copies a running installation into a new folder; nothing stops meanwhile.
   *
   * @param root the installation's folder
   * @throws StoreException if the target is not empty, too small or inside the installation
   */
  public static Summary make(
      EmbeddedHost host, Workspace workspace, Path root, Path target, Backup.Progress progress) {
    try {
      prepare(root, target);
      var sums = new Sums();
      long bytes = copyFolder(root.resolve(DECIDING), target, DECIDING, sums);
      boolean hasWorkspace = workspace.place() instanceof DatabasePlace.SqliteFile;
      if (hasWorkspace) {
        workspace.backup(target.resolve(WORKSPACE));
        bytes += sums.note(target, WORKSPACE);
      }
      var store = host.backup(target.resolve(STORE), progress);
      bytes += store.bytes() + sums.note(target, STORE_LIST);
      if (Files.exists(root.resolve(ERASURES))) {
        bytes += sums.copy(root.resolve(ERASURES), target, ERASURES);
      }
      sums.write(target, LIST);
      return new Summary(target, store.files() + sums.count(), bytes, hasWorkspace);
    } catch (IOException e) {
      throw new StoreException("The backup into " + target + " failed: " + e, e);
    }
  }

  private static void prepare(Path root, Path target) throws IOException {
    if (target.toAbsolutePath().normalize().startsWith(root.toAbsolutePath().normalize())) {
      throw new StoreException(
          "The folder " + target + " lies inside the store it would save. Name one outside.");
    }
    if (Files.exists(target) && !isEmpty(target)) {
      throw new StoreException("The folder " + target + " is not empty. Name a new one.");
    }
    Files.createDirectories(target);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      // It holds people's data and the hashes of passwords.
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
    }
    long needed = (long) (size(root.resolve("db")) * ROOM_NEEDED);
    long room = Files.getFileStore(target).getUsableSpace();
    if (room < needed) {
      throw new StoreException(
          "The backup needs about %,d MB, and the disk of %s has %,d MB left."
              .formatted(needed >> 20, target, room >> 20));
    }
  }

  /** Whether nothing is in a folder. */
  static boolean isEmpty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static long size(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static long copyFolder(Path from, Path target, String name, Sums sums)
      throws IOException {
    long bytes = 0;
    for (var file : files(from)) {
      // What is being written beside a file takes its place in one step; it is none yet.
      if (!file.toString().endsWith(".next")) {
        bytes += sums.copy(file, target, name + "/" + from.relativize(file));
      }
    }
    return bytes;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /**
   * Reads a whole backup and compares every sum.
   *
   * @throws StoreException if it is none, or a file is damaged or missing; the message names it
   */
  public static Summary verify(Path backup) {
    try {
      var list = backup.resolve(LIST);
      if (!Files.exists(list)) {
        throw new StoreException(
            "The folder " + backup + " holds no finished backup: " + LIST + " is missing.");
      }
      var sums = Sums.read(list);
      long bytes = 0;
      for (var listed : sums.entrySet()) {
        var file = backup.resolve(listed.getKey());
        if (!Files.exists(file)) {
          throw new StoreException("The backup lacks the file " + file + ".");
        }
        if (!Sums.sum(file).equals(listed.getValue())) {
          throw new StoreException(
              "The file " + file + " of the backup is damaged; use another backup.");
        }
        bytes += Files.size(file);
      }
      var store = Backup.verify(backup.resolve(STORE));
      return new Summary(
          backup, sums.size() + store.files(), bytes + store.bytes(), sums.containsKey(WORKSPACE));
    } catch (IOException e) {
      throw new StoreException("The backup in " + backup + " cannot be read: " + e, e);
    }
  }

  /**
   * Puts a backup where no installation is yet, after comparing every sum. Whoever the longest
   * ledger of erasures names is erased when the store is opened next, before anybody reads it.
   *
   * @param root the folder; it may hold a ledger of erasures and nothing else
   * @param ledger the ledger of the installation that was lost, if it could be saved
   * @throws StoreException if the folder holds anything else, a sum differs, or the ledger is not
   *     of this installation
   */
  public static Summary restore(
      Path backup, Path root, Optional<Path> ledger, Backup.Progress progress) {
    try {
      refuseFull(root);
      var summary = verify(backup);
      Files.createDirectories(root);
      var erasures = longest(backup, root, ledger);
      if (erasures.isPresent() && !erasures.get().equals(root.resolve(ERASURES))) {
        Files.createDirectories(root);
        new Sums().copy(erasures.get(), root, ERASURES);
      }
      copyFolder(backup.resolve(DECIDING), root, DECIDING, new Sums());
      if (summary.workspace()) {
        Workspace.restore(backup.resolve(WORKSPACE), root.resolve(WORKSPACE));
      }
      Backup.restore(backup.resolve(STORE), root, progress);
      return summary;
    } catch (IOException e) {
      throw new StoreException("The restore into " + root + " failed: " + e, e);
    }
  }

  private static void refuseFull(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (var files = Files.list(root)) {
      if (files.anyMatch(file -> !file.endsWith(ERASURES))) {
        throw new StoreException(
            "The folder "
                + root
                + " is not empty. Move it away, or name another one by --store. If its file "
                + ERASURES
                + " can be read, name that by --erasures, so that whoever was erased since the"
                + " backup stays erased.");
      }
    }
  }

  /** Ledgers only grow: of several of one installation the longest begins with all others. */
  private static Optional<Path> longest(Path backup, Path root, Optional<Path> named)
      throws IOException {
    if (named.isPresent() && !Files.isRegularFile(named.get())) {
      throw new StoreException("There is no file " + named.get() + ".");
    }
    Path best = null;
    byte[] bytes = new byte[0];
    for (var ledger :
        List.of(
            Optional.of(backup.resolve(ERASURES)), Optional.of(root.resolve(ERASURES)), named)) {
      if (ledger.isPresent() && Files.exists(ledger.get())) {
        var other = Files.readAllBytes(ledger.get());
        int common = Math.min(bytes.length, other.length);
        if (!Arrays.equals(bytes, 0, common, other, 0, common)) {
          throw new StoreException(
              "The ledger " + ledger.get() + " is not of the installation this backup is of.");
        }
        if (best == null || other.length > bytes.length) {
          best = ledger.get();
          bytes = other;
        }
      }
    }
    return Optional.ofNullable(best);
  }
}
