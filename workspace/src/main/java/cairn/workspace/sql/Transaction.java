package cairn.workspace.sql;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one transaction. Values are bound by position to question marks: texts,
 * numbers, booleans (kept as 0 and 1), moments (kept as milliseconds since 1970), bytes and null.
 * Used by one thread, until its {@link Work} returns.
 */
public final class Transaction {
  private final Handle handle;

  Transaction(Handle handle) {
    this.handle = handle;
  }

  /** Runs a change and says how many rows it touched. */
  public int change(String sql, @Nullable Object... values) {
    try (var update = handle.createUpdate(sql)) {
      bind(update, values);
      return update.execute();
    }
  }

  /** Every row of a question; the question carries its own LIMIT. */
  public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values) {
    try (var query = handle.createQuery(sql)) {
      bind(query, values);
      return query.map((results, context) -> reader.read(new Row(results))).list();
    }
  }

  /** The first row of a question, if there is one. */
  public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... values) {
    try (var query = handle.createQuery(sql)) {
      bind(query, values);
      return query.map((results, context) -> reader.read(new Row(results))).findFirst();
    }
  }

  /** The number that a counting question answers. */
  public long count(String sql, @Nullable Object... values) {
    return first(sql, row -> row.number("n"), values).orElseThrow();
  }

  private static void bind(SqlStatement<?> statement, @Nullable Object... values) {
    for (var i = 0; i < values.length; i++) {
      switch (values[i]) {
        case null -> statement.bind(i, (Object) null);
        case Instant instant -> statement.bind(i, instant.toEpochMilli());
        case Boolean flag -> statement.bind(i, flag ? 1 : 0);
        case Object value -> statement.bind(i, value);
      }
    }
  }
}
