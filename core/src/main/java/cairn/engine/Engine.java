package cairn.engine;

import cairn.blueprint.Blueprint;
import cairn.decision.Edition;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.log.Fold;
import cairn.person.PersonState;
import java.time.Instant;

/**
 * The pure core. {@link #decide} looks at one person and a command and answers with facts or a
 * refusal; folding those facts into the state gives the next state, today and on every replay.
 */
public final class Engine {
  /** The edition of the rules below: it changes whenever the same input would give other bytes. */
  public static final int EDITION = Edition.NOW;

  /** The most steps one journey takes in one command before it counts as stuck. */
  public static final int STEPS_AT_ONCE_MAX = 100;

  private Engine() {}

  /** Takes a command for one person. Pure: the same arguments give the same verdict. */
  public static Verdict decide(PersonState state, Envelope envelope, Stamp stamp, World world) {
    return new Turn(state, envelope, stamp, world).take();
  }

  /** Whether {@link Command.ReviewSegments} would change anything for a person. */
  public static boolean needsReview(Blueprint blueprint, PersonState person, Instant now) {
    return Beginnings.areOutOfDate(blueprint, person, now);
  }

  /** The entry that keeps a verdict's facts. */
  public static Entry entry(PersonState before, Envelope envelope, Stamp stamp, Verdict verdict) {
    return new Entry(
        before.position() + 1,
        envelope.id(),
        envelope.origin(),
        envelope.at(),
        stamp.now(),
        stamp.seed(),
        stamp.blueprint(),
        stamp.models(),
        EDITION,
        verdict.facts());
  }

  /** Folds one entry into a state; what {@link #decide} answers and what a log gives agree. */
  public static PersonState fold(PersonState state, Entry entry) {
    var next = Fold.open(state, entry.number(), entry.now());
    for (Fact fact : entry.facts()) {
      next = Fold.apply(next, entry.now(), fact);
    }
    return next;
  }
}
