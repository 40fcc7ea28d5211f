package cairn.workspace.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which lines of the audit to show, newest first. Absent conditions hold for every line.
 *
 * @param before only lines with a smaller number: the next page begins below the last one seen
 * @param limit how many lines, 1 to {@link #LIMIT_MAX}
 */
public record AuditQuery(
    Optional<Actor> actor,
    Optional<String> action,
    Optional<String> subject,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Long> before,
    int limit) {
  /** Lines on one page. */
  public static final int LIMIT_MAX = 200;

  public AuditQuery {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException("A page of the audit has 1 to " + LIMIT_MAX + " lines.");
    }
  }

  /** The newest lines of all. */
  public static AuditQuery newest(int limit) {
    return new AuditQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        limit);
  }

  /** The same, of one doer. */
  public AuditQuery by(Actor who) {
    return new AuditQuery(Optional.of(who), action, subject, from, to, before, limit);
  }

  /** The same, of one kind of deed. */
  public AuditQuery of(String deed) {
    return new AuditQuery(actor, Optional.of(deed), subject, from, to, before, limit);
  }

  /** The same, about one thing. */
  public AuditQuery about(String thing) {
    return new AuditQuery(actor, action, Optional.of(thing), from, to, before, limit);
  }

  /** The same, from one moment to just before another. */
  public AuditQuery between(Instant start, Instant end) {
    return new AuditQuery(
        actor, action, subject, Optional.of(start), Optional.of(end), before, limit);
  }

  /** The same, older than a line already seen. */
  public AuditQuery olderThan(long number) {
    return new AuditQuery(actor, action, subject, from, to, Optional.of(number), limit);
  }
}
