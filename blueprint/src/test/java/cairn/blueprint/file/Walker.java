package cairn.blueprint.file;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Switches;
import cairn.engine.Command;
import cairn.engine.Engine;
import cairn.engine.Envelope;
import cairn.engine.Stamp;
import cairn.engine.Verdict;
import cairn.engine.World;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.Identifier;
import cairn.person.Journey;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes one person through a blueprint, command by command, with time at will. */
final class Walker implements World {
  private final Blueprint blueprint;
  private final Identifier who;
  private final Entry.Origin origin;
  private final List<Fact> facts = new ArrayList<>();
  private PersonState state;
  private int commands;

  Walker(Blueprint blueprint, String name, Entry.Origin origin) {
    this.blueprint = blueprint;
    this.who = Identifier.user(name);
    this.origin = origin;
    this.state = PersonState.unknown(new PersonKey(name.hashCode(), 7));
  }

  Walker event(Instant at, String name, Map<String, Value> properties) {
    return take(at, new Command.TakeEvent(name, null, properties));
  }

  Walker know(Instant at, String attribute, Value value) {
    return take(at, new Command.SetAttributes(Map.of(attribute, value)));
  }

  Walker answer(Instant at, String question, Value answer) {
    return take(at, new Command.AnswerQuestion(question, null, answer, null, null));
  }

  Walker wait(Instant until) {
    return take(until, new Command.Advance());
  }

  private Walker take(Instant at, Command command) {
    var now = at.isBefore(state.now()) ? state.now() : at;
    var envelope = new Envelope(state.key(), who, "c" + ++commands, origin, at, command);
    var stamp = new Stamp(now, commands, blueprint.number(), 0);
    var verdict = Engine.decide(state, envelope, stamp, this);
    if (verdict instanceof Verdict.Rejected rejected) {
      throw new AssertionError(rejected.reason() + " of " + command);
    }
    facts.addAll(verdict.facts());
    state = verdict.next();
    return this;
  }

  /** The journey begun last, or null. */
  @Nullable Journey journey() {
    Journey last = null;
    for (var journey : state.journeys()) {
      if (last == null || journey.begunAt().isAfter(last.begunAt())) {
        last = journey;
      }
    }
    return last;
  }

  String step() {
    var journey = journey();
    return journey == null ? "" : journey.step();
  }

  PersonState state() {
    return state;
  }

  List<String> steps() {
    var steps = new ArrayList<String>();
    for (var fact : facts) {
      if (fact instanceof Fact.StepEntered entered) {
        steps.add(entered.step());
      }
    }
    return steps;
  }

  @Override
  public @Nullable Blueprint blueprint(int number) {
    return number == blueprint.number() ? blueprint : null;
  }

  @Override
  public Switches switches() {
    return Switches.NONE;
  }
}
