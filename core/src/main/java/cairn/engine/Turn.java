package cairn.engine;

import cairn.blueprint.Blueprint;
import cairn.chance.Chance;
import cairn.journey.JourneyDefinition;
import cairn.journey.Trigger;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.log.Fold;
import cairn.person.Consent;
import cairn.person.Journey;
import cairn.person.Objection;
import cairn.person.Pending;
import cairn.person.PersonState;
import cairn.person.Purpose;
import cairn.person.Recall;
import cairn.person.Standing;
import cairn.rule.Situation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One command being taken for one person: the facts so far and the state they lead to.
 *
 * <p>Time inside a turn is {@link #clock}. Timers due before the command occurred fire first, each
 * at its due time; then the command itself, at the time it occurred; then the timers due by now. So
 * at one instant the event wins over the timer, and what came late undoes nothing.
 */
final class Turn {
  /** The most timers one turn fires; the rest follow in the next. */
  static final int TIMERS_AT_ONCE_MAX = 256;

  final Envelope envelope;
  final Stamp stamp;
  final World world;
  final Blueprint blueprint;
  final List<Fact> facts = new ArrayList<>();

  /** Units of volume limits that decisions of this turn took, by limit. */
  final Map<String, Integer> spent = new HashMap<>();

  PersonState state;
  Instant clock;
  private final Instant since;
  private Command.@Nullable TakeEvent happening;
  private int names;

  private final Waits waits = new Waits(this);
  private final Walk walk = new Walk(this, waits);
  private final Beginnings beginnings = new Beginnings(this, walk, waits);
  private final Timers timers = new Timers(this, walk, beginnings);

  Turn(PersonState state, Envelope envelope, Stamp stamp, World world) {
    this.envelope = envelope;
    this.stamp = stamp;
    this.world = world;
    this.since = state.now();
    this.state = Fold.open(state, state.position() + 1, stamp.now());
    var running = world.blueprint(stamp.blueprint());
    if (running == null) {
      throw new IllegalStateException("blueprint " + stamp.blueprint() + " is not kept");
    }
    this.blueprint = running;
    this.clock = envelope.at().isAfter(stamp.now()) ? stamp.now() : envelope.at();
  }

  Verdict take() {
    var occurred = clock;
    if (state.standing() == Standing.OPEN) {
      timers.fire(occurred.minusMillis(1));
      clock = occurred;
    }
    walk.forgetEnded();
    int kept = facts.size();
    var known = state.attributes();
    var refusal = refuse();
    if (refusal == null) {
      refusal = handle();
    }
    if (refusal != null) {
      if (facts.size() != kept) {
        throw new IllegalStateException("a refusal after facts: " + refusal);
      }
      return new Verdict.Rejected(refusal, facts, state);
    }
    if (state.standing() == Standing.OPEN) {
      clock = occurred.isBefore(since) ? since : occurred;
      beginnings.follow(kept, known);
      happening = null;
      timers.fire(stamp.now());
    }
    return new Verdict.Accepted(facts, state);
  }

  /**
   * The definition as it was in the version the journey is pinned to, or null if it is not kept.
   */
  @Nullable JourneyDefinition definition(Journey journey) {
    var blueprint = world.blueprint(journey.version());
    return blueprint == null ? null : blueprint.journey(journey.definition());
  }

  /** Adds a fact and moves the state with it. */
  void add(Fact fact) {
    facts.add(fact);
    state = Fold.apply(state, stamp.now(), fact);
  }

  /** A name that no other command and no other record gives. */
  String name() {
    return Long.toUnsignedString(Chance.mix(stamp.seed() + ++names), 36);
  }

  boolean muted() {
    return envelope.origin() == Entry.Origin.IMPORT
        || clock.plus(Walk.EFFECT_STALE_AFTER).isBefore(stamp.now());
  }

  Situation situation(@Nullable Journey journey) {
    var event = happening;
    return event == null
        ? new Situation(state, clock, "", Map.of(), journey)
        : new Situation(state, clock, event.name(), event.properties(), journey);
  }

  private @Nullable Reason refuse() {
    if (state.standing() == Standing.SEALED && !(envelope.command() instanceof Command.Seal)) {
      return Reason.SEALED;
    }
    if (state.standing() == Standing.ERASED
        && (envelope.origin() == Entry.Origin.IMPORT || isForSomebodyNamed())) {
      return Reason.ERASED;
    }
    return null;
  }

  /** Whether a command needs a person to be there, and does not itself say who comes. */
  private boolean isForSomebodyNamed() {
    return envelope.who() == null
        && switch (envelope.command()) {
          case Command.RaiseObjection _,
              Command.LiftObjection _,
              Command.Seal _,
              Command.Absorb _,
              Command.Advance _,
              Command.Erase _ ->
              false;
          case Command.TakeEvent _,
              Command.SetAttributes _,
              Command.StatePurpose _,
              Command.ClosePurpose _,
              Command.RecordConsent _,
              Command.SetLimits _,
              Command.BeginJourney _,
              Command.EndJourney _,
              Command.HoldJourney _,
              Command.PauseJourney _,
              Command.ResumeJourney _,
              Command.ReopenJourney _,
              Command.MigrateJourney _,
              Command.AnswerQuestion _,
              Command.ReleaseEffect _,
              Command.SettleEffect _,
              Command.RequestDecision _,
              Command.RecordResponse _,
              Command.ReviewSegments _ ->
              true;
        };
  }

  private @Nullable Reason handle() {
    var command = envelope.command();
    return switch (command) {
      case Command.TakeEvent c -> {
        meet();
        happening = c;
        int keep = Recall.isOfContacts(c.name()) ? 0 : blueprint.keep(c.name());
        add(new Fact.EventOccurred(c.name(), c.channel(), clock, c.properties(), keep));
        // An event that only calls itself a response proves nothing.
        if (!Trigger.isResponse(c.name())) {
          walk.event(c);
        }
        beginnings.event(c);
        yield null;
      }
      case Command.SetAttributes c -> {
        meet();
        new Profile(this).set(c.attributes());
        yield null;
      }
      case Command.Seal c -> seal(c);
      case Command.Absorb c -> {
        new Absorbing(this).take(c);
        walk.keepNoes();
        yield null;
      }
      case Command.StatePurpose c -> statePurpose(c);
      case Command.ClosePurpose c -> {
        if (state.purposes().stream().noneMatch(p -> p.id().equals(c.id()))) {
          yield Reason.UNKNOWN_PURPOSE;
        }
        add(new Fact.PurposeClosed(c.id()));
        yield null;
      }
      case Command.RecordConsent c -> {
        if (state.consents().size() >= Consent.KEPT_MAX
            && state.consents().stream()
                .noneMatch(k -> k.subject().equals(c.consent().subject()))) {
          yield Reason.TOO_MANY;
        }
        meet();
        add(new Fact.ConsentRecorded(c.consent()));
        yield null;
      }
      case Command.RaiseObjection c -> {
        if (!isKeptAlways(c) && state.objections().size() >= Objection.KEPT_MAX) {
          yield Reason.TOO_MANY;
        }
        meet();
        add(new Fact.ObjectionRaised(new Objection(c.scope(), c.subject(), stamp.now())));
        yield null;
      }
      case Command.LiftObjection c -> {
        add(new Fact.ObjectionLifted(c.scope(), c.subject()));
        yield null;
      }
      case Command.SetLimits c -> {
        meet();
        add(new Fact.LimitsSet(c.limits()));
        yield null;
      }
      case Command.BeginJourney c -> {
        var refusal = beginnings.mayRequest(c);
        if (refusal == null) {
          meet();
          beginnings.request(c);
        }
        yield refusal;
      }
      case Command.EndJourney c -> end(c);
      case Command.HoldJourney c -> hold(c);
      case Command.PauseJourney c -> {
        var journey = state.journey(c.instance()).orElse(null);
        if (journey == null) {
          yield Reason.NO_SUCH_INSTANCE;
        }
        if (!journey.isUnderWay()) {
          yield Reason.NOT_UNDER_WAY;
        }
        waits.drop(journey);
        add(new Fact.JourneyPaused(c.instance()));
        yield null;
      }
      case Command.ResumeJourney c -> {
        var journey = state.journey(c.instance()).orElse(null);
        if (journey == null) {
          yield Reason.NO_SUCH_INSTANCE;
        }
        if (journey.isOver()) {
          yield Reason.JOURNEY_OVER;
        }
        if (journey.isUnderWay()) {
          yield Reason.NOT_AT_REST;
        }
        walk.resume(journey);
        yield null;
      }
      case Command.ReopenJourney c -> reopen(c);
      case Command.MigrateJourney c -> migrate(c);
      case Command.AnswerQuestion c -> {
        var question = blueprint.question(c.question());
        if (question == null) {
          yield Reason.UNKNOWN_QUESTION;
        }
        var answer = Answers.fit(question, c.answer());
        if (answer == null) {
          yield Reason.UNFIT_ANSWER;
        }
        if (c.effect() != null && state.pending(c.effect()).isEmpty()) {
          yield Reason.UNKNOWN_EFFECT;
        }
        meet();
        walk.answer(
            new Command.AnswerQuestion(c.question(), c.effect(), answer, c.feeling(), c.effort()));
        yield null;
      }
      case Command.ReleaseEffect c -> {
        var effect = state.pending(c.effect()).orElse(null);
        if (effect == null) {
          yield Reason.UNKNOWN_EFFECT;
        }
        if (!effect.released()) {
          add(new Gate(this).release(effect));
        }
        yield null;
      }
      case Command.SettleEffect c -> settle(c);
      case Command.RequestDecision c -> {
        meet();
        new Decisions(this).request(c.request(), c.queue() ? Decisions.NO_JOURNEY : null);
        yield null;
      }
      case Command.RecordResponse c -> {
        new Decisions(this).respond(c);
        var response = Decisions.asEvent(c);
        happening = response;
        walk.response(response, c.instance());
        yield null;
      }
      case Command.ReviewSegments c -> {
        beginnings.review();
        yield null;
      }
      case Command.Advance c -> null;
      case Command.Erase c -> {
        add(new Fact.Erased());
        yield null;
      }
    };
  }

  /** Whoever wants nothing more must be heard, however often they said no before. */
  private static boolean isKeptAlways(Command.RaiseObjection c) {
    return switch (c.scope()) {
      case EVERYTHING, PROFILING -> true;
      case CHANNEL, JOURNEY, ACTION -> false;
    };
  }

  /** Learns the identifier the sender used, if it is new. */
  private void meet() {
    var who = envelope.who();
    if (who != null
        && !state.identifiers().contains(who)
        && state.identifiers().size() < PersonState.IDENTIFIERS_MAX) {
      add(new Fact.IdentifierAdded(who));
    }
  }

  private @Nullable Reason seal(Command.Seal c) {
    if (state.standing() == Standing.SEALED) {
      return c.into().equals(state.sealedInto()) ? null : Reason.ALREADY_SEALED;
    }
    if (!c.into().equals(state.key())) {
      add(new Fact.RecordSealed(c.into()));
    }
    return null;
  }

  private @Nullable Reason statePurpose(Command.StatePurpose c) {
    if (state.purposes().stream().filter(Purpose::open).count() >= Purpose.OPEN_MAX) {
      return Reason.TOO_MANY;
    }
    meet();
    var source =
        envelope.origin() == Entry.Origin.IMPORT
            ? Purpose.Source.IMPORTED
            : Purpose.Source.DECLARED;
    add(new Fact.PurposeStated(new Purpose(name(), c.kind(), c.text(), source, stamp.now(), true)));
    return null;
  }

  private @Nullable Reason end(Command.EndJourney c) {
    var journey = state.journey(c.instance()).orElse(null);
    if (journey == null) {
      return Reason.NO_SUCH_INSTANCE;
    }
    if (journey.isOver()) {
      return Reason.JOURNEY_OVER;
    }
    walk.end(journey, c.ending(), c.reason());
    return null;
  }

  private @Nullable Reason hold(Command.HoldJourney c) {
    var journey = state.journey(c.instance()).orElse(null);
    if (journey == null) {
      return Reason.NO_SUCH_INSTANCE;
    }
    if (journey.isOver()) {
      return Reason.JOURNEY_OVER;
    }
    if (!c.until().isAfter(stamp.now())) {
      return Reason.TIME_PASSED;
    }
    walk.hold(journey, c.until());
    return null;
  }

  private @Nullable Reason reopen(Command.ReopenJourney c) {
    var journey = state.journey(c.instance()).orElse(null);
    if (journey == null) {
      return Reason.NO_SUCH_INSTANCE;
    }
    if (!journey.isOver()) {
      return Reason.JOURNEY_NOT_OVER;
    }
    var refusal = beginnings.mayReopen(journey);
    if (refusal == null) {
      walk.reopen(journey);
    }
    return refusal;
  }

  private @Nullable Reason migrate(Command.MigrateJourney c) {
    var journey = state.journey(c.instance()).orElse(null);
    if (journey == null) {
      return Reason.NO_SUCH_INSTANCE;
    }
    if (journey.isOver()) {
      return Reason.JOURNEY_OVER;
    }
    var target = world.blueprint(c.version());
    var definition = target == null ? null : target.journey(journey.definition());
    if (definition == null) {
      return Reason.UNKNOWN_VERSION;
    }
    var step = definition.step(c.step());
    if (step == null) {
      return Reason.UNKNOWN_STEP;
    }
    walk.migrate(journey, c.version(), step);
    return null;
  }

  private @Nullable Reason settle(Command.SettleEffect c) {
    var effect = state.pending(c.effect()).orElse(null);
    if (effect == null) {
      return Reason.UNKNOWN_EFFECT;
    }
    add(new Fact.EffectSettled(c.effect(), c.outcome(), c.delivered()));
    if (effect.kind() == Pending.Kind.TASK) {
      walk.outcome(effect, c.outcome());
    }
    return null;
  }
}
