package cairn.map;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The server's half of the protocol: one board that is open, its last revisions, and the gestures
 * it has seen. Owned by the one thread that writes the board.
 *
 * <p>{@link #offer} decides and changes nothing; the owner stores the revision and then calls
 * {@link #commit}, so that nothing is shown that could still be lost.
 */
public final class OpenBoard {
  /** Revisions kept for those who come back after a short absence. */
  public static final int TAIL_MAX = 1_000;

  /** Gestures remembered, so that one sent twice counts once. */
  public static final int SEEN_MAX = 20_000;

  /** What is answered to a gesture. */
  public sealed interface Answer {
    /** Store and commit this. */
    record Fresh(Revision revision) implements Answer {}

    /** It was taken before, under that number. */
    record Repeated(long rev) implements Answer {}

    /** It is refused. */
    record Refused(Verdict.Refused refusal) implements Answer {}
  }

  private record Past(BoardState before, Revision revision, BoardState after) {}

  private final BoardSettings settings;
  private final ArrayDeque<Past> tail = new ArrayDeque<>();
  private final Map<BatchId, Long> seen = new LinkedHashMap<>();
  private BoardState state;

  /** A board opened at a snapshot; the revisions after it are to be committed in order. */
  public OpenBoard(BoardState snapshot, BoardSettings settings) {
    this.state = snapshot;
    this.settings = settings;
  }

  /** Where the board stands. */
  public BoardState state() {
    return state;
  }

  /** What comes of a gesture, as {@link Board#decide}; nothing changes yet. */
  public Answer offer(Batch batch, Member member, Instant now) {
    Long known = seen.get(batch.id());
    return known != null
        ? new Answer.Repeated(known)
        : answer(Board.decide(state, batch, member, settings, now));
  }

  /**
   * What comes of operations that the house makes itself on a member's behalf, such as publishing:
   * these alone say which journey a map runs as.
   */
  public Answer offerForHouse(Batch batch, Member member, Instant now) {
    return answer(Board.decideForHouse(state, batch, member, settings, now));
  }

  private static Answer answer(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Accepted(var revision) -> new Answer.Fresh(revision);
      case Verdict.Refused refused -> new Answer.Refused(refused);
    };
  }

  /** Takes a stored revision into the board. */
  public void commit(Revision revision) {
    var before = state;
    state = Board.apply(state, revision, settings);
    tail.addLast(new Past(before, revision, state));
    if (tail.size() > TAIL_MAX) {
      tail.removeFirst();
    }
    remember(revision.batch().id(), revision.rev());
  }

  /** Remembers a gesture from before the snapshot. */
  public void remember(BatchId id, long rev) {
    seen.put(id, rev);
    if (seen.size() > SEEN_MAX) {
      seen.remove(seen.keySet().iterator().next());
    }
  }

  /** The last revision as one viewer may see it; a board without any is a fault of the caller. */
  public Revision lastFor(MemberId viewer) {
    return seenBy(tail.getLast(), viewer);
  }

  /** Whether the last revision looks the same to everybody. */
  public boolean isLastSameForAll() {
    var last = tail.getLast();
    return Sight.isSameForAll(last.before, last.revision, last.after);
  }

  /**
   * What a viewer missed since a revision, in order; empty when it lies too far back, or ahead, and
   * a snapshot is due.
   */
  public Optional<List<Revision>> since(long rev, MemberId viewer) {
    long oldest = tail.isEmpty() ? state.rev() : tail.getFirst().revision.rev() - 1;
    if (rev < oldest || rev > state.rev()) {
      return Optional.empty();
    }
    var missed = new ArrayList<Revision>();
    for (Past past : tail) {
      if (past.revision.rev() > rev) {
        missed.add(seenBy(past, viewer));
      }
    }
    return Optional.of(List.copyOf(missed));
  }

  /** The board as one viewer sees it. */
  public BoardState snapshotFor(MemberId viewer) {
    return Sight.of(viewer).state(state);
  }

  private static Revision seenBy(Past past, MemberId viewer) {
    return Sight.of(viewer).revision(past.before, past.revision, past.after);
  }
}
