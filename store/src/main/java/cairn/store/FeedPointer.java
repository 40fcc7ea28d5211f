package cairn.store;

import cairn.log.Entry;
import cairn.person.PersonKey;
import cairn.store.codec.In;
import cairn.store.codec.Out;

/**
 * What stands at one place of a shard's feed: whose entry it is, and whether learning has to read
 * it.
 *
 * @param tellsOfDecisions false only where it is known that it does not; pointers written before
 *     this was marked may
 */
record FeedPointer(long sequence, PersonKey person, long number, boolean tellsOfDecisions) {
  private static final int OTHER = 0;
  private static final int OF_DECISIONS = 1;

  static void write(Out out, PersonKey person, Entry entry) {
    out.fixed64(person.high());
    out.fixed64(person.low());
    out.number(entry.number());
    out.u8(entry.tellsOfDecisions() ? OF_DECISIONS : OTHER);
  }

  static FeedPointer read(byte[] key, byte[] value) {
    var in = new In(value, PersonKey.BYTES, value.length, "a feed pointer");
    long number = in.number();
    boolean mayTell = !in.hasMore() || in.u8() != OTHER;
    return new FeedPointer(Layout.int64(key, 1), PersonKey.of(value, 0), number, mayTell);
  }
}
