package cairn.person;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One recent contact with a person: what, by which channel, and what they did with it.
 *
 * @param id the pending effect or decision it came from
 * @param response what the person did, or null while they have done nothing
 */
public record Interaction(
    String id, String subject, String channel, Instant at, @Nullable String response) {
  /** The most recent interactions kept in a person's state. */
  public static final int KEPT_MAX = 20;

  public Interaction withResponse(String newResponse) {
    return new Interaction(id, subject, channel, at, newResponse);
  }
}
