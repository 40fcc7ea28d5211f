package cairn.store;

import cairn.engine.Engine;
import cairn.engine.Running;
import cairn.engine.Verdict;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.Identifier;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.person.Standing;
import cairn.store.codec.CorruptRecordException;
import cairn.store.codec.EntryCodec;
import cairn.store.codec.HandoverCodec;
import cairn.store.codec.In;
import cairn.store.codec.Out;
import cairn.store.codec.StateCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Removes people from the disk.
 *
 * <p>One batch deletes a person's log, marks and effects, leaves the tombstone with their
 * objections, and notes which sealed records pointed to them; the ledger beside the database hears
 * of it first, so that no backup can bring them back. Then each of those records loses its log and
 * marks on its own lane. Last, the tables that held them are rewritten, so that the bytes are gone
 * from the files, and only then the note goes. A crash in between leaves the note, and the next
 * start does the rest.
 */
final class Erasure {
  /** How long after an erasure its bytes may stay in the files, unless asked sooner. */
  static final Duration SCRUB_AFTER = Duration.ofMinutes(1);

  /** With more people than this at once, whole families are rewritten instead of ranges. */
  private static final int RANGES_MAX = 64;

  private static final byte NOTE = 'e';
  private static final byte[] LEDGER = Layout.name("ledger");

  private final EmbeddedHost host;
  private final Database database;
  private final ErasureLedger ledger;
  private final ReentrantLock scrubbing = new ReentrantLock();

  Erasure(EmbeddedHost host, ErasureLedger ledger) {
    this.host = host;
    this.database = host.database();
    this.ledger = ledger;
  }

  /** Takes an erasure command; the lane has nothing else unwritten. */
  void erase(Drain drain, Task task, Slot slot, Instant clock, Running running)
      throws InterruptedException {
    var pointing = pointing(slot.key, slot.state);
    var batch = drain.batch();
    purge(batch, slot.key);
    pointing.forEach(key -> batch.delete(database.id(Family.HANDOVER), Layout.person(key)));
    var change = drain.decide(task, slot, clock, running);
    if (change == null || !(change.verdict() instanceof Verdict.Accepted)) {
      batch.clear();
      drain.commit();
      return;
    }
    try {
      number(batch, LEDGER, ledger.append(slot.state));
    } catch (StoreException e) {
      throw drain.broken(e);
    }
    note(batch, slot.key, pointing);
    drain.after(() -> follow(pointing));
    drain.commit();
  }

  /**
   * Brings a database up to the ledger, before anybody uses it: a backup may be older than an
   * erasure.
   */
  void applyLedger() {
    var row = database.get(Family.META, LEDGER);
    long applied = row == null ? 0 : new In(row, 0, row.length, "the ledger mark").number();
    for (var tombstone : ledger.since(applied)) {
      var key = tombstone.key();
      var before = Rows.person(database.get(Family.STATE, Layout.person(key)), key);
      var pointing = pointing(key, before.state());
      var batch = new Batch();
      purge(batch, key);
      if (before.fireAt() != Rows.NEVER) {
        batch.delete(database.id(Family.TIMER), Layout.timer(key, before.fireAt()));
      }
      for (var pointer : pointing) {
        purge(batch, pointer);
        batch.delete(database.id(Family.HANDOVER), Layout.person(pointer));
      }
      int start = batch.begin(database.id(Family.STATE), Layout.person(key));
      Rows.person(batch.out(), tombstone, Rows.NEVER, StateCodec.NOTHING);
      batch.end(start);
      entry(batch, tombstone);
      if (before.state().standing() == Standing.OPEN && !before.state().isUnknown()) {
        host.shards().people(key.shard(), -1);
      }
      host.shards().write(batch, database.id(Family.META), key.shard());
      note(batch, key, pointing);
      database.write(batch.bytes());
      host.shards().reveal(key.shard(), host.shards().last(key.shard()));
    }
    if (applied != ledger.length()) {
      var batch = new Batch();
      number(batch, LEDGER, ledger.length());
      database.write(batch.bytes());
      database.sync();
    }
  }

