package cairn.store;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Switches;
import cairn.decision.Catalogue;
import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.engine.Host;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.engine.Running;
import cairn.engine.World;
import cairn.journey.Beginning;
import cairn.journey.JourneyDefinition;
import cairn.journey.Moment;
import cairn.journey.ReEntry;
import cairn.journey.Stage;
import cairn.journey.Step;
import cairn.journey.Trigger;
import cairn.log.Entry;
import cairn.person.Ending;
import cairn.person.Identifier;
import cairn.rule.Condition;
import cairn.rule.Schema;
import cairn.value.Value;
import cairn.value.ValueType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A small world for tests of the store, and words to speak to a host with. */
final class Fixture implements World {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  static final Identifier ADA = Identifier.user("ada-lovelace-1815");
  static final Identifier PHONE = Identifier.anonymous("phone-7-of-ada");

  /** How long a test waits for what must come by itself. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Blueprint blueprint = blueprint();

  Running running() {
    return new Running(this, 1, 0);
  }

  /** Opens a store whose clock stands at noon unless moved. */
  EmbeddedHost open(Path folder) {
    return open(StoreSettings.in(folder).withLanes(2).withClock(new MovableClock(NOON)));
  }

  EmbeddedHost open(StoreSettings settings) {
    return EmbeddedHost.open(settings, this::running);
  }

  static Command event(String name) {
    return new Command.TakeEvent(name, "web", Map.of("note", Value.of("saw " + name)));
  }

  static Envelope envelope(Host host, Identifier who, String id, Command command) {
    return new Envelope(host.key(who), who, id, Entry.Origin.LIVE, NOON, command);
  }

  static Outcome send(Host host, Identifier who, String id, Command command) {
    return get(host.submit(envelope(host, who, id, command), Priority.INTERACTIVE));
  }

  static Outcome get(CompletableFuture<Outcome> outcome) {
    return outcome.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** Waits for what must come by itself. */
  static void await(String what, BooleanSupplier come) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!come.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited too long for " + what);
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Override
  public @Nullable Blueprint blueprint(int number) {
    return number == 1 ? blueprint : null;
  }

  @Override
  public Switches switches() {
    return Switches.NONE;
  }

  private static Blueprint blueprint() {
    var journey =
        new JourneyDefinition(
            "cycle",
            "Cycle to work",
            "I want to get to work without the car",
            "",
            List.of(new Stage("cycling", "Cycling", "")),
            List.of(
                new Step.WaitFor(
                    new Step.About("waits", "cycling", "Waits", ""),
                    List.of(new Step.Awaited(new Trigger("Chose", Condition.ALWAYS), "done")),
                    new Step.Timeout(new Moment.After(Duration.ofDays(3)), "left")),
                new Step.End(new Step.About("done", "cycling", "Done", ""), Ending.ACHIEVED),
                new Step.End(new Step.About("left", "cycling", "Left", ""), Ending.LEFT)),
            List.of(
                new Beginning.OnEvent(
                    "asked", "waits", new Trigger("Asked", Condition.ALWAYS), null)),
            List.of(),
            List.of(),
            List.of(),
            new ReEntry.AfterEnd(Duration.ZERO),
            null,
            null);
    return new Blueprint(
        new Blueprint.About("test", 1, "Test", ZoneOffset.UTC, -1, -1),
        new Schema(
            List.of(new Schema.Attribute(0, "email", ValueType.TEXT, "", true, false, true))),
        List.of(journey),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Catalogue.EMPTY,
        Map.of("Rode", 8));
  }
}
