package cairn.server.decide;

import cairn.adaptive.Contest;
import cairn.adaptive.Quality;
import cairn.blueprint.Blueprint;
import cairn.blueprint.Channel;
import cairn.decision.Action;
import cairn.decision.Arm;
import cairn.decision.Catalogue;
import cairn.decision.ContactPolicy;
import cairn.decision.Scope;
import cairn.decision.measure.Lift;
import cairn.decision.measure.Rate;
import cairn.rule.Expression;
import cairn.server.http.Access;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.publish.Published;
import cairn.server.words.Tongue;
import cairn.workspace.account.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The catalogue as it runs, the models, and what the control arms show. */
final class CatalogueRoutes {
  private static final Access READERS =
      new Access.Only(cairn.workspace.key.Scope.INSIGHT, EnumSet.allOf(Role.class));

  /** Features of one model that are told. */
  private static final int FEATURES_MAX = 40;

  private final Published published;
  private final Learning learning;

  record CatalogueBody(
      int blueprint,
      List<ChannelBody> channels,
      List<IssueBody> issues,
      List<PurposeBody> purposes,
      List<SegmentBody> segments,
      List<PolicyBody> policies,
      List<ContactBody> contacts,
      List<VolumeBody> volumes,
      List<LeverBody> levers,
      List<WeightBody> context,
      Map<String, Object> arbitration,
      Map<String, Object> arms,
      List<String> predictors) {}

  record ChannelBody(String id, String name, String kind, List<PlacementBody> placements) {}

  record PlacementBody(String id, String name) {}

  record IssueBody(String id, String name, List<GroupBody> groups) {}

  record GroupBody(String id, String name, List<ActionBody> actions) {}

  record ActionBody(
      String id,
      String name,
      String kind,
      String owner,
      @Nullable Instant from,
      @Nullable Instant until,
      List<String> purposes,
      boolean findsPurpose,
      @Nullable String valueOrganisation,
      @Nullable String valuePerson,
      double lever,
      Map<String, Object> influence,
      @Nullable String journey,
      List<String> bundle,
      List<RenderingBody> renderings,
      long impressions,
      long accepted) {}

  record RenderingBody(
      String channel, List<String> placements, String treatment, Map<String, String> words) {}

  record PurposeBody(String id, String name, List<String> words) {}

  record SegmentBody(String id, String name) {}

  record PolicyBody(
      String id,
      String test,
      Map<String, String> scope,
      String when,
      String sentence,
      String owner) {}

  record ContactBody(
      String id,
      String kind,
      Map<String, String> scope,
      @Nullable String channel,
      int times,
      String within,
      @Nullable String response,
      @Nullable String pause,
      String sentence,
      String owner) {}

  record VolumeBody(
      String id, Map<String, String> scope, int units, String per, String sentence, String owner) {}

  record LeverBody(Map<String, String> scope, double percent) {}

  record WeightBody(String id, Map<String, String> scope, String when, double percent) {}

