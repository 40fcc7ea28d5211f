package cairn.engine;

import cairn.log.Fact;
import cairn.person.Timer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Fires a person's timers in order of due time, each at its own due time. Timers of a journey that
 * is stopped for everybody wait until it is not.
 */
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
      var timer = next();
      if (timer == null || timer.due().isAfter(until)) {
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

  private @Nullable Timer next() {
    for (var timer : turn.state.timers()) {
      if (!isStopped(timer)) {
        return timer;
      }
    }
    return null;
  }

  private boolean isStopped(Timer timer) {
    return switch (timer.kind()) {
      case STEP, JOURNEY -> {
        var definition = Walk.definitionOf(timer.subject());
        yield definition != null && turn.world.switches().stopsJourney(definition);
      }
      case HOLD, ABSENCE, SEGMENT -> false;
    };
  }

  private void act(Timer timer) {
    switch (timer.kind()) {
      case STEP, JOURNEY -> walk.timeout(timer);
      case HOLD -> turn.state.journey(timer.subject()).ifPresent(walk::resume);
      case ABSENCE -> beginnings.absence(timer);
      case SEGMENT ->
          turn.blueprint.segments().stream()
              .filter(segment -> segment.id().equals(timer.subject()))
              .forEach(beginnings::ask);
    }
  }
}
