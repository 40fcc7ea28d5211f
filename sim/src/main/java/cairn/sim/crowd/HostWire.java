package cairn.sim.crowd;

import cairn.blueprint.Blueprint;
import cairn.decision.DecisionRequest;
import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.engine.Host;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.Consent;
import cairn.person.Identifier;
import cairn.person.Limits;
import cairn.person.PersonState;
import cairn.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Travellers who speak with a host directly, without a network. */
public final class HostWire implements Wire {
  private final Host host;
  private final Blueprint blueprint;

  /** Speaks with a host that runs a blueprint. */
  public HostWire(Host host, Blueprint blueprint) {
    this.host = host;
    this.blueprint = blueprint;
  }

  @Override
  public void introduce(List<Traveller> people) {
    var waiting = new ArrayList<CompletableFuture<Outcome>>();
    for (var who : people) {
      var profile = new Command.SetAttributes(new HashMap<>(who.profile()));
      waiting.add(submit(who, who.id() + "-0", Instant.EPOCH, profile));
    }
    waiting.forEach(CompletableFuture::join);
  }

  @Override
  public void act(List<Deed> deeds) {
    var waiting = new ArrayList<CompletableFuture<Outcome>>();
    for (var deed : deeds) {
      waiting.add(submit(deed.who(), deed.id(), deed.at(), command(deed)));
    }
    var reactions = new ArrayList<CompletableFuture<Outcome>>();
    for (int i = 0; i < deeds.size(); i++) {
      var deed = deeds.get(i);
      var outcome = waiting.get(i).join();
      deed.who().hear(standpoints(state(outcome)));
      if (deed instanceof Deed.Visiting visit && outcome instanceof Outcome.Taken taken) {
        for (var reaction : visit.who().see(visit, shown(taken.entry(), visit))) {
          var id = visit.id() + "-" + reaction.shown().token();
          reactions.add(submit(visit.who(), id, visit.at(), response(visit.channel(), reaction)));
        }
      }
    }
    reactions.forEach(CompletableFuture::join);
  }

  private static PersonState state(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Taken(var entry, var state) -> state;
      case Outcome.Duplicate(var entry, var state) -> state;
      case Outcome.Refused(var reason, var state) -> state;
      case Outcome.Overloaded(var after) ->
          throw new IllegalStateException("a simulated host is never busy");
      case Outcome.Unavailable(var why) -> throw new IllegalStateException(why);
    };
  }

  /** What the decision of an entry put to somebody; its slots stand for tokens. */
  private List<Shown> shown(Entry entry, Deed.Visiting visit) {
    var shown = new ArrayList<Shown>();
    for (var fact : entry.facts()) {
      if (fact instanceof Fact.DecisionMade made && made.decision().request().equals(asks(visit))) {
        var slots = made.decision().slots();
        for (int i = 0; i < slots.size(); i++) {
          var action = slots.get(i).action();
          shown.add(new Shown(made.decision().id() + "/" + i, action, blueprint.question(action)));
        }
      }
    }
    return shown;
  }

  private static DecisionRequest asks(Deed.Visiting visit) {
    Map<String, Value> context =
        visit.page().isEmpty() ? Map.of() : Map.of("page", Value.of(visit.page()));
    return new DecisionRequest(
        visit.channel(), visit.placements(), context, visit.placements().size());
  }

  private static Command response(String channel, Reaction reaction) {
    var shown = reaction.shown();
    return new Command.RecordResponse(
        shown.token(), shown.action(), channel, reaction.response(), null);
  }

  private Command command(Deed deed) {
    return switch (deed) {
      case Deed.Event e -> new Command.TakeEvent(e.name(), e.channel(), e.properties());
      case Deed.Answer a -> new Command.AnswerQuestion(a.question(), null, a.value(), null, null);
      case Deed.Wish w -> new Command.StatePurpose(w.text(), w.kind());
      case Deed.Outcome o -> new Command.SettleEffect(taskOf(o), o.outcome(), true);
      case Deed.Visiting v -> new Command.RequestDecision(asks(v), false);
      case Deed.Later l -> response(l.channel(), l.reaction());
      case Deed.Allow a ->
          new Command.RecordConsent(new Consent(a.subject(), a.given(), a.at(), "their own page"));
      case Deed.Limit l ->
          new Command.SetLimits(
              new Limits(List.of(new Limits.Cap(null, l.contactsMax(), l.window())), null, null));
    };
  }

  /** The task that lies in a queue for them; an unknown name where none does. */
  private String taskOf(Deed.Outcome outcome) {
    return host.read(host.key(Identifier.user(outcome.who().id()))).pending().stream()
        .filter(p -> p.subject().equals(outcome.queue()))
        .map(p -> p.id())
        .findFirst()
        .orElse("none");
  }

  private CompletableFuture<Outcome> submit(Traveller who, String id, Instant at, Command command) {
    var identifier = Identifier.user(who.id());
    return host.submit(
        new Envelope(host.key(identifier), identifier, id, Entry.Origin.LIVE, at, command),
        Priority.STREAM);
  }

  private static List<Standpoint> standpoints(PersonState state) {
    return state.journeys().stream()
        .map(j -> new Standpoint(j.definition(), j.step(), j.isUnderWay()))
        .toList();
  }
}
