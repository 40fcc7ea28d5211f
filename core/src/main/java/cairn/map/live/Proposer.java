package cairn.map.live;

import static cairn.map.live.Asking.quoted;

import cairn.map.ElementId;
import cairn.map.EndingKind;
import cairn.map.JourneyMap;
import cairn.map.Persona;
import cairn.map.Stage;
import cairn.map.Step;
import cairn.map.StepRole;
import cairn.map.live.JourneyProposal.About;
import cairn.map.live.JourneyProposal.Beginning;
import cairn.map.live.JourneyProposal.StageProposal;
import cairn.map.live.JourneyProposal.StepProposal;
import cairn.map.live.JourneyProposal.Transition;
import cairn.map.live.JourneyProposal.Trigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  private final JourneyMap map;
  private final ColumnFacts facts;
  private final StepIds ids = new StepIds();
  private final Asking asking = new Asking();
  private final List<StageProposal> stages = new ArrayList<>();
  private final List<StepProposal> steps = new ArrayList<>();
  private final List<Beginning> beginnings = new ArrayList<>();
  private final List<Transition> transitions = new ArrayList<>();
  private final Map<ElementId, String> stepIds = new LinkedHashMap<>();

  private Proposer(JourneyMap map) {
    this.map = map;
    this.facts = new ColumnFacts(map);
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
        .filter(StepIds::isId)
        .forEach(ids::reserve);
    var stageIds = new HashMap<ElementId, String>();
    for (Stage stage : map.stages()) {
      String id = ids.slug(stage.name(), "stage");
      stageIds.put(stage.id(), id);
      stages.add(new StageProposal(id, stage.id(), stage.name(), stage.description()));
    }
    if (map.columns().isEmpty()) {
      asking.need(
          false,
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
    var ways = new Ways(map, steps, stepIds, asking, transitions).all();
    endings();
    sharedEvents();
    String title = map.info().title().isEmpty() ? "Journey" : map.info().title();
    String journey = map.info().journey();
    return new JourneyProposal(
        notAShadows(StepIds.isId(journey) ? journey : ids.slug(title, "journey")),
        title,
        purpose(),
        stages,
        steps,
        beginnings,
        ways,
        asking.questions(),
        asking.coverage());
  }

  /** A map may be called anything; only its shadow's id ends as a shadow's does. */
  private static String notAShadows(String id) {
    String own = id;
    while (Shadow.is(own)) {
      own = own.substring(0, own.length() - Shadow.SUFFIX.length());
    }
    return own;
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
    var kind = facts.kind(column, event);
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
            ColumnFacts.wait(column),
            facts.channel(source),
            facts.team(source),
            endsHere ? ending : EndingKind.NONE,
            !endsHere && facts.mattersToThePerson(source)));
    if (ending != EndingKind.NONE && !endsHere) {
      String endId = ids.slug(column.name() + " end", "end");
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
              ending,
              false));
      transitions.add(new Transition(id, endId, Trigger.NEXT, "", ""));
    }
    questions(column, kind, event);
  }

  private void questions(JourneyMap.Column column, StepRole kind, String event) {
    var source = Optional.of(column.id());
    String name = quoted(column.name());
    asking.need(
        kind != StepRole.OPEN,
        source,
        About.KIND,
        "What happens at " + name + " when the journey runs: do we wait, talk, ask, decide?",
        true);
    asking.need(
        !event.isEmpty() || kind == StepRole.ENDING,
        source,
        About.EVENT,
        "What shows that a person has come to " + name + "?",
        false);
    if (kind == StepRole.TALK || kind == StepRole.DECIDE || kind == StepRole.ASK) {
      asking.need(
          !facts.channel(column.id()).isEmpty(),
          source,
          About.CHANNEL,
          "By which channel do we reach the person at " + name + "? Proposed: the app.",
          false);
    }
    if (kind == StepRole.SPLIT) {
      asking.need(
          false, source, About.RULE, "By which rule do the ways part at " + name + "?", true);
    }
    if (kind == StepRole.HAND_OVER) {
      asking.need(
          !facts.team(column.id()).isEmpty(),
          source,
          About.TEAM,
          "Which team takes over at " + name + "?",
          true);
    }
    if (kind == StepRole.WAIT_FOR) {
      asking.need(
          ColumnFacts.wait(column).isPresent(),
          source,
          About.WAIT,
          "How long may a person stay at " + name + " before something should happen?",
          false);
    }
  }

  private void beginnings() {
    for (JourneyMap.Column column : map.columns()) {
      if (column.step().map(Step::isBeginning).orElse(false)) {
        beginnings.add(
            new Beginning(
                stepIds.getOrDefault(column.id(), ""), column.step().map(Step::event).orElse("")));
      }
    }
    if (!map.columns().isEmpty()) {
      asking.need(
          !beginnings.isEmpty(),
          Optional.of(map.columns().getFirst().id()),
          About.BEGINNING,
          "Where does the journey begin? Proposed: "
              + quoted(map.columns().getFirst().name())
              + ".",
          true);
      if (beginnings.isEmpty()) {
        var first = map.columns().getFirst();
        beginnings.add(
            new Beginning(
                stepIds.getOrDefault(first.id(), ""), first.step().map(Step::event).orElse("")));
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
    asking.need(
        achieved,
        Optional.of(last),
        About.ENDING,
        "Where has the person achieved what they wanted? Mark a step as an ending.",
        true);
    asking.need(
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
        asking.besides(
            step.source(),
            About.EVENT_TWICE,
            quoted(before.name())
                + " and "
                + quoted(step.name())
                + " are shown by the same event "
                + step.event()
                + ": which of the two?",
            true);
      }
    }
  }

  private String idOf(JourneyMap.Column column) {
    String live = column.step().map(Step::live).orElse("");
    // A copied step has its original's id: only the first of the two keeps it.
    return StepIds.isId(live) && !stepIds.containsValue(live)
        ? live
        : ids.slug(column.name(), "step");
  }
}
