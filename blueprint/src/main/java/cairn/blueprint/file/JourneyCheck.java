package cairn.blueprint.file;

import cairn.journey.JourneyDefinition;
import cairn.journey.Moment;
import cairn.journey.Step;
import cairn.map.live.Shadow;
import cairn.person.Ending;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a journey as a whole: every step can be reached, every step leads to an ending, nothing
 * turns in a circle without waiting, a person can be reached from where nobody decides, a no is
 * among the endings that can be reached, saying no takes no more steps than saying yes, and what is
 * named as a shadow only watches.
 */
final class JourneyCheck {
  private final FileReading reading;
  private final Map<String, Tree.Field> places;
  private final JourneyDefinition journey;

  JourneyCheck(FileReading reading, Map<String, Tree.Field> places, JourneyDefinition journey) {
    this.reading = reading;
    this.places = places;
    this.journey = journey;
  }

  void check() {
    var distances = distances();
    unreachable(distances.keySet());
    noEnding();
    circles();
    aPerson();
    no(distances);
    onlyWatches();
  }

  private Place place(String step) {
    var field = places.get(step);
    return field == null ? Place.START : field.key();
  }

  private Place stepsPlace() {
    var steps = reading.root().fields().get("steps");
    return steps == null ? Place.START : steps.key();
  }

  /** Where a person on a step can go, by its own ways, by moves and by exits. */
  private Set<String> next(Step step) {
    var next = new LinkedHashSet<>(step.next());
    if (step instanceof Step.End) {
      return next;
    }
    for (var move : journey.moves()) {
      if (move.worksFrom(step.id())) {
        next.add(move.to());
      }
    }
    next.addAll(anywhere());
    return next;
  }

  /** Endings that exits, goals and the longest time lead to from any step. */
  private Set<String> anywhere() {
    var endings = new LinkedHashSet<String>();
    journey.exits().forEach(exit -> endings.add(exit.step()));
    journey
        .goals()
        .forEach(goal -> {
          if (goal.step() != null) {
            endings.add(goal.step());
          }
        });
    if (journey.timedOut() != null) {
      endings.add(journey.timedOut());
    }
    return endings;
  }

  /** How few steps it takes from a beginning to each step that can be reached. */
  private Map<String, Integer> distances() {
    var distances = new HashMap<String, Integer>();
    var queue = new ArrayDeque<String>();
    for (var beginning : journey.beginnings()) {
      if (distances.putIfAbsent(beginning.step(), 0) == null) {
        queue.add(beginning.step());
      }
    }
    while (!queue.isEmpty()) {
      var id = queue.remove();
      int distance = distances.getOrDefault(id, 0);
      var step = journey.step(id);
      for (var next : step == null ? Set.<String>of() : next(step)) {
        if (distances.putIfAbsent(next, distance + 1) == null) {
          queue.add(next);
        }
      }
    }
    return distances;
  }

  private void unreachable(Set<String> reached) {
    for (var step : journey.steps()) {
      if (!reached.contains(step.id())) {
        reading.problem(
            place(step.id()),
            "Nobody can reach the step " + step.id() + ".",
            "Lead to it from another step, or delete it.");
      }
    }
  }

  /** Steps from which no ending can be reached. */
  private void noEnding() {
    var ends = leadingTo(Step.End.class);
    for (var step : journey.steps()) {
      if (!ends.contains(step.id())) {
        reading.problem(
            place(step.id()),
            "From " + step.id() + " no ending can be reached.",
            "Lead from it, sooner or later, to a step with end: ...");
      }
    }
  }

  /** Steps of a kind, and those from which one can be reached. */
  private Set<String> leadingTo(Class<? extends Step> kind) {
    var leading = new HashSet<String>();
    boolean grew = true;
    while (grew) {
      grew = false;
      for (var step : journey.steps()) {
        boolean leads = kind.isInstance(step) || next(step).stream().anyMatch(leading::contains);
        grew |= leads && leading.add(step.id());
      }
    }
    return leading;
  }

  /** Steps that decide about a person by themselves, from which nobody ever looks at it. */
  private void aPerson() {
    var leading = leadingTo(Step.HandOver.class);
    for (var step : journey.steps()) {
      if (decidesByItself(step) && !leading.contains(step.id())) {
        reading.objection(
            place(step.id()),
            "From " + step.id() + ", where nobody decides, no person can be reached.",
            "Lead from it to a step with handOver: ..., for example by a move that works"
                + " everywhere.");
      }
    }
  }

