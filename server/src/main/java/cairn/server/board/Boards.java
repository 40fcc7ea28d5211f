package cairn.server.board;

import cairn.engine.Host;
import cairn.server.http.Gate;
import cairn.server.http.Route;
import cairn.server.http.Sockets;
import cairn.server.live.JourneyCounts;
import cairn.server.live.JourneyTrails;
import cairn.server.publish.Published;
import cairn.server.publish.Publisher;
import cairn.workspace.Workspace;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The maps of this house: their routes, and the lines of those who work on them. */
public final class Boards implements AutoCloseable {
  /** Where browsers open a line to a map. */
  public static final String LIVE = "/v1/boards/{id}/live";

  private final LiveBoards live;
  private final Forgetting forgetting;
  private final List<Route> routes;

  /**
   * What maps are made live on.
   *
   * @param publisher publishes them; empty where what is published is fixed
   */
  public record Engine(
      Host host,
      Published published,
      Optional<Publisher> publisher,
      JourneyCounts counts,
      JourneyTrails trails) {}

  /**
   * Maps kept in a workspace.
   *
   * @param secureCookies whether browsers reach us by HTTPS alone
   */
  public Boards(
      Workspace workspace, Gate gate, InstantSource clock, boolean secureCookies, Engine engine) {
    var door = new BoardDoor(workspace, gate);
    // People hold workshops by the clock on the wall, however fast a demonstration's days go.
    var wall = InstantSource.system();
    live = new LiveBoards(workspace, door, wall);
    var all = new ArrayList<Route>();
    all.addAll(new BoardRoutes(workspace, door, live).routes());
    all.addAll(new BoardPeopleRoutes(workspace, door, live, clock, secureCookies).routes());
    all.addAll(new WorkshopRoutes(door, live, wall).routes());
    var plan = new MapPlan(engine.published(), engine.publisher(), engine.counts());
    var runs = new MapRuns(engine.published(), engine.counts(), new MapTrails(engine.trails()));
    all.addAll(new HistoryRoutes(workspace.boards(), door, live).routes());
    all.add(new RunningMapRoute(door, live, runs).route());
    all.add(new ChoiceRoutes(door, live, runs).route());
    var told = new ToldCounts(workspace.toldGroups(), clock.instant());
    forgetting = new Forgetting(told, clock);
    all.add(
        new PersonaRoute(door, live, plan, engine.published(), engine.host(), told, clock).route());
    all.addAll(new ImportRoutes(workspace, door, live).routes());
    engine
        .publisher()
        .ifPresent(publisher ->
            all.addAll(
                new LiveMapRoutes(
                        door,
                        live,
                        plan,
                        new MapMover(engine.host(), clock),
                        publisher,
                        new MapApproval(workspace),
                        workspace.audit())
                    .routes()));
    routes = List.copyOf(all);
  }

  public List<Route> routes() {
    return routes;
  }

  /** Takes the lines of {@link #LIVE}. */
  public Sockets sockets() {
    return live;
  }

  @Override
  public void close() {
    live.close();
    forgetting.close();
  }
}
