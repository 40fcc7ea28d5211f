package cairn.server.decide;

import cairn.adaptive.Explanation;
import cairn.adaptive.ModelSnapshot;
import cairn.blueprint.Blueprint;
import cairn.decision.Arm;
import cairn.decision.Catalogue;
import cairn.decision.DecisionRecord;
import cairn.decision.Slot;
import cairn.server.words.Tongue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What moved the chance of what was chosen: one part for each thing a model looks at, which with
 * the base sum to the logit behind P. It says what goes together, not what causes what.
 */
final class Drivers {
  /** As near as the logit of then must come for the models to be those of then. */
  private static final double SAME = 1e-9;

  /**
   * Of one slot.
   *
   * @param model the name of the model that spoke, an action or a part of what it stands for
   * @param base the logit of a person average in all a model looks at
   * @param logit what base and contributions sum to
   * @param asThen whether the models that decided said it; where those are gone, the ones that run
   *     now say it of what was recorded then
   */
  record Body(
      String action,
      String name,
      String model,
      double base,
      double logit,
      boolean asThen,
      List<PartBody> parts) {}

  /**
   * What one thing adds, beside a person average in it.
   *
   * @param predictorName what people call the predictor
   * @param valueName what they call the value
   * @param deviation how unsure its weight is
   */
  record PartBody(
      String predictor,
      String predictorName,
      String value,
      String valueName,
      double contribution,
      double deviation) {}

  private Drivers() {}

  /** For each slot whose chance a model gave; none where models were not asked. */
  static List<Body> of(
      DecisionRecord record, Blueprint blueprint, @Nullable ModelSnapshot models, Tongue tongue) {
    var features = record.features();
    if (features == null
        || models == null
        || record.arm() == Arm.RANDOM_MODEL
        || features.schemaVersion() != models.schema().version()) {
      return List.of();
    }
    var catalogue = blueprint.catalogue();
    var words = new PredictorWords(blueprint, models.schema(), tongue);
    var all = new ArrayList<Body>();
    for (var slot : record.slots()) {
      int model = slot.mandatory() ? -1 : speaker(record, slot, catalogue, models);
      if (model >= 0) {
        var survivor = record.survivors().get(slot.survivor());
        var said = models.explain(model, features);
        all.add(
            new Body(
                slot.action(),
                catalogue.action(survivor.action()).name(),
                models.model(model).id().value(),
                said.base(),
                said.prediction().logit(),
                Math.abs(said.prediction().logit() - survivor.logit()) < SAME,
                said.parts().stream().map(part -> body(part, words)).toList()));
      }
    }
    return List.copyOf(all);
  }

  private static int speaker(
      DecisionRecord record, Slot slot, Catalogue catalogue, ModelSnapshot models) {
    int action = record.survivors().get(slot.survivor()).action();
    return models.slotOfFinest(
        catalogue.models(action, record.request().channel(), slot.treatment()));
  }

  private static PartBody body(Explanation.Part part, PredictorWords words) {
    return new PartBody(
        part.predictor(),
        words.name(part.predictor()),
        part.value(),
        words.value(part.predictor(), part.value()),
        part.contribution(),
        part.uncertainty());
  }
}
