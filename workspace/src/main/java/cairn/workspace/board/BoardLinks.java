package cairn.workspace.board;

import cairn.map.Role;
import cairn.workspace.audit.Actor;
import cairn.workspace.audit.AuditLog;
import cairn.workspace.board.JoinOutcome.Joined;
import cairn.workspace.board.LinkOutcome.Opened;
import cairn.workspace.secret.Secret;
import cairn.workspace.secret.Throttle;
import cairn.workspace.sql.Database;
import cairn.workspace.sql.Row;
import cairn.workspace.sql.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Ways on to a board for people without an account: a link with a long secret, and beside it a
 * short code to type in the room. Closing a link sends its guests away. Safe for many threads.
 */
public final class BoardLinks {
  /** Open links of one board. */
  public static final int LINKS_MAX = 20;

  /** Guests of one board at once. */
  public static final int GUESTS_MAX = 500;

  /** How long a link may work. */
  public static final Duration LIFE_MAX = Duration.ofDays(30);

  /** Characters of a guest's name. */
  public static final int NAME_MAX = 60;

  /**
   * How long a guest's name is kept after the board closed for them, for reading what they wrote.
   */
  public static final Duration NAME_KEPT = Duration.ofDays(90);

  /** The window in which wrong codes are counted. */
  public static final Duration WINDOW = Duration.ofMinutes(10);

  /** Wrong codes from one network address in a window: a room behind one router mistypes. */
  public static final int TRIES_PER_ADDRESS_MAX = 40;

  /** Wrong codes from everywhere in a window: with 29^6 codes a guess stays hopeless. */
  public static final int TRIES_MAX = 2_000;

  private static final int CODE_DRAWS_MAX = 10;

  private final Database database;
  private final AuditLog audit;
  private final InstantSource clock;
  private final Throttle byAddress = new Throttle(TRIES_PER_ADDRESS_MAX, WINDOW);
  private final Throttle everywhere = new Throttle(TRIES_MAX, WINDOW);

