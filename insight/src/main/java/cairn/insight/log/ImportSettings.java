package cairn.insight.log;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How to import a log.
 *
 * @param mapping what its parts mean
 * @param rejects the file that rows which cannot be used are written to; null keeps only counts and
 *     the first few
 * @param folder where sorting may put its temporary files, which hold personal data, are readable
 *     by this user alone and are removed at the end; null is the system's folder
 * @param resumeAfter where an earlier delivery of the same file stopped
 * @param sortBytes memory for sorting, in bytes, roughly; at least {@link #SORT_BYTES_MIN}
 */
public record ImportSettings(
    LogMapping mapping,
    @Nullable Path rejects,
    @Nullable Path folder,
    Optional<ImportCursor> resumeAfter,
    int sortBytes) {

  /** The least memory that sorting can do with. */
  public static final int SORT_BYTES_MIN = 64 * 1024;

  /** Everything is guessed, rejects are only counted, 64 MiB for sorting. */
  public static final ImportSettings DEFAULTS =
      new ImportSettings(LogMapping.GUESSED, null, null, Optional.empty(), 64 * 1024 * 1024);

  /** Refuses too little memory. */
  public ImportSettings {
    if (sortBytes < SORT_BYTES_MIN) {
      throw new IllegalArgumentException(
          "sorting needs at least %d bytes, not %d".formatted(SORT_BYTES_MIN, sortBytes));
    }
  }

  /** The same, with these meanings. */
  public ImportSettings withMapping(LogMapping to) {
    return new ImportSettings(to, rejects, folder, resumeAfter, sortBytes);
  }

  /** The same, with rejected rows written to this file. */
  public ImportSettings withRejects(Path to) {
    return new ImportSettings(mapping, to, folder, resumeAfter, sortBytes);
  }

  /** The same, with temporary files in this folder. */
  public ImportSettings withFolder(Path to) {
    return new ImportSettings(mapping, rejects, to, resumeAfter, sortBytes);
  }

  /** The same, going on from here. */
  public ImportSettings withResumeAfter(ImportCursor cursor) {
    return new ImportSettings(mapping, rejects, folder, Optional.of(cursor), sortBytes);
  }

  /** The same, with this much memory for sorting. */
  public ImportSettings withSortBytes(int bytes) {
    return new ImportSettings(mapping, rejects, folder, resumeAfter, bytes);
  }
}
