package cairn.engine;

import cairn.blueprint.Question;
import cairn.journey.JourneyDefinition;
import cairn.journey.Step;
import cairn.journey.Trigger;
import cairn.log.Fact;
import cairn.log.Fact.Cause;
import cairn.person.Ending;
import cairn.person.Journey;
import cairn.person.JourneyRecord;
import cairn.person.Pending;
import cairn.person.Timer;
import cairn.rule.Situation;
import cairn.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Moves journeys from step to step. On an event the order is: exits, goals, what the step waits
 * for, moves; the first that leads somewhere wins. Steps that wait for nothing follow one another
 * at once.
 */
final class Walk {
  /** Effects of a timer that fires later than this are recorded and not sent. */
  static final Duration EFFECT_STALE_AFTER = Duration.ofDays(7);

  private final Turn turn;
  private final Waits waits;
  private final Steps steps;
  private final Set<String> endedNow = new HashSet<>();

  Walk(Turn turn, Waits waits) {
    this.turn = turn;
    this.waits = waits;
    this.steps = new Steps(turn, waits);
  }

  /**
   * True where a journey of this definition ended in this turn: it does not begin again at once.
   */
  boolean endedNow(String definition) {
    return endedNow.contains(definition);
  }

  /** A later moment of the same turn: what ended before may begin again. */
  void forgetEnded() {
    endedNow.clear();
  }

  /** The definition an instance follows, or null outside a journey. */
  static @Nullable String definitionOf(@Nullable String instance) {
    return instance == null ? null : Journey.definitionOf(instance);
  }

  /** Lets an event move every journey under way that had not moved on after it occurred. */
  void event(Command.TakeEvent event) {
    move(event, (trigger, journey) -> trigger.mayMatch(event.name()));
  }

  /**
   * Lets a response move the journey whose step put to the person what it is to, and others where
   * they say that they mean any.
   *
   * @param instance the going of that journey, or null where none put it there
   */
  void response(Command.TakeEvent response, @Nullable String instance) {
    var kind = Trigger.responseKind(response.name());
    move(
        response,
        (trigger, journey) -> trigger.mayMatchResponse(kind, journey.instance().equals(instance)));
  }

  private void move(Command.TakeEvent event, BiPredicate<Trigger, Journey> means) {
    for (var before : List.copyOf(turn.state.journeys())) {
      var journey = turn.state.journey(before.instance()).orElse(before);
      var definition = turn.definition(journey);
      if (definition == null
          || !journey.isUnderWay()
          || turn.clock.isBefore(journey.enteredAt())
          || turn.world.switches().stopsJourney(journey.definition())) {
        continue;
      }
      var way = wayOut(event, means, journey, definition);
      if (way != null) {
        enter(journey.instance(), definition, way);
      }
    }
  }

  private @Nullable Way wayOut(
      Command.TakeEvent event,
      BiPredicate<Trigger, Journey> means,
      Journey journey,
      JourneyDefinition definition) {
    var situation = turn.situation(journey);
    Predicate<Trigger> matches =
        trigger -> means.test(trigger, journey) && trigger.when().holds(situation);
    for (var exit : definition.exits()) {
      if (matches.test(exit.trigger())) {
        return new Way(exit.step(), Cause.EVENT, event.name());
      }
    }
    for (var goal : definition.goals()) {
      if (matches.test(goal.trigger())) {
        turn.add(new Fact.GoalMet(journey.instance(), goal.id()));
        if (goal.step() != null) {
          return new Way(goal.step(), Cause.EVENT, event.name());
        }
      }
    }
    if (definition.step(journey.step()) instanceof Step.WaitFor wait) {
      for (var awaited : wait.events()) {
        if (matches.test(awaited.trigger())) {
          return new Way(awaited.next(), Cause.EVENT, event.name());
        }
      }
    }
    for (var move : definition.moves()) {
      if (move.worksFrom(journey.step())
          && !move.to().equals(journey.step())
          && matches.test(move.trigger())) {
        return new Way(move.to(), Cause.MOVE, event.name());
      }
    }
    return null;
  }

