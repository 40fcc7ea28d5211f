package cairn.map.live;

import cairn.map.Element;
import cairn.map.ElementId;
import cairn.map.EndingKind;
import cairn.map.JourneyMap;
import cairn.map.Link;
import cairn.map.Persona;
import cairn.map.Stage;
import cairn.map.Step;
import cairn.map.StepRole;
import cairn.map.Team;
import cairn.map.Touchpoint;
import cairn.map.live.JourneyProposal.About;
import cairn.map.live.JourneyProposal.Beginning;
import cairn.map.live.JourneyProposal.Coverage;
import cairn.map.live.JourneyProposal.Question;
import cairn.map.live.JourneyProposal.StageProposal;
import cairn.map.live.JourneyProposal.StepProposal;
import cairn.map.live.JourneyProposal.Transition;
import cairn.map.live.JourneyProposal.Trigger;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compiles a map into a proposal for a running journey. */
public final class Proposer {
  /*
   * Columns become steps, from left to right. What the room said of a step stands; where it said
   * nothing, the notes suggest a kind: a contact that the organisation starts is a talk, a named
   * event is a wait. The main way goes from each step to the next one that is not a declined or
   * abandoned ending; those branch off from the step before them by the answer no. Drawn lines add
   * the other ways. Each fact that a running journey needs counts once in the coverage, and the
   * ones that are missing become questions.
   */

  /** Longest id made from a name. */
  public static final int ID_MAX = 40;

  private static final Set<String> PERSON_WORDS =
      Set.of("person", "customer", "student", "patient", "citizen", "user", "colleague");

  private final JourneyMap map;
  private final Set<String> ids = new HashSet<>();
  private final List<StageProposal> stages = new ArrayList<>();
  private final List<StepProposal> steps = new ArrayList<>();
  private final List<Beginning> beginnings = new ArrayList<>();
  private final List<Transition> transitions = new ArrayList<>();
  private final List<Question> questions = new ArrayList<>();
  private final Map<ElementId, String> stepIds = new LinkedHashMap<>();
  private int answered;
  private int asked;

  private Proposer(JourneyMap map) {
    this.map = map;
  }

  /** The proposal of a map; the same map gives the same proposal. */
  public static JourneyProposal propose(JourneyMap map) {
    return new Proposer(map).propose();
  }

  private JourneyProposal propose() {
    // What runs keeps its id, whatever it is called by now.
    map.columns().stream()
        .flatMap(column -> column.step().stream())
        .map(Step::live)
        .filter(Proposer::isId)
        .forEach(ids::add);
    var stageIds = new HashMap<ElementId, String>();
    for (Stage stage : map.stages()) {
      String id = slug(stage.name(), "stage");
      stageIds.put(stage.id(), id);
      stages.add(new StageProposal(id, stage.id(), stage.name(), stage.description()));
    }
    if (map.columns().isEmpty()) {
      ask(
          Optional.empty(),
          About.NO_STEPS,
          "Which stages and steps does the person go through?",
          true);
    }
    for (JourneyMap.Column column : map.columns()) {
      var stageId = stageIds.get(column.stage().id());
      step(column, stageId == null ? "" : stageId);
    }
    beginnings();
    mainWay();
    drawnWays();
    waysOn();
    endings();
    sharedEvents();
    String title = map.info().title().isEmpty() ? "Journey" : map.info().title();
    String journey = map.info().journey();
    return new JourneyProposal(
        isId(journey) ? journey : slug(title, "journey"),
        title,
        purpose(),
        stages,
        steps,
        beginnings,
        transitions,
        questions,
        new Coverage(answered, asked));
  }

  private String purpose() {
    return map.personas().stream()
        .map(Persona::purpose)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse(map.info().scenario());
  }

