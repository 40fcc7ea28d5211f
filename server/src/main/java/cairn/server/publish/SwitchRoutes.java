package cairn.server.publish;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Switches;
import cairn.server.http.Access;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.workspace.Workspace;
import cairn.workspace.account.Role;
import cairn.workspace.audit.Actor;
import cairn.workspace.audit.AuditLog;
import cairn.workspace.key.Scope;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The emergency switches: what is stopped, and stopping it or letting it run again. */
public final class SwitchRoutes {
  private static final int BODY_BYTES_MAX = 64 * 1024;

  private static final Access READERS =
      new Access.Only(Scope.BLUEPRINTS, EnumSet.allOf(Role.class));
  private static final Access APPROVERS =
      new Access.Only(Scope.BLUEPRINTS, Set.of(Role.APPROVER, Role.OPERATOR));

  private final Publisher publisher;
  private final Published published;
  private final Workspace workspace;
  private final AuditLog audit;

  record SwitchesBody(
      boolean everything,
      @Nullable Set<@Nullable String> channels,
      @Nullable Set<@Nullable String> actions,
      @Nullable Set<@Nullable String> journeys) {}

  /** What is stopped, by kind, and each with its story, what was stopped last first. */
  record StoppedBody(
      boolean everything,
      Set<String> channels,
      Set<String> actions,
      Set<String> journeys,
      List<PartBody> stopped) {}

  /**
   * A part that is stopped.
   *
   * @param kind {@code everything}, {@code channel}, {@code action} or {@code journey}
   * @param id empty for everything
   * @param name what people call it; the id where nothing runs that has one
   * @param by the colleague, or the part of Cairn, that stopped it
   */
  record PartBody(String kind, String id, String name, Instant since, String by) {}

  record SwitchBody(@Nullable String kind, @Nullable String id) {}

  public SwitchRoutes(Publisher publisher, Published published, Workspace workspace) {
    this.publisher = publisher;
    this.published = published;
    this.workspace = workspace;
    this.audit = workspace.audit();
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/v1/switches",
            READERS,
            "blueprint",
            "Reads what is stopped now, since when and by whom.",
            Shape.of(StoppedBody.class),
            request -> Reply.json(body())),
        Route.post(
            "/v1/switches",
            APPROVERS,
            "blueprint",
            "Stops and lets go: everything, channels, actions, journeys; from the next decision."
                + " What is left out runs.",
            Shape.of(SwitchesBody.class),
            Shape.of(StoppedBody.class),
            this::set),
        Route.post(
            "/v1/switches/stop",
            APPROVERS,
            "blueprint",
            "Stops one part, from the next decision on: kind is everything, channel, action or"
                + " journey; the others stay as they are.",
            Shape.of(SwitchBody.class),
            Shape.of(StoppedBody.class),
            request -> thrown(request, part(request), true)),
        Route.post(
            "/v1/switches/start",
            APPROVERS,
            "blueprint",
            "Lets one part run again, from the next decision on.",
            Shape.of(SwitchBody.class),
            Shape.of(StoppedBody.class),
            request -> thrown(request, part(request), false)),
        Route.post(
            "/v1/journeys/{journey}/pause",
            APPROVERS,
            "journeys",
            "Stops a journey for everybody until it is resumed.",
            null,
            Shape.of(StoppedBody.class),
            request -> thrown(request, journey(request), true)),
        Route.post(
            "/v1/journeys/{journey}/resume",
            APPROVERS,
            "journeys",
            "Lets a stopped journey go on for everybody.",
            null,
            Shape.of(StoppedBody.class),
            request -> thrown(request, journey(request), false)));
  }

  private StoppedBody body() {
    var names = accountNames();
    var switches = published.switches();
    return new StoppedBody(
        switches.everything(),
        switches.channels(),
        switches.actions(),
        switches.journeys(),
        publisher.stopped().stream()
            .map(one ->
                new PartBody(
                    word(one.part().kind()),
                    one.part().id(),
                    name(one.part()),
                    one.since(),
                    names.getOrDefault(one.by(), one.by())))
            .toList());
  }

  private Map<String, String> accountNames() {
    return workspace.accounts().all().stream()
        .collect(
            Collectors.toMap(
                account -> account.id().actor().text(), account -> account.name().value()));
  }

  private static String word(Stops.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private String name(Stops.Part part) {
    var known = published.current().map(blueprint -> called(part, blueprint)).orElse(null);
    return known == null ? part.id() : known;
  }

  /** What a blueprint calls a part; null where it has none of that id. */
  private static @Nullable String called(Stops.Part part, Blueprint blueprint) {
    return switch (part.kind()) {
      case EVERYTHING -> "";
      case CHANNEL -> {
        var channel = blueprint.channel(part.id());
        yield channel == null ? null : channel.name();
      }
      case ACTION -> {
        int ordinal = blueprint.catalogue().ordinal(part.id());
        yield ordinal < 0 ? null : blueprint.catalogue().action(ordinal).name();
      }
      case JOURNEY -> {
        var journey = blueprint.journey(part.id());
        yield journey == null ? null : journey.name();
      }
    };
  }

  private Stops.Part part(Request request) {
    var body = Json.read(request, BODY_BYTES_MAX, SwitchBody.class);
    var kind =
        Stream.of(Stops.Kind.values())
            .filter(one -> word(one).equals(body.kind()))
            .findFirst()
            .orElseThrow(
                () -> HttpRefusal.invalid("kind", "Say everything, channel, action or journey."));
    var id = body.id() == null ? "" : body.id();
    if (kind == Stops.Kind.EVERYTHING) {
      return new Stops.Part(kind, "");
    }
    return known(new Stops.Part(kind, id));
  }

  private Stops.Part journey(Request request) {
    return known(new Stops.Part(Stops.Kind.JOURNEY, request.param("journey")));
  }

  /** A part that runs here, or that is stopped although nothing here has it any more. */
  private Stops.Part known(Stops.Part part) {
    boolean runs = published.current().map(b -> called(part, b)).isPresent();
    if (!runs && publisher.stopped().stream().noneMatch(one -> one.part().equals(part))) {
      throw HttpRefusal.notFound("There is no such " + word(part.kind()) + ".");
    }
    return part;
  }

  private Reply set(Request request) {
    var body = Json.read(request, BODY_BYTES_MAX, SwitchesBody.class);
    var asked =
        new Switches(
            body.everything(),
            named(body.channels(), "channels"),
            named(body.actions(), "actions"),
            named(body.journeys(), "journeys"));
    return changed(request, any -> asked, body.everything() ? "everything" : "");
  }

  /** What is stopped of one kind; left out is nothing. */
  private static Set<String> named(@Nullable Set<@Nullable String> names, String field) {
    var all = new HashSet<String>();
    for (var name : names == null ? Set.<String>of() : names) {
      if (name == null) {
        throw HttpRefusal.invalid(field, "Send a list of ids.");
      }
      all.add(name);
    }
    return all;
  }

  private Reply thrown(Request request, Stops.Part part, boolean stops) {
    var about = part.id().isEmpty() ? word(part.kind()) : word(part.kind()) + ":" + part.id();
    return changed(request, now -> part.in(now, stops), (stops ? "stop " : "start ") + about);
  }

  private Reply changed(Request request, UnaryOperator<Switches> change, String detail) {
    var by = request.caller().actor().orElse(Actor.LOCAL_OPERATOR);
    publisher.change(change, by.text());
    audit.record(by, "switches.set", "switches:all", detail);
    return Reply.json(body());
  }
}
