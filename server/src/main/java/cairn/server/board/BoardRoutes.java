package cairn.server.board;

import cairn.map.BoardInfo;
import cairn.map.JourneyMap;
import cairn.map.Op;
import cairn.map.Sight;
import cairn.map.template.Template;
import cairn.map.template.Templates;
import cairn.server.http.Access;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.words.Tongue;
import cairn.workspace.Workspace;
import cairn.workspace.account.Role;
import cairn.workspace.audit.Actor;
import cairn.workspace.board.Board;
import cairn.workspace.board.BoardId;
import cairn.workspace.board.BoardStore;
import cairn.workspace.map.BoardJson;
import cairn.workspace.map.MapCsv;
import cairn.workspace.map.PlanCjml;
import cairn.workspace.map.PlanXes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Listing, making, reading and putting away maps, and taking them out. */
final class BoardRoutes {
  /** The largest body of these routes, in bytes. */
  static final int BODY_BYTES_MAX = 16 * 1024;

  /** Covers that are remembered. */
  static final int COVERS_MAX = 500;

  private static final Access ANYONE =
      new Access.Inside("Members of the board and guests with its link");
  private static final Access STAFF = new Access.Known();
  private static final Access MAKERS =
      new Access.Only(
          null, Set.of(Role.FACILITATOR, Role.DESIGNER, Role.OPERATOR, Role.COACH, Role.ANALYST));

  private final Workspace workspace;
  private final BoardDoor door;
  private final LiveBoards live;
  private final Map<BoardId, KnownCover> covers = new ConcurrentHashMap<>();

  record TemplateBody(String id, String title, String description, Cover cover) {}

  record NewBody(String title, @Nullable String template) {}

  record MadeBody(String id, String title) {}

  record SummaryBody(
      String id,
      String title,
      Instant createdAt,
      @Nullable Instant archivedAt,
      long rev,
      Cover cover) {}

  private record KnownCover(long rev, Cover cover) {}

  BoardRoutes(Workspace workspace, BoardDoor door, LiveBoards live) {
    this.workspace = workspace;
    this.door = door;
    this.live = live;
  }

  List<Route> routes() {
    return List.of(
        Route.get(
            "/v1/templates",
            ANYONE,
            "maps",
            "Lists the maps to begin from.",
            Shape.media(Json.TYPE),
            request ->
                Reply.json(
                    Templates.in(Tongue.of(request).locale()).stream()
                        .map(BoardRoutes::template)
                        .toList())),
        Route.get(
            "/v1/boards",
            STAFF,
            "maps",
            "Lists the maps that the caller may open, newest first.",
            Shape.media(Json.TYPE),
            request ->
                Reply.json(door.boards(request.caller()).stream().map(this::summary).toList())),
        Route.post(
            "/v1/boards",
            MAKERS,
            "maps",
            "Makes a map, from a template where one is named.",
            Shape.of(NewBody.class),
            Shape.of(MadeBody.class),
            this::make),
        Route.get(
                "/v1/boards/{id}",
                ANYONE,
                "maps",
                "Reads a map with its revision, as the caller may see it; or as it was at one.",
                Shape.media(Json.TYPE),
                this::read)
            .asking("rev"),
        Route.get(
                "/v1/boards/{id}/export",
                ANYONE,
                "maps",
                "Takes a map out as json, csv, cjml or xes.",
                Shape.media(Json.TYPE),
                this::export)
            .asking("as"),
        Route.post(
            "/v1/boards/{id}/archive",
            STAFF,
            "maps",
            "Puts a map away; nothing is lost.",
            null,
            null,
            request -> archive(request, true)),
        Route.post(
            "/v1/boards/{id}/reopen",
            STAFF,
            "maps",
            "Takes a map out again that was put away.",
            null,
            null,
            request -> archive(request, false)));
  }

  private static TemplateBody template(Template template) {
    return new TemplateBody(
        template.id(), template.title(), template.description(), Cover.of(template.board()));
  }

