package cairn.workspace.board;

import cairn.map.BatchId;
import cairn.map.Role;
import cairn.workspace.audit.Actor;
import cairn.workspace.audit.AuditLog;
import cairn.workspace.board.AppendOutcome.Appended;
import cairn.workspace.board.AppendOutcome.Archived;
import cairn.workspace.board.AppendOutcome.NoBoard;
import cairn.workspace.board.AppendOutcome.Stale;
import cairn.workspace.sql.Database;
import cairn.workspace.sql.Inputs;
import cairn.workspace.sql.Row;
import cairn.workspace.sql.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Boards and their logs. Batches are added one after another without a gap, many of them with one
 * sync; a batch sent again answers with the revision it has. Safe for many threads.
 */
public final class BoardStore {
  /** Batches between two snapshots, so that opening a board folds few of them. */
  public static final int SNAPSHOT_EVERY = 200;

  /** Batches in one page of the log. */
  public static final int PAGE_MAX = 1_000;

  /** Boards in one installation. */
  public static final int BOARDS_MAX = 10_000;

  /** Characters of a title, and of a version's name. */
  public static final int TITLE_MAX = 200;

  /** Named versions of one board. */
  public static final int VERSIONS_MAX = 500;

  private static final String BOARD =
      "SELECT b.*, (SELECT COALESCE(MAX(l.rev), 0) FROM board_batch l WHERE l.board = b.id) AS head"
          + " FROM board b ";

  /** One statement, so that adding costs one: the conditions hold or nothing is inserted. */
  private static final String APPEND =
      "INSERT INTO board_batch (board, rev, batch_id, author, at, ops)"
          + " SELECT b.id, ?, ?, ?, ?, ? FROM board b"
          + " WHERE b.id = ? AND b.archived_at IS NULL"
          + " AND COALESCE((SELECT MAX(l.rev) FROM board_batch l WHERE l.board = b.id), 0) = ?"
          + " ON CONFLICT DO NOTHING";

  private final Database database;
  private final AuditLog audit;
  private final InstantSource clock;

