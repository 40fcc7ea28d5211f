package cairn.log;

import cairn.log.Fact.AttributesSet.Setting;
import cairn.person.Attributes;
import cairn.person.Consent;
import cairn.person.Ending;
import cairn.person.Interaction;
import cairn.person.Journey;
import cairn.person.JourneyRecord;
import cairn.person.Limits;
import cairn.person.NotNow;
import cairn.person.Pending;
import cairn.person.PersonState;
import cairn.person.Purpose;
import cairn.person.Recall;
import cairn.person.Standing;
import cairn.person.StateDraft;
import cairn.person.Timer;
import cairn.rule.Need;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns facts into state. It only writes: it asks no rule, model, clock or time-zone table, so that
 * a log gives the same state wherever and whenever it is read.
 */
public final class Fold {
  private Fold() {}

  /** Starts an entry: moves position and time. */
  public static PersonState open(PersonState state, long number, Instant now) {
    var draft = state.draft();
    draft.position = number;
    draft.now = now;
    return draft.done();
  }

  /** Folds one fact, taken at a time, into a state. */
  public static PersonState apply(PersonState state, Instant now, Fact fact) {
    var next = state.draft();
    switch (fact) {
      case Fact.EventOccurred f -> {
        if (f.keep() > 0) {
          next.recalls = remembered(state.recalls(), f.name(), f.at(), f.keep());
        }
      }
      case Fact.AttributesSet f ->
          next.attributes =
              f.settings().stream().reduce(state.attributes(), Fold::set, (a, b) -> b);
      case Fact.IdentifierAdded f -> {
        next.standing = reopened(state.standing());
        next.identifiers = plus(state.identifiers(), f.identifier());
      }
      case Fact.RecordSealed f -> {
        next.standing = Standing.SEALED;
        next.sealedInto = f.into();
        forget(next);
      }
      case Fact.RecordAbsorbed f -> {
        next.standing = reopened(state.standing());
        Merge.into(next, f.state());
      }
      case Fact.PurposeStated f ->
          next.purposes =
              plus(without(state.purposes(), p -> p.id().equals(f.purpose().id())), f.purpose());
      case Fact.PurposeClosed f ->
          next.purposes =
              lately(mapped(state.purposes(), p -> p.id().equals(f.id()) ? p.closed() : p));
      case Fact.ConsentRecorded f -> next.consents = consents(state.consents(), f.consent());
      case Fact.ObjectionRaised f ->
          next.objections =
              plus(
                  without(
                      state.objections(),
                      o ->
                          o.scope() == f.objection().scope()
                              && o.subject().equals(f.objection().subject())),
                  f.objection());
      case Fact.ObjectionLifted f ->
          next.objections =
              without(
                  state.objections(),
                  o -> o.scope() == f.scope() && o.subject().equals(f.subject()));
      case Fact.LimitsSet f -> next.limits = f.limits();
      case Fact.QuestionAnswered f -> {
        if (f.effect() != null) {
          next.pending = without(state.pending(), p -> p.id().equals(f.effect()));
          next.interactions = responded(state.interactions(), f.effect(), "answered");
        }
      }
      case Fact.JourneyBegun f -> begin(next, f);
      case Fact.ArmDrawn f ->
          journey(next, f.instance(), j -> j.withArm(f.experiment() + "=" + f.arm()));
      case Fact.StepEntered f ->
          journey(next, f.instance(), j -> j.at(f.stage(), f.step(), f.at(), waited(f.cause())));
      case Fact.GoalMet f -> {}
      case Fact.JourneyEnded f -> end(next, f);
      case Fact.JourneyHeld f ->
          journey(next, f.instance(), j -> j.standing(Journey.Standing.HELD, f.until()));
      case Fact.JourneyPaused f ->
          journey(next, f.instance(), j -> j.standing(Journey.Standing.PAUSED, null));
      case Fact.JourneyResumed f ->
          journey(next, f.instance(), j -> j.standing(Journey.Standing.UNDER_WAY, null));
      case Fact.JourneyReopened f -> reopen(next, f);
      case Fact.JourneyMigrated f ->
          journey(
              next,
              f.instance(),
              j -> j.migrated(f.version()).at(f.stage(), f.step(), f.at(), false));
      case Fact.JourneyStuck f ->
          journey(next, f.instance(), j -> j.standing(Journey.Standing.PAUSED, null));
      case Fact.SegmentEntered f ->
          next.segments =
              Stream.concat(state.segments().stream(), Stream.of(f.segment()))
                  .distinct()
                  .sorted()
                  .toList();
      case Fact.SegmentLeft f ->
          next.segments = without(state.segments(), s -> s.equals(f.segment()));
      case Fact.TimerPlanted f -> next.timers = planted(state.timers(), f.timer());
      case Fact.TimerDropped f -> next.timers = without(state.timers(), t -> t.id().equals(f.id()));
      case Fact.TimerFired f -> next.timers = without(state.timers(), t -> t.id().equals(f.id()));
      case Fact.EffectQueued f -> {
        if (!f.muted()) {
          next.pending = plus(state.pending(), f.effect());
        }
      }
      case Fact.EffectReleased f -> release(next, f, now);
      case Fact.EffectWithheld f ->
          next.pending = without(state.pending(), p -> p.id().equals(f.id()));
      case Fact.EffectDeferred f -> {}
      case Fact.EffectSettled f -> {
        next.pending = without(state.pending(), p -> p.id().equals(f.id()) && !awaitsAnswer(p));
        next.interactions = responded(state.interactions(), f.id(), f.outcome());
      }
      case Fact.DecisionMade f -> decide(next, f, now);
      case Fact.ResponseRecorded f -> respond(next, f, now);
      case Fact.Baseline f -> {
        return f.state();
      }
      case Fact.Erased f -> {
        next.standing = Standing.ERASED;
        next.sealedInto = null;
        forget(next);
        next.consents = List.of();
      }
    }
    return next.done();
  }

