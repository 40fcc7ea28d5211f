package cairn.workspace.room;

import cairn.map.Batch;
import cairn.map.BoardSettings;
import cairn.map.BoardState;
import cairn.map.Field;
import cairn.map.Member;
import cairn.map.MemberId;
import cairn.map.OpenBoard;
import cairn.map.OpenBoard.Answer;
import cairn.map.Revision;
import cairn.map.Verdict;
import cairn.workspace.audit.Actor;
import cairn.workspace.board.AppendOutcome;
import cairn.workspace.board.BoardId;
import cairn.workspace.board.BoardStore;
import cairn.workspace.board.NewBatch;
import cairn.workspace.board.Snapshot;
import cairn.workspace.board.StoredBatch;
import cairn.workspace.map.BoardJson;
import cairn.workspace.map.BoardMessages;
import cairn.workspace.map.BoardMessages.FromClient;
import cairn.workspace.map.BoardMessages.Presence;
import cairn.workspace.map.BoardMessages.Someone;
import cairn.workspace.map.Reading;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** One board that people are on. Every method may be called from any thread. */
final class BoardRoom {
  /*
   * Under the lock of the room a gesture is decided, taken into the board in memory, and handed to
   * the store, which keeps the order of handing in; then the texts that go out are written, each
   * for the board as it is at that point. They are sent only when everything handed in before is on
   * disk: `durable` is a chain to which each message is appended behind the write it waits for. So
   * nobody sees what could still be lost, and forty people need not wait for each other's syncs.
   *
   * When a write fails the board in memory is ahead of the disk. Then the room breaks: all lines
   * close, the room takes nothing more, and whoever joins again opens the board anew.
   */

  /** Browsers at one board. */
  static final int SEATS_MAX = 600;

  private final BoardId id;
  private final BoardStore boards;
  private final InstantSource clock;
  private final Executor executor;
  private final OpenBoard board;
  private final Set<Seat> seats = new LinkedHashSet<>();
  private CompletableFuture<Boolean> durable = CompletableFuture.completedFuture(true);
  private boolean isBroken;
  private boolean peopleChanged;

  private BoardRoom(
      BoardId id, BoardStore boards, InstantSource clock, Executor executor, OpenBoard board) {
    this.id = id;
    this.boards = boards;
    this.clock = clock;
    this.executor = executor;
    this.board = board;
  }

  /** Opens a board from its newest snapshot and the batches after it; empty if there is none. */
  static Optional<BoardRoom> open(
      BoardId id, BoardStore boards, InstantSource clock, Executor executor) {
    var cover = boards.find(id);
    if (cover.isEmpty()) {
      return Optional.empty();
    }
    var snapshot = boards.snapshotUpTo(id, Long.MAX_VALUE);
    var state =
        snapshot.map(stored -> BoardJson.readState(stored.state())).orElse(BoardState.EMPTY);
    var board = new OpenBoard(state, BoardSettings.DEFAULT);
    long before = Math.max(0, state.rev() - BoardStore.PAGE_MAX);
    for (StoredBatch batch : boards.since(id, before, BoardStore.PAGE_MAX)) {
      if (batch.rev() <= state.rev()) {
        board.remember(batch.id(), batch.rev());
      }
    }
    List<StoredBatch> page;
    do {
      page = boards.since(id, board.state().rev(), BoardStore.PAGE_MAX);
      page.forEach(batch -> board.commit(revision(batch)));
    } while (page.size() == BoardStore.PAGE_MAX);
    return Optional.of(new BoardRoom(id, boards, clock, executor, board));
  }

  static Revision revision(StoredBatch batch) {
    return new Revision(batch.rev(), batch.at(), BoardJson.readStoredBatch(batch.ops()));
  }

  synchronized BoardState state() {
    return board.state();
  }

  synchronized Optional<Seat> enter(Member member, String name, Line line) {
    if (isBroken || seats.size() >= SEATS_MAX) {
      return Optional.empty();
    }
    var seat = new Seat(this, member, name, line);
    seats.add(seat);
    return Optional.of(seat);
  }

  synchronized void leave(Seat seat) {
    if (seats.remove(seat)) {
      peopleChanged = true;
    }
  }

  /** Ends every seat of a member: their role has changed, or they may no longer be here. */
  synchronized void expel(MemberId member) {
    for (Seat seat : List.copyOf(seats)) {
      if (seat.member().id().equals(member)) {
        seats.remove(seat);
        peopleChanged = true;
        afterwards(() -> seat.line().close("Your place on this board has changed: join again."));
      }
    }
  }

  synchronized boolean isBroken() {
    return isBroken;
  }

  synchronized boolean isIdle() {
    return isBroken || (seats.isEmpty() && durable.isDone());
  }

  synchronized void receive(Seat seat, String text) {
    if (!seats.contains(seat)) {
      return;
    }
    switch (BoardMessages.read(text)) {
      case Reading.Read<FromClient>(FromClient.Join(var since)) -> join(seat, since);
      case Reading.Read<FromClient>(FromClient.Gesture(var batch)) -> gesture(seat, batch);
      case Reading.Read<FromClient>(FromClient.Here(var presence)) -> {
        seat.isAt(presence);
        peopleChanged = true;
      }
      case Reading.Unreadable<FromClient>(var batch, var refusal) ->
          tell(seat, BoardMessages.refused(batch, refusal));
    }
  }

