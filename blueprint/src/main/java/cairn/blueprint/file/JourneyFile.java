package cairn.blueprint.file;

import cairn.blueprint.rule.Scope;
import cairn.journey.Beginning;
import cairn.journey.Exit;
import cairn.journey.Goal;
import cairn.journey.JourneyDefinition;
import cairn.journey.Move;
import cairn.journey.ReEntry;
import cairn.journey.Stage;
import cairn.journey.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one journey's file. */
final class JourneyFile {
  private final FileReading reading;
  private final Known known;
  private final Rules rules;
  private final Tree.Mapping root;
  private final Ways ways;
  private final Map<String, Tree.Field> stageFields;

  JourneyFile(FileReading reading, Known known, Rules rules) {
    this.reading = reading;
    this.known = known;
    this.rules = rules;
    this.root = reading.root();
    this.ways = new Ways(reading, known, rules);
    this.stageFields = FileReading.mapping(root, "stages").fields();
  }

  /** The journey, or null with problems where it cannot stand. */
  @Nullable JourneyDefinition read() {
    var stages = stages();
    var steps = new StepReading(reading, known, rules, ways).steps();
    var beginnings = beginnings();
    var moves = moves();
    var exits = exits();
    var goals = goals();
    var longest = FileReading.mapping(root, "longest");
    var longestAfter = FileReading.span(longest, "after");
    var timedOut = longestAfter == null ? null : ways.target(longest, "then", true);
    if (ways.areBroken() || steps.size() != ways.stepFields().size() || steps.isEmpty()) {
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
    new JourneyCheck(reading, ways.stepFields(), journey).check();
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
        yield new ReEntry.AfterEnd(after == null ? Duration.ZERO : after);
      }
      case null, default -> new ReEntry.Once();
    };
  }

  // What moves people.

  private List<Beginning> beginnings() {
    var beginnings = new ArrayList<Beginning>();
    var ids = new LinkedHashSet<String>();
    for (var begin : FileReading.mappings(root, "begins")) {
      var at = ways.target(begin, "at", false);
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

  private List<Move> moves() {
    var moves = new ArrayList<Move>();
    for (var move : FileReading.mappings(root, "moves")) {
      var trigger = ways.trigger(move);
      var to = ways.target(move, "to", false);
      var from = new LinkedHashSet<String>();
      for (var step : FileReading.scalars(move, "from")) {
        if (ways.checkStep(step)) {
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
      var trigger = ways.trigger(exit);
      var to = ways.target(exit, "to", true);
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
      var trigger = ways.trigger(goal);
      var to = FileReading.scalar(goal, "to") == null ? null : ways.target(goal, "to", true);
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
}
