package cairn.insight.log;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Why a file cannot be read, or not to its end, in words for whoever brought it.
 *
 * @param code a stable noun
 * @param message what is wrong
 * @param remedy what to do about it
 * @param place where in the file, when it is at one place
 */
public record Problem(Code code, String message, String remedy, @Nullable Place place) {

  /** What can be wrong with a file as a whole. */
  public enum Code {
    /** There is no such file, or it cannot be opened. */
    UNREADABLE,
    /** It has no events at all. */
    EMPTY,
    /** It is neither XES nor delimited text. */
    UNKNOWN_FORMAT,
    /** Its compressed part ends early or is damaged. */
    DAMAGED,
    /** Its XML is broken or not allowed. */
    MALFORMED,
    /** A column that is needed was not found. */
    MISSING_COLUMN,
    /** A column was named that is not there. */
    UNKNOWN_COLUMN,
    /** A column was named that is there twice. */
    AMBIGUOUS_COLUMN,
    /** The time column cannot be understood. */
    UNKNOWN_TIME,
    /** A setting is not one, or has an impossible value. */
    BAD_SETTING,
    /** A name was taken for an activity that takes too many values. */
    TOO_MANY_ACTIVITIES,
    /** The rows could not be delivered or kept. */
    UNDELIVERED
  }

  /**
   * A place in a file.
   *
   * @param line from 1
   * @param column from 1; 0 when only the line is known
   */
  public record Place(long line, long column) {
    @Override
    public String toString() {
      return column > 0 ? "line %d, column %d".formatted(line, column) : "line " + line;
    }
  }

  /** Refuses a problem without words. */
  public Problem {
    requireNonNull(code);
    if (message.isBlank() || remedy.isBlank()) {
      throw new IllegalArgumentException("a problem says what is wrong and what to do");
    }
  }

  /** The whole sentence: place, what is wrong, what to do. */
  public String sentence() {
    return (place == null ? "" : place + ": ") + message + " " + remedy;
  }
}
