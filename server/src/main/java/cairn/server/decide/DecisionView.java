package cairn.server.decide;

import cairn.blueprint.Blueprint;
import cairn.decision.Action;
import cairn.decision.ActionKind;
import cairn.decision.Arm;
import cairn.decision.Asked;
import cairn.decision.Catalogue;
import cairn.decision.Component;
import cairn.decision.DecisionRecord;
import cairn.decision.Exploration;
import cairn.decision.Pipeline;
import cairn.decision.Slot;
import cairn.decision.Stage;
import cairn.decision.Survivor;
import cairn.decision.explain.Counterfactual;
import cairn.decision.explain.Counterfactuals;
import cairn.decision.explain.Explainer;
import cairn.person.PersonState;
import cairn.person.Purpose;
import cairn.server.people.Calling;
import cairn.server.words.Tongue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A decision's record in words, as deep as whoever reads it needs. */
final class DecisionView {
  private final Content content;

  /** How much is told. */
  enum Depth {
    /** The person's own: what, why, and what they can change. */
    PERSON,
    /** A helper's: also what did not come, whose rule it was and how to say it. */
    HELPER,
    /** A steward's: every number. */
    STEWARD
  }

  record Body(
      @Nullable String id,
      Instant at,
      String person,
      String channel,
      String channelName,
      List<String> placements,
      String arm,
      String armSentence,
      @Nullable String purpose,
      List<ItemBody> items,
      @Nullable SilenceBody silence,
      List<FunnelBody> funnel,
      @Nullable List<SurvivorBody> survivors,
      @Nullable List<DroppedBody> dropped,
      List<ChangeBody> counterfactuals,
      int blueprint,
      @Nullable Map<String, Object> weighing,
      @Nullable List<Drivers.Body> drivers) {}

  /**
   * One thing to show.
   *
   * @param placementName what people call the placement; its id where it has no name
   * @param explored whether another led by what is known; exploration says why this one came all
   *     the same: {@code none}, {@code hope} (less is known of it and it may do better) or {@code
   *     chance}
   */
  record ItemBody(
      String placement,
      String placementName,
      String action,
      String name,
      String treatment,
      Map<String, Object> content,
      @Nullable String token,
      ReasonsBody reasons,
      boolean explored,
      String exploration,
      @Nullable Double probability,
      List<PartBody> parts) {}

  /** One of the actions that a bundle offers together. */
  record PartBody(String action, String name, Map<String, Object> content) {}

  /**
   * Why an item is shown.
   *
   * @param influence openly: nudge, boost or plain, and why
   */
  record ReasonsBody(
      @com.fasterxml.jackson.annotation.JsonProperty("short") String brief,
      List<String> sentences,
      String influence) {}

  record SilenceBody(String reason, String sentence, String owner) {}

  record FunnelBody(String stage, int entered, int dropped, List<ComponentBody> components) {}

  record ComponentBody(String id, String sentence, String owner, int count) {}

  record SurvivorBody(
      String action,
      String name,
      @com.fasterxml.jackson.annotation.JsonProperty("class") String purposeClass,
      double p,
      double uncertainty,
      double c,
      double l,
      @com.fasterxml.jackson.annotation.JsonProperty("vOrganisation") double organisation,
      @com.fasterxml.jackson.annotation.JsonProperty("vPerson") double forPerson,
      double score,
      @Nullable Double probability,
      boolean newcomer) {}

  record DroppedBody(
      String action, String name, String stage, String component, String sentence, String owner) {}

  record ChangeBody(
      String kind,
      String action,
      String name,
      String what,
      String from,
      String to,
      String sentence) {
    static ChangeBody of(Blueprint blueprint, Counterfactual one, Tongue tongue) {
      var catalogue = blueprint.catalogue();
      return new ChangeBody(
          Words.camel(one.kind()),
          one.action(),
          catalogue.action(catalogue.ordinal(one.action())).name(),
          one.what(),
          one.from(),
          one.to(),
          DecisionView.changed(blueprint, one, tongue));
    }
  }

  DecisionView(Content content) {
    this.content = content;
  }

  /**
   * The whole view.
   *
   * @param asked the person as they stood, with models of now, for what would have changed it; or
   *     null to leave that out
   */
  Body of(
      @Nullable String id,
      DecisionRecord record,
      Blueprint blueprint,
      PersonState person,
      @Nullable Asked asked,
      Depth depth,
      Tongue tongue) {
    var catalogue = blueprint.catalogue();
    boolean helper = depth != Depth.PERSON;
    boolean steward = depth == Depth.STEWARD;
    return new Body(
        id,
        record.at(),
        person.key().hex(),
        record.request().channel(),
        Calling.channel(blueprint, record.request().channel()),
        record.request().placements(),
        Words.camel(record.arm()),
        sentence(record.arm(), tongue),
        purpose(person),
        items(record, blueprint, person, null, steward, tongue),
        silence(record, catalogue, tongue),
        helper ? funnel(record, catalogue, tongue) : List.of(),
        steward ? survivors(record, catalogue) : null,
        helper ? dropped(record, catalogue, tongue) : null,
        asked == null ? List.of() : changes(record, blueprint, asked, tongue),
        blueprint.number(),
        steward ? weighing(catalogue) : null,
        steward
            ? Drivers.of(record, blueprint, asked == null ? null : asked.models(), tongue)
            : null);
  }

