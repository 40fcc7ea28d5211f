package cairn.store;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionOptions;
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
  /** With more unflushed log than this, a restart would take too long. */
  private static final long WAL_BYTES_MAX = 64L << 20;

  private static final long WRITE_BUFFER_BYTES = 64L << 20;

  /**
   * So many fresh tables are gathered before they are merged with the older ones. People come in no
   * order, so each merge rewrites most of a level; the filters keep reading cheap meanwhile.
   */
  private static final int FRESH_TABLES = 8;

  private static final int LOG_BLOCK_BYTES = 8 << 10;
  private static final int ROW_BLOCK_BYTES = 4 << 10;

  /** How hard old entries of the log are packed; harder ones cost twice the time for little. */
  private static final int LOG_ZSTD_LEVEL = 1;

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
        .setMaxTotalWalSize(WAL_BYTES_MAX)
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
   * The column family of this name. Entries of the log are written once and read seldom, so old
   * ones are packed small; all other rows are read and written again with each command, alone, so
   * they are packed fast and in small blocks.
   */
  public static ColumnFamilyOptions family(String name, Cache cache, Filter filter) {
    boolean isLog = name.equals(Family.LOG.word());
    var table =
        new BlockBasedTableConfig()
            .setBlockCache(cache)
            .setBlockSize(isLog ? LOG_BLOCK_BYTES : ROW_BLOCK_BYTES)
            .setFilterPolicy(filter)
            .setFormatVersion(TABLE_FORMAT);
    var options = rows(table);
    if (isLog) {
      try (var old = new CompressionOptions().setEnabled(true).setLevel(LOG_ZSTD_LEVEL)) {
        options
            .setBottommostCompressionType(CompressionType.ZSTD_COMPRESSION)
            .setBottommostCompressionOptions(old);
      }
    }
    return options;
  }

  @SuppressWarnings("resource") // the options are their own answer; the caller closes them
  private static ColumnFamilyOptions rows(BlockBasedTableConfig table) {
    return new ColumnFamilyOptions()
        .setTableFormatConfig(table)
        .setWriteBufferSize(WRITE_BUFFER_BYTES)
        .setLevel0FileNumCompactionTrigger(FRESH_TABLES)
        .setCompressionType(CompressionType.LZ4_COMPRESSION);
  }
}
