package cairn.server.board;

import cairn.map.JourneyMap;
import cairn.map.Sight;
import cairn.server.http.Access;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;

/** Reading a map that runs: numbers by column, never who. */
final class RunningMapRoute {
  private final BoardDoor door;
  private final LiveBoards live;
  private final MapRuns runs;

  RunningMapRoute(BoardDoor door, LiveBoards live, MapRuns runs) {
    this.door = door;
    this.live = live;
    this.runs = runs;
  }

  Route route() {
    return Route.get(
        "/v1/boards/{id}/running",
        new Access.Inside("Members of the board and guests with its link"),
        "maps",
        "Tells how people really go along the map: now, waiting, leaving, deviating, feeling.",
        Shape.of(MapRuns.RunsBody.class),
        this::running);
  }

  private Reply running(Request request) {
    var board = door.board(request.param("id"));
    var visitor = door.visitor(request, board.id());
    return Reply.json(runs.of(JourneyMap.of(Sight.of(visitor.id()).state(live.state(board.id())))));
  }
}
