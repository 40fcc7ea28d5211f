package cairn.insight.log;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of an import.
 *
 * @param shape what the file was taken to be
 * @param summary what was read, whether delivered now or by an earlier run
 * @param observed the journey it shows
 * @param rejected rows that could not be used
 * @param rejectedBy the same by reason
 * @param firstRejects the first of them, at most {@link #REJECTS_SHOWN}
 * @param rejects the file with all of them; null when none was asked for, or none was rejected
 * @param leftOut rows left out because of their lifecycle, as asked
 * @param planned events of planned journeys ({@code isPlanned}), which are no real ones
 * @param resumed rows skipped because an earlier run delivered them
 * @param cursor where the delivery stands
 * @param took how long it took
 */
public record ImportReport(
    LogShape shape,
    LogSummary summary,
    ObservedJourney observed,
    long rejected,
    Map<RejectReason, Long> rejectedBy,
    List<Reject> firstRejects,
    @Nullable Path rejects,
    long leftOut,
    long planned,
    long resumed,
    ImportCursor cursor,
    Duration took) {

  /** Rejected rows kept in the report itself. */
  public static final int REJECTS_SHOWN = 20;

  /** Keeps unchangeable copies. */
  public ImportReport {
    rejectedBy =
        rejectedBy.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(rejectedBy));
    firstRejects = List.copyOf(firstRejects);
  }
}
