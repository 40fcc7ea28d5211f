package cairn.server.run;

import cairn.blueprint.Blueprint;
import cairn.engine.Host;
import cairn.server.http.Access;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Reply;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.intake.Intake;
import cairn.server.live.Tailer;
import cairn.server.publish.Published;
import cairn.workspace.account.Role;
import cairn.workspace.key.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Whether the server lives, is ready, and how it is doing. */
public final class RunRoutes {
  private static final Access ANYONE = new Access.Anyone();
  private static final Access STAFF =
      new Access.Only(Scope.JOURNEYS_READ, EnumSet.allOf(Role.class));
  private static final Access OPERATORS = new Access.Only(Scope.INSIGHT, Set.of(Role.OPERATOR));

  private final Host host;
  private final Published published;
  private final Tailer live;
  private final Measures measures;
  private final BooleanSupplier ready;
  private final String version;
  private final long began = System.nanoTime();
  private final Rate events;
  private final Rate decisions;
  private final InstantSource clock;

  record AliveBody(String status) {}

  record StatusBody(
      String version,
      long uptimeSeconds,
      long people,
      double eventsPerSecond,
      double decisionsPerSecond,
      Instant now,
      boolean caughtUp,
      @Nullable RunningBody blueprint) {}

  record RunningBody(String id, int version, String name) {}

  /**
   * Routes over the running parts.
   *
   * @param ready whether the host takes commands
   * @param decided counts decisions
   * @param clock the time the product goes by; simulated where people are
   */
  public RunRoutes(
      Host host,
      Published published,
      Intake intake,
      Tailer live,
      Measures measures,
      BooleanSupplier ready,
      String version,
      LongSupplier decided,
      InstantSource clock) {
    this.host = host;
    this.published = published;
    this.live = live;
    this.measures = measures;
    this.ready = ready;
    this.version = version;
    this.clock = clock;
    this.events = new Rate(intake::taken);
    this.decisions = new Rate(decided);
    Thread.ofVirtual().name("rates").start(this::keepNoting);
  }

  private void keepNoting() {
    try {
      while (ready.getAsBoolean()) {
        events.note();
        decisions.note();
        Thread.sleep(Duration.ofSeconds(1));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/v1/status",
            STAFF,
            "running",
            "Says how the server is doing.",
            Shape.of(StatusBody.class),
            request -> Reply.json(status())),
        Route.get(
            "/health/live",
            ANYONE,
            "running",
            "Answers while the process lives.",
            Shape.of(AliveBody.class),
            request -> Reply.json(new AliveBody("live"))),
        Route.get(
            "/health/ready",
            ANYONE,
            "running",
            "Answers 200 once commands are taken, 503 before and while stopping.",
            Shape.of(AliveBody.class),
            request -> readiness()),
        Route.get(
            "/metrics",
            OPERATORS,
            "running",
            "Measures for Prometheus.",
            Shape.media("text/plain"),
            request ->
                Reply.text(200, "text/plain; version=0.0.4; charset=utf-8", measures.text())));
  }

  private Reply readiness() {
    if (!ready.getAsBoolean()) {
      throw HttpRefusal.later(Code.UNAVAILABLE, "Not ready.", Duration.ofSeconds(1));
    }
    return Reply.json(new AliveBody("ready"));
  }

  private StatusBody status() {
    return new StatusBody(
        version,
        (System.nanoTime() - began) / 1_000_000_000L,
        host.people(),
        rounded(events.perSecond()),
        rounded(decisions.perSecond()),
        clock.instant(),
        live.isCaughtUp(),
        published.current().map(RunRoutes::running).orElse(null));
  }

  private static double rounded(double perSecond) {
    return Math.round(perSecond * 10) / 10.0;
  }

  private static RunningBody running(Blueprint blueprint) {
    return new RunningBody(blueprint.about().id(), blueprint.number(), blueprint.about().name());
  }
}
