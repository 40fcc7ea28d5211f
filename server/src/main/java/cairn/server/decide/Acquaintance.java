package cairn.server.decide;

import cairn.engine.Host;
import cairn.person.Identifier;
import cairn.person.PersonKey;
import cairn.store.StoreException;
import java.time.Duration;
import java.time.Instant;

/**
 * Who counts as known where people report harm: somebody with a user name of whom something was
 * kept a day before the decision they report. Any name can be sent along with the request that
 * decides, so that a name alone tells no customer from a hundred made up on the spot.
 */
record Acquaintance(Host host) {
  /** How long before a decision somebody must have been there. */
  static final Duration SINCE = Duration.ofDays(1);

  /** The number of a person's first entry, and the one after it. */
  private static final long SECOND = 2;

  /** Whether they were known then; who cannot be read counts as a visitor, and holds nobody up. */
  boolean isKnown(PersonKey key, Instant decided) {
    try {
      var named =
          host.read(key).identifiers().stream().anyMatch(one -> one.kind() == Identifier.Kind.USER);
      var first = host.history(key, SECOND, 1);
      return named && !first.isEmpty() && !first.getFirst().now().isAfter(decided.minus(SINCE));
    } catch (StoreException damaged) {
      return false;
    }
  }
}
