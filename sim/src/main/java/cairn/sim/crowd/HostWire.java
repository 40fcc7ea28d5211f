package cairn.sim.crowd;

import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.engine.Host;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.log.Entry;
import cairn.person.Identifier;
import cairn.person.PersonState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Travellers who speak with a host directly, without a network. */
public final class HostWire implements Wire {
  private final Host host;

  public HostWire(Host host) {
    this.host = host;
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
    for (int i = 0; i < deeds.size(); i++) {
      switch (waiting.get(i).join()) {
        case Outcome.Taken(var entry, var state) -> deeds.get(i).who().hear(standpoints(state));
        case Outcome.Duplicate(var entry, var state) -> deeds.get(i).who().hear(standpoints(state));
        case Outcome.Refused(var reason, var state) -> deeds.get(i).who().hear(standpoints(state));
        case Outcome.Overloaded(var after) ->
            throw new IllegalStateException("a simulated host is never busy");
        case Outcome.Unavailable(var why) -> throw new IllegalStateException(why);
      }
    }
  }

  private Command command(Deed deed) {
    return switch (deed) {
      case Deed.Event e -> new Command.TakeEvent(e.name(), e.channel(), e.properties());
      case Deed.Answer a -> new Command.AnswerQuestion(a.question(), null, a.value(), null, null);
      case Deed.Wish w -> new Command.StatePurpose(w.text(), w.kind());
      case Deed.Outcome o -> new Command.SettleEffect(taskOf(o), o.outcome(), true);
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
