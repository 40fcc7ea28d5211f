package cairn.store;

import cairn.person.PersonKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at a store without changing anything, also while another process has it open: no timer
 * fires and nothing is taken up. What it sees is the store as it stood when this was opened.
 */
public final class StoreCheck implements AutoCloseable {
  private static final long CACHE_BYTES = 8L << 20;

  private final Path folder;
  private final Database database;

  private StoreCheck(Path folder, Database database) {
    this.folder = folder;
    this.database = database;
  }

  /** Whether a folder holds a store. */
  public static boolean isStore(Path folder) {
    return Files.exists(Opening.databaseFolder(folder).resolve("CURRENT"));
  }

  /**
   * Opens the store of a folder for looking.
   *
   * @throws StoreException if it is damaged, lost what was acknowledged, or is of another version;
   *     the message names the file where one is damaged
   */
  public static StoreCheck open(Path folder) {
    // Read before the database: whatever was acknowledged by now must be in it.
    var mark = Opening.watermarkFile(folder);
    long acknowledged = Files.exists(mark) ? new Watermark(mark).value() : 0;
    var database = Database.openReadOnly(Opening.databaseFolder(folder), CACHE_BYTES);
    try {
      if (database.latest() < acknowledged) {
        throw new StoreException(
            "The store in "
                + folder
                + " ends at change "
                + database.latest()
                + ", but change "
                + acknowledged
                + " had been acknowledged: its newest write-ahead log is damaged or missing.");
      }
      if (!database.isNew()) {
        Opening.secret(database, folder);
      }
      return new StoreCheck(folder, database);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** How many people are in it, those sealed and erased aside. */
  public long people() {
    return new Shards(database).people();
  }

  /** How large its files are together. */
  public long bytes() {
    try (var files = Files.list(Opening.databaseFolder(folder))) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new StoreException("The store in " + folder + " cannot be listed: " + e, e);
    }
  }

  /** All records of a kind in its control log, oldest first. */
  public List<ControlLog.Item> control(String kind) {
    return ControlLog.all(database, kind);
  }

  /**
   * Reads every effect that waits to leave.
   *
   * @param max how many messages at most
   * @return what is wrong with each that cannot be read; the message names its shard and person
   */
  public List<String> damagedEffects(int max) {
    var damaged = new ArrayList<String>();
    for (int shard = 0; shard < PersonKey.SHARDS && damaged.size() < max; shard++) {
      var effects = new byte[] {(byte) shard, 0};
      database.visit(
          Family.OUTBOX,
          effects,
          Layout.after(effects),
          (key, value) -> {
            try {
              Rows.effect(value, PersonKey.of(key, Layout.EFFECT_PERSON));
            } catch (StoreException unreadable) {
              damaged.add(String.valueOf(unreadable.getMessage()));
            }
            return damaged.size() < max;
          });
    }
    return List.copyOf(damaged);
  }

  /**
   * Reads everything and compares all checksums; takes as long as reading the files.
   *
   * @throws StoreException naming the first damaged file
   */
  public void verify() {
    database.verify();
  }

  @Override
  public void close() {
    database.close();
  }
}
