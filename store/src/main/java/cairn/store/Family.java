package cairn.store;

/** The column families of a store. Their names are on disk: they never change. */
enum Family {
  /** Shard, person: when the next timer is to fire, then the state. */
  STATE,
  /** Shard, due, person: nothing. One row a person with timers. */
  TIMER,
  /** Shard, person, number: the log entry. */
  LOG,
  /** Shard, sequence: person, number, whether it tells of decisions. */
  FEED,
  /** Shard, person, hash of a command id: entry number, day after which it may be forgotten. */
  SEEN,
  /** Shard, 0, person, effect: an effect; shard, 1, due, person, effect: nothing. */
  OUTBOX,
  /** Shard, person: what a sealed record still has to hand over. */
  HANDOVER,
  /** Format, secret, counters of shards, shares of volume limits, erasures not yet finished. */
  META,
  /** Number: a record of the control log. */
  CONTROL;

  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
