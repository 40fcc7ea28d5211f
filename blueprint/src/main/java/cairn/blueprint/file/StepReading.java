package cairn.blueprint.file;

import cairn.blueprint.Channel;
import cairn.blueprint.Question;
import cairn.blueprint.rule.Scope;
import cairn.journey.Step;
import cairn.journey.Trigger;
import cairn.person.Ending;
import cairn.person.Pending;
import cairn.rule.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the steps of one journey, each as the kind that its one word says. */
final class StepReading {
  private final FileReading reading;
  private final Known known;
  private final Rules rules;
  private final Ways ways;
  private final TimeoutReading timeouts;
  private final Map<String, Tree.Field> stageFields;

  StepReading(FileReading reading, Known known, Rules rules, Ways ways) {
    this.reading = reading;
    this.known = known;
    this.rules = rules;
    this.ways = ways;
    this.timeouts = new TimeoutReading(reading, known, ways);
    this.stageFields = FileReading.mapping(reading.root(), "stages").fields();
  }

  /** Every step that can be read, in the order of the file. */
  List<Step> steps() {
    var steps = new ArrayList<Step>();
    ways.stepFields()
        .forEach((id, field) -> {
          if (field.value() instanceof Tree.Mapping fields) {
            var step = step(about(id, field.key(), fields), fields);
            if (step != null) {
              steps.add(step);
            }
          }
        });
    return steps;
  }

  private Step.About about(String id, Place place, Tree.Mapping fields) {
    var stage = FileReading.scalar(fields, "stage");
    var stages = stageFields.keySet();
    if (stage != null) {
      Known.check(reading, stage, "stage", stages);
    } else if (!fields.fields().containsKey("end")) {
      reading.problem(place, "The step " + id + " has no stage.", "Add stage: ...");
    }
    var last = stages.isEmpty() ? "" : List.copyOf(stages).getLast();
    return new Step.About(
        id,
        stage == null ? last : stage.text(),
        FileReading.text(fields, "name", id),
        FileReading.text(fields, "description", ""),
        felt(fields));
  }

  /** How people are asked what the step felt like; null where they are not, or with a problem. */
  private Step.@Nullable Felt felt(Tree.Mapping fields) {
    if (!(fields.get("felt") instanceof Tree.Mapping felt)) {
      return null;
    }
    var channel = known.channel(reading, felt);
    var name = FileReading.scalar(felt, "question");
    if (channel == null
        || name == null
        || !Known.check(reading, name, "question", known.questions().keySet())) {
      return null;
    }
    var question = known.questions().get(name.text());
    if (question == null || question.kind() != Question.Kind.FEELING) {
      reading.problem(
          name.place(),
          "The question " + name.text() + " does not ask how it felt.",
          "Name a question of kind: feeling.");
      return null;
    }
    return new Step.Felt(question.id(), channel);
  }

  private @Nullable Step step(Step.About about, Tree.Mapping fields) {
    return switch (StepKind.of(fields)) {
      case WAIT_FOR -> waitFor(about, fields);
      case TALK -> talk(about, fields);
      case DECIDE -> decide(about, fields);
      case ASK -> ask(about, fields);
      case SPLIT -> split(about, fields);
      case EXPERIMENT -> experiment(about, fields);
      case HAND_OVER -> handOver(about, fields);
      case NOTE -> note(about, fields);
      case END -> end(about, fields);
      case null -> null;
    };
  }

  private @Nullable Step waitFor(Step.About about, Tree.Mapping fields) {
    refuseExtra(fields, "waitFor", "timeout");
    var events = new ArrayList<Step.Awaited>();
    for (var awaited : FileReading.mappings(fields, "waitFor")) {
      var trigger = ways.trigger(awaited);
      var then = ways.target(awaited, "then", false);
      if (trigger != null && then != null) {
        events.add(new Step.Awaited(trigger, then));
      }
    }
    var timeout = timeouts.timeout(fields);
    if (events.isEmpty() && timeout == null) {
      reading.problem(
          place(fields, "waitFor"),
          "This waits for nothing.",
          "Name an event to wait for, or add a timeout.");
    }
    return new Step.WaitFor(about, events, timeout);
  }

