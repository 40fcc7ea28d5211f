package cairn.server.live;

import cairn.person.PersonKey;
import java.lang.System.Logger.Level;
import java.util.BitSet;

/**
 * Shards whose feed cannot be read, or not be taken, now. What fails is told when it begins, and
 * keeps nobody from the shards behind it. For one thread.
 */
public final class FailedShards {
  private static final System.Logger LOG = System.getLogger(FailedShards.class.getName());

  private final String reader;
  private final BitSet failed = new BitSet(PersonKey.SHARDS);

  /** Nothing failed yet; the reader is named in the log. */
  public FailedShards(String reader) {
    this.reader = reader;
  }

  /**
   * Reads one shard.
   *
   * @param read what to do; what it throws is told once, until it succeeds again
   * @return whether it succeeded
   */
  public boolean succeeds(int shard, Runnable read) {
    try {
      read.run();
    } catch (RuntimeException failure) {
      if (!failed.get(shard)) {
        LOG.log(Level.ERROR, reader + " does not get on in shard " + shard, failure);
      }
      failed.set(shard);
      return false;
    }
    failed.clear(shard);
    return true;
  }
}
