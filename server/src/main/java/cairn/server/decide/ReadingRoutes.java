package cairn.server.decide;

import cairn.blueprint.Blueprint;
import cairn.chance.Chance;
import cairn.decision.Asked;
import cairn.decision.DecisionRequest;
import cairn.decision.Pipeline;
import cairn.decision.explain.Counterfactuals;
import cairn.decision.explain.Explainer;
import cairn.decision.explain.Replay;
import cairn.decision.explain.WhyNot;
import cairn.engine.Decisions;
import cairn.engine.Engine;
import cairn.engine.Host;
import cairn.engine.Stamp;
import cairn.log.Fact;
import cairn.person.PersonState;
import cairn.server.http.Access;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.people.Calling;
import cairn.server.people.People;
import cairn.server.publish.Published;
import cairn.server.words.Tongue;
import cairn.workspace.account.Role;
import cairn.workspace.key.Scope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reading decisions, making them again, and trying what would be decided; nothing is kept. */
final class ReadingRoutes {
  static final Access READERS =
      new Access.Only(
          Scope.PEOPLE_READ,
          Set.of(
              Role.HELPER, Role.COACH, Role.DESIGNER, Role.DATA_PROTECTION_OFFICER, Role.OPERATOR));

  /** Decisions of one page, at most. */
  private static final int DECISIONS_MAX = 200;

  /** Entries looked through for a page of decisions. */
  private static final int LOOKED_AT_MAX = 2_000;

  private final Host host;
  private final Published published;
  private final People people;
  private final InstantSource clock;
  private final DecisionView view;

  record PageBody(List<SummaryBody> decisions) {}

  record SummaryBody(
      String id,
      Instant at,
      String channel,
      String channelName,
      List<String> placements,
      List<String> actions,
      List<String> names,
      boolean queued,
      @Nullable String silence) {}

  record ReplayBody(
      boolean same,
      String recorded,
      String again,
      int edition,
      int runningEdition,
      int blueprint) {}

  record WhyNotBody(
      String action,
      String name,
      String verdict,
      @Nullable String stage,
      @Nullable String component,
      String sentence,
      @Nullable String owner,
      @Nullable Integer place,
      @Nullable Double score,
      @Nullable String winner,
      List<DecisionView.ChangeBody> counterfactuals) {}

  ReadingRoutes(
      Host host, Published published, People people, InstantSource clock, DecisionView view) {
    this.host = host;
    this.published = published;
    this.people = people;
    this.clock = clock;
    this.view = view;
  }

  List<Route> routes() {
    return List.of(
        Route.get(
                "/v1/decisions/{id}",
                READERS,
                "decisions",
                "Reads a decision with its explanation, for a person, a helper or a steward.",
                Shape.of(DecisionView.Body.class),
                this::read)
            .asking("depth"),
        Route.post(
            "/v1/decisions/{id}/replay",
            READERS,
            "decisions",
            "Makes a decision again from the person's log and compares every part of it.",
            null,
            Shape.of(ReplayBody.class),
            this::replay),
        Route.get(
                "/v1/people/{id}/decisions",
                READERS,
                "decisions",
                "Lists a person's decisions, newest first.",
                Shape.of(PageBody.class),
                this::list)
            .asking("limit"),
        Route.get(
            "/v1/people/{id}/decisions/{decision}",
            READERS,
            "decisions",
            "Reads one decision about a person as they may read it themselves.",
            Shape.of(DecisionView.Body.class),
            this::own),
        Route.get(
                "/v1/people/{id}/why-not/{action}",
                READERS,
                "decisions",
                "Says why an action is not shown to a person now, and what would change it.",
                Shape.of(WhyNotBody.class),
                this::whyNot)
            .asking("channel", "placement"),
        Route.post(
            "/v1/decisions/try",
            READERS,
            "decisions",
            "Decides as things stand and keeps nothing: the whole record, in words.",
            Shape.described("{\"type\":\"object\"}"),
            Shape.of(DecisionView.Body.class),
            this::attempt));
  }