  private @Nullable Step ask(Step.About about, Tree.Mapping fields) {
    refuseExtra(fields, "ask", "answers", "otherwise", "timeout");
    return new AskReading(reading, known, rules, ways).ask(about, fields, timeouts.timeout(fields));
  }

  private @Nullable Step talk(Step.About about, Tree.Mapping fields) {
    refuseExtra(fields, "talk", "then");
    var talk = FileReading.mapping(fields, "talk");
    var then = ways.target(fields, "then", false);
    var treatment = FileReading.scalar(talk, "treatment");
    if (treatment == null
        || then == null
        || !Known.check(reading, treatment, "treatment", known.treatments().keySet())) {
      return null;
    }
    var made = known.treatments().get(treatment.text());
    var channel = FileReading.scalar(talk, "channel");
    if (channel != null
        && Known.check(reading, channel, "channel", known.channels().keySet())
        && made != null
        && !made.channel().equals(channel.text())) {
      reading.problem(
          channel.place(),
          "The treatment " + made.id() + " is made for " + made.channel() + ".",
          "Leave the channel out, or use a treatment made for " + channel.text() + ".");
    }
    return new Step.Talk(
        about,
        made == null ? "" : made.channel(),
        treatment.text(),
        purpose(FileReading.text(talk, "kind", "promotional")),
        values(talk, "with"),
        then);
  }

  private static Pending.Purpose purpose(String word) {
    return switch (word) {
      case "required" -> Pending.Purpose.REQUIRED;
      case "transactional" -> Pending.Purpose.TRANSACTIONAL;
      default -> Pending.Purpose.PROMOTIONAL;
    };
  }

  private Map<String, Expression> values(Tree.Mapping mapping, String name) {
    var values = new LinkedHashMap<String, Expression>();
    FileReading.scalarFields(FileReading.mapping(mapping, name))
        .forEach((field, scalar) -> {
          var value = rules.expression(reading, scalar, Scope.JOURNEY.on(Trigger.ANY), null);
          if (value != null) {
            values.put(field, value);
          }
        });
    return values;
  }

  private @Nullable Step decide(Step.About about, Tree.Mapping fields) {
    refuseExtra(fields, "decide", "then", "otherwise");
    var decide = FileReading.mapping(fields, "decide");
    var channel = known.channel(reading, decide);
    var then = ways.target(fields, "then", false);
    var otherwise = ways.target(fields, "otherwise", false);
    return channel == null || then == null || otherwise == null
        ? null
        : new Step.Decide(
            about, channel, FileReading.text(decide, "placement", ""), then, otherwise);
  }

  private @Nullable Step split(Step.About about, Tree.Mapping fields) {
    refuseExtra(fields, "split", "otherwise");
    var otherwise = ways.target(fields, "otherwise", false);
    var branches = ways.branches(fields, "split", Scope.JOURNEY.on(Trigger.ANY));
    return otherwise == null ? null : new Step.Split(about, branches, otherwise);
  }

  private @Nullable Step experiment(Step.About about, Tree.Mapping fields) {
    refuseExtra(fields, "experiment", "arms");
    var arms = new ArrayList<Step.Arm>();
    var ids = new LinkedHashSet<String>();
    for (var arm : FileReading.mappings(fields, "arms")) {
      var then = ways.target(arm, "then", false);
      var id = FileReading.text(arm, "arm", "");
      if (!ids.add(id)) {
        reading.problem(arm.place(), "The arm " + id + " stands twice.", "Name each arm once.");
      }
      if (then != null) {
        arms.add(new Step.Arm(id, Math.max(1, FileReading.whole(arm, "weight", 1)), then));
      }
    }
    return arms.isEmpty()
        ? null
        : new Step.Experiment(about, FileReading.text(fields, "experiment", ""), arms);
  }

