package cairn.store;

import cairn.decision.VolumeLimit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is leased to shards of each volume limit in each period, for the whole store. A lease is
 * written down by the shard that took it, in the batch of the decision that made it necessary: the
 * sum of all shards' rows is what is leased, and a crash gives back what nobody heard of.
 * Thread-safe.
 */
final class Volumes {
  /** Of what is free, one part in so many is leased at once, so that little is left stranded. */
  private static final int LEASE_SHARE = 256;

  /** The most units leased at once beyond what is wanted now. */
  private static final int LEASE_MAX = 64;

  /** Periods before the one asked for that are still known: clocks of people differ. */
  static final int PERIODS_KEPT = 2;

  private final Map<Pool, AtomicInteger> leased = new ConcurrentHashMap<>();

  private record Pool(String limit, long period) {}

  /** The period a moment lies in, counted from the epoch. */
  static long period(VolumeLimit limit, long millis) {
    return Math.floorDiv(millis, Math.max(1, limit.period().toMillis()));
  }

  /** Takes note of what a shard had leased when the store was closed. */
  void resume(String limit, long period, int units) {
    pool(limit, period).addAndGet(units);
  }

  /**
   * Leases units.
   *
   * @param wanted how many are needed now; where they are plenty, some more are given
   * @return how many; 0 where none is free
   */
  int lease(VolumeLimit limit, long period, int wanted) {
    var pool = pool(limit.id(), period);
    while (true) {
      int taken = pool.get();
      int free = limit.unitsMax() - taken;
      if (free <= 0) {
        return 0;
      }
      int units = Math.min(free, Math.max(wanted, Math.clamp(free / LEASE_SHARE, 1, LEASE_MAX)));
      if (pool.compareAndSet(taken, taken + units)) {
        return units;
      }
    }
  }

  /** Whether more is leased than there is, because a publication lowered the limit. */
  boolean isOver(VolumeLimit limit, long period) {
    return pool(limit.id(), period).get() > limit.unitsMax();
  }

  private AtomicInteger pool(String limit, long period) {
    var pool = new Pool(limit, period);
    var known = leased.get(pool);
    if (known != null) {
      return known;
    }
    leased
        .keySet()
        .removeIf(old -> old.limit().equals(limit) && old.period() < period - PERIODS_KEPT);
    return leased.computeIfAbsent(pool, any -> new AtomicInteger());
  }
}
