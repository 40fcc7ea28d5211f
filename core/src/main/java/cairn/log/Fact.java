package cairn.log;

import cairn.decision.DecisionRecord;
import cairn.decision.Response;
import cairn.person.Consent;
import cairn.person.Ending;
import cairn.person.Identifier;
import cairn.person.Limits;
import cairn.person.Objection;
import cairn.person.Pending;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.person.Purpose;
import cairn.person.Timer;
import cairn.rule.Need;
import cairn.value.Value;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to one person. The list is closed: adding a fact means following compile
 * errors through fold, codec, timeline and projections. A released fact keeps its meaning for ever.
 */
public sealed interface Fact {

  // What came from outside.

  /**
   * An event occurred.
   *
   * @param at when it occurred, which may be long before it was taken
   * @param keep how many of its times the running rules need; 0 forgets it at once
   */
  record EventOccurred(
      String name, @Nullable String channel, Instant at, Map<String, Value> properties, int keep)
      implements Fact {
    public EventOccurred {
      properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }
  }

  /** Attributes became known, changed, or were forgotten. */
  record AttributesSet(List<Setting> settings) implements Fact {
    public AttributesSet {
      settings = List.copyOf(settings);
    }

    /**
     * One attribute's new value.
     *
     * @param slot its slot in the profile schema, or -1 where the schema does not declare it: then
     *     the log keeps it and the state does not
     * @param value the new value, or null where it is forgotten
     */
    public record Setting(int slot, String name, @Nullable Value value) {}
  }

  /** The person is known by one more identifier. */
  record IdentifierAdded(Identifier identifier) implements Fact {}

  /** This record became a pointer to a known person's record. */
  record RecordSealed(PersonKey into) implements Fact {}

  /**
   * What an anonymous record held moved here.
   *
   * @param state its state at the moment of sealing
   * @param entries its history, oldest first, so that nothing is lost when that record is a pointer
   */
  record RecordAbsorbed(PersonKey from, PersonState state, List<Entry> entries) implements Fact {
    public RecordAbsorbed {
      entries = List.copyOf(entries);
    }
  }

  // What the person said.

  record PurposeStated(Purpose purpose) implements Fact {}

  record PurposeClosed(String id) implements Fact {}

  record ConsentRecorded(Consent consent) implements Fact {}

  record ObjectionRaised(Objection objection) implements Fact {}

  record ObjectionLifted(Objection.Scope scope, String subject) implements Fact {}

  record LimitsSet(Limits limits) implements Fact {}

  /**
   * A question was answered.
   *
   * @param effect the pending question, or null where the answer came unasked
   * @param feeling how it felt, -2 to +2, or null
   * @param effort how much effort it took, 1 to 7, or null
   */
  record QuestionAnswered(
      String question,
      @Nullable String effect,
      @Nullable String instance,
      Value answer,
      @Nullable Integer feeling,
      @Nullable Integer effort)
      implements Fact {}

  // How journeys went.

  /** A journey began; a {@link StepEntered} follows. */
  record JourneyBegun(
      String instance, String definition, int version, String key, String beginning, Instant at)
      implements Fact {}

  /** An arm of an experiment was drawn for a journey. */
  record ArmDrawn(String instance, String experiment, String arm) implements Fact {}

  /**
   * The person moved to a step.
   *
   * @param from the step they came from, or null at the beginning
   * @param at when, by the clock of what moved them: an event's own time, a timer's due time
   * @param by what moved them: an event's name, {@code time}, an answer, a rule
   */
  record StepEntered(
      String instance,
      String stage,
      String step,
      @Nullable String from,
      Cause cause,
      String by,
      Instant at)
      implements Fact {}

  /** What moved a person from one step to the next. */
  enum Cause {
    BEGINNING,
    EVENT,
    TIME,
    ANSWER,
    RULE,
    ARM,
    NEXT,
    MOVE,
    OUTCOME,
    REQUEST
  }

  /** A goal of the journey was met; the journey goes on unless an ending follows. */
  record GoalMet(String instance, String goal) implements Fact {}

  record JourneyEnded(
      String instance, Ending ending, String step, @Nullable String reason, Instant at)
      implements Fact {}

  record JourneyHeld(String instance, Instant until) implements Fact {}

  record JourneyPaused(String instance) implements Fact {}

  record JourneyResumed(String instance) implements Fact {}

  /** The person reopened a journey that had ended; its no no longer stands. */
  record JourneyReopened(String instance, String stage, String step, Instant at) implements Fact {}

  /** A journey moved to another version of its definition. */
  record JourneyMigrated(String instance, int version, String stage, String step, Instant at)
      implements Fact {}

  /** A journey took more steps at once than {@code STEPS_AT_ONCE_MAX} and was paused. */
  record JourneyStuck(String instance, String step) implements Fact {}

  record SegmentEntered(String segment) implements Fact {}

  record SegmentLeft(String segment) implements Fact {}

  // Time.

  record TimerPlanted(Timer timer) implements Fact {}

  record TimerDropped(String id) implements Fact {}

  record TimerFired(String id, Instant due) implements Fact {}

  // What leaves.

  /**
   * Something was queued for a channel, a desk or another system.
   *
   * @param content what the channel needs to make it: template, fields, words
   * @param muted true for effects of an import or a dry run: recorded, never sent
   */
  record EffectQueued(Pending effect, Map<String, Value> content, boolean muted) implements Fact {
    public EffectQueued {
      content = Collections.unmodifiableMap(new TreeMap<>(content));
    }
  }

  /**
   * It was allowed to leave. Every contact counts towards the person's own caps, what promotes also
   * towards the organisation's.
   *
   * @param remember the contacts it counts as; none where it is no contact
   */
  record EffectReleased(String id, List<Need> remember) implements Fact {
    public EffectReleased {
      remember = List.copyOf(remember);
    }
  }

  /** It will not leave, and why, in a word that has a sentence in the catalogue. */
  record EffectWithheld(String id, Withheld why, String detail) implements Fact {}

  /** It waits for a better hour. */
  record EffectDeferred(String id, Instant until) implements Fact {}

  /** It left, or failed for good; with tasks, what came of them. */
  record EffectSettled(String id, String outcome, boolean delivered) implements Fact {}

  /** Why something was not sent. */
  enum Withheld {
    PERSON_SAID_NO,
    OBJECTION,
    NO_CONSENT,
    NOT_NOW,
    PERSONS_LIMIT,
    FREQUENCY_CAP,
    QUIET_HOURS,
    MISSING_IDENTIFIER,
    CHANNEL_STOPPED,
    HOLD_OUT,
    JOURNEY_OVER,
    /** A question gave way to a newer one before anybody answered it. */
    UNANSWERED,
    /** Two records became one, and too much waited already. */
    NO_ROOM
  }

  // Decisions.

  /**
   * It was decided what to put to the person, if anything.
   *
   * @param queued true where what was chosen waits to be sent; its effects follow as facts
   */
  record DecisionMade(DecisionRecord decision, boolean queued) implements Fact {}

  /**
   * The person did something with what was decided.
   *
   * @param decision the decision's id and slot, as {@code id/slot}
   * @param remember what it adds to the person's recalls
   */
  record ResponseRecorded(
      String decision, String action, String channel, Response response, List<Need> remember)
      implements Fact {
    public ResponseRecorded {
      remember = List.copyOf(remember);
    }
  }

  // The record itself.

  /** Older facts were replaced by the state they led to. */
  record Baseline(PersonState state) implements Fact {}

  /** The person was erased; objections stay. */
  record Erased() implements Fact {}
}
