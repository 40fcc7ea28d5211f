package cairn.server.journeys;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Glossary;
import cairn.journey.JourneyDefinition;
import cairn.person.PersonKey;
import cairn.server.http.Access;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.live.CountsBody;
import cairn.server.live.Tailer;
import cairn.server.publish.Published;
import cairn.server.words.Tongue;
import cairn.workspace.account.Role;
import cairn.workspace.key.Scope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;

/** Journeys, their counts, and the feed of what happens on them. */
public final class JourneyRoutes {
  private static final Access READERS =
      new Access.Only(Scope.JOURNEYS_READ, EnumSet.allOf(Role.class));

  private final Published published;
  private final Tailer live;
  private final Function<String, PersonKey> people;

  record JourneysBody(List<SummaryBody> journeys) {}

  record SummaryBody(
      String id, String name, String description, int version, long people, long ended) {}

  /**
   * Routes over these journeys.
   *
   * @param people finds the key of a person named in an address
   */
  public JourneyRoutes(Published published, Tailer live, Function<String, PersonKey> people) {
    this.published = published;
    this.live = live;
    this.people = people;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/v1/journeys",
            READERS,
            "journeys",
            "Lists the journeys of the running blueprint with how many people are on them.",
            Shape.of(JourneysBody.class),
            this::list),
        Route.get(
            "/v1/journeys/{journey}",
            READERS,
            "journeys",
            "Reads one journey as planned: stages, steps, ways and endings.",
            Shape.of(JourneyBody.class),
            this::one),
        Route.get(
            "/v1/journeys/{journey}/counts",
            READERS,
            "journeys",
            "Counts who is on which step.",
            Shape.of(CountsBody.class),
            request -> Reply.json(live.counts().of(find(request).id()))),
        Route.get(
                "/v1/feed",
                READERS,
                "journeys",
                "Follows what happens, as server-sent events: counts, moved, reset.",
                Shape.media("text/event-stream"),
                this::feed)
            .asking("journey", "person"));
  }

  private Reply list(Request request) {
    var journeys = new ArrayList<SummaryBody>();
    published
        .current()
        .ifPresent(blueprint -> {
          for (var journey : blueprint.journeys()) {
            var counts = live.counts().of(journey.id());
            journeys.add(
                new SummaryBody(
                    journey.id(),
                    journey.name(),
                    journey.description(),
                    blueprint.number(),
                    counts.people(),
                    counts.ended()));
          }
        });
    return Reply.json(new JourneysBody(journeys));
  }

  private Reply one(Request request) {
    var journey = find(request);
    var versions = new ArrayList<Integer>();
    for (int number : published.numbers()) {
      var version = published.blueprint(number);
      if (version != null && version.journey(journey.id()) != null) {
        versions.add(number);
      }
    }
    int version = published.current().map(Blueprint::number).orElse(0);
    var names = published.current().map(Blueprint::glossary).orElse(Glossary.EMPTY);
    return Reply.json(JourneyBody.of(journey, version, versions, names, Tongue.of(request)));
  }

  private Reply feed(Request request) {
    var journey = request.query("journey");
    var person = request.query("person");
    var key = person == null ? null : people.apply(person).hex();
    List<String> counted =
        journey != null
            ? List.of(journey)
            : person != null
                ? List.of()
                : published
                    .current()
                    .map(b -> b.journeys().stream().map(JourneyDefinition::id).toList())
                    .orElse(List.of());
    return live.feeds().follow(counted, journey, key);
  }

  private JourneyDefinition find(Request request) {
    var id = request.param("journey");
    return published
        .current()
        .map(blueprint -> blueprint.journey(id))
        .orElseThrow(() -> HttpRefusal.notFound("There is no such journey."));
  }
}
