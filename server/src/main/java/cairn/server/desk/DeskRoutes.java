package cairn.server.desk;

import cairn.engine.Command;
import cairn.engine.Host;
import cairn.engine.Outcome;
import cairn.journey.Step;
import cairn.log.Entry;
import cairn.person.Journey;
import cairn.person.Pending;
import cairn.person.PersonState;
import cairn.server.http.Access;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.intake.Intake;
import cairn.server.intake.PlainValue;
import cairn.server.people.People;
import cairn.server.people.PersonCommands;
import cairn.server.people.PlaceBody;
import cairn.server.publish.Published;
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

  /** The longest name of a question, and the longest outcome, in characters. */
  static final int WORDS_CHARS_MAX = 500;

  private static final Access HELPERS =
      new Access.Only(Scope.PEOPLE_WRITE, Set.of(Role.HELPER, Role.COACH, Role.OPERATOR));

  private final People people;
  private final Published published;
  private final PersonCommands commands;
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

  record TasksBody(List<TaskBody> tasks) {}

  record TaskBody(
      String effect,
      String queue,
      @Nullable String journey,
      @Nullable String step,
      @Nullable String stepName,
      Instant since,
      List<String> outcomes) {}

  public DeskRoutes(People people, Published published, Host host, InstantSource clock) {
    this.people = people;
    this.published = published;
    this.commands = new PersonCommands(host, clock);
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
    var now = clock.instant();
    var at = body.at() == null ? now : Intake.notAhead(time(body.at()), now, "at");
    return take(person, answer(body), body.id(), at);
  }

  private static Command answer(AnswerBody body) {
    var question = words(body.question(), "question");
    var answer = PlainValue.read(body.answer(), "answer");
    try {
      return new Command.AnswerQuestion(
          question, body.effect(), answer, body.feeling(), body.effort());
    } catch (IllegalArgumentException e) {
      throw HttpRefusal.invalid(
          "feeling", "A feeling lies between -2 and 2, an effort between 1 and 7.");
    }
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw HttpRefusal.invalid("at", "A time is written like 2026-03-02T12:00:00Z.");
    }
  }

  private Reply settle(Request request) {
    var body = Json.read(request, BODY_BYTES_MAX, OutcomeBody.class);
    var person = people.known(request.param("id"));
    var outcome = words(body.outcome(), "outcome");
    var command = new Command.SettleEffect(request.param("effect"), outcome, true);
    return take(person, command, body.id(), clock.instant());
  }

  private static String words(@Nullable String words, String field) {
    if (words == null || words.isBlank() || words.length() > WORDS_CHARS_MAX) {
      throw HttpRefusal.invalid(field, "Send 1 to " + WORDS_CHARS_MAX + " characters.");
    }
    return words;
  }

  private Reply take(PersonState person, Command command, @Nullable String id, Instant at) {
    if (id != null && (id.isBlank() || id.length() > Entry.COMMAND_ID_CHARS_MAX)) {
      throw HttpRefusal.invalid("id", "Send 1 to " + Entry.COMMAND_ID_CHARS_MAX + " characters.");
    }
    var key = id == null ? UUID.randomUUID().toString() : id;
    return switch (commands.submit(key, at, person.key(), command)) {
      case Outcome.Taken(var entry, var state) -> journeys(state);
      case Outcome.Duplicate(var number, var state) -> journeys(state);
      case Outcome.Refused _, Outcome.Overloaded _, Outcome.Unavailable _ ->
          throw new IllegalStateException("these are errors by now");
    };
  }

  private static Reply journeys(PersonState state) {
    return Reply.json(new JourneysBody(PlaceBody.open(state)));
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
}
