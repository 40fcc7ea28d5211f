package cairn.person;

import java.time.Instant;

/**
 * What a person is trying to do, in their own words. Personal data.
 *
 * @param kind the purpose of the blueprint it matches, by the person's own choice; empty if none
 */
public record Purpose(
    String id, String kind, String text, Source source, Instant at, boolean open) {
  /** The most open purposes of one person. */
  public static final int OPEN_MAX = 16;

  /** The most closed purposes kept in the state; the log keeps all. */
  public static final int CLOSED_MAX = 16;

  /** The longest statement of a purpose, in characters. */
  public static final int CHARS_MAX = 500;

  /** Where a purpose comes from; only what the person said themselves is declared. */
  public enum Source {
    DECLARED,
    IMPORTED,
    INFERRED
  }

  public Purpose {
    if (text.length() > CHARS_MAX) {
      throw new IllegalArgumentException("a purpose has at most " + CHARS_MAX + " characters");
    }
  }

  public Purpose closed() {
    return new Purpose(id, kind, text, source, at, false);
  }
}