  private void step(JourneyMap.Column column, String stage) {
    var step = column.step();
    var source = column.id();
    String event = step.map(Step::event).orElse("");
    var kind = kind(column, event);
    boolean said = step.isPresent() && step.get().role() != StepRole.OPEN;
    var ending = step.map(Step::ending).orElse(EndingKind.NONE);
    boolean endsHere = kind == StepRole.ENDING;
    String id = idOf(column);
    stepIds.put(source, id);
    steps.add(
        new StepProposal(
            id,
            stage,
            source,
            column.name(),
            step.map(Step::description).orElse(column.stage().description()),
            kind,
            !said && kind != StepRole.OPEN,
            event,
            wait(column),
            channel(source),
            team(source),
            endsHere ? ending : EndingKind.NONE));
    if (ending != EndingKind.NONE && !endsHere) {
      String endId = slug(column.name() + " end", "end");
      steps.add(
          new StepProposal(
              endId,
              stage,
              source,
              column.name() + ": the end",
              "",
              StepRole.ENDING,
              false,
              "",
              Optional.empty(),
              "",
              "",
              ending));
      transitions.add(new Transition(id, endId, Trigger.NEXT, "", ""));
    }
    questions(column, kind, event);
  }

  private void questions(JourneyMap.Column column, StepRole kind, String event) {
    var source = Optional.of(column.id());
    String name = quoted(column.name());
    need(
        kind != StepRole.OPEN,
        source,
        About.KIND,
        "What happens at " + name + " when the journey runs: do we wait, talk, ask, decide?",
        true);
    need(
        !event.isEmpty() || kind == StepRole.ENDING,
        source,
        About.EVENT,
        "What shows that a person has come to " + name + "?",
        false);
    if (kind == StepRole.TALK || kind == StepRole.DECIDE || kind == StepRole.ASK) {
      need(
          !channel(column.id()).isEmpty(),
          source,
          About.CHANNEL,
          "By which channel do we reach the person at " + name + "? Proposed: the app.",
          false);
    }
    if (kind == StepRole.SPLIT) {
      need(false, source, About.RULE, "By which rule do the ways part at " + name + "?", true);
    }
    if (kind == StepRole.HAND_OVER) {
      need(
          !team(column.id()).isEmpty(),
          source,
          About.TEAM,
          "Which team takes over at " + name + "?",
          true);
    }
    if (kind == StepRole.WAIT_FOR) {
      need(
          wait(column).isPresent(),
          source,
          About.WAIT,
          "How long may a person stay at " + name + " before something should happen?",
          false);
    }
  }

  private StepRole kind(JourneyMap.Column column, String event) {
    var step = column.step();
    if (step.isPresent() && step.get().role() != StepRole.OPEN) {
      return step.get().role();
    }
    if (step.isPresent() && step.get().ending() != EndingKind.NONE) {
      return StepRole.ENDING;
    }
    if (!event.isEmpty()) {
      return StepRole.WAIT_FOR;
    }
    for (Touchpoint touchpoint : touchpoints(column.id())) {
      boolean fromUs =
          !touchpoint.initiator().isEmpty()
              && !isPerson(touchpoint.initiator())
              && isPerson(touchpoint.receiver());
      if (fromUs) {
        return StepRole.TALK;
      }
    }
    return StepRole.OPEN;
  }

  private void beginnings() {
    for (JourneyMap.Column column : map.columns()) {
      if (column.step().map(Step::isBeginning).orElse(false)) {
        beginnings.add(new Beginning(idOf(column.id()), column.step().map(Step::event).orElse("")));
      }
    }
    if (!map.columns().isEmpty()) {
      need(
          !beginnings.isEmpty(),
          Optional.of(map.columns().getFirst().id()),
          About.BEGINNING,
          "Where does the journey begin? Proposed: "
              + quoted(map.columns().getFirst().name())
              + ".",
          true);
      if (beginnings.isEmpty()) {
        var first = map.columns().getFirst();
        beginnings.add(new Beginning(idOf(first.id()), first.step().map(Step::event).orElse("")));
      }
    }
  }

