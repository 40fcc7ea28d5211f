package cairn.server.decide;

import cairn.blueprint.Channel;
import cairn.server.http.Access;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.publish.Published;
import cairn.workspace.account.Role;
import cairn.workspace.key.Scope;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Outbound runs: begin, watch, pause, resume, stop. */
final class OutboundRoutes {
  private static final Access RUNNERS =
      new Access.Only(Scope.DECISIONS, Set.of(Role.DESIGNER, Role.OPERATOR));

  private final Outbound outbound;
  private final Published published;

  record BeginBody(
      String channel, String placement, @Nullable String segment, @Nullable Boolean dryRun) {}

  record BegunBody(String run) {}

  record RunsBody(List<OutboundRun> runs) {}

  OutboundRoutes(Outbound outbound, Published published) {
    this.outbound = outbound;
    this.published = published;
  }

  List<Route> routes() {
    return List.of(
        Route.post(
            "/v1/decisions/batch",
            RUNNERS,
            "decisions",
            "Goes through everybody: selects by means, then decides on fresh state and queues.",
            Shape.of(BeginBody.class),
            Shape.of(BegunBody.class),
            this::begin),
        Route.get(
            "/v1/decisions/batch",
            RUNNERS,
            "decisions",
            "Lists outbound runs, newest first.",
            Shape.of(RunsBody.class),
            request -> Reply.json(new RunsBody(outbound.runs()))),
        Route.get(
            "/v1/decisions/batch/{run}",
            RUNNERS,
            "decisions",
            "Reads how far a run is.",
            Shape.of(OutboundRun.class),
            request -> Reply.json(outbound.find(request.param("run")).run())),
        change("pause", "Pauses a run.", OutboundRun.State.PAUSED),
        change("resume", "Lets a paused run go on.", OutboundRun.State.RUNNING),
        change(
            "stop",
            "Ends a run for good; what is queued stays queued.",
            OutboundRun.State.STOPPED));
  }

  private Route change(String word, String summary, OutboundRun.State to) {
    return Route.post(
        "/v1/decisions/batch/{run}/" + word,
        RUNNERS,
        "decisions",
        summary,
        null,
        Shape.of(OutboundRun.class),
        request -> Reply.json(outbound.find(request.param("run")).change(to)));
  }

  private Reply begin(Request request) {
    var body = Json.read(request, Asking.BODY_BYTES_MAX, BeginBody.class);
    var blueprint = Asking.running(published);
    var name = Asking.channel(body.channel(), blueprint);
    var channel = blueprint.channel(name);
    boolean dry = Boolean.TRUE.equals(body.dryRun());
    if (!dry && channel != null && channel.kind() == Channel.Kind.INBOUND) {
      throw HttpRefusal.invalid("channel", "People come to this channel; nothing is sent by it.");
    }
    if (body.placement() == null || body.placement().isBlank()) {
      throw HttpRefusal.invalid("placement", "Name a placement of the channel.");
    }
    var placement = Asking.placement(body.placement(), name, blueprint);
    var segment = body.segment();
    boolean known =
        segment == null || blueprint.segments().stream().anyMatch(one -> one.id().equals(segment));
    if (!known) {
      throw HttpRefusal.invalid("segment", "There is no such segment.");
    }
    return Reply.json(new BegunBody(outbound.begin(name, placement, segment, dry).id()));
  }
}
