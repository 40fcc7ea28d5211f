package cairn.log;

import java.time.Instant;
import java.util.List;

/**
 * One entry of a person's log: all facts of one command, with everything needed to take it again.
 *
 * @param number 1 for the person's first entry, then one more each time
 * @param commandId the sender's idempotency key
 * @param at when it occurred
 * @param now when it was taken; never before the entry before
 * @param seed chance, stamped when it was taken
 * @param blueprint the number of the blueprint version that ran
 * @param models the number of the model snapshot that ran; 0 before there is one
 * @param edition the edition of the engine that took it
 */
public record Entry(
    long number,
    String commandId,
    Origin origin,
    Instant at,
    Instant now,
    long seed,
    int blueprint,
    long models,
    int edition,
    List<Fact> facts) {

  /** The longest command id, in characters. */
  public static final int COMMAND_ID_CHARS_MAX = 256;

  /** Where a command came from, which decides whether anything leaves. */
  public enum Origin {
    /** It happens now: effects leave. */
    LIVE,
    /** It happened long ago: time comes from the log, effects stay. */
    IMPORT
  }

  public Entry {
    facts = List.copyOf(facts);
  }

  /** Whether it tells of a decision, or of what came of one: that it was sent, or a response. */
  public boolean tellsOfDecisions() {
    return facts.stream()
        .anyMatch(fact ->
            fact instanceof Fact.DecisionMade
                || fact instanceof Fact.EffectReleased
                || fact instanceof Fact.ResponseRecorded);
  }
}
