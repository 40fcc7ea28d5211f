package cairn.workspace.sql;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * An open database at the newest schema. Reads run at once on a few connections and see every
 * finished write; writes go through one thread that commits many of them with one sync. Safe for
 * many threads.
 */
public final class Database implements AutoCloseable {
  private final DatabasePlace place;
  private final GroupedWriter writer;
  private final ReaderPool readers;

  private Database(DatabasePlace place, GroupedWriter writer, ReaderPool readers) {
    this.place = place;
    this.writer = writer;
    this.readers = readers;
  }

  /**
   * Opens the place, making it and bringing its schema up to date.
   *
   * @throws WorkspaceException when the place is unfit, newer than this edition, or out of reach
   */
  public static Database open(DatabasePlace place) {
    Schema.prepare(place);
    var connections = new Connections(place);
    var writer = new GroupedWriter(connections);
    try {
      writer.start();
    } catch (RuntimeException e) {
      throw Failures.thrown(place, e);
    }
    return new Database(place, writer, new ReaderPool(connections));
  }

  /** Reads on one consistent view. */
  public <T> T read(Work<T> work) {
    return readers.read(work);
  }

  /** Writes, and returns once it is on disk. */
  public <T> T write(Work<T> work) {
    try {
      return submit(work).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  /**
   * Writes, and answers once it is on disk. A dependent action runs on the writing thread unless it
   * is attached by an Async method, so a slow one belongs there.
   */
  public <T> CompletableFuture<T> submit(Work<T> work) {
    return writer.submit(work);
  }

  /**
   * Writes soon, for small notes whose loss harms nobody: nobody waits, and a failure is dropped.
   */
  public void note(Work<?> work) {
    var _ = writer.submit(work);
  }

  /** Where the rows are. */
  public DatabasePlace place() {
    return place;
  }

  /**
   * Writes a copy of everything committed so far into a new file while work goes on.
   *
   * @throws WorkspaceException when the target exists, the disk refuses, or the place is not a file
   */
  public void backup(Path target) {
    SqliteBackup.write(place, readers, target);
  }

  /** What a full check of the file finds wrong, in the database's own words; empty when sound. */
  public List<String> problems() {
    return switch (place) {
      case DatabasePlace.SqliteFile _ ->
          read(transaction ->
              transaction
                  .list("PRAGMA integrity_check(20)", row -> row.text("integrity_check"))
                  .stream()
                  .filter(line -> !line.equals("ok"))
                  .toList());
      case DatabasePlace.PostgreSql _ -> List.of();
    };
  }

  /** Finishes the writes that wait, then lets go of every connection. */
  @Override
  public void close() {
    writer.close();
    readers.close();
  }
}