  /** An erased record that somebody comes to again stands for a person again. */
  private static Standing reopened(Standing standing) {
    return standing == Standing.ERASED ? Standing.OPEN : standing;
  }

  /** Whether what moved a person found them waiting; else they passed the step before at once. */
  private static boolean waited(Fact.Cause cause) {
    return switch (cause) {
      case EVENT, TIME, ANSWER, MOVE, OUTCOME, REQUEST -> true;
      case BEGINNING, RULE, ARM, NEXT -> false;
    };
  }

  /** Without the oldest of the closed ones beyond what is kept. */
  private static List<Purpose> lately(List<Purpose> purposes) {
    long closed = purposes.stream().filter(p -> !p.open()).count();
    if (closed <= Purpose.CLOSED_MAX) {
      return purposes;
    }
    var oldest = purposes.stream().filter(p -> !p.open()).findFirst().orElseThrow();
    return without(purposes, p -> p.id().equals(oldest.id()));
  }

  /** The later word on a subject stands, whichever came first. */
  private static List<Consent> consents(List<Consent> consents, Consent word) {
    for (var known : consents) {
      if (known.subject().equals(word.subject()) && known.at().isAfter(word.at())) {
        return consents;
      }
    }
    return plus(without(consents, c -> c.subject().equals(word.subject())), word);
  }

  private static boolean awaitsAnswer(Pending effect) {
    return effect.kind() == Pending.Kind.QUESTION;
  }

  private static Attributes set(Attributes attributes, Setting setting) {
    return setting.slot() < 0 ? attributes : attributes.with(setting.slot(), setting.value());
  }

  /** Forgets all but objections and consents. */
  private static void forget(StateDraft next) {
    next.identifiers = List.of();
    next.attributes = Attributes.NONE;
    next.segments = List.of();
    next.purposes = List.of();
    next.journeys = List.of();
    next.records = List.of();
    next.timers = List.of();
    next.recalls = List.of();
    next.interactions = List.of();
    next.pending = List.of();
    next.limits = Limits.NONE;
    next.notNow = List.of();
  }

  private static void begin(StateDraft next, Fact.JourneyBegun f) {
    var begun =
        new Journey(
            f.instance(),
            f.definition(),
            f.version(),
            f.key(),
            "",
            "",
            "",
            f.at(),
            f.at(),
            0,
            Journey.Standing.UNDER_WAY,
            null,
            null,
            null,
            List.of());
    var all = new ArrayList<>(next.journeys);
    int place = 0;
    while (place < all.size() && !all.get(place).isOver()) {
      place++;
    }
    all.add(place, begun);
    next.journeys = List.copyOf(all);
    next.records =
        record(
            next.records,
            f.definition(),
            r ->
                new JourneyRecord(
                    r.definition(), r.begun() + 1, r.lastEndedAt(), r.lastEnding(), false));
  }

  private static void end(StateDraft next, Fact.JourneyEnded f) {
    var open = new ArrayList<Journey>();
    var over = new ArrayList<Journey>();
    @Nullable Journey ended = null;
    for (var journey : next.journeys) {
      if (journey.instance().equals(f.instance())) {
        ended = journey.ended(f.ending(), f.reason());
      } else if (journey.isOver()) {
        over.add(journey);
      } else {
        open.add(journey);
      }
    }
    if (ended == null) {
      throw new IllegalStateException("no journey " + f.instance() + " to end");
    }
    over.add(ended);
    var kept = over.subList(Math.max(0, over.size() - PersonState.ENDED_MAX), over.size());
    open.addAll(kept);
    next.journeys = List.copyOf(open);
    next.records =
        record(
            next.records,
            ended.definition(),
            r ->
                new JourneyRecord(
                    r.definition(),
                    r.begun(),
                    f.at(),
                    f.ending(),
                    r.closedByNo() || f.ending() == Ending.DECLINED));
    next.timers = without(next.timers, t -> t.subject().equals(f.instance()));
  }

