package cairn.engine;

import cairn.log.Entry;
import cairn.log.Fact;
import cairn.log.Fold;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.person.Standing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one command changes in a host's keeping. It is worked out here, once, so that all hosts
 * agree; a host writes it down whole or not at all.
 *
 * @param entry the entry to be kept, or null where nothing is to be kept
 * @param next the state after it
 * @param posts changes to the outbox
 * @param handover what a record that was sealed just now leaves to the known person's, or null
 */
public record Change(
    Verdict verdict,
    @Nullable Entry entry,
    PersonState next,
    List<Post> posts,
    @Nullable Handover handover) {

  /**
   * What goes from a sealed record to a known person's.
   *
   * @param state the sealed record's state just before it became a pointer
   */
  public record Handover(PersonKey from, PersonKey into, PersonState state) {
    /** The most entries that move along; older ones stay readable where they were written. */
    public static final int ENTRIES_MAX = 10_000;

    /** The command that moves it; sent any number of times, it is taken once. */
    public Envelope envelope(Entry.Origin origin, Instant at, List<Entry> entries) {
      return new Envelope(
          into, null, "absorb:" + from.hex(), origin, at, new Command.Absorb(from, state, entries));
    }
  }

  /**
   * Fixes time, chance and versions. Imports take their time from the log, which never takes a
   * person beyond the present.
   */
  public static Stamp stamp(
      PersonState state, Envelope envelope, Instant clock, long seed, Running running) {
    var taken =
        switch (envelope.origin()) {
          case LIVE -> clock;
          case IMPORT -> envelope.at().isAfter(clock) ? clock : envelope.at();
        };
    var now = taken.truncatedTo(ChronoUnit.MILLIS);
    return new Stamp(
        now.isBefore(state.now()) ? state.now() : now, seed, running.blueprint(), running.models());
  }

  /** Whether a command that comes to a sealed record goes on to the record it points to. */
  public static boolean isSentOn(Command command) {
    return !(command instanceof Command.Seal || command instanceof Command.Advance);
  }

  /** Takes a command and works out what is to be kept. */
  public static Change of(PersonState before, Envelope envelope, Stamp stamp, World world) {
    var verdict = Engine.decide(before, envelope, stamp, world);
    boolean kept =
        switch (verdict) {
          case Verdict.Accepted accepted ->
              !accepted.facts().isEmpty() || !(envelope.command() instanceof Command.Advance);
          case Verdict.Rejected rejected -> !rejected.facts().isEmpty();
        };
    if (!kept) {
      return new Change(verdict, null, before, List.of(), null);
    }
    var next = verdict.next();
    var entry = Engine.entry(before, envelope, stamp, verdict);
    if (next.standing() == Standing.ERASED && envelope.command() instanceof Command.Erase) {
      entry = erased(entry, next);
    }
    return new Change(
        verdict, entry, next, Post.of(before, entry, next), handover(before, entry, next));
  }

  /** What the sender hears, once this is durable. */
  public Outcome outcome(PersonState before, Envelope envelope, Stamp stamp) {
    return switch (verdict) {
      case Verdict.Accepted accepted ->
          new Outcome.Taken(entry == null ? nothing(before, envelope, stamp) : entry, next);
      case Verdict.Rejected rejected -> new Outcome.Refused(rejected.reason(), next);
    };
  }

  /** What is kept of an erasure: that it was, and the tombstone; not what led to it. */
  private static Entry erased(Entry entry, PersonState tombstone) {
    return new Entry(
        entry.number(),
        "erase",
        entry.origin(),
        entry.now(),
        entry.now(),
        entry.seed(),
        entry.blueprint(),
        entry.models(),
        entry.edition(),
        List.of(new Fact.Baseline(tombstone), new Fact.Erased()));
  }

  /** An entry that is not kept, with the number of the last one that is. */
  private static Entry nothing(PersonState before, Envelope envelope, Stamp stamp) {
    return new Entry(
        before.position(),
        envelope.id(),
        envelope.origin(),
        envelope.at(),
        stamp.now(),
        stamp.seed(),
        stamp.blueprint(),
        stamp.models(),
        Engine.EDITION,
        List.of());
  }

  private static @Nullable Handover handover(PersonState before, Entry entry, PersonState next) {
    var into = next.sealedInto();
    if (into == null || before.sealedInto() != null) {
      return null;
    }
    var state = Fold.open(before, entry.number(), entry.now());
    for (var fact : entry.facts()) {
      if (fact instanceof Fact.RecordSealed) {
        break;
      }
      state = Fold.apply(state, entry.now(), fact);
    }
    return new Handover(before.key(), into, state);
  }
}
