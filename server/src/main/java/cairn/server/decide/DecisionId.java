package cairn.server.decide;

import cairn.person.PersonKey;
import cairn.server.http.HttpRefusal;

/**
 * A decision as the interface names it.
 *
 * @param entry the number of the entry in the person's log that holds it
 * @param name its name within the engine
 */
record DecisionId(PersonKey person, long entry, String name) {
  String text() {
    return person.hex() + "." + entry + "." + name;
  }

  /** Reads what {@link #text()} wrote; refuses anything else. */
  static DecisionId parse(String text) {
    var parts = text.split("\\.", 3);
    try {
      if (parts.length == 3 && !parts[2].isEmpty() && parts[2].length() <= 64) {
        return new DecisionId(PersonKey.ofHex(parts[0]), Long.parseLong(parts[1]), parts[2]);
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw HttpRefusal.notFound("There is no such decision.");
  }
}
