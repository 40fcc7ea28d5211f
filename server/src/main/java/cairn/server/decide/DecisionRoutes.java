package cairn.server.decide;

import cairn.decision.DecisionRecord;
import cairn.decision.DecisionRequest;
import cairn.decision.Response;
import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.engine.Host;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.PersonState;
import cairn.server.http.Access;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.people.People;
import cairn.server.publish.Published;
import cairn.server.words.Tongue;
import cairn.value.Era;
import cairn.workspace.account.Role;
import cairn.workspace.key.Scope;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Asking what comes next, and telling what the person did with it. */
final class DecisionRoutes {
  static final Access DECIDERS =
      new Access.Only(Scope.DECISIONS, Set.of(Role.HELPER, Role.DESIGNER, Role.OPERATOR));

  /** How far ahead a response may have occurred: clocks differ. */
  private static final Duration AHEAD_MAX = Duration.ofDays(1);

  private static final String ASKS =
      """
      {"type":"object","required":["channel","placements"],"properties":{
       "person":{"type":"string"},"anonymous":{"type":"string"},"channel":{"type":"string"},
       "placements":{"type":"array","items":{"type":"string"}},"context":{"type":"object"},
       "limit":{"type":"integer"},"id":{"type":"string"}}}
      """;

  private final Host host;
  private final Published published;
  private final People people;
  private final InstantSource clock;
  private final Offering offering;

  record AnswerBody(
      String decision,
      String person,
      String arm,
      List<DecisionView.ItemBody> items,
      DecisionView.@Nullable SilenceBody silence) {}

  record ResponseBody(
      String token,
      String kind,
      @Nullable String reason,
      @Nullable String until,
      @Nullable Double value,
      @Nullable String at,
      @Nullable String id) {}

  record TakenBody(boolean accepted, boolean duplicate) {}

  DecisionRoutes(
      Host host, Published published, People people, InstantSource clock, Offering offering) {
    this.host = host;
    this.published = published;
    this.people = people;
    this.clock = clock;
    this.offering = offering;
  }

  List<Route> routes() {
    return List.of(
        Route.post(
            "/v1/decisions",
            DECIDERS,
            "decisions",
            "Decides what to put to a person now: actions, questions, or silence with a reason.",
            Shape.described(ASKS),
            Shape.of(AnswerBody.class),
            this::decide),
        Route.post(
            "/v1/responses",
            new Access.Anyone(),
            "decisions",
            "Tells what a person did with what was shown; the decision's token is the proof.",
            Shape.of(ResponseBody.class),
            Shape.of(TakenBody.class),
            this::respond));
  }

  private Reply decide(Request request) {
    var body = Json.readObject(request, Asking.BODY_BYTES_MAX);
    var blueprint = Asking.running(published);
    var who = Asking.who(body, host, people);
    var asked = Asking.request(body, blueprint);
    var outcome =
        take(
            new Envelope(
                who.key(),
                who.identifier(),
                Asking.id(body),
                Entry.Origin.LIVE,
                clock.instant(),
                new Command.RequestDecision(asked, false)));
    return Reply.json(
        switch (outcome) {
          case Outcome.Taken(var entry, var state) ->
              answer(entry, state, asked, Tongue.of(request));
          case Outcome.Duplicate(var number, var state) -> {
            var entry = host.history(state.key(), number + 1, 1);
            if (entry.isEmpty()) {
              throw new HttpRefusal(Code.CONFLICT, "This id was used before; send another.");
            }
            yield answer(entry.getFirst(), state, asked, Tongue.of(request));
          }
          case Outcome.Refused(var reason, var state) ->
              throw new HttpRefusal(
                  reason.name().equals("ERASED") ? Code.ERASED : Code.CONFLICT, reason.sentence());
          case Outcome.Overloaded _, Outcome.Unavailable _ ->
              throw new IllegalStateException("told before");
        });
  }

  /** Hands a command over and waits until it is safe; refuses where it cannot be now. */
  private Outcome take(Envelope envelope) {
    CompletableFuture<Outcome> taken = host.submit(envelope, Priority.INTERACTIVE);
    return switch (taken.join()) {
      case Outcome.Overloaded(var retryAfter) ->
          throw HttpRefusal.later(Code.BUSY, "Too much comes in at once; try again.", retryAfter);
      case Outcome.Unavailable(var why) ->
          throw HttpRefusal.later(Code.UNAVAILABLE, why, Duration.ofSeconds(5));
      case Outcome other -> other;
    };
  }

