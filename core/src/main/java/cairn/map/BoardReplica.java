package cairn.map;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The client's half of the protocol: what the server confirmed, own gestures that are not confirmed
 * yet, and the view that is the one with the others on top. Owned by one thread.
 *
 * <p>The browser's store does the same, step for step; the random convergence test holds this one
 * to the protocol.
 */
public final class BoardReplica {
  /*
   * confirmed  the fold of revisions 1..rev, as far as this person may see them
   * pending    own batches in order, the first perhaps on its way
   * view       confirmed with the operations of pending applied, kept element by element: after a
   *            revision every element it touched is reset to confirmed, and pending operations on
   *            it are applied again. Skipping remote values for own pending fields instead looks
   *            the same and diverges once deletions meet changes.
   */

  /** How many gestures can be taken back. */
  public static final int UNDO_MAX = 200;

  /** One gesture that can be taken back. */
  private record Undo(BatchId of, String label, List<Op> inverse) {}

  private final MemberId me;
  private final ArrayDeque<Batch> pending = new ArrayDeque<>();
  private final ArrayDeque<Undo> undo = new ArrayDeque<>();
  private final ArrayDeque<Undo> redo = new ArrayDeque<>();
  private BoardState confirmed;
  private BoardState view;
  private Consumer<Set<ElementId>> listener = _ -> {};

  /** A replica that begins from a snapshot. */
  public BoardReplica(MemberId me, BoardState snapshot) {
    this.me = me;
    this.confirmed = snapshot;
    this.view = snapshot;
  }

  /** What this person sees: their own gestures included. */
  public BoardState view() {
    return view;
  }

  /** What the server confirmed. */
  public BoardState confirmed() {
    return confirmed;
  }

  /** Own gestures that are not confirmed, in order. */
  public List<Batch> pending() {
    return List.copyOf(pending);
  }

  /** The gesture to send now: own gestures go one at a time, in order, until answered. */
  public Optional<Batch> toSend() {
    return Optional.ofNullable(pending.peekFirst());
  }

  /** Calls back with the elements that changed in the view. */
  public void onChange(Consumer<Set<ElementId>> changed) {
    listener = changed;
  }

  /** A gesture of this person: shown at once, to be sent. */
  public Batch act(BatchId id, String label, List<Op> ops) {
    redo.clear();
    return record(id, label, ops, undo);
  }

  /** Takes the last gesture back; empty when there is none or nothing of it is left. */
  public Optional<Batch> undo(BatchId id) {
    return replay(id, undo, redo);
  }

  /** Does again what was last taken back; empty when there is none or nothing of it fits. */
  public Optional<Batch> redo(BatchId id) {
    return replay(id, redo, undo);
  }

  /** A revision from the server; one that is known already changes nothing. */
  public void receive(Revision revision) {
    if (revision.rev() <= confirmed.rev()) {
      drop(revision.batch().id());
      return;
    }
    confirmed = confirmed.apply(revision);
    var touched = touched(revision.batch().ops());
    if (isPending(revision.batch().id())) {
      touched.addAll(touched(take(revision.batch().id())));
    }
    refresh(touched);
  }

  /**
   * The server says that it has taken a gesture before, under a number this replica has reached.
   */
  public void repeated(BatchId id, long rev) {
    if (rev <= confirmed.rev()) {
      drop(id);
    }
  }

  /** The server refused a gesture: it leaves the view, and can no longer be taken back. */
  public void refused(BatchId id) {
    undo.removeIf(entry -> entry.of.equals(id));
    redo.removeIf(entry -> entry.of.equals(id));
    drop(id);
  }

  /**
   * A fresh snapshot after a long absence. Own gestures stay pending and are sent again; those that
   * had arrived are answered as repeated.
   */
  public void rejoin(BoardState snapshot) {
    if (snapshot.rev() < confirmed.rev()) {
      throw new IllegalArgumentException("a snapshot never goes back");
    }
    var touched = new HashSet<ElementId>();
    view.elements().forEach(element -> touched.add(element.id()));
    snapshot.elements().forEach(element -> touched.add(element.id()));
    confirmed = snapshot;
    view = snapshot;
    for (Batch batch : pending) {
      view = view.apply(batch.ops());
    }
    listener.accept(touched);
  }

  private Optional<Batch> replay(BatchId id, ArrayDeque<Undo> from, ArrayDeque<Undo> to) {
    while (!from.isEmpty()) {
      var entry = from.pop();
      var fitting = Inverse.fitting(view, entry.inverse);
      if (!fitting.isEmpty()) {
        return Optional.of(record(id, entry.label, fitting, to));
      }
    }
    return Optional.empty();
  }

  private Batch record(BatchId id, String label, List<Op> ops, ArrayDeque<Undo> history) {
    var batch = new Batch(id, me, label, ops);
    history.push(new Undo(id, label, Inverse.of(view, ops)));
    if (history.size() > UNDO_MAX) {
      history.removeLast();
    }
    pending.addLast(batch);
    view = view.apply(ops);
    listener.accept(touched(ops));
    return batch;
  }

  private boolean isPending(BatchId id) {
    return pending.stream().anyMatch(batch -> batch.id().equals(id));
  }

  private List<Op> take(BatchId id) {
    var ops = new ArrayList<Op>();
    pending.removeIf(batch -> batch.id().equals(id) && ops.addAll(batch.ops()));
    return ops;
  }

  private void drop(BatchId id) {
    var touched = touched(take(id));
    if (!touched.isEmpty()) {
      refresh(touched);
    }
  }

  private void refresh(Set<ElementId> touched) {
    for (ElementId id : touched) {
      view = view.resetTo(confirmed, id);
    }
    for (Batch batch : pending) {
      for (Op op : batch.ops()) {
        if (touched.contains(op.id())) {
          view = view.apply(op);
        }
      }
    }
    view = view.at(confirmed.rev());
    listener.accept(touched);
  }

  private static Set<ElementId> touched(List<Op> ops) {
    var ids = new HashSet<ElementId>();
    for (Op op : ops) {
      ids.add(op.id());
    }
    return ids;
  }
}
