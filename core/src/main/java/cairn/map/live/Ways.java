package cairn.map.live;

import static cairn.map.live.Asking.days;
import static cairn.map.live.Asking.quoted;

import cairn.map.ElementId;
import cairn.map.EndingKind;
import cairn.map.JourneyMap;
import cairn.map.Link;
import cairn.map.StepRole;
import cairn.map.live.JourneyProposal.About;
import cairn.map.live.JourneyProposal.StepProposal;
import cairn.map.live.JourneyProposal.Transition;
import cairn.map.live.JourneyProposal.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Draws the ways between proposed steps: the main one, the asides, and what the map draws itself.
 */
final class Ways {
  private final JourneyMap map;
  private final List<StepProposal> steps;
  private final Map<ElementId, String> stepIds;
  private final Asking asking;
  private final List<Transition> transitions;

  /**
   * Ways between these steps.
   *
   * @param begun ways that are known already
   */
  Ways(
      JourneyMap map,
      List<StepProposal> steps,
      Map<ElementId, String> stepIds,
      Asking asking,
      List<Transition> begun) {
    this.map = map;
    this.steps = steps;
    this.stepIds = stepIds;
    this.asking = asking;
    this.transitions = new ArrayList<>(begun);
  }

  /** All ways; what keeps somebody for ever is asked about. */
  List<Transition> all() {
    mainWay();
    drawnWays();
    waysOn();
    return transitions;
  }

  private void mainWay() {
    var columns = map.columns();
    for (int place = 0; place < columns.size(); place++) {
      var from = proposal(columns.get(place).id());
      if (from.kind() == StepRole.ENDING) {
        continue;
      }
      boolean isLast = endsAfter(from);
      for (int after = place + 1; after < columns.size(); after++) {
        var to = proposal(columns.get(after).id());
        if (isAside(to)) {
          transitions.add(new Transition(from.id(), to.id(), Trigger.ANSWER, "no", "says no"));
        } else if (!isLast) {
          transitions.add(onward(from, to));
          timeOut(columns.get(place), from, to);
          // A good ending may stand before the others of the same fork.
          isLast = to.kind() == StepRole.ENDING;
          if (!isLast) {
            break;
          }
        } else {
          break;
        }
      }
    }
  }

  /** Waiting ends when the next event comes; everything else goes on when it is done. */
  private static Transition onward(StepProposal from, StepProposal to) {
    boolean waits = from.kind() == StepRole.WAIT_FOR || from.kind() == StepRole.OPEN;
    return waits
        ? new Transition(from.id(), to.id(), Trigger.EVENT, to.event(), "")
        : new Transition(from.id(), to.id(), Trigger.NEXT, "", "");
  }

  private void timeOut(JourneyMap.Column column, StepProposal from, StepProposal to) {
    if (from.kind() != StepRole.WAIT_FOR || from.stay().isEmpty()) {
      return;
    }
    transitions.add(
        new Transition(
            from.id(), to.id(), Trigger.TIME, from.stay().get().toString(), "after the wait"));
    asking.besides(
        column.id(),
        About.AFTER_WAIT,
        "After "
            + days(from.stay().get())
            + " at "
            + quoted(column.name())
            + ": go on, remind, ask, or end? Proposed: go on.",
        false);
  }

  private void drawnWays() {
    for (Link link : map.state().all(Link.class)) {
      boolean isWay =
          switch (link.meaning()) {
            case NEXT, DETOUR -> true;
            case RELATES, HANDS_OVER -> false;
          };
      var from = link.from().map(this::idOf).orElse("");
      var to = link.to().map(this::idOf).orElse("");
      if (isWay && !from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
        var target = proposal(link.to().orElseThrow());
        var way = new Transition(from, to, Trigger.EVENT, target.event(), link.label());
        boolean known =
            transitions.stream()
                .anyMatch(other ->
                    other.from().equals(from)
                        && other.to().equals(to)
                        && other.trigger() == Trigger.EVENT);
        if (!known) {
          transitions.add(way);
        }
      }
    }
  }

  /** A step that only waits for events nobody has named keeps people for ever. */
  private void waysOn() {
    for (StepProposal step : steps) {
      boolean leads =
          step.kind() == StepRole.ENDING
              || transitions.stream()
                  .filter(way -> way.from().equals(step.id()))
                  .anyMatch(way -> way.trigger() != Trigger.EVENT || !way.on().isEmpty());
      if (!leads) {
        asking.besides(
            step.source(),
            About.NO_WAY_ON,
            "What takes a person on from "
                + quoted(step.name())
                + ": an event that shows the next step, or a time?",
            true);
      }
    }
  }

  private static boolean isAside(StepProposal step) {
    return switch (step.ending()) {
      case DECLINED, CHANGED_PURPOSE, LEFT, TIMED_OUT -> true;
      case NONE, ACHIEVED -> false;
    };
  }

  private boolean endsAfter(StepProposal step) {
    return steps.stream()
        .anyMatch(
            other -> other.source().equals(step.source()) && other.ending() != EndingKind.NONE);
  }

  private StepProposal proposal(ElementId source) {
    return steps.stream().filter(step -> step.source().equals(source)).findFirst().orElseThrow();
  }

  private String idOf(ElementId source) {
    return stepIds.getOrDefault(source, "");
  }
}
