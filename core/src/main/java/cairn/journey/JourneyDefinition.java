package cairn.journey;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A journey as planned: where it begins, the stages and steps it can take, what moves a person from
 * anywhere, and how it ends. Checked when built; the order on every event is exits, goals, the
 * step's own wait, moves.
 *
 * @param purpose what the person is trying to do, in their words
 * @param longest how long it may take before it ends as timed out, or null for as long as it takes
 * @param timedOut the ending it then leads to; null exactly if longest is
 */
public record JourneyDefinition(
    String id,
    String name,
    String purpose,
    String description,
    List<Stage> stages,
    List<Step> steps,
    List<Beginning> beginnings,
    List<Move> moves,
    List<Exit> exits,
    List<Goal> goals,
    ReEntry reEntry,
    @Nullable Duration longest,
    @Nullable String timedOut,
    Map<String, Step> stepsById) {

  /** The most steps of one journey. */
  public static final int STEPS_MAX = 500;

  public JourneyDefinition(
      String id,
      String name,
      String purpose,
      String description,
      List<Stage> stages,
      List<Step> steps,
      List<Beginning> beginnings,
      List<Move> moves,
      List<Exit> exits,
      List<Goal> goals,
      ReEntry reEntry,
      @Nullable Duration longest,
      @Nullable String timedOut) {
    this(
        id,
        name,
        purpose,
        description,
        stages,
        steps,
        beginnings,
        moves,
        exits,
        goals,
        reEntry,
        longest,
        timedOut,
        index(steps));
  }

  public JourneyDefinition {
    stages = List.copyOf(stages);
    steps = List.copyOf(steps);
    beginnings = List.copyOf(beginnings);
    moves = List.copyOf(moves);
    exits = List.copyOf(exits);
    goals = List.copyOf(goals);
    stepsById = Map.copyOf(stepsById);
    if (steps.isEmpty() || steps.size() > STEPS_MAX) {
      throw new IllegalArgumentException("a journey has 1 to " + STEPS_MAX + " steps");
    }
    for (var step : steps) {
      for (var next : step.next()) {
        require(stepsById, next);
      }
    }
    for (var beginning : beginnings) {
      require(stepsById, beginning.step());
    }
    for (var move : moves) {
      require(stepsById, move.to());
    }
    for (var exit : exits) {
      requireEnding(stepsById, exit.step());
    }
    for (var goal : goals) {
      if (goal.step() != null) {
        requireEnding(stepsById, goal.step());
      }
    }
    if ((longest == null) != (timedOut == null)) {
      throw new IllegalArgumentException("a longest time leads to an ending, and only it does");
    }
    if (timedOut != null) {
      requireEnding(stepsById, timedOut);
    }
  }

  /** The step with this id, or null. */
  public @Nullable Step step(String stepId) {
    return stepsById.get(stepId);
  }

  /** The step that a question asks about after it was left, or null where none does. */
  public @Nullable Step asksAfter(String question) {
    for (var step : steps) {
      var felt = step.about().felt();
      if (felt != null && felt.question().equals(question)) {
        return step;
      }
    }
    return null;
  }

  private static Map<String, Step> index(List<Step> steps) {
    var byId = new HashMap<String, Step>();
    for (var step : steps) {
      if (byId.put(step.id(), step) != null) {
        throw new IllegalArgumentException("step " + step.id() + " stands twice");
      }
    }
    return byId;
  }

  private static void require(Map<String, Step> byId, String step) {
    if (!byId.containsKey(step)) {
      throw new IllegalArgumentException("there is no step " + step);
    }
  }

  private static void requireEnding(Map<String, Step> byId, String step) {
    if (!(byId.get(step) instanceof Step.End)) {
      throw new IllegalArgumentException(step + " is no ending");
    }
  }
}