  record ModelsBody(
      long number,
      long decisions,
      int awaited,
      int features,
      List<ModelBody> models,
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
  record ModelBody(
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

  record ModelDetailBody(
      ModelBody model,
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

  record ArmsBody(List<ArmBody> arms, int perMille, String note) {}

  record ArmBody(
      String arm,
      String sentence,
      long impressions,
      long accepted,
      double rate,
      double low,
      double high,
      @Nullable Double lift,
      @Nullable Double plusMinus,
      @Nullable Boolean significant) {}

  CatalogueRoutes(Published published, Learning learning) {
    this.published = published;
    this.learning = learning;
  }

  List<Route> routes() {
    return List.of(
        Route.get(
            "/v1/catalogue",
            READERS,
            "decisions",
            "Reads what can be proposed and every rule on it.",
            Shape.of(CatalogueBody.class),
            request -> Reply.json(catalogue(Asking.running(published)))),
        Route.get(
            "/v1/models",
            READERS,
            "decisions",
            "Lists the models with how well they did.",
            Shape.of(ModelsBody.class),
            request -> Reply.json(models())),
        Route.get(
            "/v1/models/{action}",
            READERS,
            "decisions",
            "Reads one model: what moves it most, and how sure it is.",
            Shape.of(ModelDetailBody.class),
            this::model),
        Route.get(
            "/v1/arms",
            READERS,
            "decisions",
            "Compares deciding in full with each control arm.",
            Shape.of(ArmsBody.class),
            request -> Reply.json(arms(Tongue.of(request)))));
  }

  private CatalogueBody catalogue(Blueprint blueprint) {
    var catalogue = blueprint.catalogue();
    var how = catalogue.arbitration();
    return new CatalogueBody(
        blueprint.number(),
        blueprint.channels().values().stream().map(channel -> channel(catalogue, channel)).toList(),
        issues(blueprint),
        catalogue.notes().purposes().stream()
            .map(one -> new PurposeBody(one.id(), one.name(), one.words()))
            .toList(),
        blueprint.segments().stream().map(one -> new SegmentBody(one.id(), one.name())).toList(),
        catalogue.policies().stream()
            .map(one ->
                new PolicyBody(
                    one.id(),
                    Words.camel(one.test()),
                    scope(one.scope()),
                    one.when().source(),
                    one.sentence(),
                    one.owner()))
            .toList(),
        catalogue.contacts().stream().map(CatalogueRoutes::contact).toList(),
        catalogue.volumes().stream()
            .map(one ->
                new VolumeBody(
                    one.id(),
                    scope(one.scope()),
                    one.unitsMax(),
                    one.period().toString(),
                    one.sentence(),
                    one.owner()))
            .toList(),
        catalogue.levers().stream()
            .map(one -> new LeverBody(scope(one.scope()), one.percent()))
            .toList(),
        catalogue.weights().stream()
            .map(one ->
                new WeightBody(one.id(), scope(one.scope()), one.when().source(), one.percent()))
            .toList(),
        Map.of(
            "a", how.a(),
            "unit", how.unit(),
            "classMax", how.classMax(),
            "choice", how.choice().toString(),
            "use",
                Map.of(
                    "propensity", how.usePropensity(),
                    "context", how.useContext(),
                    "levers", how.useLevers(),
                    "value", how.useValue())),
        Map.of("perMille", catalogue.arms().perMille(), "salt", catalogue.arms().salt()),
        catalogue.notes().models().features().predictors().stream()
            .map(one -> one.name())
            .toList());
  }

  /** A channel, with every placement that has a name or that something is made for. */
  private static ChannelBody channel(Catalogue catalogue, Channel channel) {
    var placements = new LinkedHashSet<>(channel.placements().keySet());
    placements.addAll(catalogue.placements(channel.id()));
    return new ChannelBody(
        channel.id(),
        channel.name(),
        Words.camel(channel.kind()),
        placements.stream().map(id -> new PlacementBody(id, channel.placement(id))).toList());
  }

  private List<IssueBody> issues(Blueprint blueprint) {
    // Two files may tell of one issue, and of one group in it; each stands here once.
    var groups = new LinkedHashMap<String, Map<String, GroupBody>>();
    var names = new HashMap<String, String>();
    for (var theme : blueprint.catalogue().notes().themes()) {
      var inside = groups.computeIfAbsent(theme.issue(), any -> new LinkedHashMap<>());
      if (theme.group().isEmpty()) {
        names.putIfAbsent(theme.issue(), theme.name());
      } else {
        inside.computeIfAbsent(
            theme.group(),
            group ->
                new GroupBody(
                    group,
                    theme.name(),
                    blueprint.catalogue().actions().stream()
                        .filter(action ->
                            action.group().equals(group) && action.issue().equals(theme.issue()))
                        .map(action -> action(blueprint, action))
                        .toList()));
      }
    }
    return groups.entrySet().stream()
        .map(one ->
            new IssueBody(
                one.getKey(),
                names.getOrDefault(one.getKey(), one.getKey()),
                List.copyOf(one.getValue().values())))
        .toList();
  }

  private ActionBody action(Blueprint blueprint, Action action) {
    var influence = action.influence();
    var counted = learning.seen().actions().getOrDefault(action.id(), new Rate(0, 0));
    var expires = influence.expires();
    return new ActionBody(
        action.id(),
        action.name(),
        Words.camel(action.kind()),
        action.owner(),
        action.from(),
        action.until(),
        action.purposes().stream().sorted().toList(),
        action.findsPurpose(),
        source(action.valueOrganisation()),
        source(action.valuePerson()),
        action.lever(),
        expires == null
            ? Map.of("kind", Words.camel(influence.kind()), "reason", influence.reason())
            : Map.of(
                "kind", Words.camel(influence.kind()),
                "reason", influence.reason(),
                "expires", expires.toString()),
        action.journey(),
        action.parts(),
        action.renderings().stream()
            .map(one -> {
              var treatment = blueprint.treatment(one.treatment());
              return new RenderingBody(
                  one.channel(),
                  one.placements().stream().sorted().toList(),
                  one.treatment(),
                  treatment == null ? Map.of() : treatment.fields());
            })
            .toList(),
        counted.impressions(),
        counted.accepted());
  }

  private static @Nullable String source(@Nullable Expression expression) {
    return expression == null ? null : expression.source();
  }

  private static Map<String, String> scope(Scope scope) {
    return Map.of("level", Words.camel(scope.level()), "id", scope.id());
  }

  private static ContactBody contact(ContactPolicy policy) {
    return switch (policy) {
      case ContactPolicy.Cap cap ->
          new ContactBody(
              cap.id(),
              "cap",
              scope(cap.scope()),
              cap.channel(),
              cap.contactsMax(),
              cap.window().toString(),
              null,
              null,
              cap.sentence(),
              cap.owner());
      case ContactPolicy.Suppression pause ->
          new ContactBody(
              pause.id(),
              "suppression",
              scope(pause.scope()),
              pause.channel(),
              pause.times(),
              pause.window().toString(),
              Words.camel(pause.response()),
              pause.pause().toString(),
              pause.sentence(),
              pause.owner());
    };
  }

  private ModelsBody models() {
    var blueprint = Asking.running(published);
    var seen = learning.seen();
    var snapshot = learning.models();
    var models = new ArrayList<ModelBody>();
    for (var action : blueprint.catalogue().actions()) {
      models.add(model(action));
    }
    return new ModelsBody(
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

  private ModelBody model(Action action) {
    var snapshot = learning.models();
    var found =
        snapshot == null
            ? java.util.Optional.<cairn.adaptive.ActionModel>empty()
            : snapshot.find(new cairn.adaptive.ModelId(action.id()));
    var quality = found.map(one -> one.quality()).orElse(Quality.NONE);
    var counted = learning.seen().actions().getOrDefault(action.id(), new Rate(0, 0));
    return new ModelBody(
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
        new ModelDetailBody(
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

  private ArmsBody arms(Tongue tongue) {
    var counted = learning.seen().arms();
    var full = counted.getOrDefault(Arm.FULL, new Rate(0, 0));
    var arms = new ArrayList<ArmBody>();
    for (var arm : Arm.values()) {
      var rate = counted.getOrDefault(arm, new Rate(0, 0));
      var lift = arm == Arm.FULL || rate.accepted() == 0 ? null : Lift.of(full, rate);
      arms.add(
          new ArmBody(
              Words.camel(arm),
              DecisionView.sentence(arm, tongue),
              rate.impressions(),
              rate.accepted(),
              rate.share(),
              rate.low(),
              rate.high(),
              lift == null ? null : lift.lift(),
              lift == null ? null : lift.halfWidth(),
              lift == null ? null : lift.isSignificant()));
    }
    return new ArmsBody(
        arms,
        Asking.running(published).catalogue().arms().perMille(),
        "lift is of deciding in full over the arm; intervals are of 95 percent");
  }
}
