package cairn.workspace.audit;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whoever did something: a member of staff, a machine with a key, a guest of a board, or the system
 * itself. Written as {@code staff:ID}.
 */
public record Actor(Kind kind, String id) {
  /** What sort of doer. */
  public enum Kind {
    STAFF,
    KEY,
    GUEST,
    SYSTEM
  }

  // First, because the constants below are checked by it.
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** The command line of the machine that holds the workspace. */
  public static final Actor COMMAND_LINE = new Actor(Kind.SYSTEM, "command-line");

  /** Whoever sits at the machine of an open house, where no account exists yet. */
  public static final Actor LOCAL_OPERATOR = new Actor(Kind.SYSTEM, "local");

  /** A person on their own page, whom the audit names as what it was about. */
  public static final Actor OWN_PAGE = new Actor(Kind.SYSTEM, "own-page");

  public Actor {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "An actor's id has 1 to 64 letters, digits, hyphens and underscores.");
    }
  }

  /** A member of staff, by the id of the account. */
  public static Actor staff(String id) {
    return new Actor(Kind.STAFF, id);
  }

  /** A machine, by the public prefix of its key. */
  public static Actor key(String prefix) {
    return new Actor(Kind.KEY, prefix);
  }

  /** A guest of a board, by the id the board gave. */
  public static Actor guest(String id) {
    return new Actor(Kind.GUEST, id);
  }

  /** Reads {@link #text()} back. */
  public static Actor parse(String text) {
    var colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("An actor is written as kind:id.");
    }
    return new Actor(
        Kind.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)), text.substring(colon + 1));
  }

  /** The stored form. */
  public String text() {
    return kind.name().toLowerCase(Locale.ROOT) + ":" + id;
  }
}
