package cairn.server.live;

import cairn.map.live.StaySpread;
import cairn.map.live.StepTally;
import cairn.person.Ending;
import cairn.person.PersonKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the {@link ProjectionFile} that hold trails. It belongs to the tailer's thread and
 * takes part in the transactions of its connection.
 */
final class TrailFile {
  static final List<String> SCHEMA =
      List.of(
          "CREATE TABLE trail_row (instance TEXT PRIMARY KEY, person BLOB NOT NULL,"
              + " node INTEGER NOT NULL, step TEXT NOT NULL, step_before TEXT NOT NULL,"
              + " entered INTEGER NOT NULL, ending TEXT) WITHOUT ROWID",
          "CREATE INDEX trail_row_person ON trail_row (person)",
          "CREATE TABLE trail_node (journey TEXT, node INTEGER, parent INTEGER NOT NULL,"
              + " step TEXT NOT NULL, here INTEGER NOT NULL, over TEXT NOT NULL,"
              + " PRIMARY KEY (journey, node)) WITHOUT ROWID",
          "CREATE TABLE trail_step (journey TEXT, step TEXT, stays TEXT NOT NULL,"
              + " departed INTEGER NOT NULL, felt TEXT NOT NULL,"
              + " PRIMARY KEY (journey, step)) WITHOUT ROWID");

  private final Connection connection;

  TrailFile(Connection connection) {
    this.connection = connection;
  }

  /** Reads back what all journeys show. */
  void load(JourneyTrails trails) {
    try (var statement = connection.createStatement()) {
      try (var row =
          statement.executeQuery(
              "SELECT journey, node, parent, step, here, over FROM trail_node"
                  + " ORDER BY journey, node")) {
        while (row.next()) {
          trails
              .tree(row.getString(1))
              .load(
                  row.getInt(2),
                  row.getInt(3),
                  row.getString(4),
                  row.getLong(5),
                  endings(row.getString(6)));
        }
      }
      try (var row =
          statement.executeQuery("SELECT journey, step, stays, departed, felt FROM trail_step")) {
        while (row.next()) {
          trails.load(
              row.getString(1),
              row.getString(2),
              new StepTally(
                  StaySpread.of(row.getString(3)), row.getLong(4), numbers(row.getString(5))));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the trails cannot be read", e);
    }
  }

  @Nullable TrailRow row(String instance) {
    try (var statement =
        connection.prepareStatement(
            "SELECT person, node, step, step_before, entered, ending FROM trail_row"
                + " WHERE instance = ?")) {
      statement.setString(1, instance);
      try (var row = statement.executeQuery()) {
        return row.next() ? row(instance, row) : null;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the trails cannot be read", e);
    }
  }

  private static TrailRow row(String instance, ResultSet row) throws SQLException {
    var ending = row.getString(6);
    return new TrailRow(
        instance,
        PersonKey.of(row.getBytes(1), 0),
        row.getInt(2),
        row.getString(3),
        row.getString(4),
        Instant.ofEpochMilli(row.getLong(5)),
        ending == null ? null : Ending.valueOf(ending));
  }

  /** The journeys of one person that are written down. */
  Set<String> instances(PersonKey person) {
    try (var statement =
        connection.prepareStatement("SELECT instance FROM trail_row WHERE person = ?")) {
      statement.setBytes(1, person.bytes());
      var instances = new HashSet<String>();
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          instances.add(row.getString(1));
        }
      }
      return instances;
    } catch (SQLException e) {
      throw new IllegalStateException("the trails cannot be read", e);
    }
  }

  void write(Collection<TrailRow> rows, Set<String> gone) {
    try (var put =
            connection.prepareStatement(
                "INSERT OR REPLACE INTO trail_row VALUES (?, ?, ?, ?, ?, ?, ?)");
        var drop = connection.prepareStatement("DELETE FROM trail_row WHERE instance = ?")) {
      for (var row : rows) {
        put.setString(1, row.instance());
        put.setBytes(2, row.person().bytes());
        put.setInt(3, row.node());
        put.setString(4, row.step());
        put.setString(5, row.before());
        put.setLong(6, row.entered().toEpochMilli());
        put.setString(7, row.ending() == null ? null : row.ending().name());
        put.addBatch();
      }
      put.executeBatch();
      for (var instance : gone) {
        drop.setString(1, instance);
        drop.addBatch();
      }
      drop.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("the trails cannot be written", e);
    }
  }

  void write(String journey, TrailTree tree) {
    try (var put =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO trail_node VALUES (?, ?, ?, ?, ?, ?)")) {
      for (int id : tree.changed()) {
        var node = tree.node(id);
        put.setString(1, journey);
        put.setInt(2, id);
        put.setInt(3, node.parent);
        put.setString(4, node.step);
        put.setLong(5, node.here);
        put.setString(6, text(node.over));
        put.addBatch();
      }
      put.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("the trails cannot be written", e);
    }
  }

  void write(String journey, String step, StepTally tally) {
    try (var put =
        connection.prepareStatement("INSERT OR REPLACE INTO trail_step VALUES (?, ?, ?, ?, ?)")) {
      put.setString(1, journey);
      put.setString(2, step);
      put.setString(3, tally.stays().text());
      put.setLong(4, tally.left());
      put.setString(
          5,
          java.util.Arrays.stream(tally.felt())
              .mapToObj(Long::toString)
              .collect(Collectors.joining(" ")));
      put.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the trails cannot be written", e);
    }
  }

  private static String text(Map<Ending, Long> over) {
    return over.entrySet().stream()
        .map(one -> one.getKey().name() + ":" + one.getValue())
        .collect(Collectors.joining(" "));
  }

  private static Map<Ending, Long> endings(String text) {
    var over = new EnumMap<Ending, Long>(Ending.class);
    for (var part : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
      int colon = part.indexOf(':');
      over.put(Ending.valueOf(part.substring(0, colon)), Long.parseLong(part.substring(colon + 1)));
    }
    return over;
  }

  private static long[] numbers(String text) {
    return java.util.Arrays.stream(text.split(" ", -1)).mapToLong(Long::parseLong).toArray();
  }
}