  private static boolean decidesByItself(Step step) {
    return switch (step) {
      case Step.Decide _, Step.Split _, Step.Experiment _ -> true;
      case Step.WaitFor _, Step.Talk _, Step.Ask _, Step.HandOver _, Step.Note _, Step.End _ ->
          false;
    };
  }

  /** Circles of steps that all go on at once: a person in one would never stand still. */
  private void circles() {
    var done = new HashSet<String>();
    for (var step : journey.steps()) {
      var circle = circle(step.id(), new ArrayList<>(), done);
      if (circle != null) {
        reading.problem(
            place(circle.getFirst()),
            "These steps turn in a circle without waiting: " + String.join(", ", circle) + ".",
            "Put a waitFor, an ask or a handOver between them.");
      }
    }
  }

  private @Nullable List<String> circle(String id, List<String> path, Set<String> done) {
    int before = path.indexOf(id);
    if (before >= 0) {
      return List.copyOf(path.subList(before, path.size()));
    }
    if (!done.add(id)) {
      return null;
    }
    path.add(id);
    var step = journey.step(id);
    for (var next : step == null ? List.<String>of() : atOnce(step)) {
      var circle = circle(next, path, done);
      if (circle != null) {
        return circle;
      }
    }
    path.removeLast();
    return null;
  }

  /** Where a step leads in the same moment. */
  private static List<String> atOnce(Step step) {
    return switch (step) {
      case Step.WaitFor waitFor -> atOnce(waitFor.timeout());
      case Step.Ask ask -> atOnce(ask.timeout());
      case Step.HandOver handOver -> atOnce(handOver.timeout());
      case Step.Talk talk -> talk.next();
      case Step.Decide decide -> decide.next();
      case Step.Split split -> split.next();
      case Step.Experiment experiment -> experiment.next();
      case Step.Note note -> note.next();
      case Step.End end -> List.of();
    };
  }

  private static List<String> atOnce(Step.@Nullable Timeout timeout) {
    return timeout != null && mayBeNow(timeout.moment()) ? List.of(timeout.next()) : List.of();
  }

  /** A date may be unknown or past; a time of day is always ahead. */
  private static boolean mayBeNow(Moment moment) {
    return switch (moment) {
      case Moment.After(var span) -> span.isZero();
      case Moment.OnProfileDate _ -> true;
      case Moment.AtLocalTime _ -> false;
    };
  }

  private void no(Map<String, Integer> distances) {
    int no = Integer.MAX_VALUE;
    int yes = Integer.MAX_VALUE;
    for (var step : journey.steps()) {
      var distance = distances.get(step.id());
      if (distance != null && step instanceof Step.End(var about, var ending)) {
        no = ending == Ending.DECLINED ? Math.min(no, distance) : no;
        yes = ending == Ending.ACHIEVED ? Math.min(yes, distance) : yes;
      }
    }
    if (no == Integer.MAX_VALUE) {
      reading.problem(
          stepsPlace(),
          "Nobody can say no on this journey.",
          "Add an ending with end: declined, and an event, an answer or an exit that leads to it.");
    } else if (no > yes) {
      reading.problem(
          stepsPlace(),
          "Saying no takes " + no + " steps, saying yes takes " + yes + ".",
          "Let a no be reached in as few steps as a yes, for example by an exit.");
    }
  }

  /** The person is not shown a shadow, so it must never speak to them. */
  private void onlyWatches() {
    if (!Shadow.is(journey.id())) {
      return;
    }
    for (var step : journey.steps()) {
      if (step.about().felt() != null || comesToThePerson(step)) {
        reading.problem(
            place(step.id()),
            "A journey whose id ends in "
                + Shadow.SUFFIX
                + " only watches, but "
                + step.id()
                + " turns to the person.",
            "Give the journey another id.");
      }
    }
  }

  private static boolean comesToThePerson(Step step) {
    return switch (step) {
      case Step.Talk _, Step.Ask _, Step.HandOver _, Step.Decide _ -> true;
      case Step.WaitFor _, Step.Split _, Step.Experiment _, Step.Note _, Step.End _ -> false;
    };
  }
}
