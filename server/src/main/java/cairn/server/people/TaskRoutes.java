package cairn.server.people;

import cairn.engine.Host;
import cairn.journey.JourneyDefinition;
import cairn.journey.Step;
import cairn.person.Journey;
import cairn.person.Pending;
import cairn.person.PersonState;
import cairn.server.http.Access;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.live.DeskTasks;
import cairn.server.publish.Published;
import cairn.workspace.account.Role;
import cairn.workspace.key.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What colleagues are asked to do for people: the list of a desk. */
public final class TaskRoutes {
  /** Tasks of one page, at most. */
  static final int TASKS_MAX = 200;

  private static final Access HELPERS =
      new Access.Only(Scope.PEOPLE_WRITE, Set.of(Role.HELPER, Role.COACH, Role.OPERATOR));

  private final Host host;
  private final People people;
  private final PersonView view;
  private final DeskTasks tasks;

  record TasksBody(List<TaskBody> tasks) {}

  /**
   * One task.
   *
   * @param step where the person stands now
   * @param dueAt by when the team promised to act, or null
   * @param wentOn whether the journey waits for it no more
   * @param outcomes what may come of it; none where any words may
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
      boolean wentOn,
      List<String> outcomes) {}

  public TaskRoutes(Host host, People people, Published published, DeskTasks tasks) {
    this.host = host;
    this.people = people;
    this.view = new PersonView(published, people);
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
            .asking("queue", "limit"));
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
    var handOver = handOver(step, effect.subject());
    var team = handOver;
    if (team == null && definition != null) {
      team = handOver(definition, effect.subject());
    }
    return new TaskBody(
        effect.id(),
        state.key().hex(),
        people.name(state),
        effect.subject(),
        team == null ? null : team.team(),
        journey == null ? null : journey.definition(),
        definition == null ? null : definition.name(),
        step == null ? null : step.id(),
        step == null ? null : step.name(),
        effect.channel(),
        effect.queuedAt(),
        handOver == null ? null : effect.queuedAt().plus(handOver.within()),
        instance != null && handOver == null,
        handOver == null ? List.of() : List.copyOf(handOver.outcomes().keySet()));
  }

  private static Step.@Nullable HandOver handOver(@Nullable Step step, String queue) {
    return step instanceof Step.HandOver one && one.queue().equals(queue) ? one : null;
  }

  /** The first step of a journey that hands over to a queue. */
  private static Step.@Nullable HandOver handOver(JourneyDefinition journey, String queue) {
    for (var step : journey.steps()) {
      var one = handOver(step, queue);
      if (one != null) {
        return one;
      }
    }
    return null;
  }
}
