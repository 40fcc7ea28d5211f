package cairn.map.live;

import cairn.journey.JourneyDefinition;
import cairn.journey.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What publishing another version of a journey would change, and for how many people who are under
 * way. They finish on the version they began unless somebody moves them.
 *
 * @param changes in the order of the running journey, then what is new
 * @param inside people under way
 * @param touched how many of them stand on a step that changes or goes
 */
public record LiveDiff(List<Change> changes, long inside, long touched) {
  /** One change. */
  public sealed interface Change {
    /** A step is new. */
    record Added(String step, String name) implements Change {}

    /**
     * A step goes.
     *
     * @param people how many stand on it
     * @param goesTo where they could be moved: a step of the same name, or the first of its stage
     */
    record Removed(String step, String name, long people, Optional<String> goesTo)
        implements Change {}

    /**
     * A step stays and changes.
     *
     * @param what its parts that differ, in this order
     */
    record Changed(String step, String name, long people, List<Part> what) implements Change {
      public Changed {
        what = List.copyOf(what);
      }
    }
  }

  /** A part of a step. */
  public enum Part {
    NAME,
    STAGE,
    KIND,
    WAYS
  }

  public LiveDiff {
    changes = List.copyOf(changes);
  }

  /**
   * Compares two versions.
   *
   * @param people how many people stand on each step of the running one
   */
  public static LiveDiff between(
      JourneyDefinition running, JourneyDefinition next, Map<String, Long> people) {
    var changes = new ArrayList<Change>();
    long touched = 0;
    for (Step step : running.steps()) {
      long here = people.getOrDefault(step.id(), 0L);
      var after = next.step(step.id());
      if (after == null) {
        changes.add(new Change.Removed(step.id(), step.name(), here, goesTo(step, next)));
        touched += here;
        continue;
      }
      var parts = parts(step, after);
      if (!parts.isEmpty()) {
        changes.add(new Change.Changed(step.id(), after.name(), here, parts));
        touched += here;
      }
    }
    for (Step step : next.steps()) {
      if (running.step(step.id()) == null) {
        changes.add(new Change.Added(step.id(), step.name()));
      }
    }
    long inside = people.values().stream().mapToLong(Long::longValue).sum();
    return new LiveDiff(changes, inside, touched);
  }

  private static List<Part> parts(Step before, Step after) {
    var parts = new ArrayList<Part>();
    if (!before.name().equals(after.name())) {
      parts.add(Part.NAME);
    }
    if (!before.stage().equals(after.stage())) {
      parts.add(Part.STAGE);
    }
    if (before.getClass() != after.getClass()) {
      parts.add(Part.KIND);
    }
    if (!before.next().equals(after.next())) {
      parts.add(Part.WAYS);
    }
    return parts;
  }

  private static Optional<String> goesTo(Step gone, JourneyDefinition next) {
    return next.steps().stream()
        .filter(step -> step.name().equalsIgnoreCase(gone.name()))
        .findFirst()
        .or(() ->
            next.steps().stream()
                .filter(step -> step.stage().equals(gone.stage()))
                .filter(step -> !(step instanceof Step.End))
                .findFirst())
        .map(Step::id);
  }
}
