package cairn.engine;

import cairn.log.Fact;
import cairn.person.Timer;
import java.time.Instant;

/** Fires a person's timers in order of due time, each at its own due time. */
final class Timers {
  private final Turn turn;
  private final Walk walk;
  private final Beginnings beginnings;

  Timers(Turn turn, Walk walk, Beginnings beginnings) {
    this.turn = turn;
    this.walk = walk;
    this.beginnings = beginnings;
  }

  /** Fires what is due at this time or before, up to a bound; the rest stays due. */
  void fire(Instant until) {
    for (int fired = 0; fired < Turn.TIMERS_AT_ONCE_MAX; fired++) {
      if (turn.state.timers().isEmpty()) {
        return;
      }
      var timer = turn.state.timers().getFirst();
      if (timer.due().isAfter(until)) {
        return;
      }
      turn.clock = timer.due();
      turn.add(new Fact.TimerFired(timer.id(), timer.due()));
      int mark = turn.facts.size();
      var known = turn.state.attributes();
      walk.forgetEnded();
      act(timer);
      beginnings.follow(mark, known);
    }
  }

  private void act(Timer timer) {
    switch (timer.kind()) {
      case STEP, JOURNEY -> walk.timeout(timer);
      case HOLD ->
          turn.state
              .journey(timer.subject())
              .ifPresent(journey -> walk.resume(journey, turn.clock));
      case ABSENCE -> beginnings.absence(timer);
      case SEGMENT ->
          turn.blueprint.segments().stream()
              .filter(segment -> segment.id().equals(timer.subject()))
              .forEach(beginnings::ask);
    }
  }
}
