package cairn.engine;

import cairn.log.Entry;
import cairn.person.Identifier;
import cairn.person.PersonKey;
import cairn.value.Era;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way to one record.
 *
 * @param who the identifier the sender used, learnt if it is new; null where the key was used
 * @param id the sender's idempotency key: the same id is applied once
 * @param at when it occurred, cut to the millisecond; for imports also the clock
 */
public record Envelope(
    PersonKey to,
    @Nullable Identifier who,
    String id,
    Entry.Origin origin,
    Instant at,
    Command command) {
  public Envelope {
    at = Era.check(at.truncatedTo(ChronoUnit.MILLIS));
    if (id.isBlank() || id.length() > Entry.COMMAND_ID_CHARS_MAX) {
      throw new IllegalArgumentException(
          "a command id has 1 to " + Entry.COMMAND_ID_CHARS_MAX + " characters");
    }
  }

  /** The same command for another record: how a sealed record sends on what comes to it. */
  public Envelope to(PersonKey other) {
    return new Envelope(other, who, id, origin, at, command);
  }
}
