package cairn.server.board;

import cairn.map.Activity;
import cairn.map.BoardState;
import cairn.map.CaseForAction;
import cairn.map.ElementId;
import cairn.map.JourneyMap;
import cairn.map.Op;
import cairn.map.live.JourneyProposal;
import cairn.map.live.Proposer;
import cairn.map.story.CaseWriter;
import cairn.map.story.Phrases;
import cairn.map.workshop.Agenda;
import cairn.map.workshop.Lead;
import cairn.server.http.Access;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.words.Tongue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Leading a workshop on a map, and what comes of it: a summary, cases, a proposed journey. */
final class WorkshopRoutes {
  private static final Access ANYONE =
      new Access.Inside("Members of the board and guests with its link");
  private static final Access STAFF = new Access.Known();

  private final BoardDoor door;
  private final LiveBoards live;
  private final InstantSource clock;

  record AgendaBody(String id, String title, int minutes, List<ItemBody> items) {
    static AgendaBody of(Agenda agenda) {
      return new AgendaBody(
          agenda.id(),
          agenda.title(),
          agenda.minutes(),
          agenda.items().stream()
              .map(item -> new ItemBody(item.name(), item.minutes(), item.guidance()))
              .toList());
    }
  }

  record ItemBody(String name, int minutes, String guidance) {}

  record LeadBody(
      String deed,
      @Nullable String agenda,
      @Nullable String activity,
      @Nullable Integer minutes,
      @Nullable String place) {}

  record CaseAskBody(String moment) {}

  record CaseMadeBody(String id) {}

  record StaleBody(String field, boolean edited) {}

  /**
   * Which parts to bring up to the map.
   *
   * @param edited true to replace also what people have rewritten; else that is kept
   */
  record RefreshBody(List<String> fields, @Nullable Boolean edited) {}

  record SummaryBody(String title, List<MapSummary.Section> sections) {}

  record ProposalBody(
      String id,
      String name,
      String purpose,
      boolean canRun,
      int answered,
      int asked,
      List<StepBody> steps,
      List<WayBody> ways,
      List<QuestionBody> questions) {}

  record StepBody(
      String id,
      String stage,
      String source,
      String name,
      String kind,
      boolean guessed,
      boolean beginning,
      String event,
      String stay,
      String channel,
      String team,
      String ending) {}

  record WayBody(String from, String to, String trigger, String on) {}

  record QuestionBody(@Nullable String element, String about, String sentence, boolean blocking) {}

