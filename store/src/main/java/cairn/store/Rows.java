package cairn.store;

import cairn.engine.OutboxItem;
import cairn.log.Entry;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.store.codec.CorruptRecordException;
import cairn.store.codec.EffectCodec;
import cairn.store.codec.EntryCodec;
import cairn.store.codec.In;
import cairn.store.codec.Out;
import cairn.store.codec.StateCodec;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What stands in a row, behind its key. Damage is named with family, shard and person's key. */
final class Rows {
  /** No timer is to fire. */
  static final long NEVER = Long.MAX_VALUE;

  private static final int NONE = 0;
  private static final int WHEN_DUE = 1;
  private static final int FIXED = 2;

  private Rows() {}

  /**
   * A person's row.
   *
   * @param fireAt when the next timer is to fire, in epoch milliseconds, or {@link #NEVER}
   * @param unknown what a newer version wrote
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes that are handed on, never compared
  record Person(PersonState state, long fireAt, byte[] unknown) {
    static Person unknown(PersonKey key) {
      return new Person(PersonState.unknown(key), NEVER, StateCodec.NOTHING);
    }
  }

  static void person(Out out, PersonState state, long fireAt, byte[] unknown) {
    if (fireAt == NEVER) {
      out.u8(NONE);
    } else if (fireAt == due(state)) {
      out.u8(WHEN_DUE);
    } else {
      out.u8(FIXED);
      out.number(fireAt);
    }
    StateCodec.write(out, state, unknown);
  }

  static Person person(byte @Nullable [] row, PersonKey key) {
    if (row == null) {
      return Person.unknown(key);
    }
    return reading(
        Family.STATE,
        key,
        () -> {
          var in = new In(row, 0, row.length, "a person's row");
          int kind = in.u8();
          long fixed = kind == FIXED ? in.number() : NEVER;
          var read = StateCodec.read(in, key);
          long fireAt = kind == WHEN_DUE ? due(read.state()) : fixed;
          return new Person(read.state(), fireAt, read.unknown());
        });
  }

  /** When a state's first timer is due, in epoch milliseconds rounded up, or {@link #NEVER}. */
  static long due(PersonState state) {
    if (state.timers().isEmpty()) {
      return NEVER;
    }
    return state.timers().getFirst().due().plusNanos(999_999).toEpochMilli();
  }

  static Entry entry(byte[] row, PersonKey key) {
    return reading(
        Family.LOG, key, () -> EntryCodec.read(new In(row, 0, row.length, "a log entry")));
  }

  /** The number of the entry that a command of this mark led to. */
  static long mark(byte[] row, PersonKey key) {
    return reading(Family.SEEN, key, () -> new In(row, 0, row.length, "a mark").number());
  }

  static void effect(Out out, OutboxItem item) {
    EffectCodec.write(out, item.effect(), item.content(), item.due());
  }

  static OutboxItem effect(byte[] row, PersonKey key) {
    return reading(
        Family.OUTBOX, key, () -> EffectCodec.read(new In(row, 0, row.length, "an effect"), key));
  }

  private static <T> T reading(Family family, PersonKey key, Supplier<T> reader) {
    try {
      return reader.get();
    } catch (CorruptRecordException e) {
      throw new StoreException(
          "A row of "
              + family.word()
              + " is damaged (shard "
              + key.shard()
              + ", person "
              + key
              + "): "
              + e.getMessage(),
          e);
    }
  }
}
