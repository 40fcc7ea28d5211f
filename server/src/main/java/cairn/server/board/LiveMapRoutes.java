package cairn.server.board;

import cairn.blueprint.draft.Draft;
import cairn.blueprint.file.Problem;
import cairn.map.BoardInfo;
import cairn.map.BoardState;
import cairn.map.ElementId;
import cairn.map.Fields;
import cairn.map.JourneyMap;
import cairn.map.Kind;
import cairn.map.Op;
import cairn.map.Sight;
import cairn.map.Step;
import cairn.map.live.JourneyProposal;
import cairn.map.live.LiveDiff;
import cairn.map.live.Shadow;
import cairn.server.http.Access;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.publish.Publisher;
import cairn.server.words.Tongue;
import cairn.workspace.account.Role;
import cairn.workspace.audit.Actor;
import cairn.workspace.audit.AuditLog;
import cairn.workspace.board.Board;
import cairn.workspace.key.Scope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Making a map live: what it would do, and doing it by the one way there is to publish. */
final class LiveMapRoutes {
  private static final Access MEMBERS = new Access.Inside("Members of the board");
  private static final Access DESIGNERS =
      new Access.Only(Scope.BLUEPRINTS, EnumSet.of(Role.DESIGNER, Role.APPROVER, Role.OPERATOR));

  private static final String SHADOW = "shadow";
  private static final String LIVE = "live";

  private final BoardDoor door;
  private final LiveBoards live;
  private final MapPlan plan;
  private final MapPlanView view;
  private final MapMover mover;
  private final Publisher publisher;
  private final MapApproval approval;
  private final AuditLog audit;

  record PublishBody(String manner, @Nullable String journey, @Nullable Boolean move) {}

  record PublishedBody(String journey, int version, boolean changed, long moving) {}

  record AskBody(@Nullable String journey) {}

  record RefusedBody(String code, String message, List<String> problems) {}

