package cairn.server.decide;

import cairn.adaptive.Fairness;
import cairn.adaptive.Predictor;
import cairn.blueprint.Blueprint;
import cairn.decision.Arm;
import cairn.decision.DecisionRecord;
import cairn.person.PersonState;
import cairn.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts, since this process began, whom each action was chosen for among those it was weighed for,
 * by the groups that the blueprint names. No model sees any of it. For one thread.
 */
final class FairnessWatch {
  /** Groups told apart by one attribute; whoever comes later is among the others. */
  static final int GROUPS_MAX = 50;

  /** A group of fewer is told and not compared. */
  static final int PEOPLE_MIN = 100;

  private static final String OTHERS = "others";
  private static final String UNKNOWN = "not known";

  private final Map<String, Map<String, Fairness.Tally>> tallies = new TreeMap<>();

  /** One action by one attribute. */
  record Told(String action, String by, Fairness.Report report) {}

  /** Counts a decision made in full. */
  void look(Blueprint blueprint, PersonState person, DecisionRecord record) {
    var plan = blueprint.catalogue().notes().models();
    if (plan.fairness().isEmpty() || record.arm() != Arm.FULL) {
      return;
    }
    var chosen = new HashSet<Integer>();
    var explored = new HashSet<Integer>();
    for (var slot : record.slots()) {
      int action = record.survivors().get(slot.survivor()).action();
      chosen.add(action);
      if (slot.explored()) {
        explored.add(action);
      }
    }
    var weighed = new HashSet<Integer>();
    for (var survivor : record.survivors()) {
      int action = survivor.action();
      if (weighed.add(action)) {
        var id = blueprint.catalogue().action(action).id();
        for (var by : plan.fairness()) {
          var tally = tally(id, by.name());
          tally.add(
              new Fairness.Row(
                  bounded(tally, group(by, blueprint, person)),
                  survivor.propensity(),
                  chosen.contains(action),
                  explored.contains(action),
                  Double.NaN));
        }
      }
    }
  }

  private Fairness.Tally tally(String action, String by) {
    return tallies
        .computeIfAbsent(action, any -> new TreeMap<>())
        .computeIfAbsent(by, any -> new Fairness.Tally());
  }

  private static String bounded(Fairness.Tally tally, String group) {
    return tally.knows(group) || tally.groups() < GROUPS_MAX ? group : OTHERS;
  }

  private static String group(Predictor by, Blueprint blueprint, PersonState person) {
    var attribute = blueprint.schema().attribute(by.name().substring(by.name().indexOf('.') + 1));
    var value = attribute == null ? null : person.attributes().get(attribute.slot());
    return switch (by) {
      case Predictor.Binned(var name, var edges) -> band(number(value), edges);
      case Predictor.Symbol _, Predictor.Scaled _, Predictor.Quantiles _ -> word(value);
    };
  }

  private static String word(@Nullable Value value) {
    return switch (value) {
      case Value.Text(var text) -> text;
      case Value.Flag(var flag) -> Boolean.toString(flag);
      case Value.Whole(var whole) -> Long.toString(whole);
      case null, default -> UNKNOWN;
    };
  }

  private static double number(@Nullable Value value) {
    return switch (value) {
      case Value.Whole(var whole) -> (double) whole;
      case Value.Decimal(var decimal) -> decimal;
      case null, default -> Double.NaN;
    };
  }

  private static String band(double number, List<Double> edges) {
    if (Double.isNaN(number)) {
      return UNKNOWN;
    }
    int band = 0;
    while (band < edges.size() && number >= edges.get(band)) {
      band++;
    }
    if (band == 0) {
      return "below " + plain(edges.getFirst());
    }
    return band == edges.size()
        ? plain(edges.getLast()) + " and more"
        : plain(edges.get(band - 1)) + " to " + plain(edges.get(band));
  }

  private static String plain(double edge) {
    return edge == Math.rint(edge) ? Long.toString((long) edge) : Double.toString(edge);
  }

  /** What was counted by now. */
  List<Told> told() {
    var all = new ArrayList<Told>();
    tallies.forEach((action, byAttribute) ->
        byAttribute.forEach(
            (by, tally) -> all.add(new Told(action, by, tally.report(PEOPLE_MIN)))));
    return List.copyOf(all);
  }
}
