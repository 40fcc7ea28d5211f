package cairn.server.board;

import cairn.blueprint.draft.Draft;
import cairn.blueprint.draft.Said;
import cairn.blueprint.file.Problem;
import cairn.map.Field;
import cairn.map.JourneyMap;
import cairn.map.live.JourneyProposal;
import cairn.map.live.LiveDiff;
import cairn.map.live.Shadow;
import cairn.server.publish.Publisher;
import cairn.server.words.Tongue;
import cairn.workspace.audit.Actor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What publishing a map would change, for how many people, as it is told before it is done. */
final class MapPlanView {
  /** What the question how a step felt is called after its step. */
  private static final String FELT = "-felt";

  private final MapPlan plan;
  private final Publisher publisher;
  private final MapApproval approval;

  record PlanBody(
      String journey,
      String name,
      @Nullable RivalBody rival,
      boolean canRun,
      List<String> problems,
      boolean mayPublish,
      boolean takesTwo,
      MapApproval.@Nullable Asked asked,
      boolean runs,
      boolean same,
      long inside,
      long touched,
      List<StageBody> stages,
      List<ChangeBody> changes,
      @Nullable String shadow,
      List<String> events,
      List<SaidBody> says) {}

  /** A running journey of the same name that was not made from this map. */
  record RivalBody(String id, String name, long people) {}

  record ChangeBody(
      String kind,
      String step,
      String name,
      long people,
      @Nullable String goesTo,
      List<String> parts) {}

  /**
   * Who is inside a stage, and what publishing does there.
   *
   * @param changed on a step that changes
   * @param gone on a step that goes
   */
  record StageBody(String id, String name, long people, long changed, long gone) {}

  /** What a person would receive or be asked. */
  record SaidBody(String step, String source, String kind, String title, String text) {}

  MapPlanView(MapPlan plan, Publisher publisher, MapApproval approval) {
    this.plan = plan;
    this.publisher = publisher;
    this.approval = approval;
  }

  /**
   * The plan of a map as somebody reads it.
   *
   * @param as the id to run under; empty for the map's own
   * @param mayPublish whether the reader may let it run in that manner
   */
  PlanBody of(
      JourneyMap map,
      String as,
      boolean inShadow,
      Actor reader,
      boolean mayPublish,
      Tongue tongue) {
    var asked = plan.of(map, as, inShadow);
    var proposal = asked.proposal();
    String real = inShadow ? map.info().journey() : proposal.id();
    var current = publisher.current();
    return new PlanBody(
        proposal.id(),
        proposal.name(),
        asked
            .rival()
            .map(rival -> new RivalBody(rival.id(), rival.name(), people(rival.id())))
            .orElse(null),
        proposal.canRun(),
        asked.problems().stream().map(tongue::mistake).map(Problem::sentence).toList(),
        mayPublish,
        approval.takesTwo(),
        inShadow ? null : asked.files().flatMap(files -> approval.told(reader, files)).orElse(null),
        plan.running(proposal.id()).isPresent(),
        asked.files().isPresent()
            && current.map(now -> now.files().equals(asked.files().get())).orElse(false),
        people(proposal.id()),
        asked.diff().map(LiveDiff::touched).orElse(0L),
        stages(asked),
        asked.diff().map(LiveDiff::changes).orElse(List.of()).stream()
            .map(MapPlanView::change)
            .toList(),
        plan.running(Shadow.idOf(real)).map(running -> running.id()).orElse(null),
        List.copyOf(Draft.events(plan.runningFiles())),
        says(proposal, MapPlan.said(map)));
  }

  /** Where people are inside the journey that runs, stage by stage. */
  private List<StageBody> stages(MapPlan.Plan asked) {
    var running = plan.running(asked.proposal().id()).orElse(null);
    if (running == null) {
      return List.of();
    }
    var people = plan.people(running.id());
    Map<String, Long> changed = new HashMap<>();
    Map<String, Long> gone = new HashMap<>();
    for (var change : asked.diff().map(LiveDiff::changes).orElse(List.of())) {
      switch (change) {
        case LiveDiff.Change.Added _ -> {}
        case LiveDiff.Change.Removed(var step, _, var here, _) -> gone.put(step, here);
        case LiveDiff.Change.Changed(var step, _, var here, _) -> changed.put(step, here);
      }
    }
    return running.stages().stream()
        .map(stage -> {
          var steps =
              running.steps().stream()
                  .filter(step -> step.stage().equals(stage.id()))
                  .map(step -> step.id())
                  .toList();
          return new StageBody(
              stage.id(), stage.name(), sum(steps, people), sum(steps, changed), sum(steps, gone));
        })
        .toList();
  }

  private static long sum(List<String> steps, Map<String, Long> people) {
    return steps.stream().mapToLong(step -> people.getOrDefault(step, 0L)).sum();
  }

  private long people(String journey) {
    return plan.people(journey).values().stream().mapToLong(Long::longValue).sum();
  }

  private static ChangeBody change(LiveDiff.Change change) {
    return switch (change) {
      case LiveDiff.Change.Added(var step, var name) ->
          new ChangeBody("added", step, name, 0, null, List.of());
      case LiveDiff.Change.Removed(var step, var name, var people, var goesTo) ->
          new ChangeBody("removed", step, name, people, goesTo.orElse(null), List.of());
      case LiveDiff.Change.Changed(var step, var name, var people, var what) ->
          new ChangeBody(
              "changed", step, name, people, null, what.stream().map(Field::wireName).toList());
    };
  }

  /** Whatever would reach a person, so that nobody publishes words they have not read. */
  private static List<SaidBody> says(JourneyProposal proposal, Said said) {
    var says = new ArrayList<SaidBody>();
    for (var step : proposal.steps()) {
      boolean speaks =
          switch (step.kind()) {
            case TALK, ASK -> true;
            case OPEN, WAIT_FOR, DECIDE, SPLIT, HAND_OVER, ENDING -> false;
          };
      if (speaks) {
        says.add(
            new SaidBody(
                step.id(),
                step.source().text(),
                Field.wireName(step.kind()),
                step.name(),
                step.description()));
      }
      if (step.asksHowItFelt()) {
        says.add(
            new SaidBody(
                step.id() + FELT, step.source().text(), "felt", said.howItFelt(step.name()), ""));
      }
    }
    return says;
  }
}
