package cairn.person;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something queued for a person and not yet settled: a message, a task, a call to another system.
 * It is checked once more just before it leaves.
 *
 * @param id unique within the person; the idempotency key towards the channel
 * @param instance the journey it comes from, or null
 * @param action the catalogue action it puts to the person, or null
 * @param channel the channel it leaves by
 * @param subject the treatment, queue or address it is about
 * @param released true once it was allowed to leave; a crash may then send it again, with the same
 *     id
 */
public record Pending(
    String id,
    Kind kind,
    Purpose purpose,
    @Nullable String instance,
    @Nullable String action,
    String channel,
    String subject,
    Instant queuedAt,
    boolean released) {

  /** What leaves. */
  public enum Kind {
    MESSAGE,
    QUESTION,
    TASK,
    WEBHOOK
  }

  /** Why it leaves, which decides the limits it must keep. */
  public enum Purpose {
    /** Keeps every limit, of the person and of the organisation. */
    PROMOTIONAL,
    /** Part of what the person asked for: keeps the person's limits, is not counted. */
    TRANSACTIONAL,
    /** Legally required service or safety notice: passes every limit. */
    REQUIRED
  }

  public Pending asReleased() {
    return new Pending(id, kind, purpose, instance, action, channel, subject, queuedAt, true);
  }
}
