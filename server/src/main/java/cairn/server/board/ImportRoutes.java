package cairn.server.board;

import cairn.map.BoardDiff;
import cairn.map.BoardInfo;
import cairn.map.BoardState;
import cairn.map.Bounds;
import cairn.map.Element;
import cairn.map.JourneyMap;
import cairn.map.Op;
import cairn.map.template.Templates;
import cairn.server.http.Access;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.workspace.Workspace;
import cairn.workspace.account.Role;
import cairn.workspace.audit.Actor;
import cairn.workspace.board.BoardStore;
import cairn.workspace.map.BoardJson;
import cairn.workspace.map.MapCsv;
import cairn.workspace.map.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bringing maps in: a whole one as JSON, or a table of notes as CSV. */
final class ImportRoutes {
  /** The largest map that is taken, in bytes. */
  static final int BODY_BYTES_MAX = 8 * 1024 * 1024;

  private static final Access MAKERS =
      new Access.Only(
          null, Set.of(Role.FACILITATOR, Role.DESIGNER, Role.OPERATOR, Role.COACH, Role.ANALYST));

  private final Workspace workspace;
  private final BoardDoor door;
  private final LiveBoards live;

  record MapBody(@Nullable String title, String as, String text) {}

  record ImportedBody(String id, String title, int notes, List<String> problems) {}

  ImportRoutes(Workspace workspace, BoardDoor door, LiveBoards live) {
    this.workspace = workspace;
    this.door = door;
    this.live = live;
  }

  List<Route> routes() {
    return List.of(
        Route.post(
            "/v1/boards/import",
            MAKERS,
            "maps",
            "Makes a map of one that was taken out as json, or of a table of notes as csv.",
            Shape.of(MapBody.class),
            Shape.of(ImportedBody.class),
            this::make));
  }

  /** What an import lays out: the operations, how many notes, and what was left out. */
  private record Content(List<Op> ops, String title, int notes, List<String> problems) {}

  private Reply make(Request request) {
    var body = Json.read(request, BODY_BYTES_MAX, MapBody.class);
    if (body.text() == null) {
      throw HttpRefusal.invalid("text", "Send the map's text.");
    }
    var content =
        switch (String.valueOf(body.as())) {
          case "json" -> json(body.text());
          case "csv" -> csv(body.text());
          default -> throw HttpRefusal.invalid("as", "A map comes in as json or csv.");
        };
    String asked = body.title() == null ? "" : body.title().strip();
    String title = asked.isEmpty() ? content.title() : asked;
    if (title.isEmpty() || title.length() > Bounds.NAME_MAX) {
      throw HttpRefusal.invalid(
          "title", "Give the map a name of 1 to " + Bounds.NAME_MAX + " characters.");
    }
    var by = request.caller().actor().orElse(Actor.LOCAL_OPERATOR);
    var board =
        workspace
            .boards()
            .create(by, title)
            .orElseThrow(() ->
                new HttpRefusal(
                    Code.CONFLICT,
                    "There are " + BoardStore.BOARDS_MAX + " maps; remove one first."));
    var visitor = door.visitor(request, board.id());
    try {
      live.act(
          board.id(),
          visitor,
          "Import",
          state -> {
            var ops = new ArrayList<>(content.ops());
            ops.add(Op.set(BoardInfo.ID, BoardInfo.TITLE, title));
            // A copy of a map that runs is another map.
            ops.add(Op.set(BoardInfo.ID, BoardInfo.JOURNEY, ""));
            return ops;
          });
    } catch (HttpRefusal refused) {
      workspace.boards().archive(by, board.id(), true);
      throw refused;
    }
    return Reply.json(
        201,
        new ImportedBody(board.id().value(), board.title(), content.notes(), content.problems()));
  }

  private static Content json(String text) {
    var state =
        switch (BoardJson.readSnapshot(text)) {
          case Reading.Read<BoardState>(var whole) -> whole;
          case Reading.Unreadable<BoardState>(var _, var refusal) ->
              throw HttpRefusal.invalid("text", refusal.message());
        };
    var ops = new ArrayList<Op>();
    if (state.find(BoardInfo.ID).isEmpty()) {
      ops.addAll(Templates.BLANK.ops());
    }
    ops.addAll(BoardDiff.copying(state));
    return new Content(
        ops,
        JourneyMap.of(state).info().title(),
        state.all(Element.Placed.class).size(),
        List.of());
  }

  private static Content csv(String text) {
    var blank = BoardState.EMPTY.apply(Templates.BLANK.ops());
    var imported =
        MapCsv.read(text, JourneyMap.of(blank), "i" + UUID.randomUUID().toString().substring(0, 8));
    if (imported.notes() == 0) {
      throw HttpRefusal.invalid(
          "text",
          imported.problems().isEmpty()
              ? "No row of the table holds a text."
              : imported.problems().getFirst());
    }
    var ops = new ArrayList<>(Templates.BLANK.ops());
    ops.addAll(imported.ops());
    return new Content(ops, "", imported.notes(), imported.problems());
  }
}