  /** Takes up the erasures a crash or a stop left unfinished. */
  void resume() {
    notes().forEach(note -> follow(note.pointing()));
  }

  /** Removes the bytes of everyone erased so far from the files; slow, and safe to call anytime. */
  void scrub() {
    scrubbing.lock();
    try {
      var notes = notes();
      if (notes.isEmpty()) {
        return;
      }
      var gone = new LinkedHashSet<PersonKey>();
      for (var note : notes) {
        purgePointing(note.pointing());
        gone.add(note.person());
        gone.addAll(note.pointing());
      }
      database.flush();
      for (var family : List.of(Family.STATE, Family.LOG, Family.SEEN, Family.HANDOVER)) {
        rewrite(family, gone, Layout::person);
      }
      rewrite(Family.OUTBOX, gone, key -> Layout.effect(key, ""));
      var batch = new Batch();
      notes.forEach(note -> batch.delete(database.id(Family.META), noteKey(note.person())));
      database.write(batch.bytes());
      database.sync();
    } finally {
      scrubbing.unlock();
    }
  }

  private void rewrite(Family family, Set<PersonKey> gone, Function<PersonKey, byte[]> prefix) {
    if (gone.size() > RANGES_MAX) {
      database.compact(family, new byte[] {0}, new byte[] {PersonKey.SHARDS});
      return;
    }
    for (var key : gone) {
      database.compact(family, prefix.apply(key), Layout.after(prefix.apply(key)));
    }
  }

  private void follow(Set<PersonKey> pointing) {
    for (var key : pointing) {
      host.lane(key.shard()).inbox().run(() -> purgeAlone(key));
    }
    host.later(SCRUB_AFTER, this::scrub);
  }

  /** Purges sealed records, each on its own lane, and waits for them. */
  private void purgePointing(Set<PersonKey> pointing) {
    var left = new CountDownLatch(pointing.size());
    var failed = new AtomicReference<@Nullable StoreException>();
    for (var key : pointing) {
      boolean runs =
          host.lane(key.shard())
              .inbox()
              .run(() -> {
                try {
                  purgeAlone(key);
                } catch (StoreException e) {
                  failed.set(e);
                } finally {
                  left.countDown();
                }
              });
      if (!runs) {
        throw new StoreException("The store is closing; the erasure goes on at the next start.");
      }
    }
    try {
      left.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("An erasure was interrupted; it goes on at the next start.", e);
    }
    var failure = failed.get();
    if (failure != null) {
      throw failure;
    }
  }

  private void purgeAlone(PersonKey key) {
    var batch = new Batch();
    purge(batch, key);
    database.write(batch.bytes());
  }

  /** Deletes everything of one record but its state and timer. */
  private void purge(Batch batch, PersonKey key) {
    var person = Layout.person(key);
    batch.deleteRange(database.id(Family.LOG), person, Layout.after(person));
    batch.deleteRange(database.id(Family.SEEN), person, Layout.after(person));
    batch.delete(database.id(Family.HANDOVER), person);
    host.recent().forget(key.shard());
    Held.purge(database, batch, key);
    OutboxWriter.purge(database, batch, key);
  }

  /** The entry that says so, for everything that reads the feed. */
  private void entry(Batch batch, PersonState tombstone) {
    var entry =
        new Entry(
            tombstone.position(),
            "erase",
            Entry.Origin.LIVE,
            tombstone.now(),
            tombstone.now(),
            0,
            0,
            0,
            Engine.EDITION,
            List.of(new Fact.Baseline(tombstone), new Fact.Erased()));
    var key = tombstone.key();
    int start = batch.begin(database.id(Family.LOG), Layout.log(key, entry.number()));
    EntryCodec.write(batch.out(), entry);
    batch.end(start);
    Drain.pointer(
        batch, database.id(Family.FEED), key.shard(), host.shards().next(key.shard()), key, entry);
  }

