package cairn.server.decide;

import cairn.decision.DecisionRecord;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.store.codec.EntryCodec;
import cairn.store.codec.Out;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The bytes a decision has in the log, as a digest, so that two can be compared to the last bit.
 */
final class RecordBytes {
  private RecordBytes() {}

  static String digest(Entry entry, DecisionRecord record, boolean queued) {
    var out = new Out(8_192);
    EntryCodec.write(
        out,
        new Entry(
            entry.number(),
            entry.commandId(),
            entry.origin(),
            entry.at(),
            entry.now(),
            entry.seed(),
            entry.blueprint(),
            entry.models(),
            entry.edition(),
            List.of(new Fact.DecisionMade(record, queued))));
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(out.copy()));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every JDK has SHA-256", never);
    }
  }
}
