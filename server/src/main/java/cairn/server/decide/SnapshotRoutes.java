package cairn.server.decide;

import cairn.adaptive.ActionModel;
import cairn.adaptive.Contest;
import cairn.adaptive.FullBelief;
import cairn.adaptive.ModelSnapshot;
import cairn.server.http.Access;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Reply;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.workspace.account.Role;
import cairn.workspace.key.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes the models that run along, whole and readable, to keep or to look at elsewhere. */
final class SnapshotRoutes {
  private static final Access READERS =
      new Access.Only(
          Scope.INSIGHT,
          Set.of(
              Role.ANALYST,
              Role.DESIGNER,
              Role.APPROVER,
              Role.DATA_PROTECTION_OFFICER,
              Role.OPERATOR));

  private final Learning learning;

  /**
   * All models of one number; the same number is the same models for ever.
   *
   * @param predictors what they look at, in order, crosses and the constant last
   */
  record SnapshotBody(
      long number, long decisions, List<String> predictors, List<ModelBody> models) {}

  /**
   * One model.
   *
   * @param action the model's name: an action, or {@code action > channel > treatment} for a part
   * @param kind {@code full} covariance, or {@code diagonal}
   */
  record ModelBody(
      String action,
      String group,
      int version,
      String kind,
      boolean newcomer,
      long responses,
      long positives,
      long refusals,
      double logLoss,
      double calibrationError,
      Contest contest,
      List<WeightBody> weights) {}

  /** A weight of the logit, how unsure it is, and how often the feature occurs. */
  record WeightBody(
      String predictor, String value, double weight, double deviation, double average) {}

  SnapshotRoutes(Learning learning) {
    this.learning = learning;
  }

  List<Route> routes() {
    return List.of(
        Route.get(
            "/v1/model-snapshot",
            READERS,
            "decisions",
            "Takes the models that run along: every weight, how unsure it is, how well they did.",
            Shape.of(SnapshotBody.class),
            request -> snapshot()));
  }

  private Reply snapshot() {
    var running = learning.running();
    if (running == null) {
      throw HttpRefusal.notFound("No models run yet.");
    }
    var models = running.scoring().snapshot();
    var contests = learning.seen().contests();
    var bodies = new ArrayList<ModelBody>();
    for (int slot = 0; slot < models.size(); slot++) {
      var id = models.model(slot).id().value();
      bodies.add(body(models, slot, contests.getOrDefault(id, Contest.NONE)));
    }
    return Reply.json(
            new SnapshotBody(
                running.number(), running.scoring().decisions(), models.schema().names(), bodies))
        .with(
            "Content-Disposition",
            "attachment; filename=\"cairn-models-" + running.number() + ".json\"");
  }

  private static ModelBody body(ModelSnapshot models, int slot, Contest contest) {
    ActionModel model = models.model(slot);
    var quality = model.quality();
    return new ModelBody(
        model.id().value(),
        model.group(),
        model.version(),
        model.belief() instanceof FullBelief ? "full" : "diagonal",
        model.newcomer(),
        quality.responses(),
        quality.positives(),
        quality.refusals(),
        quality.logLoss(),
        quality.calibrationError(),
        contest,
        models.strongest(slot, Integer.MAX_VALUE).stream()
            .map(one ->
                new WeightBody(
                    one.predictor(), one.label(), one.mean(), one.deviation(), one.average()))
            .toList());
  }
}
