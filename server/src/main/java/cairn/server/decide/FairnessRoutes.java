package cairn.server.decide;

import cairn.adaptive.Fairness;
import cairn.adaptive.FeatureVector;
import cairn.blueprint.Blueprint;
import cairn.chance.Chance;
import cairn.decision.DecisionRecord;
import cairn.decision.DecisionRequest;
import cairn.decision.Exploration;
import cairn.decision.Pipeline;
import cairn.engine.Decisions;
import cairn.engine.Host;
import cairn.engine.Stamp;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.rule.Schema;
import cairn.server.http.Access;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.publish.Published;
import cairn.server.words.Tongue;
import cairn.value.Value;
import cairn.workspace.account.Role;
import cairn.workspace.key.Scope;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How groups of people fare under what is decided now. The attribute they are grouped by enters no
 * decision here; it is only looked at afterwards.
 */
final class FairnessRoutes {
  private static final Access READERS =
      new Access.Only(
          Scope.INSIGHT,
          Set.of(Role.ANALYST, Role.APPROVER, Role.DATA_PROTECTION_OFFICER, Role.OPERATOR));

  /** People looked at, at most. */
  static final int PEOPLE_MAX = 20_000;

  /** People looked at where none is said. */
  static final int PEOPLE = 1_000;

  /** A group with fewer people is told as {@link #OTHERS}, so that nobody can be made out. */
  static final int GROUP_MIN = Grouping.PEOPLE_MIN;

  /** Groups of one attribute, at most; whoever is beyond counts among the others. */
  static final int GROUPS_MAX = 20;

  private static final String OTHERS = Grouping.OTHERS;
  private static final String UNKNOWN = "unknown";

  private final Host host;
  private final Published published;
  private final InstantSource clock;

  record AttributesBody(List<AttributeBody> attributes) {}

  /**
   * An attribute to tell groups apart by.
   *
   * @param called its name for people
   */
  record AttributeBody(String name, String called, String description, boolean sensitive) {}

  record FairnessBody(
      String attribute,
      boolean sensitive,
      int people,
      List<GroupBody> groups,
      List<ActionBody> actions,
      List<ProxyBody> proxies) {}

  record GroupBody(String group, int people, int silent) {}

  record ActionBody(
      String action, String name, double selectionRatio, boolean alert, List<RateBody> groups) {}

  record RateBody(String group, long people, double selectionRate, double explorationShare) {}

  record ProxyBody(String predictor, String name, double strength) {}

  /** One person of the sample: their group and what would be decided for them. */
  private record Looked(String group, DecisionRecord record) {}

