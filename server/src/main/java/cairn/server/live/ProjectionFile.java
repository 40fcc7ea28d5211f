package cairn.server.live;

import cairn.person.PersonKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * Where projections rest between runs: one SQLite file whose rows and feed cursors change in one
 * transaction, so that they always agree. It can be deleted at any time; it is then built again.
 * Writing belongs to the tailer's thread; searching has a connection of its own and a lock.
 */
final class ProjectionFile implements AutoCloseable {
  /** Raised whenever the rows below change their meaning; an older file is built again. */
  private static final int EDITION = 5;

  private static final List<String> SCHEMA =
      List.of(
          "CREATE TABLE cursor (shard INTEGER PRIMARY KEY, sequence INTEGER NOT NULL)",
          "CREATE TABLE step (journey TEXT, step TEXT, now INTEGER, arrived INTEGER,"
              + " PRIMARY KEY (journey, step)) WITHOUT ROWID",
          "CREATE TABLE ending (journey TEXT, step TEXT, times INTEGER,"
              + " PRIMARY KEY (journey, step)) WITHOUT ROWID",
          "CREATE TABLE way (journey TEXT, way TEXT, times INTEGER,"
              + " PRIMARY KEY (journey, way)) WITHOUT ROWID",
          "CREATE TABLE task (person BLOB, effect TEXT, subject TEXT, queued INTEGER,"
              + " PRIMARY KEY (person, effect)) WITHOUT ROWID",
          "CREATE INDEX task_queued ON task (queued)",
          "CREATE TABLE person (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE)",
          "CREATE VIRTUAL TABLE words USING fts5(text, prefix='2 3',"
              + " tokenize=\"unicode61 remove_diacritics 2\")",
          "INSERT INTO words(words, rank) VALUES ('secure-delete', 1)");

  private final Connection writer;
  private final Connection reader;

  private ProjectionFile(Connection writer, Connection reader) {
    this.writer = writer;
    this.reader = reader;
  }

  /** Opens the file, or begins a new one where there is none or it is of another edition. */
  static ProjectionFile open(Path file) {
    try {
      var found = connect(file, false);
      if (found != EDITION) {
        delete(file);
        connect(file, true);
      }
      var writer = source(file).getConnection();
      writer.setAutoCommit(false);
      return new ProjectionFile(writer, source(file).getConnection());
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("the projections at " + file + " cannot be opened", e);
    }
  }

  /** Deletes the file, so that everything is built again. */
  static void delete(Path file) throws IOException {
    for (var suffix : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
    }
  }