  /** The links kept in this database. */
  public BoardLinks(Database database, AuditLog audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Opens a link that gives everybody who follows it this role.
   *
   * @throws IllegalArgumentException when the role leads the board, or the life is longer than
   *     {@link #LIFE_MAX}
   */
  public LinkOutcome open(Actor by, BoardId board, Role role, Duration life) {
    if (role == Role.FACILITATOR) {
      throw new IllegalArgumentException("A link makes nobody a facilitator.");
    }
    if (!life.isPositive() || life.compareTo(LIFE_MAX) > 0) {
      throw new IllegalArgumentException("A link works for at most " + LIFE_MAX + ".");
    }
    return database.write(transaction -> {
      transaction.change("DELETE FROM board_link WHERE expires_at <= ?", clock.instant());
      if (BoardStore.find(transaction, board).isEmpty()) {
        return new LinkOutcome.Refused(BoardRefusal.UNKNOWN_BOARD);
      }
      if (transaction.count("SELECT COUNT(*) AS n FROM board_link WHERE board = ?", board.value())
          >= LINKS_MAX) {
        return new LinkOutcome.Refused(BoardRefusal.TOO_MANY_LINKS);
      }
      return store(transaction, by, board, role, life);
    });
  }

  private LinkOutcome store(
      Transaction transaction, Actor by, BoardId board, Role role, Duration life) {
    var token = Secret.fresh();
    for (var draw = 0; draw < CODE_DRAWS_MAX; draw++) {
      var link =
          new BoardLink(
              Secret.freshId(), board, JoinCode.fresh(), role, by, clock.instant().plus(life));
      var put =
          transaction.change(
              "INSERT INTO board_link (id, board, digest, code, role, created_by, expires_at)"
                  + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (code) DO NOTHING",
              link.id(),
              board.value(),
              token.digest(),
              link.code(),
              StoredRole.word(role),
              by.text(),
              link.expires());
      if (put > 0) {
        audit.write(
            transaction,
            by,
            "board.linkOpened",
            board.subject(),
            link.id() + " " + StoredRole.word(role));
        return new Opened(link, token);
      }
    }
    throw new IllegalStateException("Ten codes drawn at random were all in use.");
  }

  /** The open links of a board. */
  public List<BoardLink> of(BoardId board) {
    return database.read(transaction ->
        transaction.list(
            "SELECT * FROM board_link WHERE board = ? AND expires_at > ?"
                + " ORDER BY expires_at, id LIMIT ?",
            BoardLinks::link,
            board.value(),
            clock.instant(),
            LINKS_MAX));
  }

  /** Closes a link and sends away everybody who came by it; whether there was one. */
  public boolean close(Actor by, BoardId board, String link) {
    return database.write(transaction -> {
      var gone =
          transaction.change(
                  "DELETE FROM board_link WHERE id = ? AND board = ?", link, board.value())
              > 0;
      if (gone) {
        transaction.change(
            "UPDATE board_guest SET expires_at = ? WHERE link = ? AND expires_at > ?",
            clock.instant(),
            link,
            clock.instant());
        audit.write(transaction, by, "board.linkClosed", board.subject(), link);
      }
      return gone;
    });
  }

  /**
   * Follows a link's token, or types its code.
   *
   * @param name how the guest wants to be shown
   * @param from the network address of whoever tries
   */
  public JoinOutcome join(String tokenOrCode, String name, String from) {
    var shown = name.strip();
    if (shown.isEmpty()
        || shown.length() > NAME_MAX
        || shown.codePoints().anyMatch(Character::isISOControl)) {
      return new JoinOutcome.Refused(BoardRefusal.NAME_INVALID);
    }
    var now = clock.instant();
    var retryAfter = byAddress.take(from, now);
    if (retryAfter.isZero()) {
      retryAfter = everywhere.take("", now);
    }
    if (retryAfter.isPositive()) {
      return new JoinOutcome.TooManyTries(retryAfter);
    }
    var outcome = database.write(transaction -> join(transaction, tokenOrCode, shown));
    if (outcome instanceof Joined) {
      byAddress.giveBack(from);
      everywhere.giveBack("");
    }
    return outcome;
  }

  private JoinOutcome join(Transaction transaction, String tokenOrCode, String name) {
    var now = clock.instant();
    transaction.change("DELETE FROM board_guest WHERE expires_at <= ?", now.minus(NAME_KEPT));
    var link = find(transaction, tokenOrCode);
    if (link.isEmpty()) {
      return new JoinOutcome.Refused(BoardRefusal.LINK_NOT_VALID);
    }
    var board = link.get().board();
    if (transaction.count(
            "SELECT COUNT(*) AS n FROM board_guest WHERE board = ? AND expires_at > ?",
            board.value(),
            now)
        >= GUESTS_MAX) {
      return new JoinOutcome.Refused(BoardRefusal.TOO_MANY_GUESTS);
    }
    var token = Secret.fresh();
    var guest = new Guest(Secret.freshId(), board, name, link.get().role(), link.get().expires());
    transaction.change(
        "INSERT INTO board_guest (id, board, link, digest, name, role, joined_at, expires_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        guest.id(),
        board.value(),
        link.get().id(),
        token.digest(),
        name,
        StoredRole.word(guest.role()),
        now,
        guest.expires());
    return new Joined(guest, token);
  }

  private Optional<BoardLink> find(Transaction transaction, String tokenOrCode) {
    if (tokenOrCode.isEmpty() || tokenOrCode.length() > Secret.LENGTH_MAX) {
      return Optional.empty();
    }
    return transaction.first(
        "SELECT * FROM board_link WHERE (digest = ? OR code = ?) AND expires_at > ?",
        BoardLinks::link,
        new Secret(tokenOrCode).digest(),
        JoinCode.typed(tokenOrCode).orElse(""),
        clock.instant());
  }

  /** The guest of a token, while the board is open for them. */
  public Optional<Guest> guest(String token) {
    if (token.isEmpty() || token.length() > Secret.LENGTH_MAX) {
      return Optional.empty();
    }
    return database.read(transaction ->
        transaction.first(
            "SELECT * FROM board_guest WHERE digest = ? AND expires_at > ?",
            BoardLinks::guest,
            new Secret(token).digest(),
            clock.instant()));
  }

  /** Everybody who came on to a board by link and whose name is still kept, in order of coming. */
  public List<Guest> guests(BoardId board) {
    return database.read(transaction ->
        transaction.list(
            "SELECT * FROM board_guest WHERE board = ? ORDER BY joined_at, id LIMIT ?",
            BoardLinks::guest,
            board.value(),
            10 * GUESTS_MAX));
  }

  private static BoardLink link(Row row) throws SQLException {
    return new BoardLink(
        row.text("id"),
        new BoardId(row.text("board")),
        row.text("code"),
        StoredRole.role(row.text("role")),
        Actor.parse(row.text("created_by")),
        row.instant("expires_at"));
  }

  private static Guest guest(Row row) throws SQLException {
    return new Guest(
        row.text("id"),
        new BoardId(row.text("board")),
        row.text("name"),
        StoredRole.role(row.text("role")),
        row.instant("expires_at"));
  }
}