  /** Begins a journey that may begin. */
  void begin(JourneyDefinition definition, String beginning, String step, String key, String by) {
    var instance = definition.id() + "#" + turn.name();
    turn.add(
        new Fact.JourneyBegun(
            instance, definition.id(), turn.blueprint.number(), key, beginning, turn.clock));
    waits.longest(instance, definition, turn.clock);
    enter(instance, definition, new Way(step, Cause.BEGINNING, by));
  }

  /** A step's time is over. */
  void timeout(Timer timer) {
    var journey = turn.state.journey(timer.subject()).orElse(null);
    var definition = journey == null ? null : turn.definition(journey);
    if (journey == null || definition == null || !journey.isUnderWay()) {
      return;
    }
    if (timer.kind() == Timer.Kind.JOURNEY) {
      timeOut(journey.instance(), definition);
      return;
    }
    var timeout = Waits.timeoutOf(definition.step(journey.step()));
    if (timeout != null) {
      enter(journey.instance(), definition, new Way(timeout.next(), Cause.TIME, "time"));
    }
  }

  private void timeOut(String instance, JourneyDefinition definition) {
    if (definition.timedOut() != null) {
      enter(instance, definition, new Way(definition.timedOut(), Cause.TIME, "longest"));
    }
  }

  /**
   * Lets a journey at rest go on: it waits for its step again, or does what waits for nothing. What
   * a person held back begins anew, at its date or earlier if they say so; while a colleague paused
   * it, time went on. The time set for the whole of it may have run out while it rested.
   */
  void resume(Journey journey) {
    var from =
        switch (journey.standing()) {
          case PAUSED -> journey.enteredAt();
          case HELD, UNDER_WAY, ENDED -> turn.clock;
        };
    var instance = journey.instance();
    waits.drop(journey);
    turn.add(new Fact.JourneyResumed(instance));
    var definition = turn.definition(journey);
    var step = definition == null ? null : definition.step(journey.step());
    if (definition == null || step == null) {
      return;
    }
    if (definition.longest() != null && turn.state.timer(Waits.longestId(instance)).isEmpty()) {
      timeOut(instance, definition);
    } else if (Waits.areOn(step)) {
      waits.plant(instance, from);
    } else {
      arrive(instance, definition, step);
    }
  }

  /** An answer moves the journey that asked, and is noted where its step says so. */
  void answer(Command.AnswerQuestion c) {
    Journey asking = null;
    Step.Ask asked = null;
    var named = c.effect() == null ? null : turn.state.pending(c.effect()).orElse(null);
    for (var journey : turn.state.journeys()) {
      var definition = turn.definition(journey);
      boolean meant = named == null || journey.instance().equals(named.instance());
      if (asking == null
          && meant
          && journey.isUnderWay()
          && definition != null
          && definition.step(journey.step()) instanceof Step.Ask ask
          && ask.question().equals(c.question())) {
        asking = journey;
        asked = ask;
      }
    }
    var effect = c.effect() == null ? waiting(c.question(), asking) : c.effect();
    var question = effect == null ? null : turn.state.pending(effect).orElse(null);
    turn.add(
        new Fact.QuestionAnswered(
            c.question(),
            effect,
            asking != null ? asking.instance() : question == null ? null : question.instance(),
            c.answer(),
            feeling(c),
            c.effort()));
    keep(c, asked);
    if (asking == null || asked == null) {
      return;
    }
    var situation = new Situation(turn.state, turn.clock, "", said(c), asking);
    var next = asked.otherwise();
    for (var branch : asked.answers()) {
      if (branch.when().holds(situation)) {
        next = branch.next();
        break;
      }
    }
    var definition = turn.definition(asking);
    if (definition != null) {
      enter(asking.instance(), definition, new Way(next, Cause.ANSWER, c.question()));
    }
  }

