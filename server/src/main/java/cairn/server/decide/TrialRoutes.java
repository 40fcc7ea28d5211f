package cairn.server.decide;

import cairn.decision.Pipeline;
import cairn.decision.explain.Comparison;
import cairn.engine.Host;
import cairn.person.PersonState;
import cairn.server.http.Json;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.people.People;
import cairn.server.words.Tongue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trials of a draft that run on their own: begin, watch, cancel, and see whom they move. */
final class TrialRoutes {
  private final Trials trials;
  private final TrialAsks asks;
  private final Host host;
  private final People people;
  private final DecisionView view;

  /**
   * What to try.
   *
   * @param draft a label to find it by
   * @param files lie over those that run; an empty text takes one out
   * @param people how many, at least {@link TrialAsks#PEOPLE_MIN}; all where none is said
   */
  record BeginBody(
      @Nullable String draft,
      @Nullable Map<String, String> files,
      String channel,
      List<String> placements,
      @Nullable Integer people) {}

  record TrialBody(
      String id,
      @Nullable String draft,
      String channel,
      List<String> placements,
      boolean everyone,
      String state,
      Instant begun,
      @Nullable Instant ended,
      long people,
      long of,
      double seconds,
      double peoplePerSecond) {}

  record TrialsBody(List<TrialBody> trials, int underWayMax) {}

  /** How far it is and what it found until now. */
  record FoundBody(TrialBody trial, TrialView.ResultBody result) {}

  record MovedBody(List<MoverBody> gain, List<MoverBody> lose) {}

  record MoverBody(
      String person, List<String> now, List<String> then, double valueNow, double valueThen) {}

  /** Both decisions for one person, whole. */
  record BothBody(DecisionView.Body now, DecisionView.Body then) {}

  TrialRoutes(Trials trials, TrialAsks asks, Host host, People people, DecisionView view) {
    this.trials = trials;
    this.asks = asks;
    this.host = host;
    this.people = people;
    this.view = view;
  }

  List<Route> routes() {
    return List.of(
        Route.post(
            "/v1/trials",
            TryRoutes.TRIERS,
            "decisions",
            "Begins to decide for everyone, or a sample, under changed files beside what runs.",
            Shape.of(BeginBody.class),
            Shape.of(TrialBody.class),
            this::begin),
        Route.get(
                "/v1/trials",
                TryRoutes.TRIERS,
                "decisions",
                "Lists trials of late, the newest first.",
                Shape.of(TrialsBody.class),
                request ->
                    Reply.json(
                        new TrialsBody(
                            trials.list(request.query("draft")).stream()
                                .map(TrialRoutes::body)
                                .toList(),
                            Trials.UNDER_WAY_MAX)))
            .asking("draft"),
        Route.get(
            "/v1/trials/{trial}",
            TryRoutes.TRIERS,
            "decisions",
            "Reads how far a trial is and what it found: winners, stages, groups, limits, value.",
            Shape.of(FoundBody.class),
            this::read),
        Route.post(
            "/v1/trials/{trial}/cancel",
            TryRoutes.TRIERS,
            "decisions",
            "Ends a trial; what it found until then stays readable.",
            null,
            Shape.of(TrialBody.class),
            request -> {
              var trial = trials.find(request.param("trial"));
              trial.end(Trial.State.CANCELLED);
              return Reply.json(body(trial));
            }),
        Route.get(
            "/v1/trials/{trial}/people",
            ReadingRoutes.READERS,
            "decisions",
            "Names some of those who gain and who lose, the furthest moved first.",
            Shape.of(MovedBody.class),
            this::moved),
        Route.get(
            "/v1/trials/{trial}/people/{person}",
            ReadingRoutes.READERS,
            "decisions",
            "Decides for one person as it runs and as the draft would, with every reason.",
            Shape.of(BothBody.class),
            this::both));
  }

  private Reply begin(Request request) {
    var body = Json.read(request, TrialAsks.BODY_BYTES_MAX, BeginBody.class);
    var count = body.people();
    var ask =
        asks.of(
            body.draft(),
            body.files(),
            body.channel(),
            body.placements(),
            count == null ? Trial.EVERYONE : TrialAsks.sample(count, host.people()));
    return Reply.json(body(trials.begin(ask)));
  }

  private static TrialBody body(Trial trial) {
    var progress = trial.progress();
    return new TrialBody(
        trial.id,
        trial.ask.draft(),
        trial.ask.request().channel(),
        trial.ask.request().placements(),
        trial.ask.people() == Trial.EVERYONE,
        Words.camel(progress.state()),
        trial.begun,
        progress.ended(),
        progress.people(),
        progress.of(),
        progress.seconds(),
        progress.perSecond());
  }

  private Reply read(Request request) {
    var trial = trials.find(request.param("trial"));
    double seconds = trial.progress().seconds();
    return Reply.json(
        new FoundBody(body(trial), trial.read(found -> TrialView.of(found, trial, seconds))));
  }

  private Reply moved(Request request) {
    var trial = trials.find(request.param("trial"));
    return Reply.json(
        trial.read(
            found -> new MovedBody(movers(found, found.gainers()), movers(found, found.losers()))));
  }

  private static List<MoverBody> movers(Comparison found, List<Comparison.Mover> movers) {
    return movers.stream()
        .map(one ->
            new MoverBody(
                one.person().hex(),
                one.actionsBefore().stream().map(found::name).toList(),
                one.actionsAfter().stream().map(found::name).toList(),
                one.valueBefore(),
                one.valueAfter()))
        .toList();
  }

  private Reply both(Request request) {
    var trial = trials.find(request.param("trial"));
    var person = host.read(people.known(request.param("person")).key());
    var tongue = Tongue.of(request);
    return Reply.json(
        new BothBody(
            whole(trial, trial.now(), person, tongue), whole(trial, trial.then(), person, tongue)));
  }

  private DecisionView.Body whole(Trial trial, TrialSide side, PersonState person, Tongue tongue) {
    var asked = trial.askedInTurn(side, person);
    var blueprint = side.blueprint();
    var record = Pipeline.decide("trial", blueprint.catalogue(), trial.ask.request(), asked, false);
    return view.of(null, record, blueprint, person, asked, DecisionView.Depth.STEWARD, tongue);
  }
}
