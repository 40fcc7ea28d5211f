package cairn.workspace.board;

import cairn.map.Role;
import cairn.workspace.audit.Actor;
import cairn.workspace.audit.AuditLog;
import cairn.workspace.sql.Database;
import cairn.workspace.sql.Row;
import cairn.workspace.sql.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Who may do what on which board. One facilitator always remains. Safe for many threads. */
public final class BoardMembers {
  /** Members of one board, guests by link not counted. */
  public static final int MEMBERS_MAX = 500;

  private final Database database;
  private final AuditLog audit;
  private final InstantSource clock;

  /** The members kept in this database. */
  public BoardMembers(Database database, AuditLog audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /** What somebody may do on a board, if anything. */
  public Optional<Role> roleOf(BoardId board, Actor member) {
    return database.read(transaction -> role(transaction, board, member));
  }

  /** The members of a board in the order of coming. */
  public List<BoardMember> of(BoardId board) {
    return database.read(transaction ->
        transaction.list(
            "SELECT * FROM board_member WHERE board = ? ORDER BY since, member LIMIT ?",
            BoardMembers::member,
            board.value(),
            MEMBERS_MAX));
  }

  /** Gives somebody a role on a board; answers the refusal, if any. */
  public Optional<BoardRefusal> set(Actor by, BoardId board, Actor member, Role role) {
    return database.write(transaction -> {
      if (BoardStore.find(transaction, board).isEmpty()) {
        return Optional.of(BoardRefusal.UNKNOWN_BOARD);
      }
      var now = role(transaction, board, member);
      if (role != Role.FACILITATOR && isLastFacilitator(transaction, board, now)) {
        return Optional.of(BoardRefusal.LAST_FACILITATOR);
      }
      if (now.isEmpty() && count(transaction, board) >= MEMBERS_MAX) {
        return Optional.of(BoardRefusal.TOO_MANY_MEMBERS);
      }
      put(transaction, board, member, role, clock.instant());
      audit.write(
          transaction,
          by,
          "board.memberSet",
          board.subject(),
          member.text() + " " + StoredRole.word(role));
      return Optional.<BoardRefusal>empty();
    });
  }

  /** Takes somebody's role on a board away; answers the refusal, if any. */
  public Optional<BoardRefusal> remove(Actor by, BoardId board, Actor member) {
    return database.write(transaction -> {
      var now = role(transaction, board, member);
      if (now.isEmpty()) {
        return Optional.of(BoardRefusal.UNKNOWN_MEMBER);
      }
      if (isLastFacilitator(transaction, board, now)) {
        return Optional.of(BoardRefusal.LAST_FACILITATOR);
      }
      transaction.change(
          "DELETE FROM board_member WHERE board = ? AND member = ?", board.value(), member.text());
      audit.write(transaction, by, "board.memberRemoved", board.subject(), member.text());
      return Optional.<BoardRefusal>empty();
    });
  }

  static void put(Transaction transaction, BoardId board, Actor member, Role role, Instant since) {
    transaction.change(
        "INSERT INTO board_member (board, member, role, since) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (board, member) DO UPDATE SET role = excluded.role",
        board.value(),
        member.text(),
        StoredRole.word(role),
        since);
  }

  private static Optional<Role> role(Transaction transaction, BoardId board, Actor member) {
    return transaction.first(
        "SELECT role FROM board_member WHERE board = ? AND member = ?",
        row -> StoredRole.role(row.text("role")),
        board.value(),
        member.text());
  }

  private static boolean isLastFacilitator(
      Transaction transaction, BoardId board, Optional<Role> now) {
    return now.filter(role -> role == Role.FACILITATOR).isPresent()
        && transaction.count(
                "SELECT COUNT(*) AS n FROM board_member WHERE board = ? AND role = ?",
                board.value(),
                StoredRole.word(Role.FACILITATOR))
            == 1;
  }

  private static long count(Transaction transaction, BoardId board) {
    return transaction.count(
        "SELECT COUNT(*) AS n FROM board_member WHERE board = ?", board.value());
  }

  private static BoardMember member(Row row) throws SQLException {
    return new BoardMember(
        Actor.parse(row.text("member")), StoredRole.role(row.text("role")), row.instant("since"));
  }
}
