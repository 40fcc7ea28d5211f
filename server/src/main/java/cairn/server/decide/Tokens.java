package cairn.server.decide;

import cairn.server.http.HttpRefusal;
import cairn.server.seal.Seal;
import java.nio.file.Path;

/**
 * Signs what was shown, so that a response proves what it answers: person, decision, slot, action,
 * channel. Safe for many threads.
 */
final class Tokens {
  private static final String SEPARATOR = "\n";
  private static final int PARTS = 4;

  private final Seal seal;

  /** What a token says. */
  record Shown(DecisionId decision, int slot, String action, String channel) {
    /** The slot as the engine names it. */
    String place() {
      return decision.name() + "/" + slot;
    }
  }

  private Tokens(Seal seal) {
    this.seal = seal;
  }

  /** Opens the key in a file, or makes one. */
  static Tokens open(Path file) {
    return new Tokens(Seal.open(file));
  }

  String sign(Shown shown) {
    return seal.sign(
        String.join(
            SEPARATOR,
            shown.decision().text(),
            Integer.toString(shown.slot()),
            shown.action(),
            shown.channel()));
  }

  /**
   * Reads a token.
   *
   * @throws HttpRefusal where it is not one of ours
   */
  Shown read(String token) {
    var said = seal.read(token);
    if (said.isPresent()) {
      var parts = said.get().split(SEPARATOR, PARTS);
      return new Shown(DecisionId.parse(parts[0]), Integer.parseInt(parts[1]), parts[2], parts[3]);
    }
    throw HttpRefusal.invalid("token", "Send the token exactly as the decision gave it.");
  }
}
