package cairn.insight.log;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of a log mean. Whatever is null is guessed, and the guess is shown in the {@link
 * LogShape}.
 *
 * <p>A column is named as in the header, or {@code #3} for the third. In XES the names are
 * attribute keys: those of the trace for case and person, those of the event for the rest.
 *
 * @param caseColumn which journey a row belongs to
 * @param activity the touchpoint's label
 * @param time when it happened
 * @param person whose journey it is, when that is not the case itself
 * @param resource who carried it out
 * @param lifecycle the part of the activity, such as start and complete
 * @param pattern how times are written: a pattern as in {@code d.M.yy H:mm}, or one of {@code iso},
 *     {@code seconds}, {@code milliseconds}, {@code days}
 * @param zone where times without a zone were written down
 * @param epoch the day that whole-number days are counted from
 * @param epochColumn a column that chooses among {@code epochs}, such as the start of a course
 * @param epochs value of the epoch column to the day its days are counted from
 * @param keep which rows count, by their lifecycle
 * @param delimiter what stands between fields
 * @param encoding how letters are written as bytes
 * @param header whether the first line names the columns
 */
public record LogMapping(
    @Nullable String caseColumn,
    @Nullable String activity,
    @Nullable String time,
    @Nullable String person,
    @Nullable String resource,
    @Nullable String lifecycle,
    @Nullable String pattern,
    @Nullable ZoneId zone,
    @Nullable LocalDate epoch,
    @Nullable String epochColumn,
    Map<String, LocalDate> epochs,
    @Nullable Keep keep,
    @Nullable Character delimiter,
    @Nullable Charset encoding,
    @Nullable Boolean header) {

  /** Everything is guessed. */
  public static final LogMapping GUESSED =
      new LogMapping(
          null, null, null, null, null, null, null, null, null, null, Map.of(), null, null, null,
          null);

  /** Which rows of an activity with a beginning and an end count as its event. */
  public enum Keep {
    /** Every row. */
    ALL,
    /** The rows that complete an activity, and those that do not say. */
    COMPLETE
  }

  /** Keeps a sorted copy of the epochs. */
  public LogMapping {
    epochs = Collections.unmodifiableMap(new TreeMap<>(epochs));
  }
}
