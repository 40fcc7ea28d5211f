package cairn.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The write-ahead logs as they stood before an opening, held by links. Opening a database takes its
 * logs up and removes them; if it then turns out that acknowledged changes are missing, whatever
 * can still be read of the damaged log must not be gone.
 */
final class KeptLogs {
  private final Path folder;
  private final List<Path> logs;

  private KeptLogs(Path folder, List<Path> logs) {
    this.folder = folder;
    this.logs = logs;
  }

  /** Links the logs of a store that is about to be opened; those of a refused one are left. */
  static KeptLogs of(Path store) {
    var folder = store.resolve("logs-before-opening");
    var database = Opening.databaseFolder(store);
    try {
      if (!Files.isDirectory(database)) {
        return new KeptLogs(folder, List.of());
      }
      List<Path> logs;
      try (var files = Files.list(database)) {
        logs = files.filter(file -> file.toString().endsWith(".log")).sorted().toList();
      }
      if (!Files.exists(folder)) {
        Files.createDirectories(folder);
        for (var log : logs) {
          Files.createLink(folder.resolve(log.getFileName()), log);
        }
      }
      return new KeptLogs(folder, logs);
    } catch (IOException e) {
      throw new StoreException("The logs in " + database + " cannot be linked: " + e, e);
    }
  }

  /** The log that was written last, as it was named before the opening. */
  String newest() {
    return logs.isEmpty() ? "the write-ahead log" : logs.getLast() + " (kept in " + folder + ")";
  }

  /** Everything acknowledged is there: they are not needed. */
  void release() {
    if (!Files.exists(folder)) {
      return;
    }
    try {
      try (var files = Files.list(folder)) {
        for (var log : files.toList()) {
          Files.delete(log);
        }
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new StoreException("The folder " + folder + " cannot be removed: " + e, e);
    }
  }
}
