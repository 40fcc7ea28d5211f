package cairn.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How an embedded host runs.
 *
 * @param folder where everything is kept; made if absent
 * @param lanes writer threads, 1 to 64; shards are dealt to them in turn
 * @param cacheBytes memory for blocks read from disk, at least 8 MiB
 * @param clock tells the time of live commands
 * @param importQuiet how long an import must have been silent about a person before that person's
 *     timers run by the clock
 * @param interactiveWaitMax when more than this has to be waited, somebody waiting is sent away
 * @param streamWaitMax the same for events and timers
 * @param batchWaitMax the same for imports and scans
 */
public record StoreSettings(
    Path folder,
    int lanes,
    long cacheBytes,
    InstantSource clock,
    Duration importQuiet,
    Duration interactiveWaitMax,
    Duration streamWaitMax,
    Duration batchWaitMax) {

  private static final long CACHE_BYTES_MIN = 8L << 20;
  private static final long CACHE_BYTES_MAX = 1L << 30;

  public StoreSettings {
    if (lanes < 1 || lanes > 64) {
      throw new IllegalArgumentException("there are 1 to 64 lanes");
    }
    if (cacheBytes < CACHE_BYTES_MIN) {
      throw new IllegalArgumentException("the cache has at least " + CACHE_BYTES_MIN + " bytes");
    }
  }

  /** The usual settings for a folder on this machine. */
  public static StoreSettings in(Path folder) {
    return new StoreSettings(
        folder,
        Math.min(16, Runtime.getRuntime().availableProcessors()),
        Math.clamp(Runtime.getRuntime().maxMemory() / 4, CACHE_BYTES_MIN, CACHE_BYTES_MAX),
        InstantSource.system(),
        Duration.ofMinutes(10),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10));
  }

  public StoreSettings withClock(InstantSource newClock) {
    return new StoreSettings(
        folder,
        lanes,
        cacheBytes,
        newClock,
        importQuiet,
        interactiveWaitMax,
        streamWaitMax,
        batchWaitMax);
  }

  public StoreSettings withLanes(int newLanes) {
    return new StoreSettings(
        folder,
        newLanes,
        cacheBytes,
        clock,
        importQuiet,
        interactiveWaitMax,
        streamWaitMax,
        batchWaitMax);
  }

  public StoreSettings withWaits(Duration interactive, Duration stream, Duration batch) {
    return new StoreSettings(
        folder, lanes, cacheBytes, clock, importQuiet, interactive, stream, batch);
  }
}
