package cairn.workspace.board;

import cairn.workspace.secret.Secret;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Six characters that can be read out in a room: no two of the alphabet look or sound alike. */
final class JoinCode {
  static final int LENGTH = 6;

  private static final String ALPHABET = "ABCDEFGHJKMNPQRTUVWXYZ2346789";
  private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

  private JoinCode() {}

  static String fresh() {
    var code = new StringBuilder(LENGTH);
    for (var i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(Secret.randomBelow(ALPHABET.length())));
    }
    return code.toString();
  }

  /** The code somebody typed, in whatever case and with whatever gaps. */
  static Optional<String> typed(String typed) {
    if (typed.length() > 4 * LENGTH) {
      return Optional.empty();
    }
    var code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    return FORM.matcher(code).matches() ? Optional.of(code) : Optional.empty();
  }
}
