package cairn.server.people;

import cairn.engine.Command;
import cairn.engine.Host;
import cairn.journey.Step;
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
import cairn.server.live.DeskTasks;
import cairn.server.publish.Published;
import cairn.workspace.account.Role;
import cairn.workspace.key.Scope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What colleagues are asked to do for people, and what came of it. */
public final class TaskRoutes {
  /** Tasks of one page, at most. */
  static final int TASKS_MAX = 200;

  /** The longest outcome, in characters. */
  static final int OUTCOME_CHARS_MAX = 200;

  private static final Access HELPERS =
      new Access.Only(Scope.PEOPLE_WRITE, Set.of(Role.HELPER, Role.COACH, Role.OPERATOR));

  private final Host host;
  private final People people;
  private final PersonView view;
  private final PersonCommands commands;
  private final DeskTasks tasks;

  record TasksBody(List<TaskBody> tasks) {}

  /**
   * One task.
   *
   * @param outcomes what may come of it; none where any words may
   * @param dueAt by when the team promised to act, or null
   */
  record TaskBody(
      String task,
      String person,
      @Nullable String personName,
      String queue,
      @Nullable String team,
      @Nullable String journey,
      @Nullable String journeyName,
      @Nullable String step,
      @Nullable String stepName,
      String channel,
      Instant queuedAt,
      @Nullable Instant dueAt,
      List<String> outcomes) {}

  record SettleBody(String task, String person, String outcome, @Nullable Boolean delivered) {}

  public TaskRoutes(
      Host host, People people, Published published, DeskTasks tasks, InstantSource clock) {
    this.host = host;
    this.people = people;
    this.view = new PersonView(published, people);
    this.commands = new PersonCommands(host, clock);
    this.tasks = tasks;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
                "/v1/tasks",
                HELPERS,
                "tasks",
                "Lists what waits for a colleague, the oldest first.",
                Shape.of(TasksBody.class),
                this::list)
            .asking("queue", "limit"),
        Route.post(
            "/v1/tasks/settle",
            HELPERS,
            "tasks",
            "Says what came of a task; the person's journey goes on by it.",
            Shape.of(SettleBody.class),
            Shape.of(PersonBody.class),
            this::settle));
  }

  private Reply list(Request request) {
    int limit = (int) request.number("limit", 50, 1, TASKS_MAX);
    var queue = request.query("queue");
    var open = new ArrayList<TaskBody>();
    for (var task : tasks.open(queue == null ? "" : queue, limit)) {
      var state = host.read(task.person());
      state.pending(task.effect()).ifPresent(effect -> open.add(task(state, effect)));
    }
    return Reply.json(new TasksBody(open));
  }

  private TaskBody task(PersonState state, Pending effect) {
    var instance = effect.instance();
    Journey journey = instance == null ? null : state.journey(instance).orElse(null);
    var definition = journey == null ? null : view.definition(journey);
    var step = definition == null || journey == null ? null : definition.step(journey.step());
    var handOver = step instanceof Step.HandOver h && h.queue().equals(effect.subject()) ? h : null;
    return new TaskBody(
        effect.id(),
        state.key().hex(),
        people.name(state),
        effect.subject(),
        handOver == null ? null : handOver.team(),
        journey == null ? null : journey.definition(),
        definition == null ? null : definition.name(),
        step == null ? null : step.id(),
        step == null ? null : step.name(),
        effect.channel(),
        effect.queuedAt(),
        handOver == null ? null : effect.queuedAt().plus(handOver.within()),
        handOver == null ? List.of() : List.copyOf(handOver.outcomes().keySet()));
  }

  private Reply settle(Request request) {
    var body = Json.read(request, PersonRoutes.BODY_BYTES_MAX, SettleBody.class);
    if (body.task() == null || body.person() == null) {
      throw HttpRefusal.invalid("task", "Send task, person and outcome.");
    }
    var outcome = body.outcome();
    if (outcome == null || outcome.isBlank() || outcome.length() > OUTCOME_CHARS_MAX) {
      throw HttpRefusal.invalid("outcome", "Send 1 to " + OUTCOME_CHARS_MAX + " characters.");
    }
    var person = people.known(body.person()).key();
    boolean delivered = !Boolean.FALSE.equals(body.delivered());
    commands.submit(
        request, person, new Command.SettleEffect(body.task(), outcome.strip(), delivered));
    return Reply.json(view.of(host.read(person)));
  }
}