  private void mainWay() {
    var columns = map.columns();
    for (int place = 0; place < columns.size(); place++) {
      var from = proposal(columns.get(place).id());
      if (from.kind() == StepRole.ENDING) {
        continue;
      }
      boolean isLast = endsAfter(from);
      for (int after = place + 1; after < columns.size(); after++) {
        var to = proposal(columns.get(after).id());
        if (isAside(to)) {
          transitions.add(new Transition(from.id(), to.id(), Trigger.ANSWER, "no", "says no"));
        } else if (!isLast) {
          transitions.add(onward(from, to));
          timeOut(columns.get(place), from, to);
          // A good ending may stand before the others of the same fork.
          isLast = to.kind() == StepRole.ENDING;
          if (!isLast) {
            break;
          }
        } else {
          break;
        }
      }
    }
  }

  /** Waiting ends when the next event comes; everything else goes on when it is done. */
  private static Transition onward(StepProposal from, StepProposal to) {
    boolean waits = from.kind() == StepRole.WAIT_FOR || from.kind() == StepRole.OPEN;
    return waits
        ? new Transition(from.id(), to.id(), Trigger.EVENT, to.event(), "")
        : new Transition(from.id(), to.id(), Trigger.NEXT, "", "");
  }

  private void timeOut(JourneyMap.Column column, StepProposal from, StepProposal to) {
    if (from.kind() != StepRole.WAIT_FOR || from.stay().isEmpty()) {
      return;
    }
    transitions.add(
        new Transition(
            from.id(), to.id(), Trigger.TIME, from.stay().get().toString(), "after the wait"));
    questions.add(
        new Question(
            Optional.of(column.id()),
            About.AFTER_WAIT,
            "After "
                + days(from.stay().get())
                + " at "
                + quoted(column.name())
                + ": go on, remind, ask, or end? Proposed: go on.",
            false));
  }

  private void drawnWays() {
    for (Link link : map.state().all(Link.class)) {
      boolean isWay =
          switch (link.meaning()) {
            case NEXT, DETOUR -> true;
            case RELATES, HANDS_OVER -> false;
          };
      var from = link.from().map(this::idOf).orElse("");
      var to = link.to().map(this::idOf).orElse("");
      if (isWay && !from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
        var target = proposal(link.to().orElseThrow());
        var way = new Transition(from, to, Trigger.EVENT, target.event(), link.label());
        boolean known =
            transitions.stream()
                .anyMatch(other ->
                    other.from().equals(from)
                        && other.to().equals(to)
                        && other.trigger() == Trigger.EVENT);
        if (!known) {
          transitions.add(way);
        }
      }
    }
  }

  /** A step that only waits for events nobody has named keeps people for ever. */
  private void waysOn() {
    for (StepProposal step : steps) {
      boolean leads =
          step.kind() == StepRole.ENDING
              || transitions.stream()
                  .filter(way -> way.from().equals(step.id()))
                  .anyMatch(way -> way.trigger() != Trigger.EVENT || !way.on().isEmpty());
      if (!leads) {
        questions.add(
            new Question(
                Optional.of(step.source()),
                About.NO_WAY_ON,
                "What takes a person on from "
                    + quoted(step.name())
                    + ": an event that shows the next step, or a time?",
                true));
      }
    }
  }

  private void endings() {
    if (steps.isEmpty()) {
      return;
    }
    boolean achieved = steps.stream().anyMatch(step -> step.ending() == EndingKind.ACHIEVED);
    boolean declined = steps.stream().anyMatch(step -> step.ending() == EndingKind.DECLINED);
    var last = map.columns().getLast().id();
    need(
        achieved,
        Optional.of(last),
        About.ENDING,
        "Where has the person achieved what they wanted? Mark a step as an ending.",
        true);
    need(
        declined,
        Optional.empty(),
        About.A_WAY_TO_SAY_NO,
        "How does a person say no, and where does that lead? Mark a step as a declined ending.",
        true);
  }

  private void sharedEvents() {
    var first = new HashMap<String, StepProposal>();
    for (StepProposal step : steps) {
      var before = step.event().isEmpty() ? null : first.putIfAbsent(step.event(), step);
      if (before != null) {
        questions.add(
            new Question(
                Optional.of(step.source()),
                About.EVENT_TWICE,
                quoted(before.name())
                    + " and "
                    + quoted(step.name())
                    + " are shown by the same event "
                    + step.event()
                    + ": which of the two?",
                true));
      }
    }
  }

