package cairn.insight.log;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A row that cannot be used. Holds personal data when the offending value does.
 *
 * @param number the row's position in its source, from 1
 * @param line the line it begins on, from 1; 0 when unknown
 * @param reason why
 * @param column the column or key at fault, where it is one
 * @param value the offending value, shortened to {@link #VALUE_LENGTH_MAX}, where there is one
 */
public record Reject(
    long number, long line, RejectReason reason, @Nullable String column, @Nullable String value) {

  /** Characters of an offending value that are kept. */
  public static final int VALUE_LENGTH_MAX = 80;

  /** Shortens the value. */
  public Reject {
    requireNonNull(reason);
    if (value != null && value.length() > VALUE_LENGTH_MAX) {
      value = value.substring(0, VALUE_LENGTH_MAX - 1) + "…";
    }
  }

  /** Says where and why, and what helps; never the value. */
  @Override
  public String toString() {
    return "row "
        + number
        + (line > 0 ? " (line " + line + ")" : "")
        + (column == null ? "" : ", " + column)
        + ": "
        + reason.sentence()
        + "; "
        + reason.remedy();
  }
}
