package cairn.server.board;

import cairn.map.Role;
import cairn.server.http.Caller;
import cairn.server.http.Code;
import cairn.server.http.Gate;
import cairn.server.http.HttpRefusal;
import cairn.server.http.RawRequest;
import cairn.server.http.Request;
import cairn.workspace.Workspace;
import cairn.workspace.audit.Actor;
import cairn.workspace.board.Board;
import cairn.workspace.board.BoardId;
import java.util.List;
import java.util.Optional;

/**
 * Who comes on to a board, and as what: staff by their role on it, operators and whoever sits at
 * the machine of an open house as facilitators, guests by the cookie a link or code gave them. Safe
 * for many threads.
 */
final class BoardDoor {
  /** The name of a guest's cookie. */
  static final String COOKIE = "cairn_guest";

  /** The query parameter by which a page says that it is a guest's, whoever else the reader is. */
  static final String AS_GUEST = "guest";

  /** Boards in one list. */
  static final int LISTED_MAX = 200;

  private final Workspace workspace;
  private final Gate gate;

  BoardDoor(Workspace workspace, Gate gate) {
    this.workspace = workspace;
    this.gate = gate;
  }

  /** The board of an address; refused where there is none. */
  Board board(String sent) {
    return BoardId.parse(sent)
        .flatMap(workspace.boards()::find)
        .orElseThrow(() -> HttpRefusal.notFound("There is no such map."));
  }

  /** Who asks by a WebSocket. */
  Visitor visitor(RawRequest raw, BoardId board) {
    return visitor(raw, gate.identify(raw), board);
  }

  /** Who asks. */
  Visitor visitor(Request request, BoardId board) {
    return visitor(request.raw(), request.caller(), board);
  }

  /** Who asks, where they are of the house; guests are refused. */
  Visitor colleague(Request request, BoardId board) {
    var visitor = visitor(request, board);
    if (visitor.actor().kind() == Actor.Kind.GUEST) {
      throw new HttpRefusal(Code.FORBIDDEN, "This is for members of the map.");
    }
    return visitor;
  }

  /** Who asks, where they may change the map; refused otherwise. */
  Visitor mapper(Request request, BoardId board) {
    var visitor = visitor(request, board);
    if (!visitor.maps()) {
      throw new HttpRefusal(
          Code.FORBIDDEN, "This is for those who make the map: ask to join them.");
    }
    return visitor;
  }

  /** Who asks, where they lead the board; refused otherwise. */
  Visitor facilitator(Request request, BoardId board) {
    var visitor = visitor(request, board);
    if (!visitor.leads()) {
      throw new HttpRefusal(Code.FORBIDDEN, "This is for the facilitator of the map.");
    }
    return visitor;
  }

  private Visitor visitor(RawRequest raw, Caller caller, BoardId board) {
    var guest =
        raw.cookie(COOKIE)
            .flatMap(workspace.boardLinks()::guest)
            .filter(found -> found.board().equals(board))
            .map(found -> new Visitor(found.actor(), found.role(), found.name()));
    if (guest.isPresent() && raw.query(AS_GUEST).isPresent()) {
      return guest.get();
    }
    return staff(caller, board)
        .or(() -> guest)
        .orElseThrow(() ->
            caller.actor().isEmpty()
                ? new HttpRefusal(Code.UNAUTHORISED, "Sign in, or come by a link or code.")
                : HttpRefusal.notFound("There is no such map."));
  }

  private Optional<Visitor> staff(Caller caller, BoardId board) {
    return switch (caller) {
      case Caller.Local() ->
          Optional.of(new Visitor(Actor.LOCAL_OPERATOR, Role.FACILITATOR, "Facilitator"));
      case Caller.Colleague(var account) -> {
        var actor = account.id().actor();
        var role = workspace.boardMembers().roleOf(board, actor);
        if (role.isEmpty() && account.is(cairn.workspace.account.Role.OPERATOR)) {
          role = Optional.of(Role.FACILITATOR);
        }
        yield role.map(found -> new Visitor(actor, found, account.name().value()));
      }
      case Caller.Nobody(), Caller.Machine(var _) -> Optional.empty();
    };
  }

  /** The boards that somebody may open, newest first. */
  List<Board> boards(Caller caller) {
    return switch (caller) {
      case Caller.Local() -> workspace.boards().all(LISTED_MAX);
      case Caller.Colleague(var account) ->
          account.is(cairn.workspace.account.Role.OPERATOR)
              ? workspace.boards().all(LISTED_MAX)
              : workspace.boards().of(account.id().actor(), LISTED_MAX);
      case Caller.Nobody(), Caller.Machine(var _) -> List.of();
    };
  }
}