  private static boolean isAside(StepProposal step) {
    return switch (step.ending()) {
      case DECLINED, CHANGED_PURPOSE, LEFT, TIMED_OUT -> true;
      case NONE, ACHIEVED -> false;
    };
  }

  private boolean endsAfter(StepProposal step) {
    return steps.stream()
        .anyMatch(
            other -> other.source().equals(step.source()) && other.ending() != EndingKind.NONE);
  }

  private StepProposal proposal(ElementId source) {
    return steps.stream().filter(step -> step.source().equals(source)).findFirst().orElseThrow();
  }

  private String idOf(JourneyMap.Column column) {
    String live = column.step().map(Step::live).orElse("");
    // A copied step has its original's id: only the first of the two keeps it.
    return isId(live) && !stepIds.containsValue(live) ? live : slug(column.name(), "step");
  }

  private static boolean isId(String text) {
    return text.length() <= ID_MAX && text.matches("[a-z0-9][a-z0-9-]*");
  }

  private String idOf(ElementId source) {
    return stepIds.getOrDefault(source, "");
  }

  private static Optional<Duration> wait(JourneyMap.Column column) {
    return column
        .step()
        .map(Step::waitFor)
        .filter(text -> !text.isEmpty())
        .flatMap(Proposer::duration);
  }

  private static Optional<Duration> duration(String text) {
    try {
      return Optional.of(Duration.parse(text)).filter(Duration::isPositive);
    } catch (DateTimeException notADuration) {
      try {
        // Months and years have no fixed length; a plan takes them as 30 and 365 days.
        var period = Period.parse(text);
        long days = period.getDays() + 30L * period.getMonths() + 365L * period.getYears();
        return Optional.of(Duration.ofDays(days)).filter(Duration::isPositive);
      } catch (DateTimeException notAPeriod) {
        return Optional.empty();
      }
    }
  }

  private List<Touchpoint> touchpoints(ElementId column) {
    var found = new ArrayList<Touchpoint>();
    for (Element placed : map.under(column)) {
      if (placed instanceof Touchpoint touchpoint
          && touchpoint.side() == Touchpoint.Side.ON_STAGE) {
        found.add(touchpoint);
      }
    }
    return found;
  }

  private String channel(ElementId column) {
    return touchpoints(column).stream()
        .map(Touchpoint::channel)
        .filter(channel -> !channel.isEmpty())
        .findFirst()
        .orElse("");
  }

  private String team(ElementId column) {
    return map.teams(column).stream()
        .findFirst()
        .flatMap(team -> map.state().find(Team.class, team))
        .map(Team::name)
        .orElse("");
  }

  private static boolean isPerson(String words) {
    return PERSON_WORDS.contains(words.toLowerCase(Locale.ROOT));
  }

  private void need(
      boolean isThere, Optional<ElementId> element, About about, String sentence, boolean blocks) {
    asked++;
    if (isThere) {
      answered++;
    } else {
      questions.add(new Question(element, about, sentence, blocks));
    }
  }

  private void ask(Optional<ElementId> element, About about, String sentence, boolean blocks) {
    need(false, element, about, sentence, blocks);
  }

  private String slug(String name, String otherwise) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String stem = plain.isEmpty() ? otherwise : plain;
    stem = stem.length() > ID_MAX ? stem.substring(0, ID_MAX).replaceAll("-$", "") : stem;
    String id = stem;
    for (int again = 2; !ids.add(id); again++) {
      id = stem + "-" + again;
    }
    return id;
  }

  private static String quoted(String name) {
    return "\"" + name + "\"";
  }

  private static String days(Duration wait) {
    long days = wait.toDays();
    return days > 0 ? days + (days == 1 ? " day" : " days") : wait.toMinutes() + " minutes";
  }
}
