package cairn.blueprint.file;

import cairn.blueprint.Channel;
import cairn.blueprint.Question;
import cairn.blueprint.rule.Nearest;
import cairn.blueprint.rule.Scope;
import cairn.journey.Beginning;
import cairn.journey.Exit;
import cairn.journey.Goal;
import cairn.journey.JourneyDefinition;
import cairn.journey.Moment;
import cairn.journey.Move;
import cairn.journey.ReEntry;
import cairn.journey.Stage;
import cairn.journey.Step;
import cairn.journey.Trigger;
import cairn.person.Ending;
import cairn.person.Pending;
import cairn.rule.Expression;
import cairn.value.ValueType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one journey's file. */
final class JourneyFile {
  private static final Duration NO_SPAN = Duration.ZERO;

  private final FileReading reading;
  private final Known known;
  private final Rules rules;
  private final Tree.Mapping root;
  private final Map<String, Tree.Field> stepFields;
  private final Map<String, Tree.Field> stageFields;
  private boolean broken;

  JourneyFile(FileReading reading, Known known, Rules rules) {
    this.reading = reading;
    this.known = known;
    this.rules = rules;
    this.root = reading.root();
    this.stepFields = FileReading.mapping(root, "steps").fields();
    this.stageFields = FileReading.mapping(root, "stages").fields();
  }

  /** The journey, or null with problems where it cannot stand. */
  @Nullable JourneyDefinition read() {
    var stages = stages();
    var steps = steps();
    var beginnings = beginnings();
    var moves = moves();
    var exits = exits();
    var goals = goals();
    var longest = FileReading.mapping(root, "longest");
    var longestAfter = FileReading.span(longest, "after");
    var timedOut = longestAfter == null ? null : target(longest, "then", true);
    if (broken || steps.size() != stepFields.size() || steps.isEmpty()) {
      return null;
    }
    var journey =
        new JourneyDefinition(
            FileReading.text(root, "id", ""),
            FileReading.text(root, "name", ""),
            FileReading.text(root, "purpose", ""),
            FileReading.text(root, "description", ""),
            stages,
            steps,
            beginnings,
            moves,
            exits,
            goals,
            reEntry(),
            longestAfter,
            timedOut);
    new JourneyCheck(reading, stepFields, journey).check();
    return journey;
  }

  private List<Stage> stages() {
    var stages = new ArrayList<Stage>();
    stageFields.forEach((id, field) -> {
      if (field.value() instanceof Tree.Mapping stage) {
        stages.add(
            new Stage(
                id,
                FileReading.text(stage, "name", id),
                FileReading.text(stage, "description", "")));
      }
    });
    return stages;
  }

  private ReEntry reEntry() {
    var again = root.get("again");
    return switch (again) {
      case Tree.Scalar scalar when scalar.text().equals("perKey") -> new ReEntry.PerKey();
      case Tree.Mapping mapping -> {
        var after = FileReading.span(mapping, "after");
        yield new ReEntry.AfterEnd(after == null ? NO_SPAN : after);
      }
      case null, default -> new ReEntry.Once();
    };
  }

  // What moves people.

  private List<Beginning> beginnings() {
    var beginnings = new ArrayList<Beginning>();
    var ids = new LinkedHashSet<String>();
    for (var begin : FileReading.mappings(root, "begins")) {
      var at = target(begin, "at", false);
      var beginning = at == null ? null : beginning(begin, at, ids);
      if (beginning != null && !ids.add(beginning.id())) {
        var id = FileReading.scalar(begin, "id");
        reading.problem(
            id == null ? begin.place() : id.place(),
            "The beginning " + beginning.id() + " stands twice.",
            "Give each its own id.");
      }
      if (beginning != null) {
        beginnings.add(beginning);
      }
    }
    return beginnings;
  }

