package cairn.person;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where one person stands: the fold of every fact so far. Immutable; lists are small (each has a
 * bound) and in a fixed order, so that equal histories give equal states.
 *
 * @param position how many log entries are folded in; the number of the last one
 * @param now the time of the last entry; a person's time never runs backwards
 * @param sealedInto where a sealed record points
 * @param segments the segments this person is in now, sorted
 * @param journeys under way first in order of beginning, then at most {@link #ENDED_MAX} ended
 * @param records one for each journey definition ever begun
 * @param timers sorted: the first is due first
 */
public record PersonState(
    PersonKey key,
    Standing standing,
    @Nullable PersonKey sealedInto,
    long position,
    Instant now,
    List<Identifier> identifiers,
    Attributes attributes,
    List<String> segments,
    List<Consent> consents,
    List<Objection> objections,
    List<NotNow> notNow,
    Limits limits,
    List<Purpose> purposes,
    List<Journey> journeys,
    List<JourneyRecord> records,
    List<Timer> timers,
    List<Recall> recalls,
    List<Interaction> interactions,
    List<Pending> pending) {

  /** The most journeys one person has under way at once. */
  public static final int JOURNEYS_MAX = 32;

  /** The most ended journeys kept in the state; the log keeps all. */
  public static final int ENDED_MAX = 8;

  /** The most timers one person waits for. */
  public static final int TIMERS_MAX = 128;

  /**
   * The most timers that absences and segments take: what is left is enough for two of each journey
   * under way, so that none of them ever waits for nothing.
   */
  public static final int STANDING_TIMERS_MAX = TIMERS_MAX - 2 * JOURNEYS_MAX;

  /** The most unsettled effects of one person. */
  public static final int PENDING_MAX = 64;

  /** The most identifiers of one person. */
  public static final int IDENTIFIERS_MAX = 64;

  /** A person of whom nothing is known. */
  public static PersonState unknown(PersonKey key) {
    return new PersonState(
        key,
        Standing.OPEN,
        null,
        0,
        Instant.EPOCH,
        List.of(),
        Attributes.NONE,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Limits.NONE,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  public boolean isUnknown() {
    return position == 0;
  }

  /** When the next timer is due, if any waits. */
  public Optional<Instant> nextDue() {
    return timers.isEmpty() ? Optional.empty() : Optional.of(timers.getFirst().due());
  }

  public Optional<Journey> journey(String instance) {
    for (var journey : journeys) {
      if (journey.instance().equals(instance)) {
        return Optional.of(journey);
      }
    }
    return Optional.empty();
  }

  public Optional<JourneyRecord> record(String definition) {
    for (var record : records) {
      if (record.definition().equals(definition)) {
        return Optional.of(record);
      }
    }
    return Optional.empty();
  }

  public @Nullable Recall recall(String subject) {
    for (var recall : recalls) {
      if (recall.subject().equals(subject)) {
        return recall;
      }
    }
    return null;
  }

  /** Whether the person allowed this use or channel, and has not taken it back. */
  public boolean allows(String subject) {
    for (var consent : consents) {
      if (consent.subject().equals(subject)) {
        return consent.given();
      }
    }
    return false;
  }

  /**
   * How many contacts of a kind lie in the window (now - window, now].
   *
   * @param kind {@link Recall#CONTACT} or {@link Recall#PROMOTION}
   * @param channel the channel they came by, or null for all together
   */
  public int contacts(String kind, @Nullable String channel, Instant at, Duration window) {
    int count = 0;
    for (var recall : recalls) {
      boolean counted =
          channel == null
              ? recall.subject().startsWith(kind)
              : recall.subject().length() == kind.length() + channel.length()
                  && recall.subject().startsWith(kind)
                  && recall.subject().endsWith(channel);
      count += counted ? recall.count(at, window) : 0;
    }
    return count;
  }

  public Optional<Timer> timer(String id) {
    for (var timer : timers) {
      if (timer.id().equals(id)) {
        return Optional.of(timer);
      }
    }
    return Optional.empty();
  }

  public Optional<Pending> pending(String id) {
    for (var effect : pending) {
      if (effect.id().equals(id)) {
        return Optional.of(effect);
      }
    }
    return Optional.empty();
  }

  /** A draft to change this state with; for the fold alone. */
  public StateDraft draft() {
    return new StateDraft(this);
  }
}
