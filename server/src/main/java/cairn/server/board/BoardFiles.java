package cairn.server.board;

import cairn.map.Batch;
import cairn.map.BoardSettings;
import cairn.map.BoardState;
import cairn.map.OpenBoard;
import cairn.map.Revision;
import cairn.map.Verdict;
import cairn.workspace.board.AppendOutcome;
import cairn.workspace.board.BoardId;
import cairn.workspace.board.BoardStore;
import cairn.workspace.board.NewBatch;
import cairn.workspace.board.Snapshot;
import cairn.workspace.board.StoredBatch;
import cairn.workspace.map.BoardJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Boards between the disk and the rules: the newest snapshot and the revisions after it. */
final class BoardFiles {
  private final BoardStore store;

  BoardFiles(BoardStore store) {
    this.store = store;
  }

  /** The board as its log has it. */
  OpenBoard open(BoardId id) {
    var newest = store.snapshotUpTo(id, Long.MAX_VALUE);
    long rev = newest.map(Snapshot::rev).orElse(0L);
    var open =
        new OpenBoard(
            newest.map(Snapshot::state).map(BoardJson::readState).orElse(BoardState.EMPTY),
            BoardSettings.DEFAULT);
    // A browser that was away repeats what it last sent: that may lie before the snapshot.
    for (var old : store.since(id, Math.max(0, rev - BoardStore.PAGE_MAX), BoardStore.PAGE_MAX)) {
      if (old.rev() <= rev) {
        open.remember(old.id(), old.rev());
      }
    }
    while (true) {
      var page = store.since(id, open.state().rev(), BoardStore.PAGE_MAX);
      if (page.isEmpty()) {
        return open;
      }
      page.forEach(stored -> open.commit(revision(stored)));
    }
  }

  /** The board as it was after a revision. */
  BoardState at(BoardId id, long rev) {
    var nearest = store.snapshotUpTo(id, rev);
    var state = nearest.map(Snapshot::state).map(BoardJson::readState).orElse(BoardState.EMPTY);
    while (state.rev() < rev) {
      var page = store.since(id, state.rev(), BoardStore.PAGE_MAX);
      if (page.isEmpty()) {
        return state;
      }
      for (var stored : page) {
        if (stored.rev() <= rev) {
          state = state.apply(revision(stored));
        }
      }
    }
    return state;
  }

  static Revision revision(StoredBatch stored) {
    return new Revision(stored.rev(), stored.at(), BoardJson.readStoredBatch(stored.ops()));
  }

  /** Why a batch cannot be stored, as a refusal; nothing where it can. */
  static Optional<Verdict.Refused> problem(Batch batch, String written) {
    if (written.length() > NewBatch.OPS_MAX) {
      return refusal(Verdict.Reason.TOO_LARGE, "This is too much text at once: paste it in parts.");
    }
    boolean isWhole =
        batch.id().text().indexOf('\0') < 0
            && StandardCharsets.UTF_8.newEncoder().canEncode(written + batch.id().text());
    return isWhole
        ? Optional.empty()
        : refusal(Verdict.Reason.INVALID, "This text holds a broken character: type it again.");
  }

  private static Optional<Verdict.Refused> refusal(Verdict.Reason reason, String message) {
    return Optional.of(
        new Verdict.Refused(reason, Optional.empty(), "", message, Optional.empty()));
  }

  /** Hands a revision to the disk. */
  CompletableFuture<AppendOutcome> append(
      BoardId id, Visitor by, Revision revision, String written) {
    Batch batch = revision.batch();
    return store.append(
        new NewBatch(id, revision.rev() - 1, batch.id(), by.actor(), revision.at(), written));
  }

  /** Keeps a snapshot, where one is due; answers the revision of the last one. */
  long snapshotIfDue(BoardId id, long kept, BoardState state) {
    if (state.rev() - kept < BoardStore.SNAPSHOT_EVERY) {
      return kept;
    }
    store.putSnapshot(id, new Snapshot(state.rev(), BoardJson.write(state)));
    return state.rev();
  }
}