  private @Nullable Beginning beginning(Tree.Mapping begin, String at, Set<String> ids) {
    var event = FileReading.scalar(begin, "on");
    if (event != null) {
      known.event(reading, event);
      var scope = Scope.PERSON.on(event.text());
      var when = rules.condition(reading, begin, "when", scope);
      var key = FileReading.scalar(begin, "key");
      var keyed = key == null ? null : rules.expression(reading, key, scope, null);
      return new Beginning.OnEvent(
          id(begin, "on", ids), at, new Trigger(event.text(), when), keyed);
    }
    var when = rules.condition(reading, begin, "when", Scope.PERSON);
    var changed = FileReading.scalars(begin, "changed");
    if (!changed.isEmpty()) {
      var slots = new LinkedHashSet<Integer>();
      changed.forEach(name -> slots.add(known.slot(reading, name)));
      return new Beginning.OnAttribute(id(begin, "changed", ids), at, slots, when);
    }
    var entered = FileReading.scalar(begin, "entered");
    if (entered != null) {
      Known.check(reading, entered, "segment", known.segments());
      return new Beginning.OnSegment(id(begin, "entered", ids), at, entered.text());
    }
    var quiet = FileReading.mapping(begin, "quiet");
    var quietEvent = FileReading.scalar(quiet, "event");
    var quietFor = FileReading.span(quiet, "for");
    if (quietEvent != null && quietFor != null) {
      known.event(reading, quietEvent);
      return new Beginning.OnAbsence(
          id(begin, "quiet", ids), at, quietEvent.text(), quietFor, when);
    }
    var every = FileReading.mapping(begin, "every");
    var time = FileReading.clock(every, "time");
    if (time != null) {
      int dayOfMonth = FileReading.whole(every, "dayOfMonth", 0);
      var days = FileReading.days(every);
      return new Beginning.OnSchedule(id(begin, "every", ids), at, time, days, dayOfMonth, when);
    }
    return FileReading.flag(begin, "asked", false)
        ? new Beginning.OnRequest(id(begin, "asked", ids), at)
        : null;
  }

  /** The id given, or the kind's word, numbered where it stands already. */
  private static String id(Tree.Mapping begin, String kind, Set<String> ids) {
    var given = FileReading.text(begin, "id");
    if (given != null) {
      return given;
    }
    var id = kind;
    for (int number = 2; ids.contains(id); number++) {
      id = kind + "-" + number;
    }
    return id;
  }

  private @Nullable Trigger trigger(Tree.Mapping mapping) {
    var event = FileReading.scalar(mapping, "on");
    if (event == null) {
      broken = true;
      return null;
    }
    known.event(reading, event);
    var scope = Scope.JOURNEY.on(event.text());
    return new Trigger(event.text(), rules.condition(reading, mapping, "when", scope));
  }

  private List<Move> moves() {
    var moves = new ArrayList<Move>();
    for (var move : FileReading.mappings(root, "moves")) {
      var trigger = trigger(move);
      var to = target(move, "to", false);
      var from = new LinkedHashSet<String>();
      for (var step : FileReading.scalars(move, "from")) {
        if (checkStep(step)) {
          from.add(step.text());
        }
      }
      if (trigger != null && to != null) {
        moves.add(new Move(trigger, from, to));
      }
    }
    return moves;
  }

  private List<Exit> exits() {
    var exits = new ArrayList<Exit>();
    for (var exit : FileReading.mappings(root, "exits")) {
      var trigger = trigger(exit);
      var to = target(exit, "to", true);
      if (trigger != null && to != null) {
        exits.add(new Exit(trigger, to));
      }
    }
    return exits;
  }

  private List<Goal> goals() {
    var goals = new ArrayList<Goal>();
    var ids = new LinkedHashSet<String>();
    for (var goal : FileReading.mappings(root, "goals")) {
      var trigger = trigger(goal);
      var to = FileReading.scalar(goal, "to") == null ? null : target(goal, "to", true);
      var id = FileReading.text(goal, "id", "");
      if (!ids.add(id)) {
        reading.problem(goal.place(), "The goal " + id + " stands twice.", "Give each its own id.");
      }
      if (trigger != null) {
        goals.add(new Goal(id, FileReading.text(goal, "name", id), trigger, to));
      }
    }
    return goals;
  }

