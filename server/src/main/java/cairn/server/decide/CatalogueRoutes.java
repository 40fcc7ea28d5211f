package cairn.server.decide;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Channel;
import cairn.decision.Action;
import cairn.decision.Catalogue;
import cairn.decision.ContactPolicy;
import cairn.decision.Scope;
import cairn.decision.measure.Rate;
import cairn.rule.Expression;
import cairn.server.http.Access;
import cairn.server.http.Reply;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.publish.Published;
import cairn.workspace.account.Role;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The catalogue as it runs. */
final class CatalogueRoutes {
  /** Who may read what is decided upon, and how. */
  static final Access READERS =
      new Access.Only(cairn.workspace.key.Scope.INSIGHT, EnumSet.allOf(Role.class));

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
            request -> Reply.json(catalogue(Asking.running(published)))));
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
}