  private AnswerBody answer(Entry entry, PersonState state, DecisionRequest asked, Tongue tongue) {
    DecisionRecord record = null;
    for (var fact : entry.facts()) {
      if (fact instanceof Fact.DecisionMade made
          && !made.queued()
          && made.decision().request().equals(asked)) {
        record = made.decision();
      }
    }
    var blueprint = published.blueprint(entry.blueprint());
    if (record == null || blueprint == null) {
      throw new HttpRefusal(Code.CONFLICT, "This id was used for another request.");
    }
    var id = new DecisionId(state.key(), entry.number(), record.id());
    return new AnswerBody(
        id.text(),
        state.key().hex(),
        Words.camel(record.arm()),
        offering.items(id, record, blueprint, state, tongue),
        DecisionView.silence(record, blueprint.catalogue(), tongue));
  }

  private Reply respond(Request request) {
    var body = Json.read(request, Asking.BODY_BYTES_MAX, ResponseBody.class);
    if (body.token() == null) {
      throw HttpRefusal.invalid("token", "Send the token of what was shown.");
    }
    var shown = offering.answered(body.token());
    var now = clock.instant();
    var at = body.at() == null ? now : time(body.at(), "at");
    if (at.isAfter(now.plus(AHEAD_MAX))) {
      throw HttpRefusal.invalid("at", "This time lies more than a day ahead.");
    }
    var response = response(body);
    if (response.until() != null && !response.until().isAfter(at)) {
      throw HttpRefusal.invalid("until", "Send a date that lies ahead.");
    }
    var id =
        body.id() == null || body.id().isBlank()
            ? "res-" + shown.place() + "-" + Words.camel(response.kind()) + unique(response)
            : "res-" + shown.place() + "-" + body.id();
    if (id.length() > Entry.COMMAND_ID_CHARS_MAX) {
      throw HttpRefusal.invalid("id", "This id is too long.");
    }
    var outcome =
        take(
            new Envelope(
                shown.decision().person(),
                null,
                id,
                Entry.Origin.LIVE,
                at,
                new Command.RecordResponse(
                    shown.place(),
                    shown.action(),
                    shown.channel(),
                    response,
                    PlacedBy.journey(host, shown))));
    if (outcome instanceof Outcome.Refused(var reason, var state)) {
      throw new HttpRefusal(
          reason.name().equals("ERASED") ? Code.ERASED : Code.CONFLICT, reason.sentence());
    }
    return Reply.json(new TakenBody(true, outcome instanceof Outcome.Duplicate));
  }

  /** The same word twice is one response; another date or value is another. */
  private static String unique(Response response) {
    var until = response.until();
    return (until == null ? "" : "-" + until.getEpochSecond())
        + (response.value() == 0 ? "" : "-" + response.value());
  }

  private static Response response(ResponseBody body) {
    var kind = Words.constant(List.of(Response.Kind.values()), "kind", body.kind());
    var until = body.until() == null ? null : time(body.until(), "until");
    if ((kind == Response.Kind.NOT_NOW) != (until != null)) {
      throw HttpRefusal.invalid("until", "notNow comes with a date, and nothing else does.");
    }
    if (body.reason() != null && body.reason().length() > 500) {
      throw HttpRefusal.invalid("reason", "A reason has at most 500 characters.");
    }
    double value = body.value() == null ? 0 : body.value();
    if (!Double.isFinite(value) || (value != 0 && kind != Response.Kind.OUTCOME)) {
      throw HttpRefusal.invalid("value", "Only an outcome has a value.");
    }
    if (kind == Response.Kind.OUTCOME && body.value() == null) {
      value = 1;
    }
    return new Response(kind, body.reason(), until, value);
  }

  static Instant time(String text, String field) {
    try {
      var time = Instant.parse(text);
      if (Era.holds(time)) {
        return time;
      }
    } catch (DateTimeException e) {
      // Told below.
    }
    throw HttpRefusal.invalid(field, "Write a time as 2026-12-31T12:00:00Z.");
  }
}
