package cairn.server.decide;

import cairn.engine.Host;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides for a sample of people under a draft beside what runs, while the caller waits. */
final class TryRoutes {
  static final Access TRIERS =
      new Access.Only(
          Scope.BLUEPRINTS, Set.of(Role.DESIGNER, Role.APPROVER, Role.ANALYST, Role.OPERATOR));

  /** People of one such trial, at most; for more there are trials that run on their own. */
  static final int PEOPLE_MAX = 200_000;

  /** People of one trial where none is said. */
  static final int PEOPLE = 2_000;

  private final Host host;
  private final Published published;
  private final TrialAsks asks;
  private final InstantSource clock;

  record TryBody(
      @Nullable Map<String, String> files,
      String channel,
      List<String> placements,
      @Nullable Integer people) {}

  TryRoutes(Host host, Published published, TrialAsks asks, InstantSource clock) {
    this.host = host;
    this.published = published;
    this.asks = asks;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.post(
            "/v1/drafts/try",
            TRIERS,
            "decisions",
            "Decides for a sample under changed files beside what runs: who gains, who loses.",
            Shape.of(TryBody.class),
            Shape.of(TrialView.ResultBody.class),
            this::attempt));
  }

  private Reply attempt(Request request) {
    var body = Json.read(request, TrialAsks.BODY_BYTES_MAX, TryBody.class);
    int people = body.people() == null ? PEOPLE : body.people();
    if (people > PEOPLE_MAX) {
      throw HttpRefusal.invalid("people", "Send at most " + PEOPLE_MAX + ".");
    }
    int sample = TrialAsks.sample(people, host.people());
    var ask = asks.of(null, body.files(), body.channel(), body.placements(), sample);
    var trial = new Trial("here", ask, host, published, clock);
    trial.finish();
    double seconds = trial.progress().seconds();
    return Reply.json(trial.read(found -> TrialView.of(found, trial, seconds)));
  }
}
