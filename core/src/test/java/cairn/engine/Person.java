package cairn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Switches;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.Identifier;
import cairn.person.Journey;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One person for a test, with a clock of their own. After every command the log is read back and
 * must give the same state, and the invariants of the engine are checked.
 */
final class Person implements World {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final Map<Integer, Blueprint> blueprints = new HashMap<>();
  private final List<Entry> log = new ArrayList<>();
  private final PersonKey key;
  private final PersonState unknown;
  private Switches switches = Switches.NONE;
  private Entry.Origin origin = Entry.Origin.LIVE;
  private int running;
  private int commands;
  Instant now = NOON;
  PersonState state;

  Person(Blueprint blueprint) {
    this(blueprint, new PersonKey(1, 2));
  }

  Person(Blueprint blueprint, PersonKey key) {
    this.key = key;
    this.unknown = PersonState.unknown(key);
    this.state = unknown;
    publish(blueprint);
  }

  void publish(Blueprint blueprint) {
    blueprints.put(blueprint.number(), blueprint);
    running = blueprint.number();
  }

  Person importing() {
    origin = Entry.Origin.IMPORT;
    return this;
  }

  void stop(Switches what) {
    switches = what;
  }

  Verdict event(String name) {
    return event(name, Map.of());
  }

  Verdict event(String name, Map<String, Value> properties) {
    return ask(new Command.TakeEvent(name, "web", properties), now);
  }

  Verdict late(String name, Instant at) {
    return ask(new Command.TakeEvent(name, "web", Map.of()), at);
  }

  Verdict set(String attribute, Value value) {
    return ask(new Command.SetAttributes(Map.of(attribute, value)), now);
  }

  Verdict after(Duration time) {
    now = now.plus(time);
    return ask(new Command.Advance(), now);
  }

  Verdict ask(Command command) {
    return ask(command, now);
  }

  /** Asks by the record's key alone, as whoever knows no name does. */
  Verdict askByKey(Command command) {
    return ask(command, now, null);
  }

  /** What this record held comes to another person's, as after a sign-in. */
  void becomes(Person known) {
    var held = state;
    var history = List.copyOf(log);
    ask(new Command.Seal(known.key));
    known.now = now;
    known.ask(new Command.Absorb(key, held, history));
  }

  Verdict ask(Command command, Instant at) {
    return ask(command, at, Identifier.user("ada"));
  }

  private Verdict ask(Command command, Instant at, @Nullable Identifier who) {
    var envelope = new Envelope(key, who, "c" + ++commands, origin, at, command);
    var stampNow = origin == Entry.Origin.IMPORT ? at : now;
    var taken = stampNow.isBefore(state.now()) ? state.now() : stampNow;
    var stamp = new Stamp(taken, 1000 * key.low() + commands, running, 0);
    var verdict = Engine.decide(state, envelope, stamp, this);
    assertThat(Engine.decide(state, envelope, stamp, this))
        .as("the same command gives the same verdict")
        .isEqualTo(verdict);
    if (!verdict.facts().isEmpty()) {
      log.add(Engine.entry(state, envelope, stamp, verdict));
      state = verdict.next();
    }
    checkReplay();
    checkInvariants();
    return verdict;
  }

  Journey journey() {
    return state.journeys().getFirst();
  }

  String step() {
    return journey().step();
  }

  List<Entry> log() {
    return log;
  }

  <F extends Fact> List<F> facts(Class<F> kind) {
    return log.stream()
        .flatMap(entry -> entry.facts().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  @Override
  public @Nullable Blueprint blueprint(int number) {
    return blueprints.get(number);
  }

  @Override
  public Switches switches() {
    return switches;
  }

  private void checkReplay() {
    var replayed = unknown;
    for (var entry : log) {
      replayed = Engine.fold(replayed, entry);
    }
    assertThat(replayed).as("the log read back gives the same state").isEqualTo(state);
  }

  private void checkInvariants() {
    assertThat(state.timers()).as("timers in order").isSorted();
    var open = state.journeys().stream().filter(j -> !j.isOver()).map(Journey::instance).toList();
    for (var timer : state.timers()) {
      if (timer.subject().contains("#")) {
        assertThat(open).as("a timer's journey is open").contains(timer.subject());
      }
    }
    for (var effect : state.pending()) {
      var definition = Walk.definitionOf(effect.instance());
      if (definition != null) {
        assertThat(state.record(definition).orElseThrow().closedByNo())
            .as("nothing waits to be sent after a no")
            .isFalse();
      }
    }
  }
}