  FairnessRoutes(Host host, Published published, InstantSource clock) {
    this.host = host;
    this.published = published;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.get(
            "/v1/fairness/attributes",
            READERS,
            "decisions",
            "Lists the attributes that groups may be told apart by, sensitive ones first.",
            Shape.of(AttributesBody.class),
            request -> Reply.json(new AttributesBody(attributes()))),
        Route.get(
                "/v1/fairness",
                READERS,
                "decisions",
                "Decides for a sample and says how differently groups of people fare.",
                Shape.of(FairnessBody.class),
                this::measure)
            .asking("attribute", "channel", "placement", "people"));
  }

  private List<AttributeBody> attributes() {
    var running = Asking.running(published);
    return running.schema().attributes().stream()
        .filter(one -> groupable(one))
        .map(one ->
            new AttributeBody(
                one.name(),
                running.glossary().attribute(one.name()),
                one.description(),
                one.sensitive()))
        .sorted(Comparator.comparing((AttributeBody one) -> !one.sensitive()))
        .toList();
  }

  private static boolean groupable(Schema.Attribute attribute) {
    return attribute.sensitive() || !attribute.personal();
  }

  private Reply measure(Request request) {
    var running = Asking.running(published);
    var attribute =
        running.schema().attributes().stream()
            .filter(one -> groupable(one) && one.name().equals(request.query("attribute")))
            .findFirst()
            .orElseThrow(() ->
                HttpRefusal.invalid(
                    "attribute", "Send one of those that /v1/fairness/attributes lists."));
    var channel = Asking.channel(request.query("channel"), running);
    var placement = request.query("placement");
    if (placement == null) {
      throw HttpRefusal.invalid("placement", "Name a placement of the channel.");
    }
    var asks =
        new DecisionRequest(
            channel, List.of(Asking.placement(placement, channel, running)), Map.of(), 1);
    int people = (int) request.number("people", PEOPLE, 1, PEOPLE_MAX);
    return Reply.json(
        body(
            attribute,
            running,
            folded(sample(asks, running, attribute, people)),
            Tongue.of(request)));
  }

  private List<Looked> sample(
      DecisionRequest asks, Blueprint running, Schema.Attribute attribute, int people) {
    var sample = new ArrayList<Looked>();
    int each = (people + PersonKey.SHARDS - 1) / PersonKey.SHARDS;
    for (int shard = 0; shard < PersonKey.SHARDS && sample.size() < people; shard++) {
      var left = new int[] {Math.min(each, people - sample.size())};
      host.scan(
          shard,
          person -> {
            sample.add(new Looked(group(person, attribute), decide(asks, running, person)));
            return --left[0] > 0;
          });
    }
    return sample;
  }

  private DecisionRecord decide(DecisionRequest asks, Blueprint running, PersonState person) {
    var stamp =
        new Stamp(
            clock.instant(),
            Chance.seed(person.key().low(), person.position()),
            running.number(),
            published.running().models());
    var asked = Decisions.asked(published, running, person, asks.channel(), stamp);
    return Pipeline.decide("fairness", running.catalogue(), asks, asked, false);
  }

  /** The word, or the ten years or other ten of a number. */
  private static String group(PersonState person, Schema.Attribute attribute) {
    return switch (person.attributes().get(attribute.slot())) {
      case null -> UNKNOWN;
      case Value.Text(var text) -> text;
      case Value.Flag(var flag) -> Boolean.toString(flag);
      case Value.Whole(var whole) -> decade(whole);
      case Value.Decimal(var decimal) -> decade((long) Math.floor(decimal));
      case Value.Time time -> UNKNOWN;
      case Value.Texts texts -> UNKNOWN;
    };
  }

  private static String decade(long number) {
    long from = Math.floorDiv(number, 10) * 10;
    return from + "–" + (from + 9);
  }

  /** Small groups, and those beyond the largest, are put together; too few people are left out. */
  private static List<Looked> folded(List<Looked> sample) {
    var sizes = new HashMap<String, Integer>();
    sample.forEach(one -> sizes.merge(one.group, 1, Integer::sum));
    var folding = Fairness.fold(sizes, GROUP_MIN, GROUPS_MAX);
    return sample.stream()
        .filter(one -> folding.others() || folding.told().contains(one.group))
        .map(one -> folding.told().contains(one.group) ? one : new Looked(OTHERS, one.record))
        .toList();
  }

  private FairnessBody body(
      Schema.Attribute attribute, Blueprint running, List<Looked> sample, Tongue tongue) {
    return new FairnessBody(
        attribute.name(),
        attribute.sensitive(),
        sample.size(),
        groups(sample),
        actions(running, sample),
        proxies(sample, tongue));
  }

  private static List<GroupBody> groups(List<Looked> sample) {
    var counts = new TreeMap<String, int[]>();
    for (var one : sample) {
      var count = counts.computeIfAbsent(one.group, any -> new int[2]);
      count[0]++;
      count[1] += one.record.slots().isEmpty() ? 1 : 0;
    }
    return counts.entrySet().stream()
        .map(one -> new GroupBody(one.getKey(), one.getValue()[0], one.getValue()[1]))
        .toList();
  }

  /** Each action that anybody of the sample would get, the most unequal first. */
  private static List<ActionBody> actions(Blueprint running, List<Looked> sample) {
    var shown = new TreeMap<String, Integer>();
    sample.forEach(
        one -> one.record.slots().forEach(slot -> shown.merge(slot.action(), 1, Integer::sum)));
    var bodies = new ArrayList<ActionBody>();
    for (var action : shown.keySet()) {
      if (shown.get(action) < GROUP_MIN) {
        continue;
      }
      var report =
          Fairness.of(
              sample.stream().map(one -> row(one, action)).filter(FairnessRoutes::told).toList());
      bodies.add(
          new ActionBody(
              action,
              running.catalogue().action(running.catalogue().ordinal(action)).name(),
              report.selectionRatio(),
              report.isAlert(),
              report.groups().stream()
                  .map(one ->
                      new RateBody(
                          one.group(), one.people(), one.selectionRate(), one.explorationShare()))
                  .toList()));
    }
    bodies.sort(Comparator.comparingDouble(ActionBody::selectionRatio));
    return bodies;
  }

  /** What is not known of people, and who was put together, is no group to compare. */
  private static boolean told(Fairness.Row row) {
    return !row.group().equals(UNKNOWN) && !row.group().equals(OTHERS);
  }

  private static Fairness.Row row(Looked looked, String action) {
    var slot =
        looked.record.slots().stream().filter(one -> one.action().equals(action)).findFirst();
    return new Fairness.Row(
        looked.group,
        slot.map(one -> looked.record.survivors().get(one.survivor()).propensity()).orElse(0.0),
        slot.isPresent(),
        slot.map(one -> looked.record.exploration(one) != Exploration.NONE).orElse(false),
        Double.NaN);
  }

  private List<ProxyBody> proxies(List<Looked> sample, Tongue tongue) {
    var models = published.scoring(published.running().models());
    var seen = sample.stream().filter(one -> one.record.features() != null).toList();
    if (models == null || seen.isEmpty()) {
      return List.of();
    }
    var vectors = seen.stream().map(one -> features(one.record)).toList();
    var groups = seen.stream().map(Looked::group).toList();
    var schema = models.snapshot().schema();
    var words = new PredictorWords(Asking.running(published), schema, tongue);
    return Fairness.proxies(schema, groups, vectors).stream()
        .map(one -> new ProxyBody(one.predictor(), words.name(one.predictor()), one.strength()))
        .toList();
  }

  private static FeatureVector features(DecisionRecord record) {
    @Nullable FeatureVector features = record.features();
    if (features == null) {
      throw new IllegalStateException("only decisions with features are looked at");
    }
    return features;
  }
}