  /** The items alone, with tokens if there is somebody to sign them. */
  List<ItemBody> items(
      DecisionRecord record,
      Blueprint blueprint,
      PersonState person,
      @Nullable Signer signer,
      boolean withProbability,
      Tongue tongue) {
    var items = new ArrayList<ItemBody>();
    for (int i = 0; i < record.slots().size(); i++) {
      var slot = record.slots().get(i);
      var exploration = record.exploration(slot);
      var action = blueprint.catalogue().action(record.survivors().get(slot.survivor()).action());
      items.add(
          new ItemBody(
              slot.placement(),
              Calling.placement(blueprint, record.request().channel(), slot.placement()),
              action.id(),
              action.name(),
              slot.treatment(),
              content.of(blueprint, person, action.id(), slot.treatment()),
              signer == null ? null : signer.token(i, action.id()),
              reasons(record, slot, action, blueprint.catalogue(), person, tongue),
              exploration != Exploration.NONE,
              Words.camel(exploration),
              withProbability ? slot.probability() : null,
              parts(action, record.request().channel(), blueprint, person)));
    }
    return items;
  }

  /** What a bundle holds, each in its own words for the channel; none for a plain action. */
  private List<PartBody> parts(
      Action bundle, String channel, Blueprint blueprint, PersonState person) {
    var parts = new ArrayList<PartBody>();
    for (var id : bundle.parts()) {
      int ordinal = blueprint.catalogue().ordinal(id);
      if (ordinal >= 0) {
        var part = blueprint.catalogue().action(ordinal);
        var words =
            part.renderings().stream()
                .filter(rendering -> rendering.channel().equals(channel))
                .findFirst()
                .map(rendering -> content.of(blueprint, person, id, rendering.treatment()))
                .orElse(Map.of());
        parts.add(new PartBody(id, part.name(), words));
      }
    }
    return parts;
  }

  /** Signs one slot. */
  interface Signer {
    String token(int slot, String action);
  }

  private static ReasonsBody reasons(
      DecisionRecord record,
      Slot slot,
      Action action,
      Catalogue catalogue,
      PersonState person,
      Tongue tongue) {
    var survivor = record.survivors().get(slot.survivor());
    var sentences = new ArrayList<String>();
    if (slot.mandatory()) {
      sentences.add(
          tongue.say(
              action.kind() == ActionKind.REQUIRED ? "reason.required" : "reason.mandatory"));
    } else if (survivor.purposeClass() == Pipeline.SERVES_PURPOSE) {
      var served = served(action, catalogue, person);
      sentences.add(
          served == null ? tongue.say("reason.somePurpose") : tongue.say("reason.purpose", served));
    } else if (action.kind() == ActionKind.QUESTION) {
      sentences.add(tongue.say("reason.question"));
    } else if (action.kind() == ActionKind.TRANSACTIONAL) {
      sentences.add(tongue.say("reason.transactional"));
    } else {
      sentences.add(tongue.say("reason.best"));
    }
    switch (record.exploration(slot)) {
      case NONE -> {}
      case HOPE -> sentences.add(tongue.say("reason.hoped"));
      case CHANCE -> sentences.add(tongue.say("reason.explored"));
    }
    var influence = action.influence();
    var how =
        Words.camel(influence.kind())
            + (influence.reason().isEmpty() ? "" : ": " + influence.reason());
    return new ReasonsBody(sentences.getFirst(), sentences, how);
  }

  private static @Nullable String served(Action action, Catalogue catalogue, PersonState person) {
    for (var purpose : person.purposes()) {
      if (purpose.open() && action.purposes().contains(purpose.kind())) {
        return purpose.text().isEmpty() ? catalogue.purposeName(purpose.kind()) : purpose.text();
      }
    }
    return null;
  }

  private static @Nullable String purpose(PersonState person) {
    for (var purpose : person.purposes()) {
      if (purpose.open() && purpose.source() == Purpose.Source.DECLARED) {
        return purpose.text();
      }
    }
    return null;
  }

  static String sentence(Arm arm, Tongue tongue) {
    return tongue.say("arm." + arm.name());
  }

