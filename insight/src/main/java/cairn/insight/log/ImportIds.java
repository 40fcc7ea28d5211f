package cairn.insight.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ids for imported rows that come out the same whenever the same rows are imported.
 *
 * <p>An id is made of the source's name, what the row says happened (person, case, activity, time,
 * lifecycle) and its occurrence among equal ones. Neither the file's name nor its other rows enter,
 * so a file that was renamed, repacked, or exported again with newer rows at its end repeats the
 * ids of the rows it had before.
 */
public final class ImportIds {

  private static final int BYTES = 16;

  private ImportIds() {}

  /**
   * One id a row, in the order of the rows: 32 hex digits.
   *
   * @param source a name for the log, the same on every import of it
   */
  public static List<String> of(String source, PersonRows person) {
    MessageDigest sha256 = sha256();
    var occurrences = new HashMap<String, Integer>();
    var ids = new ArrayList<String>(person.rows().size());
    for (EventRow row : person.rows()) {
      Instant at = row.at();
      add(sha256, source);
      add(sha256, row.person());
      add(sha256, row.caseId());
      add(sha256, row.activity());
      add(sha256, row.lifecycle());
      sha256.update(
          ByteBuffer.allocate(12).putLong(at.getEpochSecond()).putInt(at.getNano()).flip());
      byte[] content = sha256.digest();
      int occurrence = occurrences.merge(hex(content), 1, Integer::sum);
      sha256.update(content);
      sha256.update(ByteBuffer.allocate(4).putInt(occurrence).flip());
      ids.add(hex(sha256.digest()));
    }
    return List.copyOf(ids);
  }

  private static void add(MessageDigest digest, @Nullable String part) {
    if (part == null) {
      digest.update(ByteBuffer.allocate(4).putInt(-1).flip());
      return;
    }
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest, 0, BYTES);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
