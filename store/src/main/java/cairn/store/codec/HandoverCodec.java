package cairn.store.codec;

import cairn.engine.Change;
import cairn.log.Entry;
import cairn.person.PersonKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** What a sealed record has to hand over, as bytes. */
public final class HandoverCodec {
  /** The version written; every version up to it is read. */
  public static final int VERSION = 1;

  /** A handover with the time and origin of the sealing. */
  public record Note(
      Entry.Origin origin, Instant at, Change.Handover handover, List<Entry> entries) {
    public Note {
      entries = List.copyOf(entries);
    }
  }

  private static final Entry.Origin[] ORIGINS = Entry.Origin.values();

  private HandoverCodec() {}

  public static void write(Out out, Note note) {
    out.u8(VERSION);
    out.constant(note.origin());
    out.time(note.at(), 0);
    PartCodec.key(out, note.handover().into());
    FactCodec.state(out, note.handover().state());
    FactCodec.entries(out, note.entries());
  }

  public static Note read(In in, PersonKey from) {
    try {
      int version = in.u8();
      if (version != VERSION) {
        throw in.corrupt("version " + version + " is not known here");
      }
      var origin = in.constant(ORIGINS);
      var at = in.time(0);
      var into = PartCodec.key(in);
      var state = FactCodec.state(in, from);
      return new Note(origin, at, new Change.Handover(from, into, state), FactCodec.entries(in));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw in.corrupt(e);
    }
  }
}
