package cairn.decision;

import cairn.adaptive.FeatureSchema;
import cairn.adaptive.Predictor;
import java.time.Duration;
import java.util.List;

/**
 * What models may look at, and how long they wait for an answer.
 *
 * @param outcomeWindow how long after something was shown no response becomes an outcome of its own
 * @param fairness what people are grouped by to see whether they fare alike; no model looks at it
 *     for that, and it may be protected
 */
public record ModelPlan(FeatureSchema features, Duration outcomeWindow, List<Predictor> fairness) {
  /** Channel, purpose and time of day alone: nothing about the person. */
  public static final ModelPlan STANDARD =
      new ModelPlan(
          new FeatureSchema(
              1,
              List.of(
                  new Predictor.Symbol("channel"),
                  new Predictor.Symbol("purpose"),
                  new Predictor.Binned("time.hour", List.of(6.0, 9.0, 12.0, 17.0, 21.0)))),
          Duration.ofDays(7),
          List.of());

  public ModelPlan {
    fairness = List.copyOf(fairness);
    if (outcomeWindow.isNegative() || outcomeWindow.isZero()) {
      throw new IllegalArgumentException("an outcome window is longer than nothing");
    }
  }
}
