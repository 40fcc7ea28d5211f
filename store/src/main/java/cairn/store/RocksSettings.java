package cairn.store;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.Filter;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.WALRecoveryMode;

/**
 * How RocksDB is set up here, and why; public so that a bare loop can be measured on the same
 * settings. Checksums stay on, for reading too.
 */
public final class RocksSettings {
  /**
   * Where the write-ahead log has grown to this, what it holds begins to be written to tables; with
   * less there would be more and smaller tables to be merged. It is no bound: the log and the fresh
   * rows in memory grow on while tables are being written, until a family has {@link
   * #WRITE_BUFFERS} full buffers waiting. Then RocksDB holds back who writes, and the store turns
   * away who would wait too long. A restart after a kill reads what was not written to tables.
   */
  private static final long FLUSH_FROM_WAL_BYTES = 192L << 20;

  private static final long WRITE_BUFFER_BYTES = 128L << 20;

  /** Of each family, with the one being filled. */
  private static final int WRITE_BUFFERS = 2;

  /**
   * So many fresh tables are gathered before they are merged with the older ones. People come in no
   * order, so each merge rewrites most of a level; the filters keep reading cheap meanwhile.
   */
  private static final int FRESH_TABLES = 8;

  /**
   * How much the first level of merged tables holds, about as much as the fresh ones it is merged
   * with: with a smaller one, each entry would be rewritten more often on its way to the last.
   */
  private static final long FIRST_LEVEL_BYTES = 1L << 30;

  private static final int LOG_BLOCK_BYTES = 16 << 10;
  private static final int ROW_BLOCK_BYTES = 4 << 10;

  private static final int BLOOM_BITS = 10;
  private static final int INFO_LOGS_MAX = 4;
  private static final int TABLE_FORMAT = 6;

  private RocksSettings() {}

  /** The whole database. Only whole, checksummed records of the log are taken up after a crash. */
  @SuppressWarnings("resource") // the options are their own answer; the caller closes them
  public static DBOptions database() {
    return new DBOptions()
        .setCreateIfMissing(true)
        .setCreateMissingColumnFamilies(true)
        .setMaxTotalWalSize(FLUSH_FROM_WAL_BYTES)
        .setWalRecoveryMode(WALRecoveryMode.PointInTimeRecovery)
        .setMaxBackgroundJobs(Math.max(2, Runtime.getRuntime().availableProcessors()))
        .setEnableWriteThreadAdaptiveYield(false)
        .setBytesPerSync(1 << 20)
        .setSkipStatsUpdateOnDbOpen(true)
        .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
        .setKeepLogFileNum(INFO_LOGS_MAX);
  }

  /** Finds most absent rows without reading a block. */
  public static Filter filter() {
    return new BloomFilter(BLOOM_BITS);
  }

  /**
   * The column family of this name. All is packed fast, because rows are packed anew whenever
   * tables are merged. Entries of the log are read seldom, so their blocks are larger, which packs
   * them smaller; all other rows are read with each command, alone.
   */
  @SuppressWarnings("resource") // the options are their own answer; the caller closes them
  public static ColumnFamilyOptions family(String name, Cache cache, Filter filter) {
    var table =
        new BlockBasedTableConfig()
            .setBlockCache(cache)
            .setBlockSize(name.equals(Family.LOG.word()) ? LOG_BLOCK_BYTES : ROW_BLOCK_BYTES)
            .setFilterPolicy(filter)
            .setFormatVersion(TABLE_FORMAT);
    return new ColumnFamilyOptions()
        .setTableFormatConfig(table)
        .setWriteBufferSize(WRITE_BUFFER_BYTES)
        .setMaxWriteBufferNumber(WRITE_BUFFERS)
        .setLevel0FileNumCompactionTrigger(FRESH_TABLES)
        .setMaxBytesForLevelBase(FIRST_LEVEL_BYTES)
        .setCompressionType(CompressionType.LZ4_COMPRESSION);
  }
}
