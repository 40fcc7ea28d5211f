package cairn.server.board;

import cairn.map.BoardDiff;
import cairn.map.BoardState;
import cairn.map.Element;
import cairn.map.Field;
import cairn.map.Sight;
import cairn.map.Value;
import cairn.server.http.Access;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.workspace.board.Board;
import cairn.workspace.board.BoardStore;
import cairn.workspace.map.BoardJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looking back: what was done to a map and when, what differs from then, and going back. */
final class HistoryRoutes {
  /** Differences told at once; the numbers say how many there are. */
  static final int CHANGES_MAX = 300;

  /** Revisions of one page. */
  static final int PAGE_MAX = 200;

  private static final Access ANYONE =
      new Access.Inside("Members of the board and guests with its link");
  private static final Access STAFF = new Access.Known();

  private final BoardStore store;
  private final BoardDoor door;
  private final LiveBoards live;

  record RevisionsBody(long head, List<RevisionBody> revisions) {}

  record RevisionBody(long rev, Instant at, String label) {}

  record DiffBody(int added, int removed, int changed, List<ChangeBody> changes) {}

  record ChangeBody(
      String change,
      String kind,
      String element,
      String words,
      @Nullable String field,
      @Nullable String was,
      @Nullable String is) {}

  record RestoreBody(long rev) {}

  HistoryRoutes(BoardStore store, BoardDoor door, LiveBoards live) {
    this.store = store;
    this.door = door;
    this.live = live;
  }

  List<Route> routes() {
    return List.of(
        Route.get(
                "/v1/boards/{id}/revisions",
                ANYONE,
                "maps",
                "Lists what was done to a map, the newest first.",
                Shape.of(RevisionsBody.class),
                this::revisions)
            .asking("before"),
        Route.get(
                "/v1/boards/{id}/diff",
                ANYONE,
                "maps",
                "Tells what differs between two revisions of a map.",
                Shape.of(DiffBody.class),
                this::diff)
            .asking("from", "to"),
        Route.post(
            "/v1/boards/{id}/restore",
            STAFF,
            "maps",
            "Brings the content of an earlier revision back, as one gesture that can be undone.",
            Shape.of(RestoreBody.class),
            null,
            this::restore));
  }

  private Reply revisions(Request request) {
    var board = door.board(request.param("id"));
    door.visitor(request, board.id());
    long before = request.number("before", Long.MAX_VALUE, 1, Long.MAX_VALUE);
    long newest = Math.min(board.head(), before - 1);
    long after = Math.max(0, newest - PAGE_MAX);
    var revisions =
        store.since(board.id(), after, PAGE_MAX).stream()
            .filter(stored -> stored.rev() <= newest)
            .map(stored ->
                new RevisionBody(
                    stored.rev(), stored.at(), BoardJson.readStoredBatch(stored.ops()).label()))
            .toList()
            .reversed();
    return Reply.json(new RevisionsBody(board.head(), revisions));
  }

  private BoardState seen(Request request, Board board, long rev) {
    var visitor = door.visitor(request, board.id());
    var state = rev < 0 ? live.state(board.id()) : live.stateAt(board.id(), rev);
    return Sight.of(visitor.id()).state(state);
  }

  private Reply diff(Request request) {
    var board = door.board(request.param("id"));
    long from = request.number("from", 0, 0, Long.MAX_VALUE);
    long to = request.number("to", -1, -1, Long.MAX_VALUE);
    var changes = BoardDiff.between(seen(request, board, from), seen(request, board, to));
    int added = 0;
    int removed = 0;
    int changed = 0;
    for (var change : changes) {
      switch (change) {
        case BoardDiff.Change.Added _ -> added++;
        case BoardDiff.Change.Removed _ -> removed++;
        case BoardDiff.Change.Changed _ -> changed++;
      }
    }
    return Reply.json(
        new DiffBody(
            added,
            removed,
            changed,
            changes.stream().limit(CHANGES_MAX).map(HistoryRoutes::body).toList()));
  }

  private static ChangeBody body(BoardDiff.Change change) {
    return switch (change) {
      case BoardDiff.Change.Added(var element) -> body("added", element, null, null, null);
      case BoardDiff.Change.Removed(var element) -> body("removed", element, null, null, null);
      case BoardDiff.Change.Changed(var element, var field, var was, var is) ->
          body("changed", element, field, plain(was), plain(is));
    };
  }

  private static ChangeBody body(
      String change,
      Element element,
      @Nullable String field,
      @Nullable String was,
      @Nullable String is) {
    return new ChangeBody(
        change,
        Field.wireName(element.kind()),
        element.id().text(),
        words(element),
        field,
        was,
        is);
  }

  /** What an element is called by those who see it. */
  private static String words(Element element) {
    for (String field : List.of("text", "title", "name")) {
      if (element.kind().shape().fields().stream().anyMatch(each -> each.name().equals(field))
          && element.fields().value(field) instanceof Value.Text(var text)) {
        return text;
      }
    }
    return "";
  }

  private static String plain(Value value) {
    return switch (value) {
      case Value.Text(var text) -> text;
      case Value.Amount(var number) ->
          number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
      case Value.Flag(var flag) -> Boolean.toString(flag);
      case Value.Texts(var texts) -> String.join(", ", texts);
      case Value.Sourced(var number, var source) -> number + " " + Field.wireName(source);
      case Value.Nothing() -> "";
    };
  }

  private Reply restore(Request request) {
    var board = door.board(request.param("id"));
    var by = door.facilitator(request, board.id());
    var body = Json.read(request, BoardRoutes.BODY_BYTES_MAX, RestoreBody.class);
    if (body.rev() < 0 || body.rev() > board.head()) {
      throw HttpRefusal.invalid("rev", "The map has revisions from 0 to " + board.head() + ".");
    }
    var then = live.stateAt(board.id(), body.rev());
    live.act(board.id(), by, "Restore", state -> BoardDiff.restoring(state, then));
    return Reply.done();
  }
}