  private SummaryBody summary(Board board) {
    var known = covers.get(board.id());
    if (known == null || known.rev() != board.head()) {
      if (covers.size() >= COVERS_MAX) {
        covers.clear();
      }
      known = new KnownCover(board.head(), Cover.of(live.state(board.id())));
      covers.put(board.id(), known);
    }
    return new SummaryBody(
        board.id().value(),
        board.title(),
        board.createdAt(),
        board.archivedAt().orElse(null),
        board.head(),
        known.cover());
  }

  private Reply make(Request request) {
    var body = Json.read(request, BODY_BYTES_MAX, NewBody.class);
    var title = body.title() == null ? "" : body.title().strip();
    if (title.isEmpty() || title.length() > cairn.map.Bounds.NAME_MAX) {
      throw HttpRefusal.invalid(
          "title", "Give the map a name of 1 to " + cairn.map.Bounds.NAME_MAX + " characters.");
    }
    var locale = Tongue.of(request).locale();
    var template =
        body.template() == null
            ? Templates.blank(locale)
            : Templates.find(body.template(), locale)
                .orElseThrow(
                    () -> HttpRefusal.invalid("template", "There is no template of this name."));
    var by = request.caller().actor().orElse(Actor.LOCAL_OPERATOR);
    var board = create(workspace, by, title);
    var visitor = door.visitor(request, board.id());
    live.act(
        board.id(),
        visitor,
        template.title(),
        state -> {
          var ops = new ArrayList<>(template.ops());
          ops.add(Op.set(BoardInfo.ID, BoardInfo.TITLE, title));
          return ops;
        });
    return Reply.json(201, new MadeBody(board.id().value(), board.title()));
  }

  /**
   * Makes a board with nothing on it.
   *
   * @throws HttpRefusal where there are too many, or its name is none
   */
  static Board create(Workspace workspace, Actor by, String title) {
    try {
      return workspace
          .boards()
          .create(by, title)
          .orElseThrow(() ->
              new HttpRefusal(
                  Code.CONFLICT,
                  "There are " + BoardStore.BOARDS_MAX + " maps; remove one first."));
    } catch (IllegalArgumentException e) {
      throw HttpRefusal.invalid("title", "A name is one line of text.");
    }
  }

  private Reply read(Request request) {
    var board = door.board(request.param("id"));
    var visitor = door.visitor(request, board.id());
    long rev = request.number("rev", -1, -1, Long.MAX_VALUE);
    var state = rev < 0 ? live.state(board.id()) : live.stateAt(board.id(), rev);
    var head =
        Json.text(
            Map.of(
                "id", board.id().value(),
                "title", board.title(),
                "member", visitor.id().text(),
                "name", visitor.name(),
                "role", visitor.roleName(),
                "head", board.head()));
    return Reply.text(
        200,
        Json.TYPE,
        head.substring(0, head.length() - 1)
            + ",\"snapshot\":"
            + BoardJson.write(Sight.of(visitor.id()).state(state))
            + "}");
  }

  private Reply export(Request request) {
    var board = door.board(request.param("id"));
    var visitor = door.visitor(request, board.id());
    var state = Sight.of(visitor.id()).state(live.state(board.id()));
    var form = request.query("as");
    var map = JourneyMap.of(state);
    return switch (form == null ? "json" : form) {
      case "json" -> file(board, "json", Json.TYPE, BoardJson.write(state));
      case "csv" -> file(board, "csv", "text/csv; charset=utf-8", MapCsv.write(map));
      case "cjml" -> file(board, "cjml.xml", "application/xml", PlanCjml.write(map));
      case "xes" -> file(board, "xes", "application/xml", PlanXes.write(map));
      default -> throw HttpRefusal.invalid("as", "A map goes out as json, csv, cjml or xes.");
    };
  }

  private static Reply file(Board board, String ending, String type, String text) {
    return Reply.text(200, type, text)
        .with(
            "Content-Disposition",
            "attachment; filename=\"map-" + board.id().value() + "." + ending + "\"");
  }

  private Reply archive(Request request, boolean away) {
    var board = door.board(request.param("id"));
    var visitor = door.facilitator(request, board.id());
    workspace.boards().archive(visitor.actor(), board.id(), away);
    live.end(board.id());
    return Reply.done();
  }
}
