package cairn.person;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A state being changed by one fact. Fields start as those of the state it was drafted from; {@link
 * #done()} makes the next state. It belongs to one caller and is used once.
 */
public final class StateDraft {
  private final PersonKey key;
  public Standing standing;
  public @Nullable PersonKey sealedInto;
  public long position;
  public Instant now;
  public List<Identifier> identifiers;
  public Attributes attributes;
  public List<String> segments;
  public List<Consent> consents;
  public List<Objection> objections;
  public List<NotNow> notNow;
  public Limits limits;
  public List<Purpose> purposes;
  public List<Journey> journeys;
  public List<JourneyRecord> records;
  public List<Timer> timers;
  public List<Recall> recalls;
  public List<Interaction> interactions;
  public List<Pending> pending;

  StateDraft(PersonState state) {
    key = state.key();
    standing = state.standing();
    sealedInto = state.sealedInto();
    position = state.position();
    now = state.now();
    identifiers = state.identifiers();
    attributes = state.attributes();
    segments = state.segments();
    consents = state.consents();
    objections = state.objections();
    notNow = state.notNow();
    limits = state.limits();
    purposes = state.purposes();
    journeys = state.journeys();
    records = state.records();
    timers = state.timers();
    recalls = state.recalls();
    interactions = state.interactions();
    pending = state.pending();
  }

  /** The next state. */
  public PersonState done() {
    return new PersonState(
        key,
        standing,
        sealedInto,
        position,
        now,
        identifiers,
        attributes,
        segments,
        consents,
        objections,
        notNow,
        limits,
        purposes,
        journeys,
        records,
        timers,
        recalls,
        interactions,
        pending);
  }
}
