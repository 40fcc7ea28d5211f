package cairn.workspace.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The prepared statements of one connection, kept for their next use, because preparing costs more
 * than most of our statements. At most {@link #STATEMENTS_MAX}; the least recently used goes first.
 */
final class StatementCache extends DefaultStatementBuilder {
  /** More than the distinct statements of all stores together. */
  static final int STATEMENTS_MAX = 200;

  private final Map<String, PreparedStatement> idle = new LinkedHashMap<>(64, 0.75f, true);

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    var kept = idle.remove(sql);
    return kept == null ? connection.prepareStatement(sql) : kept;
  }

  @Override
  public void close(Connection connection, String sql, Statement statement) throws SQLException {
    if (!(statement instanceof PreparedStatement prepared) || prepared.isClosed()) {
      statement.close();
      return;
    }
    prepared.clearParameters();
    var doubled = idle.put(sql, prepared);
    if (doubled != null) {
      doubled.close();
    }
    if (idle.size() > STATEMENTS_MAX) {
      var eldest = idle.entrySet().iterator();
      var out = eldest.next().getValue();
      eldest.remove();
      out.close();
    }
  }

  @Override
  public void close(Connection connection) {
    idle.clear();
  }
}