  private @Nullable Step handOver(Step.About about, Tree.Mapping fields) {
    refuseExtra(fields, "handOver", "outcomes", "otherwise", "timeout");
    var handOver = FileReading.mapping(fields, "handOver");
    var within = FileReading.span(handOver, "within");
    var otherwise = ways.target(fields, "otherwise", false);
    var outcomes = new HashMap<String, String>();
    var named = FileReading.mapping(fields, "outcomes");
    for (var outcome : named.fields().keySet()) {
      var then = ways.target(named, outcome, false);
      if (then != null) {
        outcomes.put(outcome, then);
      }
    }
    var timeout = timeouts.timeout(fields);
    return otherwise == null || within == null
        ? null
        : new Step.HandOver(
            about,
            FileReading.text(handOver, "team", ""),
            FileReading.text(handOver, "queue", ""),
            within,
            outcomes,
            otherwise,
            timeout);
  }

  private @Nullable Step note(Step.About about, Tree.Mapping fields) {
    refuseExtra(fields, "note", "then");
    var note = FileReading.mapping(fields, "note");
    var then = ways.target(fields, "then", false);
    var set = FileReading.mapping(note, "set");
    var assignments = new ArrayList<Step.Assignment>();
    FileReading.scalarFields(set)
        .forEach((name, scalar) -> {
          var field = set.fields().get(name);
          var attribute = known.schema().attribute(name);
          if (attribute == null && field != null) {
            known.slot(reading, named(name, field.key()));
            return;
          }
          var wanted = attribute == null ? null : attribute.type();
          var value = rules.expression(reading, scalar, Scope.JOURNEY.on(Trigger.ANY), wanted);
          if (attribute != null && value != null) {
            assignments.add(new Step.Assignment(attribute.slot(), name, value));
          }
        });
    var tell = FileReading.scalar(note, "tell");
    if (tell != null && Known.check(reading, tell, "channel", known.channels().keySet())) {
      var channel = known.channels().get(tell.text());
      if (channel != null && channel.kind() != Channel.Kind.WEBHOOK) {
        reading.problem(
            tell.place(), tell.text() + " is no webhook.", "Name a channel of kind: webhook.");
      }
    }
    return then == null
        ? null
        : new Step.Note(about, assignments, tell == null ? null : tell.text(), then);
  }

  private static Tree.Scalar named(String name, Place place) {
    return new Tree.Scalar(place, name, Tree.Scalar.Kind.TEXT, new Tree.Written(place, name));
  }

  private @Nullable Step end(Step.About about, Tree.Mapping fields) {
    refuseExtra(fields, "end");
    if (about.felt() != null) {
      reading.problem(
          place(fields, "felt"), "Nobody leaves an ending.", "Ask about the step before it.");
    }
    var ending =
        switch (FileReading.text(fields, "end", "")) {
          case "achieved" -> Ending.ACHIEVED;
          case "declined" -> Ending.DECLINED;
          case "changedPurpose" -> Ending.CHANGED_PURPOSE;
          case "left" -> Ending.LEFT;
          case "timedOut" -> Ending.TIMED_OUT;
          default -> null;
        };
    return ending == null ? null : new Step.End(about, ending);
  }

  /** Refuses what belongs to another kind of step: it would be read as if it did something. */
  private void refuseExtra(Tree.Mapping fields, String kind, String... allowed) {
    var mine = Set.of(allowed);
    for (var name : List.of("then", "otherwise", "timeout", "answers", "arms", "outcomes")) {
      var field = fields.fields().get(name);
      if (field != null && !mine.contains(name)) {
        reading.problem(
            field.key(),
            name + " means nothing beside " + kind + ".",
            allowed.length == 0
                ? "Take it out."
                : "Beside " + kind + " stand: " + String.join(", ", allowed) + ".");
      }
    }
  }

  private static Place place(Tree.Mapping fields, String name) {
    var field = fields.fields().get(name);
    return field == null ? fields.place() : field.key();
  }
}