  WorkshopRoutes(BoardDoor door, LiveBoards live, InstantSource clock) {
    this.door = door;
    this.live = live;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.get(
            "/v1/agendas",
            ANYONE,
            "maps",
            "Lists the agendas that a workshop may follow.",
            Shape.media(Json.TYPE),
            request ->
                Reply.json(
                    Agenda.ALL.stream()
                        .map(agenda -> agenda.said(Tongue.of(request)::agenda))
                        .map(AgendaBody::of)
                        .toList())),
        Route.post(
            "/v1/boards/{id}/lead",
            STAFF,
            "maps",
            "Leads the workshop: begin, start, next, pause, resume, extend, gather, end.",
            Shape.of(LeadBody.class),
            null,
            this::lead),
        Route.get(
            "/v1/boards/{id}/summary",
            ANYONE,
            "maps",
            "Tells what a map holds, in sentences.",
            Shape.of(SummaryBody.class),
            this::summary),
        Route.post(
            "/v1/boards/{id}/cases",
            STAFF,
            "maps",
            "Writes a case for action about a moment from what the map holds.",
            Shape.of(CaseAskBody.class),
            Shape.of(CaseMadeBody.class),
            this::writeCase),
        Route.get(
            "/v1/boards/{id}/cases/{case}/stale",
            ANYONE,
            "maps",
            "Lists the parts of a case that the map has left behind.",
            Shape.media(Json.TYPE),
            this::stale),
        Route.post(
            "/v1/boards/{id}/cases/{case}/refresh",
            STAFF,
            "maps",
            "Brings parts of a case up to the map.",
            Shape.of(RefreshBody.class),
            null,
            this::refresh),
        Route.get(
            "/v1/boards/{id}/proposal",
            ANYONE,
            "maps",
            "Proposes a journey from a map, with its open questions.",
            Shape.of(ProposalBody.class),
            this::proposal));
  }

  private Reply lead(Request request) {
    var board = door.board(request.param("id"));
    var by = door.facilitator(request, board.id());
    var body = Json.read(request, BoardRoutes.BODY_BYTES_MAX, LeadBody.class);
    var now = clock.instant();
    Function<BoardState, List<Op>> deed =
        switch (String.valueOf(body.deed())) {
          case "begin" ->
              state -> Lead.begin(state, agenda(body.agenda()).said(Tongue.of(request)::agenda));
          case "start" -> state -> Lead.start(state, activity(state, body.activity()), now);
          case "next" ->
              state ->
                  Lead.next(state).map(next -> Lead.start(state, next, now)).orElseGet(List::of);
          case "pause" -> state -> Lead.pause(state, now);
          case "resume" -> state -> Lead.resume(state, now);
          case "extend" -> state -> Lead.extend(state, minutes(body.minutes()), now);
          case "gather" -> state -> Lead.gather(state, body.place() == null ? "" : body.place());
          case "end" -> Lead::end;
          default ->
              throw HttpRefusal.invalid(
                  "deed", "Lead by begin, start, next, pause, resume, extend, gather or end.");
        };
    live.act(board.id(), by, "Workshop", deed);
    return Reply.done();
  }

  private static Agenda agenda(@Nullable String id) {
    return Agenda.ALL.stream()
        .filter(agenda -> agenda.id().equals(id))
        .findFirst()
        .orElseThrow(() -> HttpRefusal.invalid("agenda", "There is no such agenda."));
  }

  private static Activity activity(BoardState state, @Nullable String id) {
    return state
        .find(Activity.class, element(id))
        .orElseThrow(() -> HttpRefusal.invalid("activity", "There is no such activity."));
  }

  private static Duration minutes(@Nullable Integer minutes) {
    var by = Duration.ofMinutes(minutes == null ? 5 : minutes);
    if (!by.isPositive() || by.compareTo(Lead.EXTENSION_MAX) > 0) {
      throw HttpRefusal.invalid("minutes", "An activity goes on for up to 240 minutes more.");
    }
    return by;
  }

  private JourneyMap map(Request request) {
    var board = door.board(request.param("id"));
    var visitor = door.visitor(request, board.id());
    return JourneyMap.of(cairn.map.Sight.of(visitor.id()).state(live.state(board.id())));
  }

  private Reply summary(Request request) {
    var map = map(request);
    var tongue = Tongue.of(request);
    return Reply.json(new SummaryBody(MapSummary.title(map, tongue), MapSummary.of(map, tongue)));
  }

  private Reply writeCase(Request request) {
    var board = door.board(request.param("id"));
    var by = door.visitor(request, board.id());
    var body = Json.read(request, BoardRoutes.BODY_BYTES_MAX, CaseAskBody.class);
    var moment = element(body.moment());
    var id = new ElementId("case-" + UUID.randomUUID());
    live.act(
        board.id(),
        by,
        "Case for action",
        state ->
            List.of(
                Op.put(
                    CaseWriter.write(JourneyMap.of(state), moment, id, words(state))
                        .orElseThrow(() -> HttpRefusal.notFound("There is no such moment.")))));
    return Reply.json(201, new CaseMadeBody(id.text()));
  }

  private Reply stale(Request request) {
    var map = map(request);
    return Reply.json(
        CaseWriter.stale(story(map.state(), request), map, words(map.state())).stream()
            .map(part -> new StaleBody(part.field(), part.isEdited()))
            .toList());
  }

  private Reply refresh(Request request) {
    var board = door.board(request.param("id"));
    var by = door.visitor(request, board.id());
    var body = Json.read(request, BoardRoutes.BODY_BYTES_MAX, RefreshBody.class);
    Set<String> fields = new HashSet<>(body.fields() == null ? List.of() : body.fields());
    live.act(
        board.id(),
        by,
        "Refresh a case",
        state ->
            CaseWriter.refreshing(
                story(state, request),
                JourneyMap.of(state),
                words(state),
                fields,
                Boolean.TRUE.equals(body.edited())));
    return Reply.done();
  }

  /** A case speaks the language of its map, whoever writes or refreshes it. */
  private static Phrases words(BoardState state) {
    return Tongue.named(JourneyMap.of(state).info().language())::say;
  }

  private static CaseForAction story(BoardState state, Request request) {
    return state
        .find(CaseForAction.class, element(request.param("case")))
        .orElseThrow(() -> HttpRefusal.notFound("There is no such case."));
  }

  private static ElementId element(@Nullable String id) {
    if (id == null || !ElementId.isValid(id)) {
      throw HttpRefusal.notFound("There is no such element on the map.");
    }
    return new ElementId(id);
  }

  private Reply proposal(Request request) {
    var proposal = Proposer.propose(map(request));
    var tongue = Tongue.of(request);
    return Reply.json(
        new ProposalBody(
            proposal.id(),
            proposal.name(),
            proposal.purpose(),
            proposal.canRun(),
            proposal.coverage().answered(),
            proposal.coverage().asked(),
            proposal.steps().stream().map(step -> body(proposal, step)).toList(),
            proposal.transitions().stream()
                .map(way -> new WayBody(way.from(), way.to(), word(way.trigger()), way.on()))
                .toList(),
            proposal.questions().stream()
                .map(question ->
                    new QuestionBody(
                        question.element().map(ElementId::text).orElse(null),
                        word(question.about()),
                        tongue.refusal(question.sentence()),
                        question.isBlocking()))
                .toList()));
  }

  private static StepBody body(JourneyProposal proposal, JourneyProposal.StepProposal step) {
    return new StepBody(
        step.id(),
        step.stage(),
        step.source().text(),
        step.name(),
        word(step.kind()),
        step.isGuessed(),
        proposal.beginnings().stream().anyMatch(begin -> begin.step().equals(step.id())),
        step.event(),
        step.stay().map(Duration::toString).orElse(""),
        step.channel(),
        step.team(),
        word(step.ending()));
  }

  private static String word(Enum<?> constant) {
    return cairn.map.Field.wireName(constant);
  }
}
