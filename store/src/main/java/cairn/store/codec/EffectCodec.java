package cairn.store.codec;

import cairn.engine.OutboxItem;
import cairn.person.Pending;
import cairn.person.PersonKey;
import cairn.value.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;

/** An effect that waits to leave, as bytes: {@code [version u8] due, effect, content}. */
public final class EffectCodec {
  /** The version written; every version up to it is read. */
  public static final int VERSION = 1;

  private EffectCodec() {}

  public static void write(Out out, Pending effect, Map<String, Value> content, Instant due) {
    out.u8(VERSION);
    out.time(due, 0);
    PartCodec.pending(out, effect, due.toEpochMilli());
    ValueCodec.writeMap(out, content);
  }

  public static OutboxItem read(In in, PersonKey person) {
    try {
      int version = in.u8();
      if (version != VERSION) {
        throw in.corrupt("version " + version + " is not known here");
      }
      var due = in.time(0);
      var effect = PartCodec.pending(in, due.toEpochMilli());
      return new OutboxItem(person, effect, ValueCodec.readMap(in), due);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw in.corrupt(e);
    }
  }
}
