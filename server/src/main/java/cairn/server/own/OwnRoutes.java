package cairn.server.own;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Channel;
import cairn.decision.Pipeline;
import cairn.journey.Beginning;
import cairn.map.live.Shadow;
import cairn.server.http.Access;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.people.People;
import cairn.server.publish.Published;
import cairn.workspace.account.Role;
import cairn.workspace.audit.Actor;
import cairn.workspace.audit.AuditLog;
import cairn.workspace.key.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person's own page. Whatever stands in {@link #OWN} a person may do for themselves by their
 * link: it is the same route that a colleague uses for them, with nobody else in reach.
 */
public final class OwnRoutes {
  private static final String OF_PEOPLE = "/v1/people/{id}";
  private static final String MINE = "/v1/me";

  /** What a person may do, by method and what follows their name in the path. */
  private static final Set<String> OWN =
      Set.of(
          "GET ",
          "GET /timeline",
          "GET /items",
          "GET /decisions",
          "GET /decisions/{decision}",
          "POST /answers",
          "POST /purposes",
          "DELETE /purposes/{purpose}",
          "POST /limits",
          "POST /consents",
          "POST /objections",
          "POST /journeys",
          "POST /journeys/{instance}/end",
          "POST /journeys/{instance}/hold",
          "POST /journeys/{instance}/pause",
          "POST /journeys/{instance}/resume",
          "POST /journeys/{instance}/reopen",
          "DELETE ");

  private static final Access HOLDER = new Access.Inside("The person whose link it is");
  private static final Access HELPERS =
      new Access.Only(
          Scope.PEOPLE_WRITE,
          Set.of(Role.HELPER, Role.COACH, Role.DATA_PROTECTION_OFFICER, Role.OPERATOR));

  private final OwnLinks links;
  private final People people;
  private final Published published;
  private final AuditLog audit;

  record LinkBody(String path, Instant expires) {}

  /**
   * What a person may choose from.
   *
   * @param experiments the consent by which a person takes part in comparisons or leaves them
   */
  record ChoicesBody(
      List<ChannelBody> channels,
      List<PurposeBody> purposes,
      List<JourneyBody> journeys,
      String experiments) {}

  /**
   * A means by which somebody comes to the person.
   *
   * @param consent what must be allowed for it, or null where an objection stops it
   */
  record ChannelBody(String id, String name, @Nullable String consent) {}

  record PurposeBody(String id, String name) {}

  /** A journey that begins when a person asks for it. */
  record JourneyBody(
      String id, String name, String purpose, String description, String beginning) {}

  public OwnRoutes(OwnLinks links, People people, Published published, AuditLog audit) {
    this.links = links;
    this.people = people;
    this.published = published;
    this.audit = audit;
  }

  /** The person's routes, made from those that colleagues have for people. */
  public List<Route> routes(List<Route> colleagues) {
    var routes = new ArrayList<Route>();
    routes.add(
        Route.post(
            OF_PEOPLE + "/link",
            HELPERS,
            "people",
            "Makes a link by which the person opens their own page, good for seven days.",
            null,
            Shape.of(LinkBody.class),
            this::link));
    routes.add(
        Route.get(
            MINE + "/choices",
            HOLDER,
            "me",
            "Lists what the person may allow, want and begin.",
            Shape.of(ChoicesBody.class),
            this::choices));
    for (var route : colleagues) {
      if (route.path().startsWith(OF_PEOPLE)) {
        var rest = route.path().substring(OF_PEOPLE.length());
        if (OWN.contains(route.method() + " " + rest)) {
          routes.add(own(route, MINE + rest));
        }
      }
    }
    return routes;
  }

  private Route own(Route route, String path) {
    return new Route(
        route.method(),
        path,
        HOLDER,
        "me",
        route.summary(),
        route.query(),
        route.takes(),
        route.gives(),
        request -> {
          var person = links.holder(request);
          return route.handler().answer(request.themselves("id", person.hex()));
        });
  }

  private Reply link(Request request) {
    var person = people.known(request.param("id")).key();
    var link = links.to(person);
    audit.record(
        request.caller().actor().orElse(Actor.OWN_PAGE),
        "person.link",
        "person:" + person.hex(),
        link.expires().toString());
    return Reply.json(new LinkBody(link.path(), link.expires()));
  }

  private Reply choices(Request request) {
    people.known(links.holder(request).hex());
    return Reply.json(
        published
            .current()
            .map(OwnRoutes::choices)
            .orElse(new ChoicesBody(List.of(), List.of(), List.of(), Pipeline.EXPERIMENTS)));
  }

  /** A journey that only watches has nothing to give to whoever asks for it. */
  private static ChoicesBody choices(Blueprint blueprint) {
    var journeys = new ArrayList<JourneyBody>();
    for (var journey : blueprint.journeys()) {
      if (Shadow.is(journey.id())) {
        continue;
      }
      for (var beginning : journey.beginnings()) {
        if (beginning instanceof Beginning.OnRequest(var id, var step)) {
          journeys.add(
              new JourneyBody(
                  journey.id(), journey.name(), journey.purpose(), journey.description(), id));
          break;
        }
      }
    }
    return new ChoicesBody(
        blueprint.channels().values().stream()
            .filter(channel -> comesToPeople(channel.kind()))
            .map(channel -> new ChannelBody(channel.id(), channel.name(), channel.consent()))
            .toList(),
        blueprint.catalogue().notes().purposes().stream()
            .map(purpose -> new PurposeBody(purpose.id(), purpose.name()))
            .toList(),
        journeys,
        Pipeline.EXPERIMENTS);
  }

  private static boolean comesToPeople(Channel.Kind kind) {
    return switch (kind) {
      case EMAIL, ASSISTED -> true;
      case INBOUND, WEBHOOK -> false;
    };
  }
}
