package cairn.decision;

import cairn.adaptive.ChoiceRule;
import cairn.adaptive.ModelSnapshot;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.person.Purpose;
import cairn.rule.Condition;
import cairn.rule.Expression;
import cairn.rule.Schema;
import cairn.rule.Situation;
import cairn.value.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A small catalogue for tests, put together line by line. */
final class Shelf {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  final List<Action> actions = new ArrayList<>();
  final List<EngagementPolicy> policies = new ArrayList<>();
  final List<ContactPolicy> contacts = new ArrayList<>();
  final List<VolumeLimit> volumes = new ArrayList<>();
  final List<Lever> levers = new ArrayList<>();
  final List<ContextWeight> weights = new ArrayList<>();
  Arbitration arbitration =
      new Arbitration(0.5, 1, 1000, new ChoiceRule.Greedy(), true, true, true, true);
  PersonState person = declared(PersonState.unknown(new PersonKey(3, 4)), "home");
  Balances balances = Balances.PLENTY;
  Instant now = NOON;
  ZoneId zone = ZoneId.of("UTC");
  Schema schema = new Schema(List.of());
  ControlArms arms = ControlArms.NONE;
  List<String> channels = List.of("web");
  int edition = Edition.NOW;
  @Nullable ModelSnapshot models;
  long decisions;

  static PersonState declared(PersonState person, String kind) {
    var draft = person.draft();
    draft.purposes = List.of(new Purpose("p", kind, "a home", Purpose.Source.DECLARED, NOON, true));
    return draft.done();
  }

  static Expression worth(double value) {
    return new Expression() {
      @Override
      public @Nullable Value value(Situation situation) {
        return Value.of(value);
      }

      @Override
      public String source() {
        return Double.toString(value);
      }
    };
  }

  Shelf action(String id, double organisation, double person, String... purposes) {
    return action(id, ActionKind.DEFAULT, organisation, person, 0, purposes);
  }

  Shelf action(
      String id,
      ActionKind kind,
      double organisation,
      double person,
      double lever,
      String... purposes) {
    actions.add(
        new Action(
            id,
            id,
            "living",
            "group",
            kind,
            "team",
            null,
            null,
            Set.of(purposes),
            false,
            worth(organisation),
            worth(person),
            lever,
            new Influence(Influence.Kind.PLAIN, "", null),
            null,
            List.of(),
            channels.stream()
                .map(channel -> new Rendering(id + "-tile", channel, Set.of(), Condition.ALWAYS))
                .toList()));
    return this;
  }

  /** Something that is valid from one moment until another. */
  Shelf valid(String id, Instant from, Instant until) {
    action(id, 1, 1, "home");
    var made = actions.removeLast();
    actions.add(
        new Action(
            made.id(),
            made.name(),
            made.issue(),
            made.group(),
            made.kind(),
            made.owner(),
            from,
            until,
            made.purposes(),
            made.findsPurpose(),
            made.valueOrganisation(),
            made.valuePerson(),
            made.lever(),
            made.influence(),
            made.journey(),
            made.parts(),
            made.renderings()));
    return this;
  }

  /** Something that offers others together. */
  Shelf bundle(String id, double organisation, double person, String... parts) {
    action(id, organisation, person, "home");
    var made = actions.removeLast();
    actions.add(
        new Action(
            made.id(),
            made.name(),
            made.issue(),
            made.group(),
            made.kind(),
            made.owner(),
            made.from(),
            made.until(),
            made.purposes(),
            made.findsPurpose(),
            made.valueOrganisation(),
            made.valuePerson(),
            made.lever(),
            made.influence(),
            made.journey(),
            List.of(parts),
            made.renderings()));
    return this;
  }

  DecisionRecord decide(String... placements) {
    return decide(1, placements);
  }

  DecisionRecord decide(long seed, String... placements) {
    return Pipeline.decide("d", catalogue(), request(placements), asked(seed), false);
  }

  static DecisionRequest request(String... placements) {
    return new DecisionRequest("web", List.of(placements), Map.of(), 20);
  }

  Asked asked(long seed) {
    return new Asked(
        person, now, seed, zone, schema, models, decisions, balances, Set.of(), false, null, null,
        edition);
  }

  Catalogue catalogue() {
    return new Catalogue(actions, policies, contacts, volumes, levers, weights, arbitration, arms);
  }

  List<String> shown(String... placements) {
    return decide(placements).slots().stream().map(Slot::action).toList();
  }

  /** The rule that dropped an action. */
  String dropped(String action, String... placements) {
    var catalogue = catalogue();
    return decide(placements).drops().stream()
        .filter(d -> catalogue.actionOf(d.candidate()).id().equals(action))
        .map(d -> catalogue.component(d.component()).id())
        .findFirst()
        .orElse("");
  }
}