  private static int connect(Path file, boolean create) throws SQLException, IOException {
    if (!create && !Files.exists(file)) {
      return 0;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (var connection = source(file).getConnection();
        var statement = connection.createStatement()) {
      if (create) {
        for (var sql : SCHEMA) {
          statement.execute(sql);
        }
        for (var sql : TrailFile.SCHEMA) {
          statement.execute(sql);
        }
        statement.execute("PRAGMA user_version = " + EDITION);
        return EDITION;
      }
      try (var row = statement.executeQuery("PRAGMA user_version")) {
        return row.next() ? row.getInt(1) : 0;
      }
    } catch (SQLException e) {
      if (create) {
        throw e;
      }
      return 0;
    }
  }

  private static org.sqlite.SQLiteDataSource source(Path file) {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    // Losing the last transactions is harmless here: the feed is read again from the cursors.
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setBusyTimeout(5_000);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    // Else the driver asks for the last row's id after each row, a fifth of all the work.
    config.setGetGeneratedKeys(false);
    var source = new org.sqlite.SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  /** The tables of trails, in the same transactions. */
  TrailFile trails() {
    return new TrailFile(writer);
  }

  /** Reads back where each shard's feed was read to, and the counts of that moment. */
  long[] load(JourneyCounts counts) {
    var cursors = new long[PersonKey.SHARDS];
    try (var statement = writer.createStatement()) {
      try (var row = statement.executeQuery("SELECT shard, sequence FROM cursor")) {
        while (row.next()) {
          cursors[row.getInt(1)] = row.getLong(2);
        }
      }
      try (var row = statement.executeQuery("SELECT journey, step, now, arrived FROM step")) {
        while (row.next()) {
          var tally = counts.tally(row.getString(1)).step(row.getString(2));
          tally.now = row.getLong(3);
          tally.arrived = row.getLong(4);
        }
      }
      try (var row = statement.executeQuery("SELECT journey, step, times FROM ending")) {
        while (row.next()) {
          counts.tally(row.getString(1)).endings.put(row.getString(2), row.getLong(3));
        }
      }
      try (var row = statement.executeQuery("SELECT journey, way, times FROM way")) {
        while (row.next()) {
          counts.tally(row.getString(1)).ways.put(row.getString(2), row.getLong(3));
        }
      }
      writer.commit();
      return cursors;
    } catch (SQLException e) {
      throw new IllegalStateException("the projections cannot be read", e);
    }
  }

  /** What is known of one person's names; empty text where the person is gone. */
  record Words(PersonKey person, String text) {}

  /** Writes rows and cursors in one transaction. */
  void commit(
      long[] cursors,
      Map<String, JourneyTally> changed,
      JourneyTrails trails,
      List<Words> words,
      List<DeskTasks.Change> tasks) {
    try {
      try (var put = writer.prepareStatement("INSERT OR REPLACE INTO cursor VALUES (?, ?)")) {
        for (int shard = 0; shard < cursors.length; shard++) {
          put.setInt(1, shard);
          put.setLong(2, cursors[shard]);
          put.addBatch();
        }
        put.executeBatch();
      }
      writeCounts(changed);
      trails.write();
      writeWords(words);
      writeTasks(tasks);
      writer.commit();
    } catch (SQLException | IllegalStateException e) {
      rollback();
      throw new IllegalStateException("the projections cannot be written", e);
    }
  }

  private void rollback() {
    try {
      writer.rollback();
    } catch (SQLException e) {
      // The failure that led here is the one to tell.
    }
  }

  private void writeCounts(Map<String, JourneyTally> changed) throws SQLException {
    try (var step = writer.prepareStatement("INSERT OR REPLACE INTO step VALUES (?, ?, ?, ?)");
        var ending = writer.prepareStatement("INSERT OR REPLACE INTO ending VALUES (?, ?, ?)");
        var way = writer.prepareStatement("INSERT OR REPLACE INTO way VALUES (?, ?, ?)")) {
      for (var journey : changed.entrySet()) {
        var tally = journey.getValue();
        for (var one : tally.steps.entrySet()) {
          step.setString(1, journey.getKey());
          step.setString(2, one.getKey());
          step.setLong(3, one.getValue().now);
          step.setLong(4, one.getValue().arrived);
          step.addBatch();
        }
        add(ending, journey.getKey(), tally.endings);
        add(way, journey.getKey(), tally.ways);
      }
      step.executeBatch();
      ending.executeBatch();
      way.executeBatch();
    }
  }

  private static void add(PreparedStatement put, String journey, Map<String, Long> times)
      throws SQLException {
    for (var one : times.entrySet()) {
      put.setString(1, journey);
      put.setString(2, one.getKey());
      put.setLong(3, one.getValue());
      put.addBatch();
    }
  }

  private void writeWords(List<Words> words) throws SQLException {
    try (var add =
            writer.prepareStatement(
                "INSERT INTO person (key) VALUES (?) ON CONFLICT DO NOTHING RETURNING id");
        var find = writer.prepareStatement("SELECT id FROM person WHERE key = ?");
        var forget = writer.prepareStatement("DELETE FROM person WHERE id = ?");
        var read = writer.prepareStatement("SELECT text FROM words WHERE rowid = ?");
        var clear = writer.prepareStatement("DELETE FROM words WHERE rowid = ?");
        var write = writer.prepareStatement("INSERT INTO words (rowid, text) VALUES (?, ?)")) {
      for (var one : words) {
        var added = id(add, one.person());
        long id = added == null ? Objects.requireNonNull(id(find, one.person())) : added;
        if (added == null) {
          // Most changes touch no word, and to look costs far less than to index anew.
          if (isAlready(read, id, one.text())) {
            continue;
          }
          clear.setLong(1, id);
          clear.executeUpdate();
        }
        if (one.text().isEmpty()) {
          forget.setLong(1, id);
          forget.executeUpdate();
        } else {
          write.setLong(1, id);
          write.setString(2, one.text());
          write.executeUpdate();
        }
      }
    }
  }

  /** The id a statement answers for a person, or null where it answers none. */
  private static @Nullable Long id(PreparedStatement statement, PersonKey person)
      throws SQLException {
    statement.setBytes(1, key(person));
    try (var row = statement.executeQuery()) {
      return row.next() ? row.getLong(1) : null;
    }
  }

  /** People of a shard lie together, because shards are read one after the other. */
  private static byte[] key(PersonKey person) {
    var key = new byte[1 + PersonKey.BYTES];
    key[0] = (byte) person.shard();
    System.arraycopy(person.bytes(), 0, key, 1, PersonKey.BYTES);
    return key;
  }

  private static boolean isAlready(PreparedStatement read, long id, String text)
      throws SQLException {
    read.setLong(1, id);
    try (var row = read.executeQuery()) {
      return row.next() && text.equals(row.getString(1));
    }
  }

  private void writeTasks(List<DeskTasks.Change> changes) throws SQLException {
    try (var put = writer.prepareStatement("INSERT OR REPLACE INTO task VALUES (?, ?, ?, ?)");
        var drop = writer.prepareStatement("DELETE FROM task WHERE person = ? AND effect = ?");
        var forget = writer.prepareStatement("DELETE FROM task WHERE person = ?")) {
      for (var change : changes) {
        switch (change) {
          case DeskTasks.Change.Put(var person, var effect, var subject, var queued) -> {
            put.setBytes(1, person.bytes());
            put.setString(2, effect);
            put.setString(3, subject);
            put.setLong(4, queued.toEpochMilli());
            put.executeUpdate();
          }
          case DeskTasks.Change.Drop(var person, var effect) -> {
            drop.setBytes(1, person.bytes());
            drop.setString(2, effect);
            drop.executeUpdate();
          }
          case DeskTasks.Change.Forget(var person) -> {
            forget.setBytes(1, person.bytes());
            forget.executeUpdate();
          }
        }
      }
    }
  }

  /** Open tasks, the oldest first; of one queue, or of all where it is empty. */
  List<DeskTasks.Task> tasks(String queue, int max) {
    synchronized (reader) {
      try (var statement =
          reader.prepareStatement(
              "SELECT person, effect FROM task WHERE ? = '' OR subject = ?"
                  + " ORDER BY queued LIMIT ?")) {
        statement.setString(1, queue);
        statement.setString(2, queue);
        statement.setInt(3, max);
        var found = new ArrayList<DeskTasks.Task>();
        try (var row = statement.executeQuery()) {
          while (row.next()) {
            found.add(new DeskTasks.Task(PersonKey.of(row.getBytes(1), 0), row.getString(2)));
          }
        }
        return found;
      } catch (SQLException e) {
        throw new IllegalStateException("the tasks cannot be read", e);
      }
    }
  }

  /** People whose words match a full-text expression, the latest known first. */
  List<PersonKey> search(String expression, int max) {
    synchronized (reader) {
      try (var statement =
          reader.prepareStatement(
              "SELECT key FROM words JOIN person ON person.id = words.rowid"
                  + " WHERE words MATCH ? ORDER BY words.rowid DESC LIMIT ?")) {
        statement.setString(1, expression);
        statement.setInt(2, max);
        var found = new ArrayList<PersonKey>();
        try (var row = statement.executeQuery()) {
          while (row.next()) {
            found.add(PersonKey.of(row.getBytes(1), 1));
          }
        }
        return found;
      } catch (SQLException e) {
        throw new IllegalStateException("the search cannot be made", e);
      }
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
      synchronized (reader) {
        reader.close();
      }
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