  // Steps.

  /** The step that a name points to; null, with a problem, where there is none. */
  private @Nullable String target(Tree.Mapping mapping, String name, boolean ending) {
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

  private boolean checkStep(Tree.Scalar name) {
    boolean there = Known.check(reading, name, "step", stepFields.keySet());
    broken |= !there;
    return there;
  }

  private List<Step> steps() {
    var steps = new ArrayList<Step>();
    stepFields.forEach((id, field) -> {
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
        FileReading.text(fields, "description", ""));
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

  /** The kinds of step by the word that says them. */
  private enum StepKind {
    WAIT_FOR("waitFor"),
    TALK("talk"),
    DECIDE("decide"),
    ASK("ask"),
    SPLIT("split"),
    EXPERIMENT("experiment"),
    HAND_OVER("handOver"),
    NOTE("note"),
    END("end");

    private final String word;

    StepKind(String word) {
      this.word = word;
    }

    static @Nullable StepKind of(Tree.Mapping fields) {
      for (var kind : values()) {
        if (fields.fields().containsKey(kind.word)) {
          return kind;
        }
      }
      return null;
    }
  }

  private @Nullable Step waitFor(Step.About about, Tree.Mapping fields) {
    refuseExtra(fields, "waitFor", "timeout");
    var events = new ArrayList<Step.Awaited>();
    for (var awaited : FileReading.mappings(fields, "waitFor")) {
      var trigger = trigger(awaited);
      var then = target(awaited, "then", false);
      if (trigger != null && then != null) {
        events.add(new Step.Awaited(trigger, then));
      }
    }
    var timeout = timeout(fields);
    if (events.isEmpty() && timeout == null) {
      reading.problem(
          place(fields, "waitFor"),
          "This waits for nothing.",
          "Name an event to wait for, or add a timeout.");
    }
    return new Step.WaitFor(about, events, timeout);
  }

  private Step.@Nullable Timeout timeout(Tree.Mapping fields) {
    if (!(fields.get("timeout") instanceof Tree.Mapping timeout)) {
      return null;
    }
    var then = target(timeout, "then", false);
    var moment = moment(timeout);
    return then == null || moment == null ? null : new Step.Timeout(moment, then);
  }

  private @Nullable Moment moment(Tree.Mapping timeout) {
    var date = FileReading.scalar(timeout, "date");
    if (date != null) {
      int slot = known.slot(reading, date);
      var attribute = known.schema().attribute(date.text());
      if (attribute != null
          && attribute.type() != ValueType.TIME
          && attribute.type() != ValueType.TEXT) {
        reading.problem(
            date.place(),
            date.text() + " is no date.",
            "Use an attribute of type time, or a text that holds a date.");
      }
      var offset = FileReading.span(timeout, "offset");
      return new Moment.OnProfileDate(
          slot, date.text(), offset == null ? NO_SPAN : offset, FileReading.clock(timeout, "at"));
    }
    var at = FileReading.clock(timeout, "at");
    if (at != null) {
      var notBefore = FileReading.span(timeout, "notBefore");
      return new Moment.AtLocalTime(
          at, FileReading.days(timeout), notBefore == null ? NO_SPAN : notBefore);
    }
    var after = FileReading.span(timeout, "after");
    return after == null ? null : new Moment.After(after);
  }

  private @Nullable Step talk(Step.About about, Tree.Mapping fields) {
    refuseExtra(fields, "talk", "then");
    var talk = FileReading.mapping(fields, "talk");
    var then = target(fields, "then", false);
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
    var channel = channel(decide);
    var then = target(fields, "then", false);
    var otherwise = target(fields, "otherwise", false);
    return channel == null || then == null || otherwise == null
        ? null
        : new Step.Decide(
            about, channel, FileReading.text(decide, "placement", ""), then, otherwise);
  }

  private @Nullable String channel(Tree.Mapping mapping) {
    var channel = FileReading.scalar(mapping, "channel");
    return channel != null && Known.check(reading, channel, "channel", known.channels().keySet())
        ? channel.text()
        : null;
  }

  private @Nullable Step ask(Step.About about, Tree.Mapping fields) {
    refuseExtra(fields, "ask", "answers", "otherwise", "timeout");
    var ask = FileReading.mapping(fields, "ask");
    var channel = channel(ask);
    var name = FileReading.scalar(ask, "question");
    var otherwise = target(fields, "otherwise", false);
    var timeout = timeout(fields);
    if (name == null
        || !Known.check(reading, name, "question", known.questions().keySet())
        || channel == null
        || otherwise == null) {
      return null;
    }
    var question = known.questions().get(name.text());
    if (question == null) {
      return null;
    }
    int slot = -1;
    var keep = FileReading.scalar(ask, "keep");
    if (keep != null) {
      slot = known.slot(reading, keep);
      Keeping.check(reading, known.schema(), keep, question.kind());
    }
    return new Step.Ask(
        about, channel, question.id(), slot, answers(fields, question), otherwise, timeout);
  }

  private List<Step.Branch> answers(Tree.Mapping fields, Question question) {
    var scope = Scope.JOURNEY.answered(Keeping.answer(question.kind()));
    if (!(fields.get("answers") instanceof Tree.Mapping named)) {
      return branches(fields, "answers", scope);
    }
    var choices =
        switch (question.kind()) {
          case CHOICE -> question.choices();
          case YES_NO -> List.of("yes", "no");
          case TEXT, NUMBER, FEELING, EFFORT -> List.<String>of();
        };
    var branches = new ArrayList<Step.Branch>();
    named
        .fields()
        .forEach((answer, field) -> {
          if (!choices.contains(answer)) {
            reading.problem(
                field.key(),
                answer + " is no answer to " + question.id() + ".",
                choices.isEmpty()
                    ? "Write the answers as rules: - {when: answer > 3, then: ...}."
                    : Nearest.remedy(answer, choices));
            return;
          }
          var then = target(named, answer, false);
          if (then != null) {
            branches.add(new Step.Branch(answer, rules.own(rule(question, answer), scope), then));
          }
        });
    return branches;
  }

  private static String rule(Question question, String answer) {
    if (question.kind() == Question.Kind.YES_NO) {
      return answer.equals("yes") ? "answer" : "!answer";
    }
    return "answer == '" + answer.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private List<Step.Branch> branches(Tree.Mapping fields, String name, Scope scope) {
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

  private @Nullable Step split(Step.About about, Tree.Mapping fields) {
    refuseExtra(fields, "split", "otherwise");
    var otherwise = target(fields, "otherwise", false);
    var branches = branches(fields, "split", Scope.JOURNEY.on(Trigger.ANY));
    return otherwise == null ? null : new Step.Split(about, branches, otherwise);
  }

  private @Nullable Step experiment(Step.About about, Tree.Mapping fields) {
    refuseExtra(fields, "experiment", "arms");
    var arms = new ArrayList<Step.Arm>();
    var ids = new LinkedHashSet<String>();
    for (var arm : FileReading.mappings(fields, "arms")) {
      var then = target(arm, "then", false);
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
    var otherwise = target(fields, "otherwise", false);
    var outcomes = new HashMap<String, String>();
    var named = FileReading.mapping(fields, "outcomes");
    for (var outcome : named.fields().keySet()) {
      var then = target(named, outcome, false);
      if (then != null) {
        outcomes.put(outcome, then);
      }
    }
    var timeout = timeout(fields);
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
    var then = target(fields, "then", false);
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
