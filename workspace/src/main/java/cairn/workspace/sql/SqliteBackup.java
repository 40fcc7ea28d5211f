package cairn.workspace.sql;

import cairn.workspace.sql.WorkspaceException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Copies of an SQLite workspace: written while it runs, put back while it rests. */
public final class SqliteBackup {
  private SqliteBackup() {}

  static void write(DatabasePlace place, ReaderPool readers, Path target) {
    switch (place) {
      case DatabasePlace.PostgreSql _ ->
          throw new WorkspaceException(
              Kind.UNAVAILABLE,
              "The workspace at "
                  + place.description()
                  + " lives in PostgreSQL: back it up there, for example by pg_dump.");
      case DatabasePlace.SqliteFile _ -> copy(readers, target.toAbsolutePath());
    }
  }

  private static void copy(ReaderPool readers, Path target) {
    refuseExisting(target);
    var partial = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.deleteIfExists(partial);
      OwnFile.create(partial);
      readers.alone(handle -> handle.execute("VACUUM INTO ?", partial.toString()));
      sync(partial);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
      sync(folder(target));
    } catch (IOException e) {
      throw new WorkspaceException(
          Kind.UNAVAILABLE, "The backup " + target + " could not be written.", e);
    }
  }

  /**
   * Puts a backup at a place where no workspace is yet, after checking that it is whole.
   *
   * @throws WorkspaceException when a file is already there, or the backup is absent or damaged
   */
  public static void restore(Path backup, Path file) {
    var target = file.toAbsolutePath();
    refuseExisting(target);
    if (!Files.isRegularFile(backup)) {
      throw new WorkspaceException(Kind.UNAVAILABLE, "There is no backup at " + backup + ".");
    }
    var partial = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.createDirectories(folder(target));
      Files.deleteIfExists(partial);
      OwnFile.create(partial);
      try (var bytes = Files.newInputStream(backup);
          var copy = Files.newOutputStream(partial)) {
        bytes.transferTo(copy);
      }
      Schema.checkWhole(partial, backup);
      sync(partial);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
      sync(folder(target));
    } catch (IOException e) {
      throw new WorkspaceException(
          Kind.UNAVAILABLE, "The backup " + backup + " could not be put at " + target + ".", e);
    }
  }

  private static void refuseExisting(Path target) {
    if (Files.exists(target)) {
      throw new WorkspaceException(
          Kind.UNAVAILABLE, target + " exists already. Name a new file, or move that one away.");
    }
  }

  private static Path folder(Path absolute) {
    var folder = absolute.getParent();
    return folder == null ? absolute : folder;
  }

  private static void sync(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
