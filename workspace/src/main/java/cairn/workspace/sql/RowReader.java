package cairn.workspace.sql;

import java.sql.SQLException;

/**
 * Makes a value of one row.
 *
 * @param <T> the value
 */
@FunctionalInterface
public interface RowReader<T> {
  /** Reads the columns it knows. */
  T read(Row row) throws SQLException;
}
