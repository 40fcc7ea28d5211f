package cairn.engine;

import cairn.log.Entry;
import cairn.person.Identifier;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * Where people live: it keeps states, logs and timers, stamps commands, and runs {@link Engine}
 * with one writer for each person. Embedded, simulated and distributed hosts keep the same
 * contract:
 *
 * <ul>
 *   <li>an outcome is given only once what it tells is durable;
 *   <li>a command id is applied once for one person, however often it is sent;
 *   <li>a command to a sealed record is checked for duplicates there, then sent on;
 *   <li>due timers fire without anybody asking, at least once, with one effect.
 * </ul>
 */
public interface Host extends AutoCloseable {
  /** The key of an identifier: a keyed hash, the same for the life of the store. */
  PersonKey key(Identifier identifier);

  /**
   * Takes a command. Never blocks; never completes exceptionally. What hangs on the future runs in
   * the thread that tells everybody, so it notes the outcome and returns.
   */
  CompletableFuture<Outcome> submit(Envelope envelope, Priority priority);

  /** A person's state as last made durable; pointers are followed. Unknown people are unknown. */
  PersonState read(PersonKey key);

  /**
   * Part of a person's own log, newest first.
   *
   * @param before entries with a number below this; Long.MAX_VALUE for the newest
   * @param max at most so many
   */
  List<Entry> history(PersonKey key, long before, int max);

  /**
   * Part of one shard's feed, in order.
   *
   * @param after items with a sequence above this; 0 for the oldest kept
   */
  List<FeedItem> feed(int shard, long after, int max);

  /**
   * Part of one shard's feed for who learns from decisions: a host that can tell without reading
   * them leaves out items that do not {@linkplain Entry#tellsOfDecisions tell of any}. The last
   * item is the last one looked at, whatever it tells, so that the feed goes on from there.
   *
   * @param after items with a sequence above this; 0 for the oldest kept
   * @return nothing only where nothing more is to be read
   */
  default List<FeedItem> decisions(int shard, long after, int max) {
    return feed(shard, after, max);
  }

  /** The sequence of the newest feed item of a shard; 0 if there is none. */
  long feedEnd(int shard);

  /** Visits every open person of one shard, by rising keys, until the visitor answers false. */
  void scan(int shard, Predicate<PersonState> visitor);

  /** How many open people there are. */
  long people();

  /**
   * What is leased and taken of limits across people, by limit and period, as last made durable; of
   * no limit where this host leases none.
   */
  default List<VolumeUse> volumes() {
    return List.of();
  }

  /**
   * Part of what waits to leave one shard, due first. Before it makes one, a channel asks with
   * {@link Command.ReleaseEffect}; an effect leaves this list when it is deferred, released,
   * withheld or settled, and comes back when a release was not settled in {@link Post#RETRY_AFTER}.
   *
   * @param dueBy effects due at this moment or before
   */
  List<OutboxItem> outbox(int shard, Instant dueBy, int max);

  /** Calls a watcher from now on, until the host closes. */
  void watch(Watcher watcher);

  /** Hears that a shard has more to read. */
  @FunctionalInterface
  interface Watcher {
    /**
     * The feed of a shard grew, and perhaps its outbox. Called after the sync by a thread of the
     * host: note it and return.
     */
    void grew(int shard, boolean outbox);
  }

  @Override
  void close();
}
