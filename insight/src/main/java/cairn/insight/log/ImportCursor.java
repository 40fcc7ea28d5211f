package cairn.insight.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a delivery has come. It holds for the same bytes read in the same way; otherwise the
 * import begins again, which does no harm because repeated rows have the same ids.
 *
 * @param digest SHA-256 of the file, in hex
 * @param reading a fingerprint of how the file is read
 * @param people how many people were delivered
 * @param rows how many rows were delivered
 */
public record ImportCursor(String digest, String reading, long people, long rows) {

  private static final Pattern TEXT =
      Pattern.compile("cairn-import/1 ([0-9a-f]{64}) ([0-9a-f]{16}) ([0-9]{1,18}) ([0-9]{1,18})");

  /** Refuses what {@link #parse} could not read back. */
  public ImportCursor {
    if (!TEXT.matcher(text(digest, reading, people, rows)).matches()) {
      throw new IllegalArgumentException("a cursor has a digest, a fingerprint and two counts");
    }
  }

  /** Reads what {@link #asText} wrote; empty when it is not that. */
  public static Optional<ImportCursor> parse(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    return parts.matches()
        ? Optional.of(
            new ImportCursor(
                parts.group(1),
                parts.group(2),
                Long.parseLong(parts.group(3)),
                Long.parseLong(parts.group(4))))
        : Optional.empty();
  }

  /** One line, for a small file. */
  public String asText() {
    return text(digest, reading, people, rows);
  }

  private static String text(String digest, String reading, long people, long rows) {
    return "cairn-import/1 %s %s %d %d".formatted(digest, reading, people, rows);
  }
}
