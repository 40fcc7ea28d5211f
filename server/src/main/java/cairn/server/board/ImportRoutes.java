package cairn.server.board;

import cairn.map.BoardDiff;
import cairn.map.BoardInfo;
import cairn.map.BoardState;
import cairn.map.Bounds;
import cairn.map.Element;
import cairn.map.JourneyMap;
import cairn.map.Op;
import cairn.map.template.Template;
import cairn.map.template.Templates;
import cairn.server.http.Access;
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
import cairn.workspace.map.BoardJson;
import cairn.workspace.map.MapCsv;
import cairn.workspace.map.Reading;
import cairn.workspace.map.TableGuess;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Bringing maps in: a whole one as JSON, or a table of notes as CSV. How a text is read can be
 * looked at before anything is made of it.
 */
final class ImportRoutes {
  /** The longest text that is taken, in characters. */
  static final int TEXT_CHARS_MAX = BoardJson.MESSAGE_MAX;

  /** The largest body, in bytes: such a text, of characters of up to three bytes each. */
  static final int BODY_BYTES_MAX = 3 * TEXT_CHARS_MAX + 64 * 1024;

  /** Rows left out that are named one by one. */
  static final int PROBLEMS_MAX = 50;

  private static final Access MAKERS =
      new Access.Only(
          null, Set.of(Role.FACILITATOR, Role.DESIGNER, Role.OPERATOR, Role.COACH, Role.ANALYST));

  private final Workspace workspace;
  private final BoardDoor door;
  private final LiveBoards live;

  /**
   * What is brought in.
   *
   * @param as {@code json} or {@code csv}
   * @param columns for a table, the place of the column for each field; guessed where it is absent
   */
  record MapBody(
      @Nullable String title, String as, String text, @Nullable Map<String, Integer> columns) {}

  record ImportedBody(String id, String title, int notes, List<String> problems) {}

  /** What a text would become, and how a table was read. */
  record LookedBody(
      String title, int stages, int notes, List<String> problems, @Nullable TableBody table) {}

  record TableBody(
      String delimiter,
      List<String> header,
      Map<String, Integer> columns,
      List<List<String>> sample,
      int rows) {}

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
            this::make),
        Route.post(
            "/v1/boards/import/look",
            MAKERS,
            "maps",
            "Tells what an import would make and how a table is read; nothing is made.",
            Shape.of(MapBody.class),
            Shape.of(LookedBody.class),
            this::look));
  }

  /** What an import lays out: the operations, what they come to, and what was left out. */
  private record Content(List<Op> ops, String title, int notes, List<String> problems) {
    int stages() {
      return JourneyMap.of(BoardState.EMPTY.apply(ops)).stages().size();
    }
  }

  private static Content content(MapBody body, Locale locale) {
    var blank = Templates.blank(locale);
    return switch (String.valueOf(body.as())) {
      case "json" -> json(body.text(), blank);
      case "csv" -> csv(body.text(), columns(body), blank);
      default -> throw HttpRefusal.invalid("as", "A map comes in as json or csv.");
    };
  }

  private static MapBody body(Request request) {
    var body = Json.read(request, BODY_BYTES_MAX, MapBody.class);
    if (body.text() == null) {
      throw HttpRefusal.invalid("text", "Send the map's text.");
    }
    return body;
  }

  private static Map<String, Integer> columns(MapBody body) {
    if (body.columns() == null) {
      return TableGuess.of(body.text()).columns();
    }
    boolean known =
        TableGuess.FIELDS.containsAll(body.columns().keySet())
            && body.columns().values().stream().allMatch(place -> place != null && place >= 0);
    if (!known) {
      throw HttpRefusal.invalid(
          "columns", "The columns are named " + String.join(", ", TableGuess.FIELDS) + ".");
    }
    return body.columns();
  }

  private Reply look(Request request) {
    var body = body(request);
    var content = content(body, Tongue.of(request).locale());
    return Reply.json(
        new LookedBody(
            content.title(),
            content.stages(),
            content.notes(),
            problems(content, request),
            "csv".equals(body.as()) ? table(body) : null));
  }

  private static List<String> problems(Content content, Request asked) {
    return content.problems().stream().map(Tongue.of(asked)::refusal).toList();
  }

  private static TableBody table(MapBody body) {
    var guess = TableGuess.of(body.text());
    return new TableBody(
        String.valueOf(guess.delimiter()),
        guess.header(),
        columns(body),
        guess.sample(),
        guess.rows());
  }

  private Reply make(Request request) {
    var body = body(request);
    var content = content(body, Tongue.of(request).locale());
    if (content.notes() == 0 && "csv".equals(body.as())) {
      throw HttpRefusal.invalid(
          "text",
          content.problems().isEmpty()
              ? "No row of the table holds a text."
              : content.problems().getFirst());
    }
    String asked = body.title() == null ? "" : body.title().strip();
    String title = asked.isEmpty() ? content.title() : asked;
    if (title.isEmpty() || title.length() > Bounds.NAME_MAX) {
      throw HttpRefusal.invalid(
          "title", "Give the map a name of 1 to " + Bounds.NAME_MAX + " characters.");
    }
    var by = request.caller().actor().orElse(Actor.LOCAL_OPERATOR);
    var board = BoardRoutes.create(workspace, by, title);
    boolean isFilled = false;
    try {
      live.act(
          board.id(),
          door.visitor(request, board.id()),
          "Import",
          state -> {
            var ops = new ArrayList<>(content.ops());
            ops.add(Op.set(BoardInfo.ID, BoardInfo.TITLE, title));
            // A copy of a map that runs is another map.
            ops.add(Op.set(BoardInfo.ID, BoardInfo.JOURNEY, ""));
            return ops;
          });
      isFilled = true;
    } finally {
      // Whatever went wrong, nobody is to find an empty map of this name.
      if (!isFilled) {
        workspace.boards().archive(by, board.id(), true);
      }
    }
    return Reply.json(
        201,
        new ImportedBody(
            board.id().value(), board.title(), content.notes(), problems(content, request)));
  }

  private static Content json(String text, Template blank) {
    var state =
        switch (BoardJson.readSnapshot(text)) {
          case Reading.Read<BoardState>(var whole) -> whole;
          case Reading.Unreadable<BoardState>(var _, var refusal) ->
              throw HttpRefusal.invalid("text", refusal.message());
        };
    var ops = new ArrayList<Op>();
    if (state.find(BoardInfo.ID).isEmpty()) {
      ops.addAll(blank.ops());
    }
    ops.addAll(BoardDiff.copying(state));
    return new Content(
        ops,
        JourneyMap.of(state).info().title(),
        state.all(Element.Placed.class).size(),
        List.of());
  }

  private static Content csv(String text, Map<String, Integer> columns, Template blank) {
    String prefix = "i" + UUID.randomUUID().toString().substring(0, 8);
    var imported = MapCsv.read(text, columns, JourneyMap.of(blank.board()), prefix);
    var ops = new ArrayList<>(blank.ops());
    ops.addAll(imported.ops());
    return new Content(ops, "", imported.notes(), bounded(imported.problems()));
  }

  private static List<String> bounded(List<String> problems) {
    if (problems.size() <= PROBLEMS_MAX) {
      return problems;
    }
    var first = new ArrayList<>(problems.subList(0, PROBLEMS_MAX));
    first.add("And " + (problems.size() - PROBLEMS_MAX) + " more rows.");
    return first;
  }
}
