package cairn.server.decide;

import cairn.adaptive.ActionModel;
import cairn.adaptive.Contest;
import cairn.adaptive.ModelId;
import cairn.adaptive.Quality;
import cairn.blueprint.Blueprint;
import cairn.decision.Action;
import cairn.decision.measure.Rate;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.publish.Published;
import cairn.server.words.Tongue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the models learnt, how well they do, and whom they choose for. */
final class ModelRoutes {
  /** Features of one model that are told. */
  private static final int FEATURES_MAX = 40;

  private final Published published;
  private final Learning learning;

  ModelRoutes(Published published, Learning learning) {
    this.published = published;
    this.learning = learning;
  }

  record ListBody(
      long number,
      long decisions,
      int awaited,
      int features,
      List<BriefBody> models,
      List<History.Point> history,
      List<FairnessBody> fairness) {}

  /**
   * Whom an action was chosen for, by groups no model looks at; groups of too few people are told
   * among others, or not at all.
   *
   * @param by what people are grouped by
   * @param ratio the lowest share over the highest, of groups large enough to compare
   * @param alert whether that is less than four fifths
   */
  record FairnessBody(
      String action,
      String name,
      String by,
      List<FairGroupBody> groups,
      double ratio,
      boolean alert) {}

  /**
   * One group.
   *
   * @param weighed for how many decisions the action was weighed
   * @param chosen the share of them it was chosen in
   * @param explored the share of those that chance chose
   * @param reached of those who want it, for how many it is chosen: from whom it was put to, each
   *     counted for as many as are like them; null while nobody wanted it
   * @param overstated how much more often it was foretold to be wanted than it was by now, of those
   *     it was put to; null while it was put to nobody
   */
  record FairGroupBody(
      String group,
      long weighed,
      double chosen,
      double explored,
      @Nullable Double reached,
      @Nullable Double overstated) {}

  /**
   * How one model does.
   *
   * @param lastAlarm the response at which its log-loss last rose beyond what chance explains, or 0
   * @param contest beside naive Bayes and the base rate, on the same outcomes
   */
  record BriefBody(
      String action,
      String name,
      String group,
      long responses,
      long positives,
      long refusals,
      double logLoss,
      double baselineLogLoss,
      double brier,
      double calibrationError,
      int alarms,
      long lastAlarm,
      boolean newcomer,
      int version,
      int dimension,
      long impressions,
      long accepted,
      Contest contest) {}

  record DetailBody(
      BriefBody model,
      List<FeatureBody> strongest,
      long number,
      String calibration,
      List<CurveBody> curve,
      List<History.Point> history,
      List<FinerModels.Body> finer) {}

  record CurveBody(double count, double predicted, double observed) {}

  /**
   * A feature that moves a model.
   *
   * @param predictorName what people call the predictor
   * @param valueName what they call the value; empty where it is a number used as it is
   */
  record FeatureBody(
      String predictor,
      String predictorName,
      String value,
      String valueName,
      double weight,
      double deviation,
      double share) {}

  List<Route> routes() {
    return List.of(
        Route.get(
            "/v1/models",
            CatalogueRoutes.READERS,
            "decisions",
            "Lists the models with how well they did.",
            Shape.of(ListBody.class),
            request -> Reply.json(models())),
        Route.get(
            "/v1/models/{action}",
            CatalogueRoutes.READERS,
            "decisions",
            "Reads one model: what moves it most, and how sure it is.",
            Shape.of(DetailBody.class),
            this::model));
  }

  private ListBody models() {
    var blueprint = Asking.running(published);
    var seen = learning.seen();
    var snapshot = learning.models();
    var models = new ArrayList<BriefBody>();
    for (var action : blueprint.catalogue().actions()) {
      models.add(model(action));
    }
    return new ListBody(
        seen.number(),
        seen.decisions(),
        seen.awaited(),
        snapshot == null ? 0 : snapshot.schema().predictors().size(),
        models,
        seen.history(),
        seen.fairness().stream().map(told -> fairness(blueprint, told)).toList());
  }

  private static FairnessBody fairness(Blueprint blueprint, FairnessWatch.Told told) {
    int ordinal = blueprint.catalogue().ordinal(told.action());
    return new FairnessBody(
        told.action(),
        ordinal < 0 ? told.action() : blueprint.catalogue().action(ordinal).name(),
        told.by(),
        told.report().groups().stream()
            .map(group ->
                new FairGroupBody(
                    group.group(),
                    group.people(),
                    group.selectionRate(),
                    group.explorationShare(),
                    known(group.truePositiveRate()),
                    known(group.calibrationGap())))
            .toList(),
        told.report().selectionRatio(),
        told.report().isAlert());
  }

  private static @Nullable Double known(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private BriefBody model(Action action) {
    var snapshot = learning.models();
    var found =
        snapshot == null ? Optional.<ActionModel>empty() : snapshot.find(new ModelId(action.id()));
    var quality = found.map(one -> one.quality()).orElse(Quality.NONE);
    var counted = learning.seen().actions().getOrDefault(action.id(), new Rate(0, 0));
    return new BriefBody(
        action.id(),
        action.name(),
        action.group(),
        quality.responses(),
        quality.positives(),
        quality.refusals(),
        quality.logLoss(),
        quality.baselineLogLoss(),
        quality.brier(),
        quality.calibrationError(),
        quality.alarms(),
        quality.lastAlarm(),
        found.map(one -> one.newcomer()).orElse(true),
        found.map(one -> one.version()).orElse(0),
        found.map(one -> one.belief().dimension()).orElse(0),
        counted.impressions(),
        counted.accepted(),
        learning.seen().contests().getOrDefault(action.id(), Contest.NONE));
  }

  private Reply model(Request request) {
    var blueprint = Asking.running(published);
    var catalogue = blueprint.catalogue();
    int ordinal = catalogue.ordinal(request.param("action"));
    var snapshot = learning.models();
    int slot = ordinal < 0 || snapshot == null ? -1 : snapshot.slot(catalogue.model(ordinal));
    if (snapshot == null || slot < 0) {
      throw HttpRefusal.notFound("There is no such model.");
    }
    var words = new PredictorWords(blueprint, snapshot.schema(), Tongue.of(request));
    var strongest =
        snapshot.strongest(slot, FEATURES_MAX).stream()
            .map(one ->
                new FeatureBody(
                    one.predictor(),
                    words.name(one.predictor()),
                    one.label(),
                    words.value(one.predictor(), one.label()),
                    one.mean(),
                    one.deviation(),
                    one.average()))
            .toList();
    return Reply.json(
        new DetailBody(
            model(catalogue.action(ordinal)),
            strongest,
            learning.seen().number(),
            snapshot.model(slot).map() == null ? "as learnt" : "corrected by what was observed",
            learning
                .seen()
                .calibration()
                .getOrDefault(snapshot.model(slot).id().value(), List.of())
                .stream()
                .map(one -> new CurveBody(one.count(), one.predicted(), one.observed()))
                .toList(),
            learning.seen().histories().getOrDefault(snapshot.model(slot).id().value(), List.of()),
            FinerModels.of(catalogue, ordinal, snapshot)));
  }
}
