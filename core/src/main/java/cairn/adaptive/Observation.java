package cairn.adaptive;

import java.time.Instant;
import java.util.List;

/** One thing a {@link Trainer} takes in; the recorded order of observations decides everything. */
public sealed interface Observation {
  /** The most models one decision may teach (action, treatment, channel). */
  int MODELS_MAX = 8;

  /** A model exists from now on, a sibling of its group. */
  record Declared(ModelId model, String group) implements Observation {}

  /**
   * Something was shown, so its outcome window is open.
   *
   * @param decision the decision that chose it (or the slot of it), unique
   * @param models the models to teach
   * @param features as recorded when the decision was made
   * @param windowEnd when no response becomes an outcome of its own
   */
  record Shown(String decision, List<ModelId> models, FeatureVector features, Instant windowEnd)
      implements Observation {
    public Shown {
      models = copy(models);
    }
  }

  /** A response to something shown, as it occurred at this time; may come late, twice, or early. */
  record Responded(String decision, Outcome outcome, Instant at) implements Observation {}

  /** Shown and answered at once, as in an import or a simulation. */
  record Concluded(List<ModelId> models, FeatureVector features, Outcome outcome)
      implements Observation {
    public Concluded {
      models = copy(models);
    }
  }

  /** Time has passed: windows that end by now close without a response. */
  record Passed(Instant now) implements Observation {}

  private static List<ModelId> copy(List<ModelId> models) {
    if (models.isEmpty() || models.size() > MODELS_MAX) {
      throw new IllegalArgumentException("1 to " + MODELS_MAX + " models, not " + models.size());
    }
    return List.copyOf(models);
  }
}