  private Reply read(Request request) {
    var depth =
        Words.constant(
            List.of(DecisionView.Depth.values()),
            "depth",
            request.query("depth") == null ? "helper" : request.query("depth"));
    return Reply.json(view(DecisionId.parse(request.param("id")), depth, Tongue.of(request)));
  }

  /** A decision about somebody else is none. */
  private Reply own(Request request) {
    var id = DecisionId.parse(request.param("decision"));
    if (!id.person().equals(people.known(request.param("id")).key())) {
      throw HttpRefusal.notFound("There is no such decision.");
    }
    return Reply.json(view(id, DecisionView.Depth.PERSON, Tongue.of(request)));
  }

  private DecisionView.Body view(DecisionId id, DecisionView.Depth depth, Tongue tongue) {
    var found = Found.find(host, published, id);
    var before = found.before(host);
    long models = found.entry().models();
    var asked =
        asked(
                found.by(),
                before,
                found.record().request().channel(),
                found.entry().seed(),
                published.scoring(models) == null ? published.running().models() : models)
            .at(found.record().at())
            .by(found.entry().edition());
    return view.of(found.id().text(), found.record(), found.by(), before, asked, depth, tongue);
  }

  private Asked asked(Blueprint blueprint, PersonState person, String channel, long seed) {
    return asked(blueprint, person, channel, seed, published.running().models());
  }

  private Asked asked(
      Blueprint blueprint, PersonState person, String channel, long seed, long models) {
    return Decisions.asked(
        published,
        blueprint,
        person,
        channel,
        new Stamp(clock.instant(), seed, blueprint.number(), models));
  }

  private Reply replay(Request request) {
    var found = Found.find(host, published, DecisionId.parse(request.param("id")));
    var before = found.before(host);
    var asked = asked(found.by(), before, found.record().request().channel(), found.entry().seed());
    int edition = found.entry().edition();
    var again = Replay.of(found.by().catalogue(), found.record(), asked, found.queued(), edition);
    return Reply.json(
        new ReplayBody(
            again.equals(found.record()),
            RecordBytes.digest(found.entry(), found.record(), found.queued()),
            RecordBytes.digest(found.entry(), again, found.queued()),
            found.entry().edition(),
            Engine.EDITION,
            found.by().number()));
  }

  private Reply list(Request request) {
    var person = people.known(request.param("id")).key();
    int limit = (int) request.number("limit", 20, 1, DECISIONS_MAX);
    var decisions = new ArrayList<SummaryBody>();
    var tongue = Tongue.of(request);
    for (var entry : host.history(person, Long.MAX_VALUE, LOOKED_AT_MAX)) {
      var blueprint = published.blueprint(entry.blueprint());
      for (var fact : entry.facts()) {
        if (fact instanceof Fact.DecisionMade made && decisions.size() < limit) {
          var record = made.decision();
          var actions = record.slots().stream().map(slot -> slot.action()).toList();
          decisions.add(
              new SummaryBody(
                  new DecisionId(person, entry.number(), record.id()).text(),
                  record.at(),
                  record.request().channel(),
                  Calling.channel(blueprint, record.request().channel()),
                  record.request().placements(),
                  actions,
                  actions.stream().map(id -> name(blueprint, id)).toList(),
                  made.queued(),
                  record.silence() < 0 || blueprint == null
                      ? null
                      : DecisionView.sentence(
                          blueprint.catalogue().component(record.silence()), tongue)));
        }
      }
    }
    return Reply.json(new PageBody(decisions));
  }

  private static String name(@Nullable Blueprint blueprint, String action) {
    int ordinal = blueprint == null ? -1 : blueprint.catalogue().ordinal(action);
    return blueprint == null || ordinal < 0 ? action : blueprint.catalogue().action(ordinal).name();
  }

