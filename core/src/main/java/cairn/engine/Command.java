package cairn.engine;

import cairn.decision.DecisionRequest;
import cairn.decision.Response;
import cairn.log.Entry;
import cairn.person.Consent;
import cairn.person.Ending;
import cairn.person.Journey;
import cairn.person.Limits;
import cairn.person.Objection;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.value.Era;
import cairn.value.Value;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something somebody asks of one person's record. The list is closed. */
public sealed interface Command {
  /** An event, as it comes in by any intake. Names and properties are as the sender gave them. */
  record TakeEvent(String name, @Nullable String channel, Map<String, Value> properties)
      implements Command {
    /** The longest event name, in characters. */
    public static final int NAME_CHARS_MAX = 200;

    /** The most properties of one event. */
    public static final int PROPERTIES_MAX = 256;

    public TakeEvent {
      properties = Map.copyOf(properties);
      if (name.isBlank() || name.length() > NAME_CHARS_MAX) {
        throw new IllegalArgumentException(
            "an event's name has 1 to " + NAME_CHARS_MAX + " characters");
      }
      if (properties.size() > PROPERTIES_MAX) {
        throw new IllegalArgumentException(
            "an event has at most " + PROPERTIES_MAX + " properties");
      }
    }
  }

  /** What became known of the person; a null value forgets. */
  record SetAttributes(Map<String, @Nullable Value> attributes) implements Command {
    public SetAttributes {
      attributes = Collections.unmodifiableMap(new HashMap<>(attributes));
    }
  }

  /** This anonymous record belongs to a known person: it becomes a pointer. */
  record Seal(PersonKey into) implements Command {}

  /** What a sealed record held comes here. */
  record Absorb(PersonKey from, PersonState state, List<Entry> entries) implements Command {
    public Absorb {
      entries = List.copyOf(entries);
    }
  }

  /**
   * What the person is trying to do.
   *
   * @param kind the blueprint's purpose that the person chose for it; empty if none
   */
  record StatePurpose(String text, String kind) implements Command {}

  record ClosePurpose(String id) implements Command {}

  record RecordConsent(Consent consent) implements Command {}

  record RaiseObjection(Objection.Scope scope, String subject) implements Command {}

  record LiftObjection(Objection.Scope scope, String subject) implements Command {}

  record SetLimits(Limits limits) implements Command {}

  /** Begins a journey by request or by schedule; the beginning must be one of the definition's. */
  record BeginJourney(String definition, String beginning, String key) implements Command {
    public BeginJourney {
      if (key.length() > Journey.KEY_CHARS_MAX) {
        throw new IllegalArgumentException(
            "a journey's key has at most " + Journey.KEY_CHARS_MAX + " characters");
      }
    }
  }

  /** Ends a journey; a no from the person is {@link Ending#DECLINED}. */
  record EndJourney(String instance, Ending ending, @Nullable String reason) implements Command {}

  /** "Not now", until a date the person picked. */
  record HoldJourney(String instance, Instant until) implements Command {
    public HoldJourney {
      Era.check(until);
    }
  }

  record PauseJourney(String instance) implements Command {}

  record ResumeJourney(String instance) implements Command {}

  /** The person takes back a no or any other ending; the journey goes on where it was. */
  record ReopenJourney(String instance) implements Command {}

  /** Moves a journey to another published version, on to the step that a migration names. */
  record MigrateJourney(String instance, int version, String step) implements Command {}

  /**
   * An answer to a question.
   *
   * @param effect the pending question it answers, or null where it came unasked
   */
  record AnswerQuestion(
      String question,
      @Nullable String effect,
      Value answer,
      @Nullable Integer feeling,
      @Nullable Integer effort)
      implements Command {
    public AnswerQuestion {
      if (feeling != null && (feeling < -2 || feeling > 2)) {
        throw new IllegalArgumentException("a feeling lies between -2 and 2");
      }
      if (effort != null && (effort < 1 || effort > 7)) {
        throw new IllegalArgumentException("an effort lies between 1 and 7");
      }
    }
  }

  /** A channel is about to send: may it? */
  record ReleaseEffect(String effect) implements Command {}

  /** What came of a message, a call or a task. */
  record SettleEffect(String effect, String outcome, boolean delivered) implements Command {}

  /**
   * Asks what to put to the person now.
   *
   * @param queue true to queue what is chosen for sending, false to answer with it
   */
  record RequestDecision(DecisionRequest request, boolean queue) implements Command {}

  /**
   * What the person did with something that was decided.
   *
   * @param decision the decision's id and slot, as {@code id/slot}
   * @param instance the going of a journey whose step decided, or null where none did
   */
  record RecordResponse(
      String decision, String action, String channel, Response response, @Nullable String instance)
      implements Command {}

  /** Asks every segment again, as after a blueprint that has others; leaves those that are gone. */
  record ReviewSegments() implements Command {}

  /** Nothing but time: fires the timers that are due. */
  record Advance() implements Command {}

  /** Forgets the person; objections stay under the key. */
  record Erase() implements Command {}
}