  /** What was said beside the answer, or the answer itself where the question asks just that. */
  private @Nullable Integer feeling(Command.AnswerQuestion c) {
    var question = turn.blueprint.question(c.question());
    boolean asksThat = question != null && question.kind() == Question.Kind.FEELING;
    return c.feeling() == null && asksThat && c.answer() instanceof Value.Whole(long felt)
        ? (Integer) (int) felt
        : c.feeling();
  }

  /**
   * The question that an answer is to which names none: the one of the journey that asks, or where
   * none asks the first that still waits.
   */
  private @Nullable String waiting(String question, @Nullable Journey asking) {
    for (var effect : turn.state.pending()) {
      if (Outgoing.asks(effect, question)
          && (asking == null || asking.instance().equals(effect.instance()))) {
        return effect.id();
      }
    }
    return null;
  }

  /** Keeps an answer in the attribute the step names, or else the question. */
  private void keep(Command.AnswerQuestion c, Step.@Nullable Ask asked) {
    var question = turn.blueprint.question(c.question());
    var name = question == null ? null : question.keep();
    if (asked != null && asked.slot() >= 0) {
      name = turn.blueprint.schema().attributes().get(asked.slot()).name();
    }
    if (name != null) {
      new Profile(turn).set(Map.of(name, c.answer()));
    }
  }

  /** An answer as rules see it: what was said, how it felt and what effort it took. */
  private static Map<String, Value> said(Command.AnswerQuestion c) {
    var said = new HashMap<String, Value>();
    said.put("answer", c.answer());
    if (c.feeling() != null) {
      said.put("feeling", Value.of((long) c.feeling()));
    }
    if (c.effort() != null) {
      said.put("effort", Value.of((long) c.effort()));
    }
    return said;
  }

  /** What came of a task moves the journey that handed over. */
  void outcome(Pending effect, String outcome) {
    var journey = turn.state.journey(effect.instance() == null ? "" : effect.instance());
    var definition = journey.map(turn::definition).orElse(null);
    if (definition != null
        && journey.get().isUnderWay()
        && definition.step(journey.get().step()) instanceof Step.HandOver step
        && step.queue().equals(effect.subject())) {
      var next = step.outcomes().getOrDefault(outcome, step.otherwise());
      enter(journey.get().instance(), definition, new Way(next, Cause.OUTCOME, outcome));
    }
  }

  /** Ends a journey by request, on the definition's first ending of that kind. */
  void end(Journey journey, Ending ending, @Nullable String reason) {
    var definition = turn.definition(journey);
    if (definition != null) {
      for (var step : definition.steps()) {
        if (step instanceof Step.End end && end.ending() == ending) {
          waits.drop(journey);
          stepInto(
              journey.instance(), definition, end, new Way(end.id(), Cause.REQUEST, "request"));
          finish(journey, ending, end.id(), reason);
          return;
        }
      }
    }
    finish(journey, ending, journey.step(), reason);
  }

  void hold(Journey journey, Instant until) {
    waits.drop(journey);
    turn.add(new Fact.JourneyHeld(journey.instance(), until));
    waits.plant(
        new Timer("hold:" + journey.instance(), Timer.Kind.HOLD, journey.instance(), until, null));
  }

  /**
   * Goes back to the step the person last waited on before the ending, or the first one, with the
   * whole time of the journey before it again.
   */
  void reopen(Journey journey) {
    var definition = Objects.requireNonNull(turn.definition(journey), "checked before");
    var step = definition.step(journey.step());
    if (step == null || step instanceof Step.End) {
      step = definition.step(journey.waitedOn());
    }
    if (step == null || step instanceof Step.End) {
      step = definition.steps().getFirst();
    }
    turn.add(new Fact.JourneyReopened(journey.instance(), step.stage(), step.id(), turn.clock));
    waits.longest(journey.instance(), definition, turn.clock);
    arrive(journey.instance(), definition, step);
  }