  private Reply attempt(Request request) {
    var body = Json.readObject(request, Asking.BODY_BYTES_MAX);
    var blueprint = Asking.running(published);
    var who = Asking.who(body, host, people);
    var asks = Asking.request(body, blueprint);
    var person = host.read(who.key());
    var asked = asked(blueprint, person, asks.channel(), seed(person));
    var record = Pipeline.decide("try", blueprint.catalogue(), asks, asked, false);
    return Reply.json(
        view.of(
            null,
            record,
            blueprint,
            person,
            asked,
            DecisionView.Depth.STEWARD,
            Tongue.of(request)));
  }

  /** The same person tried twice at one position draws the same. */
  private static long seed(PersonState person) {
    return Chance.seed(person.key().low(), person.position());
  }

  /** The same request with room for everything: a rule is asked for, not a place. */
  private static DecisionRequest withRoom(DecisionRequest asks) {
    int most = DecisionRequest.PLACEMENTS_MAX;
    var placements = Collections.nCopies(most, asks.placements().getFirst());
    return new DecisionRequest(asks.channel(), placements, asks.context(), most);
  }

  private Reply whyNot(Request request) {
    var tongue = Tongue.of(request);
    var blueprint = Asking.running(published);
    var catalogue = blueprint.catalogue();
    var action = request.param("action");
    int ordinal = catalogue.ordinal(action);
    if (ordinal < 0) {
      throw HttpRefusal.notFound("There is no such action.");
    }
    var person = people.known(request.param("id"));
    var rendering = catalogue.action(ordinal).renderings().getFirst();
    var channelAsked = request.query("channel");
    var placementAsked = request.query("placement");
    var channel =
        channelAsked == null ? rendering.channel() : Asking.channel(channelAsked, blueprint);
    var placements =
        placementAsked == null
            ? Asking.placementsOf(
                catalogue.action(ordinal).renderings().stream()
                    .filter(one -> one.channel().equals(channel))
                    .findFirst()
                    .orElse(rendering))
            : List.of(Asking.placement(placementAsked, channel, blueprint));
    var asks = new DecisionRequest(channel, placements, Map.of(), 1);
    var asked = asked(blueprint, person, channel, seed(person));
    var record = Pipeline.decide("why-not", catalogue, asks, asked, false);
    var verdict = new Explainer(catalogue).whyNot(record, action);
    boolean weighed = record.survivors().stream().anyMatch(s -> s.action() == ordinal);
    var changes =
        Counterfactuals.of(catalogue, weighed ? asks : withRoom(asks), asked, action).stream()
            .map(one -> DecisionView.ChangeBody.of(blueprint, one, tongue))
            .toList();
    var name = catalogue.action(ordinal).name();
    return Reply.json(
        switch (verdict) {
          case WhyNot.Chosen chosen ->
              new WhyNotBody(
                  action,
                  name,
                  "shown",
                  null,
                  null,
                  tongue.say("whyNot.shown"),
                  null,
                  null,
                  null,
                  null,
                  changes);
          case WhyNot.Dropped(var by) ->
              new WhyNotBody(
                  action,
                  name,
                  "dropped",
                  DecisionView.stage(by),
                  by.id(),
                  DecisionView.sentence(by, tongue),
                  by.owner(),
                  null,
                  null,
                  null,
                  changes);
          case WhyNot.Outranked(var place, var itself, var winner) ->
              new WhyNotBody(
                  action,
                  name,
                  "outranked",
                  "arbitration",
                  null,
                  itself.purposeClass() < winner.purposeClass()
                      ? tongue.say("whyNot.purposeFirst")
                      : tongue.say("component.outranked"),
                  null,
                  place,
                  itself.score(),
                  catalogue.action(winner.action()).id(),
                  changes);
          case WhyNot.NoRoom(var itself) ->
              new WhyNotBody(
                  action,
                  name,
                  "noRoom",
                  "placement",
                  null,
                  tongue.say("component.no-room"),
                  null,
                  null,
                  itself.score(),
                  null,
                  changes);
          case WhyNot.Unknown unknown -> throw HttpRefusal.notFound("There is no such action.");
        });
  }
}
