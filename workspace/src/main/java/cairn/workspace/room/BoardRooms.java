package cairn.workspace.room;

import cairn.map.Batch;
import cairn.map.BoardState;
import cairn.map.Member;
import cairn.map.MemberId;
import cairn.map.OpenBoard.Answer;
import cairn.workspace.board.BoardId;
import cairn.workspace.board.BoardStore;
import cairn.workspace.board.StoredBatch;
import cairn.workspace.map.BoardJson;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * The boards that people are on. A board is opened when somebody comes and let go when the last has
 * left and all is on disk. Safe for many threads.
 */
public final class BoardRooms {
  private final BoardStore boards;
  private final InstantSource clock;
  private final Executor executor;
  private final ConcurrentHashMap<BoardId, BoardRoom> rooms = new ConcurrentHashMap<>();

  /**
   * The boards of a workspace.
   *
   * @param executor runs what is sent and snapshots; virtual threads suit it
   */
  public BoardRooms(BoardStore boards, InstantSource clock, Executor executor) {
    this.boards = boards;
    this.clock = clock;
    this.executor = executor;
  }

  /**
   * Seats somebody at a board; they get nothing before their first {@code join} message.
   *
   * @param member as the session knows them; the id is the text of their actor
   * @return empty when there is no such board, or every seat is taken
   */
  public Optional<Seat> enter(BoardId board, Member member, String name, Line line) {
    return room(board).flatMap(room -> room.enter(member, name, line));
  }

  /**
   * Takes a gesture that comes by another way than a seat, such as an import.
   *
   * @return the answer once it is on disk; empty when there is no such board
   */
  public Optional<CompletableFuture<Answer>> take(BoardId board, Member member, Batch batch) {
    return room(board).map(room -> room.take(member, batch));
  }

  /** The newest state of a board; empty when there is no such board. */
  public Optional<BoardState> state(BoardId board) {
    return room(board).map(BoardRoom::state);
  }

  /** The state of a board after an earlier revision; empty when there was none. */
  public Optional<BoardState> stateAt(BoardId board, long rev) {
    var cover = boards.find(board);
    if (cover.isEmpty() || rev < 0 || rev > cover.get().head()) {
      return Optional.empty();
    }
    var state =
        boards
            .snapshotUpTo(board, rev)
            .map(stored -> BoardJson.readState(stored.state()))
            .orElse(BoardState.EMPTY);
    while (state.rev() < rev) {
      for (StoredBatch batch : boards.since(board, state.rev(), BoardStore.PAGE_MAX)) {
        if (batch.rev() <= rev) {
          state = state.apply(BoardRoom.revision(batch));
        }
      }
    }
    return Optional.of(state);
  }

  /** Ends every seat of a member at a board. */
  public void expel(BoardId board, MemberId member) {
    var room = rooms.get(board);
    if (room != null) {
      room.expel(member);
    }
  }

  /** Tells who is where and lets go of boards nobody is on; call it every 100 milliseconds. */
  public void tick() {
    for (BoardId board : rooms.keySet()) {
      rooms.computeIfPresent(board, (_, room) -> room.isIdle() ? null : room);
      var room = rooms.get(board);
      if (room != null) {
        room.tellPeople();
      }
    }
  }

  /** How many boards are open. */
  public int open() {
    return rooms.size();
  }

  private Optional<BoardRoom> room(BoardId board) {
    return Optional.ofNullable(
        rooms.compute(
            board,
            (id, room) ->
                room == null || room.isBroken()
                    ? BoardRoom.open(id, boards, clock, executor).orElse(null)
                    : room));
  }
}
