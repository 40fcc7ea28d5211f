package cairn.server.decide;

import cairn.adaptive.ModelId;
import cairn.adaptive.ModelSnapshot;
import cairn.decision.Catalogue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The finer models of an action: of it in one channel, or in one treatment there. */
final class FinerModels {
  /**
   * One of them.
   *
   * @param treatment which, where the model is of one treatment alone
   * @param speaks whether it has learnt enough to be asked instead of the coarser one
   */
  record Body(
      String channel,
      @Nullable String treatment,
      long responses,
      long positives,
      double logLoss,
      double baselineLogLoss,
      double calibrationError,
      boolean speaks) {}

  private FinerModels() {}

  /** Those that have begun, by channel as the action names them. */
  static List<Body> of(Catalogue catalogue, int action, ModelSnapshot models) {
    var told = new HashSet<ModelId>();
    var all = new ArrayList<Body>();
    for (var rendering : catalogue.action(action).renderings()) {
      var chain = catalogue.models(action, rendering.channel(), rendering.treatment());
      for (var id : chain.reversed()) {
        int slot = models.slot(id);
        if (slot >= 0 && id.coarser().isPresent() && told.add(id)) {
          var quality = models.model(slot).quality();
          all.add(
              new Body(
                  rendering.channel(),
                  isOfTreatment(id) ? rendering.treatment() : null,
                  quality.responses(),
                  quality.positives(),
                  quality.logLoss(),
                  quality.baselineLogLoss(),
                  quality.calibrationError(),
                  quality.responses() >= ModelSnapshot.FINER_AFTER));
        }
      }
    }
    return all;
  }

  /** A treatment is named within its channel, so two levels below the action. */
  private static boolean isOfTreatment(ModelId id) {
    return id.coarser().flatMap(ModelId::coarser).isPresent();
  }
}
