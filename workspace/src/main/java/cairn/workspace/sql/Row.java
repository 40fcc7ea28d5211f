package cairn.workspace.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row of an answer, read by column name. Valid only while its {@link RowReader} runs. */
public final class Row {
  private final ResultSet results;

  Row(ResultSet results) {
    this.results = results;
  }

  /** A text that is always there. */
  public String text(String column) throws SQLException {
    var text = results.getString(column);
    if (text == null) {
      throw new SQLException("The column " + column + " is empty.");
    }
    return text;
  }

  /** A text that may be absent. */
  public @Nullable String textOrNull(String column) throws SQLException {
    return results.getString(column);
  }

  /** A whole number that is always there. */
  public long number(String column) throws SQLException {
    return results.getLong(column);
  }

  /** A moment kept as milliseconds since 1970, always there. */
  public Instant instant(String column) throws SQLException {
    return Instant.ofEpochMilli(results.getLong(column));
  }

  /** A moment kept as milliseconds since 1970, or nothing. */
  public Optional<Instant> instantIfAny(String column) throws SQLException {
    var millis = results.getLong(column);
    return results.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  /** Bytes that are always there. */
  public byte[] bytes(String column) throws SQLException {
    var bytes = results.getBytes(column);
    if (bytes == null) {
      throw new SQLException("The column " + column + " is empty.");
    }
    return bytes;
  }
}
