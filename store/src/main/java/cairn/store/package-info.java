/** Embedded shards on RocksDB: state, timers, log, outbox. */
@org.jspecify.annotations.NullMarked
package cairn.store;
