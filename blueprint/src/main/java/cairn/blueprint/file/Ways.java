package cairn.blueprint.file;

import cairn.blueprint.rule.Nearest;
import cairn.blueprint.rule.Scope;
import cairn.decision.Response;
import cairn.journey.Step;
import cairn.journey.Trigger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one journey's file says that people go: each step named is checked. Once a way leads
 * nowhere the journey is broken, and cannot be built.
 */
final class Ways {
  private static final List<String> RESPONSES =
      Stream.of(Trigger.RESPONSE, Trigger.ANY_RESPONSE)
          .flatMap(to -> Arrays.stream(Response.Kind.values()).map(kind -> to + kind.word()))
          .toList();

  private final FileReading reading;
  private final Known known;
  private final Rules rules;
  private final Map<String, Tree.Field> stepFields;
  private boolean broken;

  Ways(FileReading reading, Known known, Rules rules) {
    this.reading = reading;
    this.known = known;
    this.rules = rules;
    this.stepFields = FileReading.mapping(reading.root(), "steps").fields();
  }

  /** The steps as they are written, by id. */
  Map<String, Tree.Field> stepFields() {
    return stepFields;
  }

  boolean areBroken() {
    return broken;
  }

  @Nullable Trigger trigger(Tree.Mapping mapping) {
    var event = FileReading.scalar(mapping, "on");
    if (event == null) {
      broken = true;
      return null;
    }
    if (Trigger.isResponse(event.text())) {
      if (!RESPONSES.contains(event.text())) {
        reading.objection(
            event.place(),
            "There is no response " + event.text() + ".",
            Nearest.remedy(event.text(), RESPONSES));
      }
    } else {
      known.event(reading, event);
    }
    var scope = Scope.JOURNEY.on(event.text());
    return new Trigger(event.text(), rules.condition(reading, mapping, "when", scope));
  }

  /** The step that a name points to; null, with a problem, where there is none. */
  @Nullable String target(Tree.Mapping mapping, String name, boolean ending) {
    var scalar = FileReading.scalar(mapping, name);
    if (scalar == null || !checkStep(scalar)) {
      broken = true;
      return null;
    }
    var step = stepFields.get(scalar.text());
    boolean ends =
        step != null
            && step.value() instanceof Tree.Mapping fields
            && fields.fields().containsKey("end");
    if (ending && !ends) {
      broken = true;
      reading.problem(
          scalar.place(),
          scalar.text() + " is not an ending.",
          "Name a step with end: achieved, declined, changedPurpose, left or timedOut.");
    }
    return scalar.text();
  }

  boolean checkStep(Tree.Scalar name) {
    boolean there = Known.check(reading, name, "step", stepFields.keySet());
    broken |= !there;
    return there;
  }

  List<Step.Branch> branches(Tree.Mapping fields, String name, Scope scope) {
    var branches = new ArrayList<Step.Branch>();
    for (var branch : FileReading.mappings(fields, name)) {
      var when = rules.condition(reading, branch, "when", scope);
      var then = target(branch, "then", false);
      if (then != null) {
        var label = FileReading.text(branch, "label", when.source());
        branches.add(new Step.Branch(label, when, then));
      }
    }
    return branches;
  }
}
