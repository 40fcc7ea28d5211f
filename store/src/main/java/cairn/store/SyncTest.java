package cairn.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Tries, before a store opens, whether its disk can sync at all, and how fast. A disk that answers
 * faster than any medium can write does not wait for it.
 *
 * @param microsMedian the time one sync of 4 KiB took, the middle of several
 * @param suspicious true if that is too fast to be true; a power cut may then lose what was
 *     acknowledged
 */
public record SyncTest(long microsMedian, boolean suspicious) {
  private static final int BLOCK_BYTES = 4096;
  private static final int ROUNDS = 9;

  /** The fastest media with power-loss protection take about ten microseconds. */
  private static final long PLAUSIBLE_MICROS_MIN = 5;

  /**
   * Tries the disk of a folder that is there, by a small file that is removed again.
   *
   * @throws StoreException if it cannot write and sync
   */
  public static SyncTest of(Path folder) {
    var file = folder.resolve("sync-test");
    var nanos = new long[ROUNDS];
    try (var channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      for (int i = 0; i < ROUNDS; i++) {
        var block = ByteBuffer.allocate(BLOCK_BYTES);
        long start = System.nanoTime();
        while (block.hasRemaining()) {
          channel.write(block);
        }
        channel.force(true);
        nanos[i] = System.nanoTime() - start;
      }
    } catch (IOException e) {
      throw new StoreException("The disk of " + folder + " cannot write and sync: " + e, e);
    }
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StoreException("The file " + file + " cannot be removed: " + e, e);
    }
    Arrays.sort(nanos);
    long micros = nanos[ROUNDS / 2] / 1_000;
    return new SyncTest(micros, micros < PLAUSIBLE_MICROS_MIN);
  }
}
