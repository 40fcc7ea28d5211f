package cairn.server.desk;

import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.engine.Outcome;
import cairn.journey.Step;
import cairn.log.Entry;
import cairn.person.Journey;
import cairn.person.Pending;
import cairn.person.PersonState;
import cairn.server.http.Access;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.intake.Intake;
import cairn.server.people.People;
import cairn.server.people.Standings;
import cairn.server.publish.Published;
import cairn.value.Value;
import cairn.workspace.account.Role;
import cairn.workspace.key.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person answers, and what colleagues do for them. */
public final class DeskRoutes {
  /** The largest body: an essay of an answer. */
  static final int BODY_BYTES_MAX = 64 * 1024;

  private static final Access HELPERS =
      new Access.Only(Scope.PEOPLE_WRITE, Set.of(Role.HELPER, Role.COACH, Role.OPERATOR));

  private final People people;
  private final Published published;
  private final Intake intake;
  private final InstantSource clock;

  record AnswerBody(
      String question,
      @Nullable String effect,
      JsonNode answer,
      @Nullable Integer feeling,
      @Nullable Integer effort,
      @Nullable String at,
      @Nullable String id) {}

  record OutcomeBody(String outcome, @Nullable String id) {}

  record JourneysBody(List<PlaceBody> journeys) {}

  record PlaceBody(String instance, String journey, String stage, String step, String state) {}

  record TasksBody(List<TaskBody> tasks) {}

  record TaskBody(
      String effect,
      String queue,
      @Nullable String journey,
      @Nullable String step,
      @Nullable String stepName,
      Instant since,
      List<String> outcomes) {}

  public DeskRoutes(People people, Published published, Intake intake, InstantSource clock) {
    this.people = people;
    this.published = published;
    this.intake = intake;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.post(
            "/v1/people/{id}/answers",
            HELPERS,
            "people",
            "Takes a person's answer to a question.",
            Shape.of(AnswerBody.class),
            Shape.of(JourneysBody.class),
            this::answer),
        Route.get(
            "/v1/people/{id}/tasks",
            HELPERS,
            "people",
            "Lists what waits for a colleague to do for this person.",
            Shape.of(TasksBody.class),
            request -> Reply.json(new TasksBody(tasks(people.known(request.param("id")))))),
        Route.post(
            "/v1/people/{id}/tasks/{effect}/settle",
            HELPERS,
            "people",
            "Says what came of a task.",
            Shape.of(OutcomeBody.class),
            Shape.of(JourneysBody.class),
            this::settle));
  }

  private Reply answer(Request request) {
    var body = Json.read(request, BODY_BYTES_MAX, AnswerBody.class);
    var person = people.known(request.param("id"));
    var command =
        new Command.AnswerQuestion(
            body.question(), body.effect(), value(body.answer()), body.feeling(), body.effort());
    return take(person, command, body.id(), at(body.at()));
  }

  private Instant at(@Nullable String text) {
    try {
      return text == null ? clock.instant() : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw HttpRefusal.invalid("at", "A time is written like 2026-03-02T12:00:00Z.");
    }
  }

  private Reply settle(Request request) {
    var body = Json.read(request, BODY_BYTES_MAX, OutcomeBody.class);
    var person = people.known(request.param("id"));
    var command = new Command.SettleEffect(request.param("effect"), body.outcome(), true);
    return take(person, command, body.id(), clock.instant());
  }

  private Reply take(PersonState person, Command command, @Nullable String id, Instant at) {
    var key = id == null ? UUID.randomUUID().toString() : id;
    var envelope = new Envelope(person.key(), null, key, Entry.Origin.LIVE, at, command);
    return switch (intake.take(List.of(envelope)).getFirst()) {
      case Outcome.Taken(var entry, var state) -> journeys(state);
      case Outcome.Duplicate(var number, var state) -> journeys(state);
      case Outcome.Refused(var reason, var state) ->
          throw new HttpRefusal(Code.CONFLICT, reason.sentence());
      case Outcome.Overloaded any -> throw new IllegalStateException("the intake waits for these");
      case Outcome.Unavailable any -> throw new IllegalStateException("the intake refuses these");
    };
  }

  private static Reply journeys(PersonState state) {
    return Reply.json(
        new JourneysBody(
            state.journeys().stream().filter(j -> !j.isOver()).map(DeskRoutes::place).toList()));
  }

  private static PlaceBody place(Journey journey) {
    return new PlaceBody(
        journey.instance(),
        journey.definition(),
        journey.stage(),
        journey.step(),
        Standings.of(journey));
  }

  private List<TaskBody> tasks(PersonState person) {
    var tasks = new ArrayList<TaskBody>();
    for (var effect : person.pending()) {
      if (effect.kind() == Pending.Kind.TASK) {
        tasks.add(task(person, effect));
      }
    }
    return tasks;
  }

  private TaskBody task(PersonState person, Pending effect) {
    var journey = effect.instance() == null ? null : person.journey(effect.instance()).orElse(null);
    var step = journey == null ? null : step(journey);
    return new TaskBody(
        effect.id(),
        effect.subject(),
        journey == null ? null : journey.definition(),
        step == null ? null : step.id(),
        step == null ? null : step.name(),
        effect.queuedAt(),
        step instanceof Step.HandOver over ? List.copyOf(over.outcomes().keySet()) : List.of());
  }

  private @Nullable Step step(Journey journey) {
    var blueprint = published.blueprint(journey.version());
    var definition = blueprint == null ? null : blueprint.journey(journey.definition());
    return definition == null ? null : definition.step(journey.step());
  }

  private static Value value(JsonNode answer) {
    if (answer.isBoolean()) {
      return Value.of(answer.booleanValue());
    }
    if (answer.isIntegralNumber()) {
      return Value.of(answer.longValue());
    }
    if (answer.isNumber()) {
      return Value.of(answer.doubleValue());
    }
    if (answer.isTextual()) {
      return Value.of(answer.textValue());
    }
    throw HttpRefusal.invalid("answer", "An answer is a text, a number, true or false.");
  }
}
