package cairn.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an action works on the person, declared by its owner.
 *
 * @param expires when a nudge must be looked at again, or null for a boost
 */
public record Influence(Kind kind, String reason, @Nullable Instant expires) {
  /** Whether the gain stays with the person if the system goes away. */
  public enum Kind {
    /** Steers a choice. */
    NUDGE,
    /** Builds the person's own competence. */
    BOOST,
    /** Neither: information, service. */
    PLAIN
  }

  /** Whether a nudge is past the moment at which somebody had to look at it again. */
  public boolean isExpiredAt(Instant now) {
    return kind == Kind.NUDGE && expires != null && !now.isBefore(expires);
  }
}
