package cairn.server.board;

import cairn.map.Batch;
import cairn.map.BatchId;
import cairn.map.BoardState;
import cairn.map.MemberId;
import cairn.map.Op;
import cairn.map.OpenBoard;
import cairn.map.Revision;
import cairn.workspace.board.AppendOutcome;
import cairn.workspace.board.BoardId;
import cairn.workspace.map.BoardJson;
import cairn.workspace.map.BoardMessages;
import cairn.workspace.map.BoardMessages.FromClient;
import cairn.workspace.map.BoardMessages.Presence;
import cairn.workspace.map.Reading;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One open board: a thread that takes what comes, one after another.
 *
 * <p>A gesture is decided and handed to the disk at once; what it makes others see is sent when the
 * disk has it. Gestures that wait together are thereby stored together. Where the disk fails, the
 * board forgets everything, sends everybody away, and is read again when they return.
 */
final class LiveBoard {
  private static final System.Logger LOG = System.getLogger(LiveBoard.class.getName());

  /** Where everybody is goes out at most once in this time. */
  static final Duration FRAME = Duration.ofMillis(100);

  /** A board on which nobody is stays open for so long. */
  static final Duration IDLE = Duration.ofSeconds(20);

  /** What may wait to be taken; whoever brings more waits. */
  static final int INBOX_MAX = 4_096;

  /** Gestures taken before what they did is stored and told. */
  static final int TOGETHER_MAX = 256;

  /** Browsers on one board. */
  static final int SEATS_MAX = 600;

  private static final int TRY_AGAIN = 1012;
  private static final int FULL = 4_503;

  /** What comes to a board. */
  private sealed interface Said {
    record Came(Seat seat) implements Said {}

    record Heard(Seat seat, Reading<FromClient> message) implements Said {}

    record Left(Seat seat) implements Said {}

    record Deed(
        Visitor by,
        String label,
        Function<BoardState, List<Op>> ops,
        CompletableFuture<OpenBoard.Answer> answer)
        implements Said {}

    record SendAway(Set<String> actors) implements Said {}

    record Stop() implements Said {}
  }

  /** What is told once the disk has what came before it. */
  private record Told(@Nullable CompletableFuture<AppendOutcome> stored, long rev, Runnable tell) {}

  private final BoardId id;
  private final BoardFiles files;
  private final InstantSource clock;
  private final Runnable whenEmpty;
  private final OpenBoard open;
  private final BlockingQueue<Said> inbox = new ArrayBlockingQueue<>(INBOX_MAX);
  private final Set<Seat> seats = new LinkedHashSet<>();
  private final List<Told> told = new ArrayList<>();
  private long snapshotAt;
  private boolean presenceChanged;
  private long frameAt;
  private boolean stopping;
  private volatile BoardState stored;
  private volatile boolean ended;

  /**
   * Opens a board.
   *
   * @param whenEmpty called on the board's thread when it has ended
   */
  LiveBoard(BoardId id, BoardFiles files, InstantSource clock, Runnable whenEmpty) {
    this.id = id;
    this.files = files;
    this.clock = clock;
    this.whenEmpty = whenEmpty;
    open = files.open(id);
    stored = open.state();
    snapshotAt = stored.rev();
    Thread.ofVirtual().name("board-" + id.value()).start(this::run);
  }

  /** The newest board that is on disk. */
  BoardState stored() {
    return stored;
  }

  void came(Seat seat) {
    put(new Said.Came(seat));
    if (ended) {
      seat.close(TRY_AGAIN, "Come back.");
    }
  }

  void heard(Seat seat, String text) {
    put(new Said.Heard(seat, BoardMessages.read(text)));
  }

  void left(Seat seat) {
    put(new Said.Left(seat));
  }

  /** Changes the board on somebody's behalf by operations that are made from its newest state. */
  CompletableFuture<OpenBoard.Answer> act(
      Visitor by, String label, Function<BoardState, List<Op>> ops) {
    var answer = new CompletableFuture<OpenBoard.Answer>();
    put(new Said.Deed(by, label, ops, answer));
    if (ended) {
      answer.cancel(false);
    }
    return answer;
  }