  /** Cairn's own rules are said in the reader's tongue, all others as their owners wrote them. */
  static String sentence(Component by, Tongue tongue) {
    return tongue.sayOr("component." + by.id(), by.sentence());
  }

  static @Nullable SilenceBody silence(DecisionRecord record, Catalogue catalogue, Tongue tongue) {
    if (record.silence() < 0) {
      return null;
    }
    var by = catalogue.component(record.silence());
    return new SilenceBody(by.id(), sentence(by, tongue), by.owner());
  }

  private static List<FunnelBody> funnel(
      DecisionRecord record, Catalogue catalogue, Tongue tongue) {
    return new Explainer(catalogue)
        .funnel(record).stream()
            .map(one ->
                new FunnelBody(
                    Words.camel(one.stage()),
                    one.entered(),
                    one.dropped(),
                    one.components().stream()
                        .map(by -> component(by.component(), by.count(), tongue))
                        .toList()))
            .toList();
  }

  private static ComponentBody component(Component by, int count, Tongue tongue) {
    return new ComponentBody(by.id(), sentence(by, tongue), by.owner(), count);
  }

  private static List<SurvivorBody> survivors(DecisionRecord record, Catalogue catalogue) {
    var chances = new HashMap<Integer, Double>();
    for (var slot : record.slots()) {
      for (int i = 0; i < slot.among().size(); i++) {
        chances.putIfAbsent(slot.among().get(i), slot.probabilities().get(i));
      }
    }
    var all = new ArrayList<SurvivorBody>();
    for (int i = 0; i < record.survivors().size(); i++) {
      var one = record.survivors().get(i);
      var action = catalogue.action(one.action());
      all.add(
          new SurvivorBody(
              action.id(),
              action.name(),
              purposeClass(one),
              one.propensity(),
              Math.sqrt(one.variance()),
              one.context(),
              one.lever(),
              one.valueOrganisation(),
              one.valuePerson(),
              one.score(),
              chances.get(i),
              one.newcomer()));
    }
    return all;
  }

  private static String purposeClass(Survivor survivor) {
    return switch (survivor.purposeClass()) {
      case Pipeline.SERVES_PURPOSE -> "serves";
      case Pipeline.NEUTRAL -> "neutral";
      default -> "other";
    };
  }

  private static List<DroppedBody> dropped(
      DecisionRecord record, Catalogue catalogue, Tongue tongue) {
    var furthest = new HashMap<Integer, Component>();
    for (var drop : record.drops()) {
      var by = catalogue.component(drop.component());
      furthest.merge(
          catalogue.actionIndex(drop.candidate()),
          by,
          (one, other) -> one.stage().compareTo(other.stage()) >= 0 ? one : other);
    }
    record.survivors().forEach(one -> furthest.remove(one.action()));
    return furthest.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(one -> {
          var action = catalogue.action(one.getKey());
          var by = one.getValue();
          return new DroppedBody(
              action.id(), action.name(), stage(by), by.id(), sentence(by, tongue), by.owner());
        })
        .toList();
  }

  static String stage(Component by) {
    return by.stage() == Stage.PERSONS_LIMITS ? "personsLimits" : Words.camel(by.stage());
  }

  /** What would have changed a decision, as a person could hear it. */
  private static String changed(Blueprint blueprint, Counterfactual one, Tongue tongue) {
    return switch (one.kind()) {
      case FACT ->
          tongue.say(
              "change.fact",
              blueprint.glossary().attribute(one.what()),
              tongue.sayOr("value." + one.from(), tongue.decimal(one.from())),
              tongue.sayOr("value." + one.to(), tongue.decimal(one.to())));
      case WORD ->
          tongue.say(
              "change." + one.what(),
              "",
              one.from(),
              one.what().equals("consent") ? Calling.consent(blueprint, one.to()) : one.to());
      case TIME ->
          tongue.say(
              "change.time",
              "",
              "",
              tongue.moment(Instant.parse(one.to()), blueprint.about().zone()));
      case LEVER -> tongue.say("change.lever", "", "", tongue.percent(one.to()));
    };
  }

  /** What would have put the next ones of the same kind first. */
  private static List<ChangeBody> changes(
      DecisionRecord record, Blueprint blueprint, Asked asked, Tongue tongue) {
    return Counterfactuals.told(blueprint.catalogue(), record, asked).stream()
        .map(one -> ChangeBody.of(blueprint, one, tongue))
        .toList();
  }

  private static Map<String, Object> weighing(Catalogue catalogue) {
    var how = catalogue.arbitration();
    return Map.of(
        "formula",
        "P x C x L x Vorg^a x Vperson^(1-a)",
        "a",
        how.a(),
        "unit",
        how.unit(),
        "classMax",
        how.classMax(),
        "choice",
        how.choice().toString());
  }
}