  private static void reopen(StateDraft next, Fact.JourneyReopened f) {
    journey(
        next,
        f.instance(),
        j -> j.standing(Journey.Standing.UNDER_WAY, null).at(f.stage(), f.step(), f.at(), false));
    var sorted = new ArrayList<>(next.journeys);
    sorted.sort((a, b) -> Boolean.compare(a.isOver(), b.isOver()));
    next.journeys = List.copyOf(sorted);
    for (var journey : next.journeys) {
      if (journey.instance().equals(f.instance())) {
        next.records =
            record(
                next.records,
                journey.definition(),
                r ->
                    new JourneyRecord(
                        r.definition(), r.begun(), r.lastEndedAt(), r.lastEnding(), false));
      }
    }
  }

  private static void release(StateDraft next, Fact.EffectReleased f, Instant now) {
    for (var effect : next.pending) {
      if (effect.id().equals(f.id()) && !effect.released()) {
        var subject = effect.action() == null ? effect.subject() : effect.action();
        next.interactions =
            met(next.interactions, new Interaction(f.id(), subject, effect.channel(), now, null));
      }
    }
    next.recalls = remembered(next.recalls, f.remember(), now);
    next.pending = mapped(next.pending, p -> p.id().equals(f.id()) ? p.asReleased() : p);
  }

  private static void decide(StateDraft next, Fact.DecisionMade f, Instant now) {
    if (f.queued()) {
      return;
    }
    var decision = f.decision();
    for (int slot = 0; slot < decision.slots().size(); slot++) {
      next.interactions =
          met(
              next.interactions,
              new Interaction(
                  decision.id() + "/" + slot,
                  decision.slots().get(slot).action(),
                  decision.request().channel(),
                  now,
                  null));
    }
    next.recalls = remembered(next.recalls, decision.remember(), now);
  }

  private static void respond(StateDraft next, Fact.ResponseRecorded f, Instant now) {
    next.interactions = responded(next.interactions, f.decision(), f.response().kind().name());
    next.recalls = remembered(next.recalls, f.remember(), now);
    if (f.response().until() != null) {
      var all =
          plus(
              without(next.notNow, n -> n.subject().equals(f.action())),
              new NotNow(f.action(), f.response().until()));
      next.notNow = List.copyOf(all.subList(Math.max(0, all.size() - NotNow.KEPT_MAX), all.size()));
    }
  }

  private static List<Interaction> met(List<Interaction> interactions, Interaction contact) {
    var all = plus(interactions, contact);
    return List.copyOf(all.subList(Math.max(0, all.size() - Interaction.KEPT_MAX), all.size()));
  }

  private static List<Recall> remembered(List<Recall> recalls, List<Need> needs, Instant at) {
    var all = recalls;
    for (var need : needs) {
      all = remembered(all, need.subject(), at, need.keep());
    }
    return all;
  }

  private static List<Interaction> responded(
      List<Interaction> interactions, String id, String response) {
    return mapped(interactions, i -> i.id().equals(id) ? i.withResponse(response) : i);
  }

  static List<Recall> remembered(List<Recall> recalls, String subject, Instant at, int keep) {
    var all = new ArrayList<>(recalls);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).subject().equals(subject)) {
        all.set(i, all.get(i).with(at, keep));
        return List.copyOf(all);
      }
    }
    all.add(Recall.of(subject).with(at, keep));
    return List.copyOf(all);
  }

  private static List<Timer> planted(List<Timer> timers, Timer timer) {
    var all = new ArrayList<>(without(timers, t -> t.id().equals(timer.id())));
    all.add(timer);
    all.sort(null);
    return List.copyOf(all);
  }

  private static List<JourneyRecord> record(
      List<JourneyRecord> records, String definition, UnaryOperator<JourneyRecord> change) {
    var all = new ArrayList<>(records);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).definition().equals(definition)) {
        all.set(i, change.apply(all.get(i)));
        return List.copyOf(all);
      }
    }
    all.add(change.apply(new JourneyRecord(definition, 0, null, null, false)));
    return List.copyOf(all);
  }

  private static void journey(StateDraft next, String instance, UnaryOperator<Journey> change) {
    next.journeys = mapped(next.journeys, j -> j.instance().equals(instance) ? change.apply(j) : j);
  }

  private static <T> List<T> plus(List<T> list, T one) {
    var all = new ArrayList<>(list);
    all.add(one);
    return List.copyOf(all);
  }

  private static <T> List<T> without(List<T> list, Predicate<T> gone) {
    for (var one : list) {
      if (gone.test(one)) {
        return list.stream().filter(gone.negate()).toList();
      }
    }
    return list;
  }

  private static <T> List<T> mapped(List<T> list, UnaryOperator<T> change) {
    return list.stream().map(change).toList();
  }
}
