package cairn.store;

import cairn.engine.Change;
import cairn.engine.Command;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.engine.Reason;
import cairn.engine.Running;
import cairn.log.Entry;
import cairn.person.PersonKey;
import cairn.store.codec.CorruptRecordException;
import cairn.store.codec.HandoverCodec;
import cairn.store.codec.In;
import cairn.store.codec.Out;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Seals records and hands over what they held.
 *
 * <p>In one batch the record becomes a pointer and what it held is written down for handing over.
 * Once that is safe, an {@code Absorb} goes to the known person's record; once that is safe, the
 * note is removed. After a crash in between, the note is found and the command sent again; its id
 * makes the second one a duplicate. So everything arrives, once.
 */
final class Sealing {
  private final EmbeddedHost host;

  /** Two records that seal into each other at once must not both find the other one open. */
  private final ReentrantLock sealing = new ReentrantLock();

  Sealing(EmbeddedHost host) {
    this.host = host;
  }

  void seal(Drain drain, Task task, Slot slot, Command.Seal seal, Instant clock, Running running)
      throws InterruptedException {
    sealing.lock();
    try {
      if (slot.state.sealedInto() == null && leadsBack(slot.key, seal.into())) {
        drain.reply(task, new Outcome.Refused(Reason.ALREADY_SEALED, slot.state));
        return;
      }
      // Read before anything is written: a record that cannot be handed over is not sealed.
      var entries = history(slot, Change.Handover.ENTRIES_MAX - 1);
      var change = drain.decide(task, slot, clock, running);
      var handover = change == null ? null : change.handover();
      if (change != null && handover != null && change.entry() != null) {
        entries.add(change.entry());
        var envelope = task.envelope();
        var out = new Out(4096);
        HandoverCodec.write(
            out, new HandoverCodec.Note(envelope.origin(), envelope.at(), handover, entries));
        drain.batch().put(host.database().id(Family.HANDOVER), Layout.person(slot.key), out.copy());
        drain.after(() -> handOver(slot.key, out.copy()));
      }
      drain.commit();
    } finally {
      sealing.unlock();
    }
  }

  /** Sends on everything that was written down and not yet taken; what is damaged stays. */
  void resume() {
    host.database()
        .visit(
            Family.HANDOVER,
            new byte[] {0},
            new byte[] {PersonKey.SHARDS},
            (key, value) -> {
              try {
                handOver(PersonKey.of(key, 1), value);
              } catch (CorruptRecordException damaged) {
                host.report("sending on a handover", damaged);
              }
              return true;
            });
  }

  private void handOver(PersonKey from, byte[] row) {
    var note = HandoverCodec.read(new In(row, 0, row.length, "a handover"), from);
    var absorbed =
        host.submit(
            note.handover().envelope(note.origin(), note.at(), note.entries()), Priority.STREAM);
    var _ = absorbed.thenAccept(outcome -> heard(outcome, from, row));
  }

  private void heard(Outcome outcome, PersonKey from, byte[] row) {
    switch (outcome) {
      case Outcome.Taken _, Outcome.Duplicate _ -> done(from);
      // The known person was erased: what came from here goes with them.
      case Outcome.Refused _ -> done(from);
      case Outcome.Overloaded busy -> host.later(busy.retryAfter(), () -> handOver(from, row));
      case Outcome.Unavailable _ -> {
        // The note stays, and the next start sends it again.
      }
    }
  }

  private void done(PersonKey from) {
    var batch = new Batch();
    batch.delete(host.database().id(Family.HANDOVER), Layout.person(from));
    host.database().write(batch.bytes());
  }

  private boolean leadsBack(PersonKey key, PersonKey into) {
    var at = into;
    for (int hops = 0; hops < Task.HOPS_MAX; hops++) {
      if (at.equals(key)) {
        return true;
      }
      var row = host.database().get(Family.STATE, Layout.person(at));
      var next = Rows.person(row, at).state().sealedInto();
      if (next == null) {
        return false;
      }
      at = next;
    }
    return true;
  }

  /** The newest entries of a record that may still be sealed, oldest first. */
  private List<Entry> history(Slot slot, int max) {
    var entries = new ArrayList<Entry>();
    if (slot.state.sealedInto() != null) {
      return entries;
    }
    var prefix = Layout.person(slot.key);
    host.database()
        .visitBackwards(
            Family.LOG,
            prefix,
            Layout.after(prefix),
            (row, value) -> {
              entries.add(Rows.entry(value, slot.key));
              return entries.size() < max;
            });
    Collections.reverse(entries);
    return entries;
  }
}
