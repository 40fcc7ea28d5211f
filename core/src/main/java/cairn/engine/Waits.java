package cairn.engine;

import cairn.journey.JourneyDefinition;
import cairn.journey.Moment;
import cairn.journey.Step;
import cairn.log.Fact;
import cairn.person.Journey;
import cairn.person.Timer;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The timers of journeys: of the step a person waits on, of a rest, and of the whole. */
final class Waits {
  private final Turn turn;

  Waits(Turn turn) {
    this.turn = turn;
  }

  /** Forgets what a journey's step, or its rest, waits for. */
  void drop(Journey journey) {
    for (var timer : turn.state.timers()) {
      if (timer.subject().equals(journey.instance()) && timer.kind() != Timer.Kind.JOURNEY) {
        turn.add(new Fact.TimerDropped(timer.id()));
      }
    }
  }

  /** Attributes changed: waits for a date that one holds, or in the zone that one names, move. */
  void move(Set<Integer> slots) {
    boolean zone = slots.contains(turn.blueprint.about().zoneSlot());
    for (var journey : turn.state.journeys()) {
      var definition = journey.isUnderWay() ? turn.definition(journey) : null;
      var timeout = definition == null ? null : timeoutOf(definition.step(journey.step()));
      var planted = turn.state.timer(stepId(journey.instance())).orElse(null);
      if (timeout != null && planted != null) {
        switch (timeout.moment()) {
          case Moment.After _ -> {}
          case Moment.AtLocalTime m -> {
            if (zone) {
              plant(new Clock(turn).moved(planted, m, journey.enteredAt()));
            }
          }
          case Moment.OnProfileDate m -> {
            if (zone || slots.contains(m.slot())) {
              plant(journey.instance(), m, turn.clock);
            }
          }
        }
      }
    }
  }

  /** Plants the end of the time set for the whole of a journey, where it has one. */
  void longest(String instance, JourneyDefinition definition, Instant from) {
    if (definition.longest() != null) {
      var due = from.plus(definition.longest());
      plant(new Timer(longestId(instance), Timer.Kind.JOURNEY, instance, due, null));
    }
  }

  /** The timer of the time set for the whole of a journey. */
  static String longestId(String instance) {
    return "journey:" + instance;
  }

  private static String stepId(String instance) {
    return "step:" + instance;
  }

  /** Plants the timer of the step a journey stands on, counted from a time that may be long ago. */
  void plant(String instance, Instant from) {
    var journey = turn.state.journey(instance).orElse(null);
    var definition = journey == null ? null : turn.definition(journey);
    if (journey != null && definition != null) {
      var timeout = timeoutOf(definition.step(journey.step()));
      if (timeout != null) {
        plant(instance, timeout.moment(), from);
      }
    }
  }

  void plant(String instance, Moment moment, Instant from) {
    plant(new Clock(turn).timer(stepId(instance), instance, moment, from));
  }

  void plant(Timer timer) {
    if (turn.state.timer(timer.id()).filter(timer::equals).isEmpty()) {
      turn.add(new Fact.TimerPlanted(timer));
    }
  }

  static Step.@Nullable Timeout timeoutOf(@Nullable Step step) {
    return switch (step) {
      case Step.WaitFor s -> s.timeout();
      case Step.Ask s -> s.timeout();
      case Step.HandOver s -> s.timeout();
      case null -> null;
      case Step.Talk s -> null;
      case Step.Decide s -> null;
      case Step.Split s -> null;
      case Step.Experiment s -> null;
      case Step.Note s -> null;
      case Step.End s -> null;
    };
  }

  /** Whether a person stays on a step until something comes. */
  static boolean areOn(Step step) {
    return switch (step) {
      case Step.WaitFor _, Step.Ask _, Step.HandOver _ -> true;
      case Step.Talk _, Step.Decide _, Step.Split _, Step.Experiment _, Step.Note _, Step.End _ ->
          false;
    };
  }
}
