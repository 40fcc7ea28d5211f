package cairn.sim;

import cairn.decision.ActionKind;
import cairn.decision.Asked;
import cairn.decision.Catalogue;
import cairn.decision.DecisionRecord;
import cairn.decision.DecisionRequest;
import cairn.decision.Pipeline;
import cairn.decision.Response;
import cairn.decision.Stage;
import cairn.decision.explain.Counterfactual;
import cairn.decision.explain.Counterfactuals;
import cairn.decision.explain.Replay;
import cairn.engine.Decisions;
import cairn.engine.Host;
import cairn.engine.Stamp;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.log.Fold;
import cairn.person.Ending;
import cairn.person.Limits;
import cairn.person.Pending;
import cairn.person.PersonState;
import cairn.rule.Need;
import cairn.server.publish.Published;
import cairn.store.codec.EntryCodec;
import cairn.store.codec.Out;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One person's whole log, read from its first entry beside what was promised to them. What is not
 * as it must be is noted in a sentence; numbers count what was looked at, so that nothing passes
 * for having looked at nothing.
 */
final class LivedRecord {
  private static final int ENTRIES_MAX = 100_000;

  /** Every so manieth decision is asked what would have changed it. */
  private static final int ASKED_EVERY = Integer.getInteger("cairn.asked", 7);

  /** Actions asked about in one decision. */
  private static final int ACTIONS_ASKED = 3;

  private final Published published;
  private final List<String> broken;
  private final Looked looked;
  private final Set<String> closed = new HashSet<>();
  private final Set<String> refused = new HashSet<>();
  private final Map<String, Pending> queued = new HashMap<>();
  private final List<Contact> contacts = new ArrayList<>();
  private Limits limits = Limits.NONE;

  private record Contact(String channel, Instant at) {}

  /** How much was looked at. */
  static final class Looked {
    int decisions;
    int shown;
    int dropped;
    int nos;
    int limited;
    final Map<Counterfactual.Kind, Integer> changes = new EnumMap<>(Counterfactual.Kind.class);
    final Set<Integer> blueprints = new HashSet<>();
    final Set<Long> models = new HashSet<>();
  }

  private LivedRecord(Published published, List<String> broken, Looked looked) {
    this.published = published;
    this.broken = broken;
    this.looked = looked;
  }

  static long decisions(Host host, List<PersonState> people) {
    long count = 0;
    for (var person : people) {
      for (var entry : host.history(person.key(), Long.MAX_VALUE, ENTRIES_MAX)) {
        count += entry.facts().stream().filter(f -> f instanceof Fact.DecisionMade).count();
      }
    }
    return count;
  }

  /** Reads everybody's log. */
  static List<String> broken(LivedWorld world, Looked looked) {
    var broken = new ArrayList<String>();
    for (var person : world.people()) {
      var log = world.host().history(person.key(), Long.MAX_VALUE, ENTRIES_MAX).reversed();
      var read = new LivedRecord(world.published, broken, looked);
      var state = PersonState.unknown(person.key());
      for (var entry : log) {
        state = Fold.open(state, entry.number(), entry.now());
        for (var fact : entry.facts()) {
          read.look(entry, state, fact);
          state = Fold.apply(state, entry.now(), fact);
        }
      }
      if (!state.equals(person)) {
        broken.add("a log does not lead to its state");
      }
    }
    return broken;
  }

  private void look(Entry entry, PersonState before, Fact fact) {
    switch (fact) {
      case Fact.DecisionMade made -> decision(entry, before, made);
      case Fact.ResponseRecorded response -> {
        if (response.response().kind() == Response.Kind.NO) {
          looked.nos++;
          refused.add(response.action());
        }
      }
      case Fact.ObjectionLifted lifted -> refused.remove(lifted.subject());
      case Fact.JourneyEnded ended -> {
        if (ended.ending() == Ending.DECLINED) {
          closed.add(definition(ended.instance()));
        }
      }
      case Fact.JourneyReopened reopened -> closed.remove(definition(reopened.instance()));
      case Fact.JourneyBegun begun -> {
        if (closed.contains(definition(begun.instance()))) {
          broken.add("a journey began again after a no: " + begun.instance());
        }
      }
      case Fact.LimitsSet set -> limits = set.limits();
      case Fact.EffectQueued effect -> queued.put(effect.effect().id(), effect.effect());
      case Fact.EffectReleased released -> released(entry, released);
      default -> {}
    }
  }

  private static String definition(String instance) {
    int mark = instance.lastIndexOf('#');
    return mark < 0 ? instance : instance.substring(0, mark);
  }

  private void released(Entry entry, Fact.EffectReleased released) {
    var effect = queued.get(released.id());
    boolean promotes = effect != null && effect.purpose() == Pending.Purpose.PROMOTIONAL;
    if (effect != null
        && promotes
        && effect.instance() != null
        && closed.contains(definition(effect.instance()))) {
      broken.add("a message left after a no: " + effect.subject());
    }
    contact(released.remember(), entry.now(), !promotes);
  }

  private void decision(Entry entry, PersonState before, Fact.DecisionMade made) {
    looked.decisions++;
    looked.blueprints.add(entry.blueprint());
    looked.models.add(entry.models());
    var record = made.decision();
    var blueprint = published.blueprint(entry.blueprint());
    if (blueprint == null) {
      broken.add("a blueprint is gone: " + entry.blueprint());
      return;
    }
    var catalogue = blueprint.catalogue();
    reasons(catalogue, record);
    promises(catalogue, record);
    if (!made.queued()) {
      contact(record.remember(), entry.now(), false);
    }
    var stamp =
        new Stamp(record.at(), entry.seed(), entry.blueprint(), published.running().models());
    var asked = Decisions.asked(published, blueprint, before, record.request().channel(), stamp);
    var again = Replay.of(catalogue, record, asked, made.queued(), entry.edition());
    if (!Arrays.equals(
        bytes(entry, made), bytes(entry, new Fact.DecisionMade(again, made.queued())))) {
      broken.add("a decision comes out another: " + record.id());
    }
    if (looked.decisions % ASKED_EVERY == 0) {
      changes(catalogue, record, asked.at(record.at()));
    }
  }