  LiveMapRoutes(
      BoardDoor door,
      LiveBoards live,
      MapPlan plan,
      MapMover mover,
      Publisher publisher,
      MapApproval approval,
      AuditLog audit) {
    this.door = door;
    this.live = live;
    this.plan = plan;
    this.mover = mover;
    this.publisher = publisher;
    this.approval = approval;
    this.view = new MapPlanView(plan, publisher, approval);
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.get(
                "/v1/boards/{id}/plan",
                MEMBERS,
                "maps",
                "Tells what publishing the map would change, for how many people.",
                Shape.of(MapPlanView.PlanBody.class),
                this::plan)
            .asking("journey", "manner"),
        Route.post(
            "/v1/boards/{id}/ask",
            DESIGNERS,
            "maps",
            "Asks that the map be published for real: somebody else has to let it run.",
            Shape.of(AskBody.class),
            Shape.of(MapApproval.Asked.class),
            this::ask),
        Route.post(
            "/v1/boards/{id}/publish",
            DESIGNERS,
            "maps",
            "Publishes the map as a journey, in shadow, or live once somebody else asked for it.",
            Shape.of(PublishBody.class),
            Shape.of(PublishedBody.class),
            this::publish),
        Route.delete(
            "/v1/boards/{id}/shadow",
            DESIGNERS,
            "maps",
            "Ends the map's shadow; nobody new comes on to it.",
            null,
            this::endShadow));
  }

  private JourneyMap map(Visitor visitor, Board board) {
    return JourneyMap.of(Sight.of(visitor.id()).state(live.state(board.id())));
  }

  private Reply plan(Request request) {
    var board = door.board(request.param("id"));
    var map = map(door.colleague(request, board.id()), board);
    boolean inShadow = SHADOW.equals(request.query("manner"));
    return Reply.json(
        view.of(
            map,
            id(request.query("journey")),
            inShadow,
            by(request),
            mayPublish(request, inShadow),
            Tongue.of(request)));
  }

  private static Actor by(Request request) {
    return request.caller().actor().orElse(Actor.LOCAL_OPERATOR);
  }

  private static boolean mayPublish(Request request, boolean inShadow) {
    var caller = request.caller();
    return caller.is(Role.APPROVER)
        || caller.is(Role.OPERATOR)
        || (inShadow && caller.is(Role.DESIGNER))
        || caller.may(Scope.BLUEPRINTS);
  }

  private static String id(@Nullable String asked) {
    if (asked == null || asked.isEmpty()) {
      return "";
    }
    if (!asked.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw HttpRefusal.invalid("journey", "An id has up to 40 small letters, digits and hyphens.");
    }
    return asked;
  }

  private Reply ask(Request request) {
    var board = door.board(request.param("id"));
    var by = door.mapper(request, board.id());
    var body = Json.read(request, BoardRoutes.BODY_BYTES_MAX, AskBody.class);
    if (!approval.takesTwo()) {
      throw new HttpRefusal(
          Code.CONFLICT, "No account exists here, so nobody else can look: publish it yourself.");
    }
    refuseWhatCameOtherwise();
    var asked = plan.of(JourneyMap.of(live.state(board.id())), id(body.journey()), false);
    if (asked.files().isEmpty()) {
      return refused(asked, request);
    }
    var told = approval.ask(by(request), asked.proposal().name(), asked.files().get());
    boolean replaces = plan.running(asked.proposal().id()).isPresent();
    if (!replaces) {
      // Published among the drafts it is this map's journey all the same.
      remember(board, by, asked.proposal(), false);
    }
    return Reply.json(told);
  }

  private Reply publish(Request request) {
    var board = door.board(request.param("id"));
    var by = door.mapper(request, board.id());
    var body = Json.read(request, BoardRoutes.BODY_BYTES_MAX, PublishBody.class);
    boolean inShadow = SHADOW.equals(body.manner());
    if (!inShadow && !LIVE.equals(body.manner())) {
      throw HttpRefusal.invalid("manner", "A map is published in shadow or live.");
    }
    if (!mayPublish(request, inShadow)) {
      throw new HttpRefusal(
          Code.FORBIDDEN, "Publishing for real is for approvers: publish in shadow, or ask one.");
    }
    refuseWhatCameOtherwise();
    // Two who publish at once do so one after the other, each over what then runs.
    synchronized (publisher) {
      var map = JourneyMap.of(live.state(board.id()));
      var asked = plan.of(map, id(body.journey()), inShadow);
      if (asked.files().isEmpty()) {
        return refused(asked, request);
      }
      var files = asked.files().get();
      var actor = by(request);
      var current = publisher.current();
      boolean runs = current.map(now -> now.files().equals(files)).orElse(false);
      int over = current.map(Publisher.Current::version).orElse(0);
      boolean isFree = inShadow || runs || !approval.takesTwo();
      var granted = isFree ? null : approval.granted(actor, files, over);
      return switch (publisher.publish(files, actor.text())) {
        case Publisher.Outcome.Refused(var problems) -> mistaken(problems, request);
        case Publisher.Outcome.RunsAlready(int version) -> {
          remember(board, by, asked.proposal(), inShadow);
          yield Reply.json(new PublishedBody(asked.proposal().id(), version, false, 0));
        }
        case Publisher.Outcome.Runs(var blueprint, var _) -> {
          if (granted != null) {
            approval.published(actor, granted, blueprint.number());
          }
          audit.record(
              actor,
              "blueprint.published",
              "blueprint:" + blueprint.number(),
              "map " + board.id().value());
          remember(board, by, asked.proposal(), inShadow);
          long moving = Boolean.TRUE.equals(body.move()) ? move(asked, blueprint.number()) : 0;
          yield Reply.json(
              new PublishedBody(asked.proposal().id(), blueprint.number(), true, moving));
        }
      };
    }
  }

  private static Reply refused(MapPlan.Plan asked, Request to) {
    return asked.problems().isEmpty()
        ? refused(
            asked.proposal().questions().stream()
                .filter(JourneyProposal.Question::isBlocking)
                .map(question -> Tongue.of(to).refusal(question.sentence())),
            to)
        : mistaken(asked.problems(), to);
  }

  private static Reply mistaken(List<Problem> problems, Request to) {
    var tongue = Tongue.of(to);
    return refused(problems.stream().map(tongue::mistake).map(Problem::sentence), to);
  }

  private static Reply refused(Stream<String> problems, Request to) {
    var tongue = Tongue.of(to);
    return Reply.json(
        Code.INVALID.status(),
        new RefusedBody(
            Code.INVALID.word(),
            tongue.refusal("The map cannot run yet; what runs, runs on."),
            problems.toList()));
  }

  /** Files made here would take the place of all that runs, where that did not come as files. */
  private void refuseWhatCameOtherwise() {
    if (publisher.current().isEmpty() && plan.hasRunning()) {
      throw new HttpRefusal(
          Code.CONFLICT, "What runs here was not published as files: publish those first.");
    }
  }

  private long move(MapPlan.Plan asked, int version) {
    var goesTo = new HashMap<String, String>();
    asked
        .diff()
        .ifPresent(diff ->
            diff.changes()
                .forEach(change -> {
                  if (change instanceof LiveDiff.Change.Removed(var step, _, _, var to)) {
                    to.ifPresent(there -> goesTo.put(step, there));
                  }
                }));
    asked.next().ifPresent(next -> mover.move(next, version, goesTo));
    return asked.diff().map(LiveDiff::inside).orElse(0L);
  }

  /** The map knows from now on what it runs as, so that a new name is no new step. */
  private void remember(Board board, Visitor by, JourneyProposal proposal, boolean inShadow) {
    String journey =
        inShadow
            ? proposal.id().substring(0, proposal.id().length() - Shadow.SUFFIX.length())
            : proposal.id();
    Map<ElementId, String> ids = new HashMap<>();
    proposal.steps().forEach(step -> ids.putIfAbsent(step.source(), step.id()));
    live.act(
        board.id(),
        by,
        "Make it live",
        state -> {
          var ops = new ArrayList<Op>();
          if (!journey.equals(journeyOf(state))) {
            ops.add(
                state.find(BoardInfo.class, BoardInfo.ID).isPresent()
                    ? Op.set(BoardInfo.ID, BoardInfo.JOURNEY, journey)
                    : Op.put(
                        new BoardInfo(
                            BoardInfo.ID, Fields.of(Kind.BOARD).with(BoardInfo.JOURNEY, journey))));
          }
          for (Step step : state.all(Step.class)) {
            String id = ids.get(step.id());
            if (id != null && !id.equals(step.live())) {
              ops.add(Op.set(step.id(), Step.LIVE, id));
            }
          }
          return ops;
        });
  }

  private static String journeyOf(BoardState state) {
    return state.find(BoardInfo.class, BoardInfo.ID).map(BoardInfo::journey).orElse("");
  }

  private Reply endShadow(Request request) {
    var board = door.board(request.param("id"));
    var map = map(door.mapper(request, board.id()), board);
    String shadow = Shadow.idOf(map.info().journey());
    if (plan.running(shadow).isEmpty()) {
      throw HttpRefusal.notFound("No shadow of this map runs.");
    }
    refuseWhatCameOtherwise();
    var actor = by(request);
    synchronized (publisher) {
      var outcome = publisher.publish(Draft.without(plan.runningFiles(), shadow), actor.text());
      if (outcome instanceof Publisher.Outcome.Refused(var problems)) {
        return mistaken(problems, request);
      }
      if (outcome instanceof Publisher.Outcome.Runs(var blueprint, var _)) {
        audit.record(
            actor, "blueprint.published", "blueprint:" + blueprint.number(), "shadow ended");
      }
    }
    return Reply.done();
  }
}
