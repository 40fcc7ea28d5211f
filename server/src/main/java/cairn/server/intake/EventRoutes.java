package cairn.server.intake;

import cairn.engine.Host;
import cairn.engine.Outcome;
import cairn.person.PersonState;
import cairn.server.http.Access;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.people.PlaceBody;
import cairn.workspace.account.Role;
import cairn.workspace.key.Scope;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events in our own form. */
public final class EventRoutes {
  static final Access SENDERS = new Access.Only(Scope.EVENTS_WRITE, Set.of(Role.OPERATOR));

  private static final String TAKES =
      """
      {"oneOf":[{"$ref":"#/components/schemas/Event"},
       {"type":"object","required":["events"],"additionalProperties":false,"properties":
        {"events":{"type":"array","maxItems":1000,
         "items":{"$ref":"#/components/schemas/Event"}}}}]}
      """;

  private final Host host;
  private final Intake intake;
  private final InstantSource clock;

  /** What came of a request. */
  record TakenBody(int accepted, int duplicates, @Nullable List<ResultBody> results) {}

  /** What came of one event; the journeys are those the person is on now. */
  record ResultBody(String id, String person, List<PlaceBody> journeys, @Nullable String refused) {}

  public EventRoutes(Host host, Intake intake, InstantSource clock) {
    this.host = host;
    this.intake = intake;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.post(
                "/v1/events",
                SENDERS,
                "intake",
                "Takes one event or up to 1,000; answers once they are safe on disk.",
                Shape.described(TAKES),
                Shape.of(TakenBody.class),
                this::take)
            .asking("results"));
  }

  private Reply take(Request request) {
    var sent =
        new EventReader(host, clock.instant()).read(request.body(EventReader.BODY_BYTES_MAX));
    var outcomes = intake.take(sent.envelopes());
    boolean told = sent.single() || "true".equals(request.query("results"));
    var results = told ? new ArrayList<ResultBody>(outcomes.size()) : null;
    int accepted = 0;
    int duplicates = 0;
    for (int i = 0; i < outcomes.size(); i++) {
      var outcome = outcomes.get(i);
      if (outcome instanceof Outcome.Taken) {
        accepted++;
      } else if (outcome instanceof Outcome.Duplicate) {
        duplicates++;
      }
      if (results != null) {
        results.add(result(sent.envelopes().get(i).id(), outcome));
      }
    }
    return Reply.json(new TakenBody(accepted, duplicates, results));
  }

  private static ResultBody result(String id, Outcome outcome) {
    var state = state(outcome);
    return new ResultBody(
        id,
        state == null ? "" : state.key().hex(),
        state == null ? List.of() : PlaceBody.open(state),
        Intake.refusal(outcome));
  }

  private static @Nullable PersonState state(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Taken(var entry, var state) -> state;
      case Outcome.Duplicate(var number, var state) -> state;
      case Outcome.Refused(var reason, var state) -> state;
      case Outcome.Overloaded any -> null;
      case Outcome.Unavailable any -> null;
    };
  }
}
