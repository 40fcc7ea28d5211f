package cairn.sim;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Switches;
import cairn.blueprint.file.BlueprintCompiler;
import cairn.blueprint.file.Bundle;
import cairn.blueprint.file.Compilation;
import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.engine.OutboxItem;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.engine.Running;
import cairn.engine.World;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.Identifier;
import cairn.person.Journey;
import cairn.person.PersonState;
import cairn.sim.host.SimulatedHost;
import cairn.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * People under a blueprint that a test writes as its files: compiled for real, run by the simulated
 * host, on a clock that the test moves.
 */
final class Village implements World, AutoCloseable {
  /** A Monday at noon in Berlin. */
  static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");

  private static final String ABOUT =
      """
      id: village
      name: Village
      timeZone: Europe/Berlin
      timeZoneOf: timeZone
      """;
  private static final String PROFILE =
      """
      attributes: {timeZone: text, email: text, score: whole, city: text, moving: time, mood: text}
      """;
  private static final String CHANNELS =
      """
      channels:
        email: {name: E-mail, kind: email, address: email, quiet: {from: "20:00", to: "07:30"}}
        app: {name: App, kind: inbound}
        system: {name: System, kind: webhook}
      """;
  private static final String TREATMENTS =
      """
      treatments:
        hello: {channel: email, subject: Hello, body: Hello there}
      """;
  private static final String QUESTIONS =
      """
      questions:
        want: {text: Would you?, kind: choice, choices: ["Yes", "No"]}
      """;

  final SimulatedHost host;
  private final Map<Integer, Blueprint> published = new HashMap<>();
  private Switches switches = Switches.NONE;
  private int newest;
  private int commands;

  private Village(Map<String, String> files) {
    publish(files);
    host = new SimulatedHost(() -> new Running(this, newest, 0), NOON, 5);
  }

  /** A village with one journey, the text of its file. */
  static Village with(String journey) {
    return new Village(Map.of("journeys/ride.yaml", journey));
  }

  /** A village with more files than that. */
  static Village of(Map<String, String> files) {
    return new Village(files);
  }

  /** Puts another version in force. */
  Village publish(Map<String, String> files) {
    var all =
        new HashMap<>(
            Map.of(
                "blueprint.yaml", ABOUT,
                "profile.yaml", PROFILE,
                "channels.yaml", CHANNELS,
                "questions.yaml", QUESTIONS,
                "treatments/words.yaml", TREATMENTS));
    all.putAll(files);
    var previous = published.get(newest);
    var blueprint =
        switch (BlueprintCompiler.compile(
            Bundle.of(all), previous == null ? null : previous.schema(), newest + 1)) {
          case Compilation.Compiled compiled -> compiled.blueprint();
          case Compilation.Refused refused ->
              throw new AssertionError(
                  refused.problems().stream().map(p -> p.sentence()).toList().toString());
        };
    newest++;
    published.put(newest, blueprint);
    return this;
  }

  /** Stops journeys for everybody, or none. */
  void stop(String... journeys) {
    switches =
        new Switches(false, java.util.Set.of(), java.util.Set.of(), java.util.Set.of(journeys));
  }

  Instant now() {
    return host.clock().instant();
  }

  void pass(Duration time) {
    host.advance(time);
  }

  void until(String moment) {
    host.moveTo(Instant.parse(moment));
  }

  Outcome happens(Identifier who, String event, Map<String, Value> properties) {
    return ask(who, new Command.TakeEvent(event, "app", properties));
  }

  Outcome happens(String who, String event) {
    return happens(Identifier.user(who), event, Map.of());
  }

  void know(String who, String attribute, Value value) {
    ask(Identifier.user(who), new Command.SetAttributes(Map.of(attribute, value)));
  }

  Outcome ask(String who, Command command) {
    return ask(Identifier.user(who), command);
  }

  Outcome ask(Identifier who, Command command) {
    var envelope =
        new Envelope(host.key(who), who, "c" + ++commands, Entry.Origin.LIVE, now(), command);
    return host.submit(envelope, Priority.INTERACTIVE).join();
  }

  PersonState person(String who) {
    return host.read(host.key(Identifier.user(who)));
  }

  /** Where they stand: the steps of their open journeys and the endings of the others, in order. */
  List<String> stands(String who) {
    return person(who).journeys().stream()
        .map(j -> j.isOver() ? String.valueOf(j.ending()) : j.step())
        .toList();
  }

  Journey journey(String who) {
    return person(who).journeys().getFirst();
  }

  <F extends Fact> List<F> facts(String who, Class<F> kind) {
    return host.history(host.key(Identifier.user(who)), Long.MAX_VALUE, 10_000).reversed().stream()
        .flatMap(entry -> entry.facts().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /** What waits to leave now. */
  List<OutboxItem> outbox(String who) {
    var key = host.key(Identifier.user(who));
    return host.outbox(key.shard(), now(), 100).stream()
        .filter(item -> item.person().equals(key))
        .toList();
  }

  /** A channel asks for everything that waits; answers how much of it left. */
  int send(String who) {
    int left = 0;
    for (var item : outbox(who)) {
      var outcome = ask(who, new Command.ReleaseEffect(item.effect().id()));
      assertThat(outcome).isInstanceOf(Outcome.Taken.class);
      if (((Outcome.Taken) outcome)
          .entry().facts().stream().anyMatch(Fact.EffectReleased.class::isInstance)) {
        left++;
        ask(who, new Command.SettleEffect(item.effect().id(), "sent", true));
      }
    }
    return left;
  }

  @Override
  public @Nullable Blueprint blueprint(int number) {
    return published.get(number);
  }

  @Override
  public Switches switches() {
    return switches;
  }

  @Override
  public void close() {
    host.close();
  }
}
