package cairn.server.upkeep;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at.
 *
 * @param check which, in a word or two
 * @param what what was found, in a sentence
 * @param remedy what helps; null where nothing has to
 */
public record Finding(String check, State state, String what, @Nullable String remedy) {
  /** How grave it is. */
  public enum State {
    GOOD,
    /** It works, and may not always. */
    WARNING,
    /** It does not work. */
    BAD;

    /** The word for scripts. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Finding good(String check, String what) {
    return new Finding(check, State.GOOD, what, null);
  }

  static Finding warning(String check, String what, String remedy) {
    return new Finding(check, State.WARNING, what, remedy);
  }

  static Finding bad(String check, String what, String remedy) {
    return new Finding(check, State.BAD, what, remedy);
  }
}