  private static byte[] bytes(Entry entry, Fact fact) {
    var out = new Out(4_096);
    EntryCodec.write(
        out,
        new Entry(
            entry.number(),
            entry.commandId(),
            entry.origin(),
            entry.at(),
            entry.now(),
            entry.seed(),
            entry.blueprint(),
            entry.models(),
            entry.edition(),
            List.of(fact)));
    return out.copy();
  }

  /** Every candidate is a survivor or was dropped, once, with a sentence of an owner. */
  private void reasons(Catalogue catalogue, DecisionRecord record) {
    var channel = record.request().channel();
    long candidates =
        catalogue.actions().stream()
            .flatMap(action -> action.renderings().stream())
            .filter(rendering -> rendering.channel().equals(channel))
            .count();
    if (record.drops().size() + record.survivors().size() != candidates) {
      broken.add("a candidate is neither weighed nor dropped: " + record.id());
    }
    for (var drop : record.drops()) {
      looked.dropped++;
      var component = catalogue.component(drop.component());
      if (component.sentence().isBlank()) {
        broken.add("a drop without a sentence: " + component.id());
      }
    }
    for (var slot : record.slots()) {
      looked.shown++;
      double sum = slot.probabilities().stream().mapToDouble(p -> p).sum();
      if (Math.abs(sum - 1) > 1e-9 || !slot.among().contains(slot.survivor())) {
        broken.add("a draw is not whole: " + record.id());
      }
      var survivor = record.survivors().get(slot.survivor());
      if (!(survivor.valuePerson() > 0)
          && catalogue.action(survivor.action()).kind() != ActionKind.REQUIRED) {
        broken.add("something was shown that brings the person nothing: " + slot.action());
      }
    }
    if (record.slots().isEmpty() && catalogue.component(record.silence()).sentence().isBlank()) {
      broken.add("silence without a reason: " + record.id());
    }
  }

  /** Nothing is put to a person that they said no to, by itself or by its journey. */
  private void promises(Catalogue catalogue, DecisionRecord record) {
    for (var slot : record.slots()) {
      var action = catalogue.action(record.survivors().get(slot.survivor()).action());
      if (action.kind() == ActionKind.REQUIRED) {
        continue;
      }
      if (refused.contains(action.id())) {
        broken.add("shown after a no: " + action.id());
      }
      if (action.journey() != null && closed.contains(action.journey())) {
        broken.add("shown from a journey that was told no: " + action.id());
      }
    }
  }

  /** The person's own caps hold at every contact. */
  private void contact(List<Need> needs, Instant at, boolean isOwed) {
    for (var need : needs) {
      if (need.subject().startsWith("contact:")) {
        contacts.add(new Contact(need.subject().substring("contact:".length()), at));
      }
    }
    if (isOwed || needs.isEmpty()) {
      return;
    }
    for (var cap : limits.caps()) {
      looked.limited++;
      long count =
          contacts.stream()
              .filter(c -> cap.channel() == null || cap.channel().equals(c.channel()))
              .filter(c -> c.at().isAfter(at.minus(cap.window())))
              .count();
      if (count > cap.contactsMax()) {
        broken.add("a person's cap of " + cap.contactsMax() + " was exceeded: " + count);
      }
    }
  }

  /**
   * What is said would have changed it does, decided again: what the decision's own page tells, and
   * what somebody is told who asks why not, where the rule and not the room is asked.
   */
  private void changes(Catalogue catalogue, DecisionRecord record, Asked asked) {
    var asks = record.request();
    for (var change : Counterfactuals.told(catalogue, record, asked)) {
      check(catalogue, asks, asked, change);
    }
    int most = DecisionRequest.PLACEMENTS_MAX;
    var roomy =
        new DecisionRequest(
            asks.channel(),
            Collections.nCopies(most, asks.placements().getFirst()),
            asks.context(),
            most);
    var actions = new TreeSet<String>();
    for (var drop : record.drops()) {
      var stage = catalogue.component(drop.component()).stage();
      if (stage.compareTo(Stage.PURPOSE) >= 0 && stage.compareTo(Stage.CONTACT) <= 0) {
        actions.add(catalogue.actionOf(drop.candidate()).id());
      }
    }
    actions.stream()
        .limit(ACTIONS_ASKED)
        .flatMap(action -> Counterfactuals.of(catalogue, roomy, asked, action).stream())
        .forEach(change -> check(catalogue, roomy, asked, change));
  }

  private void check(
      Catalogue catalogue, DecisionRequest request, Asked asked, Counterfactual change) {
    looked.changes.merge(change.kind(), 1, Integer::sum);
    var action = change.action();
    var now = Pipeline.decide("now", catalogue, request, asked, false);
    if (now.slots().stream().anyMatch(slot -> slot.action().equals(action))) {
      broken.add("a change is told for what is shown: " + change.sentence());
    }
    var weighed =
        change.kind() == Counterfactual.Kind.LEVER
            ? catalogue.withLever(action, Double.parseDouble(change.to()))
            : catalogue;
    var changed = ChangedAsked.as(catalogue, asked, change);
    var then = Pipeline.decide("then", weighed, request, changed, false);
    if (then.slots().stream().noneMatch(slot -> slot.action().equals(action))) {
      broken.add("what was said would change it does not: " + change.sentence());
    }
  }
}