  /**
   * A journey at rest stays at rest, as long as it was to. A time that only the new version sets
   * for the whole of it counts from its beginning.
   */
  void migrate(Journey journey, int version, Step step) {
    var before = turn.definition(journey);
    if (journey.isUnderWay()) {
      waits.drop(journey);
    }
    turn.add(
        new Fact.JourneyMigrated(journey.instance(), version, step.stage(), step.id(), turn.clock));
    var moved = turn.state.journey(journey.instance()).orElseThrow();
    var after = turn.definition(moved);
    if (after == null) {
      return;
    }
    if (before == null || before.longest() == null) {
      waits.longest(journey.instance(), after, journey.begunAt());
    }
    if (moved.isUnderWay()) {
      arrive(journey.instance(), after, step);
    }
  }

  /** What waits to be sent for a journey that the person said no to is taken back. */
  void keepNoes() {
    for (var effect : turn.state.pending()) {
      var definition = definitionOf(effect.instance());
      if (definition != null
          && turn.state.record(definition).map(JourneyRecord::closedByNo).orElse(false)) {
        turn.add(new Fact.EffectWithheld(effect.id(), Fact.Withheld.PERSON_SAID_NO, definition));
      }
    }
  }

  private void enter(String instance, JourneyDefinition definition, Way way) {
    turn.state.journey(instance).ifPresent(waits::drop);
    var step = definition.stepsById().get(way.step());
    if (step == null) {
      throw new IllegalStateException("no step " + way.step() + " in " + definition.id());
    }
    stepInto(instance, definition, step, way);
    arrive(instance, definition, step);
  }

  /** Does what a step asks, and goes on while nothing has to be waited for. */
  private void arrive(String instance, JourneyDefinition definition, Step first) {
    var step = first;
    for (int taken = 0; taken < Engine.STEPS_AT_ONCE_MAX; taken++) {
      if (step instanceof Step.End end) {
        finish(turn.state.journey(instance).orElseThrow(), end.ending(), end.id(), null);
        return;
      }
      var way = steps.act(instance, step);
      if (way == null) {
        return;
      }
      step = definition.stepsById().get(way.step());
      if (step == null) {
        throw new IllegalStateException("no step " + way.step() + " in " + definition.id());
      }
      stepInto(instance, definition, step, way);
    }
    turn.add(new Fact.JourneyStuck(instance, step.id()));
  }

  private void stepInto(String instance, JourneyDefinition definition, Step step, Way way) {
    var from = turn.state.journey(instance).map(Journey::step).orElse("");
    turn.add(
        new Fact.StepEntered(
            instance,
            step.stage(),
            step.id(),
            from.isEmpty() ? null : from,
            way.cause(),
            way.by(),
            turn.clock));
    var left = definition.step(from);
    if (left != null && left.about().felt() != null && !(step instanceof Step.End)) {
      steps.askHowItFelt(instance, left.about().felt());
    }
  }

  /** Ends a journey; what it still had under way with the person goes no further. */
  private void finish(Journey journey, Ending ending, String step, @Nullable String reason) {
    turn.add(new Fact.JourneyEnded(journey.instance(), ending, step, reason, turn.clock));
    endedNow.add(journey.definition());
    boolean no = ending == Ending.DECLINED;
    for (var effect : turn.state.pending()) {
      var definition = definitionOf(effect.instance());
      if (no && journey.definition().equals(definition)) {
        turn.add(
            new Fact.EffectWithheld(
                effect.id(), Fact.Withheld.PERSON_SAID_NO, journey.definition()));
      } else if (journey.instance().equals(effect.instance())
          && effect.kind() != Pending.Kind.MESSAGE
          && effect.kind() != Pending.Kind.WEBHOOK) {
        turn.add(
            new Fact.EffectWithheld(effect.id(), Fact.Withheld.JOURNEY_OVER, journey.instance()));
      }
    }
  }
}