  /** A gesture that comes by another way than a seat; the answer is there once it is on disk. */
  synchronized CompletableFuture<Answer> take(Member member, Batch batch) {
    var answer = decide(member, batch);
    return durable.thenApply(_ -> answer);
  }

  /** Tells everybody who is here and where, if that has changed. */
  synchronized void tellPeople() {
    if (!peopleChanged || isBroken) {
      return;
    }
    peopleChanged = false;
    boolean alone = board.state().workshop().isPrivateWriting();
    var everybody = new ArrayList<Someone>();
    for (Seat seat : seats) {
      if (seat.hasJoined()) {
        var where = alone ? new Presence(0, 0, "", List.of(), Optional.empty()) : seat.presence();
        everybody.add(
            new Someone(
                seat.member().id(), seat.name(), Field.wireName(seat.member().role()), where));
      }
    }
    String text = BoardMessages.people(everybody);
    for (Seat seat : seats) {
      if (seat.hasJoined()) {
        tell(seat, text);
      }
    }
  }

  private void join(Seat seat, long since) {
    var member = seat.member();
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var missed = since == 0 ? Optional.<List<Revision>>empty() : board.since(since, member.id());
    seat.join();
    peopleChanged = true;
    tell(
        seat,
        missed
            .map(revisions -> BoardMessages.resumed(member, seat.name(), now, revisions))
            .orElseGet(() ->
                BoardMessages.welcome(member, seat.name(), now, board.snapshotFor(member.id()))));
  }

  private void gesture(Seat seat, Batch batch) {
    if (!seat.hasJoined()) {
      tell(
          seat,
          BoardMessages.refused(
              Optional.of(batch.id()), refusal(Verdict.Reason.FORBIDDEN, "Join the board first.")));
      return;
    }
    switch (decide(seat.member(), batch)) {
      case Answer.Fresh _ -> {}
      case Answer.Repeated(var rev) -> tell(seat, BoardMessages.repeated(batch.id(), rev));
      case Answer.Refused(var refusal) ->
          tell(seat, BoardMessages.refused(Optional.of(batch.id()), refusal));
    }
  }

  private Answer decide(Member member, Batch batch) {
    if (isBroken) {
      return new Answer.Refused(
          refusal(Verdict.Reason.INVALID, "The board is being opened again: send this again."));
    }
    var answer = board.offer(batch, member, clock.instant());
    if (!(answer instanceof Answer.Fresh(var revision))) {
      return answer;
    }
    String stored = BoardJson.write(revision.batch());
    if (stored.length() > NewBatch.OPS_MAX) {
      return new Answer.Refused(
          refusal(Verdict.Reason.TOO_LARGE, "This is too much at once: send it in parts."));
    }
    write(member, revision, stored);
    publish();
    return answer;
  }

  private void write(Member member, Revision revision, String stored) {
    var appended =
        boards.append(
            new NewBatch(
                id,
                board.state().rev(),
                revision.batch().id(),
                Actor.parse(member.id().text()),
                revision.at(),
                stored));
    board.commit(revision);
    durable = durable.thenCombine(appended, (_, outcome) -> requireAdded(outcome, revision.rev()));
    var _ = durable.whenCompleteAsync((added, _) -> breakUnless(added), executor);
    if (revision.rev() % BoardStore.SNAPSHOT_EVERY == 0) {
      var state = board.state();
      // Beside the chain: a snapshot that fails costs time when the board is opened, nothing else.
      var _ =
          durable.thenRunAsync(
              () -> boards.putSnapshot(id, new Snapshot(state.rev(), BoardJson.write(state))),
              executor);
    }
  }

  private static boolean requireAdded(AppendOutcome outcome, long rev) {
    if (outcome.equals(new AppendOutcome.Appended(rev, false))) {
      return true;
    }
    throw new IllegalStateException("revision " + rev + " was not added");
  }

  /** Writes the newest revision for everybody, once where all see the same. */
  private void publish() {
    String same =
        board.isLastSameForAll() ? BoardMessages.revision(board.lastFor(MemberId.NOBODY)) : "";
    for (Seat seat : seats) {
      if (seat.hasJoined()) {
        tell(
            seat,
            same.isEmpty() ? BoardMessages.revision(board.lastFor(seat.member().id())) : same);
      }
    }
  }

  private void tell(Seat seat, String text) {
    afterwards(() -> send(seat, text));
  }

  /** A line that fails costs its own seat and nobody else's message. */
  private void send(Seat seat, String text) {
    try {
      seat.line().send(text);
    } catch (RuntimeException cut) {
      leave(seat);
    }
  }

  /** Runs when everything handed in so far is on disk, in the order of the calls. */
  private void afterwards(Runnable work) {
    durable =
        durable.thenApplyAsync(
            added -> {
              work.run();
              return added;
            },
            executor);
  }

  private synchronized void breakUnless(@Nullable Boolean added) {
    if (added == null && !isBroken) {
      isBroken = true;
      for (Seat seat : seats) {
        seat.line().close("The board is being opened again: join again.");
      }
      seats.clear();
    }
  }

  private static Verdict.Refused refusal(Verdict.Reason reason, String message) {
    return new Verdict.Refused(reason, Optional.empty(), "", message, Optional.empty());
  }
}
