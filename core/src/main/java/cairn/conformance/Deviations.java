package cairn.conformance;

import cairn.conformance.Alignment.Move;
import cairn.conformance.Deviation.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Reads an {@link Alignment} in the words of journey mapping. */
public final class Deviations {

  private Deviations() {}

  /**
   * Every deviation of a journey from a plan: first those of the journey's events in their order,
   * then the planned touchpoints that never came, in plan order.
   *
   * <p>An unpaired event and an unpaired planned step of the same label are one deviation, out of
   * sequence: the earliest such event with the earliest such step. What is left is classified
   * alone.
   *
   * @throws IllegalArgumentException when both are too long to align, see {@link Alignment#of}
   */
  public static List<Deviation> between(
      List<PlannedTouchpoint> plan, List<ActualTouchpoint> actual) {
    var planLabels = plan.stream().map(PlannedTouchpoint::label).toList();
    var actualLabels = actual.stream().map(ActualTouchpoint::label).toList();
    var alignment = Alignment.of(planLabels, actualLabels);

    var unmet = new HashMap<String, Deque<Integer>>();
    for (Move move : alignment.moves()) {
      if (move instanceof Move.PlannedOnly(int planned)) {
        unmet.computeIfAbsent(planLabels.get(planned), label -> new ArrayDeque<>()).add(planned);
      }
    }
    var known = new HashSet<>(planLabels);
    var found = new ArrayList<Deviation>();
    for (Move move : alignment.moves()) {
      switch (move) {
        case Move.Both(int planned, int event) ->
            addPaired(found, plan.get(planned), planned, actual.get(event), event);
        case Move.ActualOnly(int event) ->
            found.add(
                unpaired(
                    actualLabels.get(event),
                    event,
                    unmet,
                    known.contains(actualLabels.get(event))));
        case Move.PlannedOnly _ -> {
          // Met elsewhere or missing: known only when every event has been seen.
        }
      }
    }
    unmet.values().stream()
        .flatMap(Deque::stream)
        .sorted()
        .map(step ->
            new Deviation(
                Kind.MISSING, planLabels.get(step), OptionalInt.of(step), OptionalInt.empty()))
        .forEach(found::add);
    return List.copyOf(found);
  }

  private static void addPaired(
      List<Deviation> found,
      PlannedTouchpoint step,
      int planned,
      ActualTouchpoint touchpoint,
      int event) {
    var at = OptionalInt.of(planned);
    var when = OptionalInt.of(event);
    switch (touchpoint.status()) {
      case FAILED -> found.add(new Deviation(Kind.FAILURE, step.label(), at, when));
      case COMPLETED -> {
        // As planned, so far.
      }
    }
    boolean bothKnown = step.channel().isPresent() && touchpoint.channel().isPresent();
    if (bothKnown && !step.channel().equals(touchpoint.channel())) {
      found.add(new Deviation(Kind.CHANNEL_SWITCH, step.label(), at, when));
    }
  }

  private static Deviation unpaired(
      String label, int event, Map<String, Deque<Integer>> unmet, boolean isPlanned) {
    var when = OptionalInt.of(event);
    Deque<Integer> steps = unmet.get(label);
    if (steps != null && !steps.isEmpty()) {
      return new Deviation(Kind.OUT_OF_SEQUENCE, label, OptionalInt.of(steps.removeFirst()), when);
    }
    return new Deviation(
        isPlanned ? Kind.REPETITION : Kind.AD_HOC, label, OptionalInt.empty(), when);
  }
}
