package cairn.server.decide;

import cairn.server.http.Access;
import cairn.server.http.Reply;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.workspace.account.Role;
import cairn.workspace.key.Scope;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a simulated world knows of how good its decisions were; real people's truth is unknown. */
public final class TruthRoutes {
  private static final Access READERS = new Access.Only(Scope.INSIGHT, EnumSet.allOf(Role.class));

  private final Optional<Supplier<Truth>> truth;

  public TruthRoutes(Optional<Supplier<Truth>> truth) {
    this.truth = truth;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/v1/demo/truth",
            READERS,
            "decisions",
            "Tells how near decisions come to the best; nothing where people are real and none knows.",
            Shape.of(Truth.class),
            request -> truth.map(told -> Reply.json(told.get())).orElseGet(Reply::done)));
  }
}
