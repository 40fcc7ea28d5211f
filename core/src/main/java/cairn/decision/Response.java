package cairn.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person did with something that was decided.
 *
 * @param reason why not, in the person's words or by a code; null if they did not say
 * @param until the date they picked, for {@link Kind#NOT_NOW}; null otherwise
 * @param value what it was worth, for {@link Kind#OUTCOME}; 0 otherwise
 */
public record Response(Kind kind, @Nullable String reason, @Nullable Instant until, double value) {
  /** The kinds, none of which is a failure. */
  public enum Kind {
    SHOWN,
    CLICKED,
    ACCEPTED,
    NO,
    NOT_NOW,
    OUTCOME,
    /** A complaint, a regret or a reversal: counts against the action. */
    HARM;

    /** How files and requests write it: {@code notNow}. */
    public String word() {
      return switch (this) {
        case SHOWN -> "shown";
        case CLICKED -> "clicked";
        case ACCEPTED -> "accepted";
        case NO -> "no";
        case NOT_NOW -> "notNow";
        case OUTCOME -> "outcome";
        case HARM -> "harm";
      };
    }
  }

  public Response {
    if ((kind == Kind.NOT_NOW) != (until != null)) {
      throw new IllegalArgumentException("not now has a date, and nothing else has");
    }
  }
}
