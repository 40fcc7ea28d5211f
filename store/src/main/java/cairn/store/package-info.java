/**
 * People on one machine's disk: {@link cairn.store.EmbeddedHost} keeps states, logs, timers and
 * effects in RocksDB, with one writer thread for each group of shards, one atomic batch for what a
 * group of commands changes, and replies only after the sync. It holds no rule of its own: what a
 * command means is decided in the core.
 */
@org.jspecify.annotations.NullMarked
package cairn.store;
