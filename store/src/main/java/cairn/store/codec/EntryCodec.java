package cairn.store.codec;

import cairn.log.Entry;
import cairn.log.Fact;
import java.time.DateTimeException;
import java.util.ArrayList;

/**
 * A log entry as bytes: {@code [version u8] envelope {fact's tag, length, body}*}. Times are
 * written as distances from the entry's own now. Command ids that are UUIDs, the usual ones, take
 * 16 bytes.
 */
public final class EntryCodec {
  /** The version written; every version up to it is read. */
  public static final int VERSION = 1;

  private static final Entry.Origin[] ORIGINS = Entry.Origin.values();

  private EntryCodec() {}

  public static void write(Out out, Entry entry) {
    out.u8(VERSION);
    out.number(entry.number());
    CommandIdCodec.write(out, entry.commandId());
    out.constant(entry.origin());
    out.time(entry.now(), 0);
    long base = entry.now().toEpochMilli();
    out.time(entry.at(), base);
    out.fixed64(entry.seed());
    out.number(entry.blueprint());
    out.number(entry.models());
    out.number(entry.edition());
    out.number(entry.facts().size());
    for (int i = 0; i < entry.facts().size(); i++) {
      FactCodec.write(out, entry.facts().get(i), base);
    }
  }

  public static Entry read(In in) {
    try {
      in.reading("a log entry");
      int version = in.u8();
      if (version < 1 || version > VERSION) {
        throw in.corrupt("version " + version + " is not known here");
      }
      long number = in.number();
      in.reading("a log entry, command id");
      var commandId = CommandIdCodec.read(in);
      in.reading("a log entry, envelope");
      var origin = in.constant(ORIGINS);
      var now = in.time(0);
      long base = now.toEpochMilli();
      var at = in.time(base);
      long seed = in.fixed64();
      int blueprint = in.count();
      long models = in.number();
      int edition = in.count();
      int size = in.items();
      var facts = new ArrayList<Fact>(size);
      for (int i = 0; i < size; i++) {
        facts.add(FactCodec.read(in, base));
      }
      return new Entry(number, commandId, origin, at, now, seed, blueprint, models, edition, facts);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw in.corrupt(e);
    }
  }
}
