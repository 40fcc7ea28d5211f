package cairn.store;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Remembers, beside the database, up to which change everything was synced and could be
 * acknowledged. It is raised only after a sync and never synced itself: after a power cut it may be
 * too low, never too high. A database that ends before it has lost what somebody was told is safe.
 */
final class Watermark {
  private static final int BYTES = 16;

  private final MappedByteBuffer bytes;

  Watermark(Path file) {
    try (var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      bytes = channel.map(FileChannel.MapMode.READ_WRITE, 0, BYTES);
    } catch (IOException e) {
      throw new StoreException("The file " + file + " cannot be read or written: " + e, e);
    }
  }

  /** The number of the newest change known to be safe; 0 where the file is new or torn. */
  long value() {
    long value = bytes.getLong(0);
    return bytes.getLong(8) == ~value ? value : 0;
  }

  /** Called by one thread. */
  void raise(long value) {
    bytes.putLong(0, value);
    bytes.putLong(8, ~value);
  }
}