  /** The boards kept in this database. */
  public BoardStore(Database database, AuditLog audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes an empty board; whoever makes it is its facilitator. Nothing when there are {@link
   * #BOARDS_MAX} already.
   *
   * @throws IllegalArgumentException when the title is empty or longer than {@link #TITLE_MAX}
   */
  public Optional<Board> create(Actor by, String title) {
    var words = Inputs.title(title, TITLE_MAX);
    return database.write(transaction -> {
      if (transaction.count("SELECT COUNT(*) AS n FROM board") >= BOARDS_MAX) {
        return Optional.<Board>empty();
      }
      var id = BoardId.fresh();
      var now = clock.instant();
      transaction.change(
          "INSERT INTO board (id, title, created_by, created_at) VALUES (?, ?, ?, ?)",
          id.value(),
          words,
          by.text(),
          now);
      BoardMembers.put(transaction, id, by, Role.FACILITATOR, now);
      audit.write(transaction, by, "board.created", id.subject(), "");
      return find(transaction, id);
    });
  }

  /** One board, archived or not. */
  public Optional<Board> find(BoardId id) {
    return database.read(transaction -> find(transaction, id));
  }

  /** Every board, newest first, at most so many. */
  public List<Board> all(int limit) {
    return database.read(transaction ->
        transaction.list(
            BOARD + "ORDER BY b.created_at DESC, b.id LIMIT ?",
            BoardStore::board,
            Inputs.page(limit, BOARDS_MAX)));
  }

  /** The boards on which somebody has a role, newest first, at most so many. */
  public List<Board> of(Actor member, int limit) {
    return database.read(transaction ->
        transaction.list(
            BOARD
                + "JOIN board_member m ON m.board = b.id AND m.member = ?"
                + " ORDER BY b.created_at DESC, b.id LIMIT ?",
            BoardStore::board,
            member.text(),
            Inputs.page(limit, BOARDS_MAX)));
  }

  /** Gives a board another title; nothing when there is no such board. */
  public Optional<Board> rename(Actor by, BoardId id, String title) {
    var words = Inputs.title(title, TITLE_MAX);
    return database.write(transaction -> {
      if (transaction.change("UPDATE board SET title = ? WHERE id = ?", words, id.value()) > 0) {
        audit.write(transaction, by, "board.renamed", id.subject(), "");
      }
      return find(transaction, id);
    });
  }

  /** Closes a board for additions, or opens it again; nothing when there is no such board. */
  public Optional<Board> archive(Actor by, BoardId id, boolean archived) {
    return database.write(transaction -> {
      var touched =
          transaction.change(
              "UPDATE board SET archived_at = ? WHERE id = ?",
              archived ? clock.instant() : null,
              id.value());
      if (touched > 0) {
        var deed = archived ? "board.archived" : "board.reopened";
        audit.write(transaction, by, deed, id.subject(), "");
      }
      return find(transaction, id);
    });
  }

  /** Removes a board with its whole log; whether there was one. */
  public boolean remove(Actor by, BoardId id) {
    return database.write(transaction -> {
      var gone = transaction.change("DELETE FROM board WHERE id = ?", id.value()) > 0;
      if (gone) {
        audit.write(transaction, by, "board.removed", id.subject(), "");
      }
      return gone;
    });
  }

  /**
   * Adds a batch and answers once it is on disk. Batches handed in one after another by one thread
   * are added in that order, so a board's owner need not wait for one before handing in the next.
   */
  public CompletableFuture<AppendOutcome> append(NewBatch batch) {
    return database.submit(transaction -> append(transaction, batch));
  }

  private static AppendOutcome append(Transaction transaction, NewBatch batch) {
    var rev = batch.after() + 1;
    var added =
        transaction.change(
            APPEND,
            rev,
            batch.id().text(),
            batch.author().text(),
            batch.at(),
            batch.ops(),
            batch.board().value(),
            batch.after());
    return added > 0 ? new Appended(rev, false) : whyNot(transaction, batch);
  }

  private static AppendOutcome whyNot(Transaction transaction, NewBatch batch) {
    var there =
        transaction.first(
            "SELECT rev FROM board_batch WHERE board = ? AND batch_id = ?",
            row -> row.number("rev"),
            batch.board().value(),
            batch.id().text());
    if (there.isPresent()) {
      return new Appended(there.get(), true);
    }
    return find(transaction, batch.board())
        .<AppendOutcome>map(
            board -> board.archivedAt().isPresent() ? new Archived() : new Stale(board.head()))
        .orElseGet(NoBoard::new);
  }

  /** The batches after a revision, in order, at most so many. */
  public List<StoredBatch> since(BoardId id, long rev, int limit) {
    return database.read(transaction ->
        transaction.list(
            "SELECT * FROM board_batch WHERE board = ? AND rev > ? ORDER BY rev LIMIT ?",
            BoardStore::batch,
            id.value(),
            rev,
            Inputs.page(limit, PAGE_MAX)));
  }

  /** The newest revision that was there at a moment; 0 before the first batch. */
  public long revAt(BoardId id, Instant moment) {
    return database.read(transaction ->
        transaction.count(
            "SELECT COALESCE(MAX(rev), 0) AS n FROM board_batch WHERE board = ? AND at <= ?",
            id.value(),
            moment));
  }

  /** Stores the whole state after a revision; a state already stored there stays. */
  public void putSnapshot(BoardId id, Snapshot snapshot) {
    var packed = SnapshotPacking.pack(snapshot.state());
    database.write(transaction ->
        transaction.change(
            "INSERT INTO board_snapshot (board, rev, state) SELECT l.board, l.rev, ?"
                + " FROM board_batch l WHERE l.board = ? AND l.rev = ? ON CONFLICT DO NOTHING",
            packed,
            id.value(),
            snapshot.rev()));
  }

  /** The newest stored state at or before a revision; take {@link Long#MAX_VALUE} for the last. */
  public Optional<Snapshot> snapshotUpTo(BoardId id, long rev) {
    return database.read(transaction ->
        transaction.first(
            "SELECT rev, state FROM board_snapshot WHERE board = ? AND rev <= ?"
                + " ORDER BY rev DESC LIMIT 1",
            row -> new Snapshot(row.number("rev"), SnapshotPacking.unpack(row.bytes("state"))),
            id.value(),
            rev));
  }

  /**
   * Names a revision; nothing when the board has no such revision, the name is taken, or {@link
   * #VERSIONS_MAX} are named already.
   *
   * @throws IllegalArgumentException when the name is empty or longer than {@link #TITLE_MAX}
   */
  public Optional<BoardVersion> nameVersion(Actor by, BoardId id, long rev, String name) {
    var version = new BoardVersion(Inputs.title(name, TITLE_MAX), rev, by, clock.instant());
    return database.write(transaction -> {
      var board = find(transaction, id);
      var named =
          transaction.count("SELECT COUNT(*) AS n FROM board_version WHERE board = ?", id.value());
      if (board.isEmpty() || rev < 0 || rev > board.get().head() || named >= VERSIONS_MAX) {
        return Optional.<BoardVersion>empty();
      }
      var put =
          transaction.change(
              "INSERT INTO board_version (board, rev, name, author, at)"
                  + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
              id.value(),
              rev,
              version.name(),
              by.text(),
              version.at());
      return put > 0 ? Optional.of(version) : Optional.<BoardVersion>empty();
    });
  }

  /** The named versions of a board in the order of their revisions. */
  public List<BoardVersion> versions(BoardId id) {
    return database.read(transaction ->
        transaction.list(
            "SELECT * FROM board_version WHERE board = ? ORDER BY rev, at, name LIMIT ?",
            row ->
                new BoardVersion(
                    row.text("name"),
                    row.number("rev"),
                    Actor.parse(row.text("author")),
                    row.instant("at")),
            id.value(),
            VERSIONS_MAX));
  }

  static Optional<Board> find(Transaction transaction, BoardId id) {
    return transaction.first(BOARD + "WHERE b.id = ?", BoardStore::board, id.value());
  }

  private static Board board(Row row) throws SQLException {
    return new Board(
        new BoardId(row.text("id")),
        row.text("title"),
        Actor.parse(row.text("created_by")),
        row.instant("created_at"),
        row.number("head"),
        row.instantIfAny("archived_at"));
  }

  private static StoredBatch batch(Row row) throws SQLException {
    return new StoredBatch(
        row.number("rev"),
        new BatchId(row.text("batch_id")),
        Actor.parse(row.text("author")),
        row.instant("at"),
        row.text("ops"));
  }
}
