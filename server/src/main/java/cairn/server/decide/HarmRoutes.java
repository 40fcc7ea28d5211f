package cairn.server.decide;

import cairn.server.http.Access;
import cairn.server.http.Reply;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.people.Calling;
import cairn.server.publish.Published;
import cairn.workspace.account.Role;
import cairn.workspace.key.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people report as harm, and what it stopped. */
final class HarmRoutes {
  private static final Access READERS =
      new Access.Only(
          Scope.INSIGHT,
          Set.of(
              Role.ANALYST,
              Role.DESIGNER,
              Role.APPROVER,
              Role.DATA_PROTECTION_OFFICER,
              Role.OPERATOR));

  private final HarmWatch harm;
  private final Published published;

  record HarmsBody(List<HarmBody> actions) {}

  /**
   * What was reported of one action since it was started last.
   *
   * @param people who are known by name
   * @param visitors who are not; so many of them weigh as one of the others
   * @param isStopped by an emergency switch, whoever set it
   * @param last what it was stopped for last, or null
   */
  record HarmBody(
      String action,
      String name,
      int shown,
      int people,
      int visitors,
      boolean isStopped,
      @Nullable StopBody last) {}

  /** What an action was stopped for. */
  record StopBody(Instant at, int people, int visitors, int shown) {}

  HarmRoutes(HarmWatch harm, Published published) {
    this.harm = harm;
    this.published = published;
  }

  List<Route> routes() {
    return List.of(
        Route.get(
            "/v1/harm",
            READERS,
            "decisions",
            "Reads what people report as harm, by action, and what was stopped for it.",
            Shape.of(HarmsBody.class),
            request -> Reply.json(new HarmsBody(harm.told().stream().map(this::body).toList()))));
  }

  private HarmBody body(HarmWatch.Told told) {
    var last = told.last();
    return new HarmBody(
        told.action(),
        Calling.action(published.current().orElse(null), told.action()),
        told.counts().shown(),
        told.counts().known(),
        told.counts().visitors(),
        published.switches().actions().contains(told.action()),
        last == null ? null : new StopBody(last.at(), last.known(), last.visitors(), last.shown()));
  }
}
