package cairn.store;

import cairn.engine.Keyring;
import cairn.store.codec.In;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** What is checked before a store is used: that it is one, is ours to read, and lost nothing. */
final class Opening {
  /** The arrangement of rows written; a store of another one is not opened. */
  static final int FORMAT = 1;

  private static final byte[] FORMAT_KEY = Layout.name("format");
  private static final byte[] SECRET_KEY = Layout.name("secret");

  private Opening() {}

  static Path databaseFolder(Path folder) {
    return folder.resolve("db");
  }

  static Watermark prepare(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StoreException("The folder " + folder + " cannot be made: " + e, e);
    }
    return new Watermark(watermarkFile(folder));
  }

  static Path watermarkFile(Path folder) {
    return folder.resolve("synced-up-to");
  }

  /** Checks the format and reads the secret; writes both into a database that is new. */
  static byte[] secret(Database database, Path folder) {
    if (database.isNew()) {
      var secret = new byte[Keyring.SECRET_BYTES];
      new SecureRandom().nextBytes(secret);
      var batch = new Batch();
      int start = batch.begin(database.id(Family.META), FORMAT_KEY);
      batch.out().number(FORMAT);
      batch.end(start);
      batch.put(database.id(Family.META), SECRET_KEY, secret);
      database.write(batch.bytes());
      database.sync();
      return secret;
    }
    var format = database.get(Family.META, FORMAT_KEY);
    if (format == null) {
      throw new StoreException("The folder " + folder + " holds a database that is not a store.");
    }
    long number = new In(format, 0, format.length, "the format number").number();
    if (number != FORMAT) {
      throw new StoreException(
          "The store in "
              + folder
              + " has format "
              + number
              + "; this version reads format "
              + FORMAT
              + ".");
    }
    var secret = database.get(Family.META, SECRET_KEY);
    if (secret == null || secret.length != Keyring.SECRET_BYTES) {
      throw new StoreException(
          "The store in "
              + folder
              + " has lost its secret, without which nobody in it can be found; restore a backup.");
    }
    return secret;
  }

  /** Refuses a database that ends before what was acknowledged. */
  static void refuseLoss(Database database, Watermark watermark, KeptLogs logs, Path folder) {
    long acknowledged = watermark.value();
    if (database.latest() < acknowledged) {
      throw new StoreException(
          "The store in "
              + folder
              + " ends at change "
              + database.latest()
              + ", but change "
              + acknowledged
              + " had been acknowledged: "
              + logs.newest()
              + " is damaged or missing. Restore a backup, or delete the file "
              + watermarkFile(folder)
              + " to go on without what is lost.");
    }
    if (acknowledged > 0 || database.latest() == 0) {
      logs.release();
    }
  }
}
