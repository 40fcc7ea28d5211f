package cairn.engine;

import cairn.log.Fact;
import cairn.person.Pending;
import cairn.person.PersonState;
import cairn.person.Purpose;
import cairn.person.Timer;

/**
 * Takes what a sealed record held, and says as facts what of it does not go on: effects of a
 * journey left behind, and whatever finds no room beside what the known person has.
 */
final class Absorbing {
  private final Turn turn;

  Absorbing(Turn turn) {
    this.turn = turn;
  }

  void take(Command.Absorb c) {
    turn.add(new Fact.RecordAbsorbed(c.from(), c.state(), c.entries()));
    for (var effect : c.state().pending()) {
      if (turn.state.pending(effect.id()).isEmpty()) {
        turn.add(letGo(c.state(), effect));
      }
    }
    for (var timer : c.state().timers()) {
      if (timer.kind() == Timer.Kind.ABSENCE && turn.state.timer(timer.id()).isEmpty()) {
        turn.add(new Fact.TimerDropped(timer.id()));
      }
    }
    for (var purpose : c.state().purposes()) {
      if (purpose.open() && !isOpen(purpose)) {
        turn.add(new Fact.PurposeClosed(purpose.id()));
      }
    }
  }

  private Fact letGo(PersonState theirs, Pending effect) {
    var instance = effect.instance();
    if (instance != null
        && theirs.journey(instance).filter(j -> !j.isOver()).isPresent()
        && turn.state.journey(instance).isEmpty()) {
      return new Fact.EffectWithheld(effect.id(), Fact.Withheld.JOURNEY_OVER, instance);
    }
    return new Fact.EffectWithheld(effect.id(), Fact.Withheld.NO_ROOM, effect.subject());
  }

  private boolean isOpen(Purpose purpose) {
    return turn.state.purposes().stream().anyMatch(p -> p.open() && p.id().equals(purpose.id()));
  }
}
