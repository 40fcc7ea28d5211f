package cairn.server.board;

import cairn.map.BoardState;
import cairn.map.Op;
import cairn.map.OpenBoard;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.server.http.RawRequest;
import cairn.server.http.Sockets;
import cairn.server.words.Tongue;
import cairn.workspace.Workspace;
import cairn.workspace.board.Board;
import cairn.workspace.board.BoardId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Every open board; each is opened by whoever comes first and ends when nobody is left. */
final class LiveBoards implements Sockets, AutoCloseable {
  /** Boards open at once. */
  static final int OPEN_MAX = 1_000;

  /** A change made on somebody's behalf is on disk within this time. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final BoardFiles files;
  private final BoardDoor door;
  private final InstantSource clock;
  private final ConcurrentHashMap<BoardId, LiveBoard> open = new ConcurrentHashMap<>();

  LiveBoards(Workspace workspace, BoardDoor door, InstantSource clock) {
    this.files = new BoardFiles(workspace.boards());
    this.door = door;
    this.clock = clock;
  }

  private LiveBoard live(BoardId id) {
    if (open.size() >= OPEN_MAX && !open.containsKey(id)) {
      throw HttpRefusal.later(Code.BUSY, "Too many maps are open at once.", Duration.ofMinutes(1));
    }
    return open.computeIfAbsent(id, _ -> new LiveBoard(id, files, clock, () -> open.remove(id)));
  }

  @Override
  public Hearer open(RawRequest request, Line line) {
    var tongue = Tongue.of(request);
    try {
      return open(request, line, tongue);
    } catch (HttpRefusal refusal) {
      throw refusal.inWords(tongue::refusal);
    }
  }

  private Hearer open(RawRequest request, Line line, Tongue tongue) {
    var parts = request.rawPath().split("/", -1);
    Board board = door.board(parts.length > 3 ? parts[3] : "");
    var visitor = door.visitor(request, board.id());
    if (board.archivedAt().isPresent()) {
      throw new HttpRefusal(Code.CONFLICT, "This map is put away; open it again to work on it.");
    }
    var seat = new Seat(visitor, line, tongue);
    var live = live(board.id());
    live.came(seat);
    return new Hearer() {
      @Override
      public void heard(String text) {
        live.heard(seat, text);
      }

      @Override
      public void closed() {
        live.left(seat);
      }
    };
  }

  /** The board as it is on disk. */
  BoardState state(BoardId id) {
    var live = open.get(id);
    return live == null ? files.open(id).state() : live.stored();
  }

  /** The board as it was. */
  BoardState stateAt(BoardId id, long rev) {
    return files.at(id, rev);
  }

  /**
   * Changes a board on somebody's behalf, and waits until it is on disk.
   *
   * @throws HttpRefusal where the board refuses, with its reason
   */
  void act(BoardId id, Visitor by, String label, Function<BoardState, List<Op>> ops) {
    try {
      var answer = live(id).act(by, label, ops).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (answer instanceof OpenBoard.Answer.Refused(var refusal)) {
        throw new HttpRefusal(
            switch (refusal.reason()) {
              case FORGED_AUTHOR, FORBIDDEN, LOCKED -> Code.FORBIDDEN;
              case TOO_LARGE -> Code.TOO_LARGE;
              case UNKNOWN_ELEMENT, DELETED -> Code.NOT_FOUND;
              case CONFLICT, FULL, VOTING_CLOSED, NO_DOTS_LEFT -> Code.CONFLICT;
              case INVALID, UNKNOWN_KIND, KIND_CHANGED, UNKNOWN_FIELD, STAMPED_FIELD ->
                  Code.INVALID;
            },
            refusal.message());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof HttpRefusal refusal ? refusal : unanswered();
    } catch (CancellationException | TimeoutException e) {
      throw unanswered();
    }
  }

  private static HttpRefusal unanswered() {
    return HttpRefusal.later(Code.UNAVAILABLE, "The map did not answer.", Duration.ofSeconds(1));
  }

  /** Lets these members' browsers go, so that they come back as what they are now. */
  void sendAway(BoardId id, Set<String> actors) {
    Optional.ofNullable(open.get(id)).ifPresent(live -> live.sendAway(actors));
  }

  /** Ends a board's session; whoever is on it is sent away. */
  void end(BoardId id) {
    Optional.ofNullable(open.get(id)).ifPresent(LiveBoard::stop);
  }

  @Override
  public void close() {
    open.values().forEach(LiveBoard::stop);
  }
}