  /** Lets these members' browsers go; those who may, come back at once. */
  void sendAway(Set<String> actors) {
    put(new Said.SendAway(actors));
  }

  void stop() {
    put(new Said.Stop());
  }

  private void put(Said said) {
    try {
      inbox.put(said);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    long idleSince = System.nanoTime();
    try {
      while (!stopping) {
        long wait = presenceChanged ? FRAME.toNanos() / 4 : IDLE.toNanos();
        var said = inbox.poll(wait, TimeUnit.NANOSECONDS);
        for (int taken = 0; said != null; said = inbox.poll()) {
          take(said);
          if (++taken >= TOGETHER_MAX) {
            break;
          }
        }
        tell();
        framePresence();
        if (!seats.isEmpty()) {
          idleSince = System.nanoTime();
        } else if (System.nanoTime() - idleSince > IDLE.toNanos() / 2 && inbox.isEmpty()) {
          stopping = true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "board " + id.value() + " is read again", e);
    } finally {
      end();
    }
  }

  /** Whoever spoke to a board that has just ended is sent away, and comes to the next one. */
  private void end() {
    whenEmpty.run();
    ended = true;
    for (var left = inbox.poll(); left != null; left = inbox.poll()) {
      switch (left) {
        case Said.Came(var seat) -> seats.add(seat);
        case Said.Deed deed -> deed.answer().cancel(false);
        case Said.Heard _, Said.Left _, Said.SendAway _, Said.Stop _ -> {}
      }
    }
    for (var one : told) {
      if (one.stored() == null) {
        one.tell().run();
      }
    }
    seats.forEach(seat -> seat.close(TRY_AGAIN, "Come back."));
  }

  private void take(Said said) {
    switch (said) {
      case Said.Came(var seat) -> {
        if (seats.size() >= SEATS_MAX) {
          seat.close(FULL, "The map has as many people as it can hold.");
        } else {
          seats.add(seat);
        }
      }
      case Said.Heard(var seat, Reading.Read<FromClient>(var message)) -> {
        switch (message) {
          case FromClient.Join(var since) -> join(seat, since);
          case FromClient.Gesture(var batch) -> gesture(seat, batch);
          case FromClient.Here(var presence) -> here(seat, presence);
        }
      }
      case Said.Heard(var seat, Reading.Unreadable<FromClient>(var batch, var refusal)) ->
          later(() -> seat.refuse(batch, refusal));
      case Said.Left(var seat) -> {
        seats.remove(seat);
        presenceChanged = true;
      }
      case Said.Deed deed -> deed(deed);
      case Said.SendAway(var actors) ->
          seats.stream()
              .filter(seat -> actors.contains(seat.visitor().actor().text()))
              .forEach(seat -> seat.close(TRY_AGAIN, "Your place on the map has changed."));
      case Said.Stop() -> stopping = true;
    }
  }

  private void join(Seat seat, long since) {
    var member = seat.visitor().member();
    var name = seat.visitor().name();
    var now = now();
    var missed = since == 0 ? Optional.<List<Revision>>empty() : open.since(since, member.id());
    var message =
        missed.isPresent()
            ? BoardMessages.resumed(member, name, now, missed.get())
            : BoardMessages.welcome(member, name, now, open.snapshotFor(member.id()));
    seat.join();
    presenceChanged = true;
    later(() -> seat.send(message));
  }

  private void here(Seat seat, Presence presence) {
    seat.moveTo(presence);
    presenceChanged = true;
  }

  private void gesture(Seat seat, Batch batch) {
    var answer =
        keep(seat.visitor(), batch, open.offer(batch, seat.visitor().member(), now()), _ -> {});
    switch (answer) {
      case OpenBoard.Answer.Fresh _ -> {}
      case OpenBoard.Answer.Repeated(var rev) ->
          later(() -> seat.send(BoardMessages.repeated(batch.id(), rev)));
      case OpenBoard.Answer.Refused(var refusal) ->
          later(() -> seat.refuse(Optional.of(batch.id()), refusal));
    }
  }

  private void deed(Said.Deed deed) {
    List<Op> ops;
    try {
      ops = deed.ops().apply(open.state());
    } catch (RuntimeException e) {
      // What cannot be done on this board concerns whoever asked, and nobody else on it.
      deed.answer().completeExceptionally(e);
      return;
    }
    if (ops.isEmpty()) {
      later(() -> deed.answer().complete(new OpenBoard.Answer.Repeated(stored.rev())));
      return;
    }
    var batch =
        new Batch(new BatchId(UUID.randomUUID().toString()), deed.by().id(), deed.label(), ops);
    var answer =
        keep(
            deed.by(),
            batch,
            open.offerForHouse(batch, deed.by().member(), now()),
            revision -> deed.answer().complete(new OpenBoard.Answer.Fresh(revision)));
    if (!(answer instanceof OpenBoard.Answer.Fresh)) {
      later(() -> deed.answer().complete(answer));
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** What stands is handed to the disk, and told to everybody when it is there. */
  private OpenBoard.Answer keep(
      Visitor by, Batch batch, OpenBoard.Answer answer, Consumer<Revision> afterwards) {
    if (!(answer instanceof OpenBoard.Answer.Fresh(var revision))) {
      return answer;
    }
    var written = BoardJson.write(revision.batch());
    var problem = BoardFiles.problem(batch, written);
    if (problem.isPresent()) {
      return new OpenBoard.Answer.Refused(problem.get());
    }
    var kept = files.append(id, by, revision, written);
    open.commit(revision);
    var messages = messages();
    told.add(
        new Told(
            kept,
            revision.rev(),
            () -> {
              messages.forEach((seat, message) -> seat.send(message));
              afterwards.accept(revision);
            }));
    return answer;
  }

  /** The last revision as each person here may see it, written once where it is the same. */
  private Map<Seat, String> messages() {
    var messages = new LinkedHashMap<Seat, String>();
    var byMember = new LinkedHashMap<MemberId, String>();
    boolean same = open.isLastSameForAll();
    for (var seat : seats) {
      if (seat.hasJoined()) {
        var viewer = seat.visitor().id();
        messages.put(
            seat,
            byMember.computeIfAbsent(
                same ? MemberId.NOBODY : viewer,
                _ -> BoardMessages.revision(open.lastFor(viewer))));
      }
    }
    return messages;
  }

  private void later(Runnable tell) {
    told.add(new Told(null, 0, tell));
  }

  private void tell() {
    if (told.isEmpty()) {
      return;
    }
    for (var one : told) {
      if (one.stored() != null) {
        var outcome = one.stored().join();
        if (!outcome.equals(new AppendOutcome.Appended(one.rev(), false))) {
          throw new IllegalStateException("the disk has another order: " + outcome);
        }
      }
    }
    stored = open.state();
    told.forEach(one -> one.tell().run());
    told.clear();
    snapshotAt = files.snapshotIfDue(id, snapshotAt, stored);
  }

  /** One frame for everybody; a member with several windows is shown where they last were. */
  private void framePresence() {
    long now = System.nanoTime();
    if (!presenceChanged || now - frameAt < FRAME.toNanos()) {
      return;
    }
    frameAt = now;
    presenceChanged = false;
    boolean silent = open.state().workshop().isPrivateWriting();
    var everybody = new LinkedHashMap<MemberId, BoardMessages.Someone>();
    for (var seat : seats) {
      if (seat.hasJoined()) {
        var visitor = seat.visitor();
        everybody.put(
            visitor.id(),
            new BoardMessages.Someone(
                visitor.id(),
                visitor.name(),
                visitor.roleName(),
                silent ? Seat.NOWHERE : seat.presence()));
      }
    }
    var frame = BoardMessages.people(List.copyOf(everybody.values()));
    for (var seat : seats) {
      if (seat.hasJoined()) {
        seat.send(frame);
      }
    }
  }
}