  /**
   * The sealed records that lead to a person: by their log, their identifiers, and on the way. What
   * cannot be read is reported and keeps nobody from being erased.
   */
  private Set<PersonKey> pointing(PersonKey person, PersonState state) {
    var theirs = new LinkedHashSet<PersonKey>();
    absorbed(person, theirs);
    var candidates = new LinkedHashSet<>(theirs);
    for (Identifier identifier : state.identifiers()) {
      candidates.add(host.keyring().key(identifier));
    }
    var damagedFrom = new ArrayList<PersonKey>();
    database.visit(
        Family.HANDOVER,
        new byte[] {0},
        new byte[] {PersonKey.SHARDS},
        (key, value) -> {
          var from = PersonKey.of(key, 1);
          candidates.add(from);
          try {
            var note = HandoverCodec.read(new In(value, 0, value.length, "a handover"), from);
            absorbed(note.entries(), candidates);
          } catch (CorruptRecordException damaged) {
            host.report("reading a handover for an erasure", damaged);
            damagedFrom.add(from);
          }
          return true;
        });
    // Their logs hold what the handovers were made of.
    damagedFrom.forEach(from -> absorbed(from, candidates));
    candidates.remove(person);
    candidates.removeIf(key -> !leadsTo(key, person, theirs.contains(key)));
    return candidates;
  }

  /** Adds what a record took in, as far as its log can be read. */
  private void absorbed(PersonKey record, Set<PersonKey> found) {
    var prefix = Layout.person(record);
    database.visit(
        Family.LOG,
        prefix,
        Layout.after(prefix),
        (key, value) -> {
          try {
            absorbed(List.of(Rows.entry(value, record)), found);
          } catch (StoreException damaged) {
            host.report("reading a log for an erasure", damaged);
          }
          return true;
        });
  }

  private static void absorbed(List<Entry> entries, Set<PersonKey> found) {
    var open = new ArrayDeque<>(entries);
    while (!open.isEmpty()) {
      for (var fact : open.remove().facts()) {
        if (fact instanceof Fact.RecordAbsorbed absorbed) {
          found.add(absorbed.from());
          open.addAll(absorbed.entries());
        }
      }
    }
  }

  /**
   * Whether a record leads to a person.
   *
   * @param otherwise what holds where a row on the way cannot be read
   */
  private boolean leadsTo(PersonKey key, PersonKey person, boolean otherwise) {
    var at = key;
    for (int hops = 0; hops < Task.HOPS_MAX; hops++) {
      var row = database.get(Family.STATE, Layout.person(at));
      PersonKey into;
      try {
        into = Rows.person(row, at).state().sealedInto();
      } catch (StoreException damaged) {
        host.report("following a sealed record for an erasure", damaged);
        return otherwise;
      }
      if (into == null) {
        return false;
      }
      if (into.equals(person)) {
        return true;
      }
      at = into;
    }
    return false;
  }

  /** An erasure that is not finished. */
  private record Note(PersonKey person, Set<PersonKey> pointing) {}

  private List<Note> notes() {
    var notes = new ArrayList<Note>();
    database.visit(
        Family.META,
        new byte[] {NOTE},
        new byte[] {NOTE + 1},
        (key, value) -> {
          if (key.length == 1 + PersonKey.BYTES) {
            var pointing = new LinkedHashSet<PersonKey>();
            for (int at = 0; at < value.length; at += PersonKey.BYTES) {
              pointing.add(PersonKey.of(value, at));
            }
            notes.add(new Note(PersonKey.of(key, 1), pointing));
          }
          return true;
        });
    return notes;
  }

  private void note(Batch batch, PersonKey person, Set<PersonKey> pointing) {
    var out = new Out(PersonKey.BYTES * (pointing.size() + 1));
    for (var key : pointing) {
      out.raw(key.bytes(), 0, PersonKey.BYTES);
    }
    batch.put(database.id(Family.META), noteKey(person), out.copy());
  }

  private static byte[] noteKey(PersonKey person) {
    var key = new byte[1 + PersonKey.BYTES];
    key[0] = NOTE;
    System.arraycopy(person.bytes(), 0, key, 1, PersonKey.BYTES);
    return key;
  }

  private void number(Batch batch, byte[] key, long number) {
    int start = batch.begin(database.id(Family.META), key);
    batch.out().number(number);
    batch.end(start);
  }
}
