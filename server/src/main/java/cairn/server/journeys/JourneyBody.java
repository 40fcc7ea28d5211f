package cairn.server.journeys;

import cairn.blueprint.Glossary;
import cairn.journey.Beginning;
import cairn.journey.JourneyDefinition;
import cairn.journey.Step;
import cairn.person.Ending;
import cairn.server.words.Tongue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A journey as planned, in the form a canvas draws. */
record JourneyBody(
    String id,
    String name,
    String description,
    String purpose,
    int version,
    List<Integer> versions,
    List<StageBody> stages,
    List<StepBody> steps,
    List<WayBody> transitions,
    List<EndingBody> endings,
    List<BeginningBody> beginnings) {

  record StageBody(String id, String name, String description) {}

  record StepBody(String id, String name, String stage, String kind, String description) {}

  record WayBody(String from, String to, @Nullable String label, String kind) {}

  record EndingBody(String id, String name, String kind, String description) {}

  record BeginningBody(String id, String step, String kind, @Nullable String label) {}

  static JourneyBody of(
      JourneyDefinition journey,
      int version,
      List<Integer> versions,
      Glossary names,
      Tongue tongue) {
    var between = new Ways(names, tongue);
    var steps = new ArrayList<StepBody>();
    var ways = new ArrayList<WayBody>();
    var endings = new ArrayList<EndingBody>();
    for (var step : journey.steps()) {
      steps.add(
          new StepBody(
              step.id(), step.name(), step.stage(), kind(step), step.about().description()));
      between.of(step, ways);
      if (step instanceof Step.End end) {
        endings.add(
            new EndingBody(end.id(), end.name(), word(end.ending()), end.about().description()));
      }
    }
    between.fromAnywhere(journey, ways);
    return new JourneyBody(
        journey.id(),
        journey.name(),
        journey.description(),
        journey.purpose(),
        version,
        versions,
        journey.stages().stream()
            .map(s -> new StageBody(s.id(), s.name(), s.description()))
            .toList(),
        steps,
        ways,
        endings,
        journey.beginnings().stream().map(one -> beginning(one, names)).toList());
  }

  private static BeginningBody beginning(Beginning beginning, Glossary names) {
    return switch (beginning) {
      case Beginning.OnEvent b ->
          new BeginningBody(b.id(), b.step(), "event", names.event(b.trigger().event()));
      case Beginning.OnAttribute b -> new BeginningBody(b.id(), b.step(), "attribute", null);
      case Beginning.OnSegment b -> new BeginningBody(b.id(), b.step(), "segment", b.segment());
      case Beginning.OnAbsence b ->
          new BeginningBody(b.id(), b.step(), "absence", names.event(b.event()));
      case Beginning.OnSchedule b ->
          new BeginningBody(b.id(), b.step(), "schedule", b.time().toString());
      case Beginning.OnRequest b -> new BeginningBody(b.id(), b.step(), "request", null);
    };
  }

  /** An experiment is drawn as a split. */
  static String kind(Step step) {
    return switch (step) {
      case Step.WaitFor s -> "waitFor";
      case Step.Talk s -> "talk";
      case Step.Decide s -> "decide";
      case Step.Ask s -> "ask";
      case Step.Split s -> "split";
      case Step.Experiment s -> "split";
      case Step.HandOver s -> "handOver";
      case Step.Note s -> "note";
      case Step.End s -> "ending";
    };
  }

  static String word(Ending ending) {
    return switch (ending) {
      case ACHIEVED -> "achieved";
      case DECLINED -> "declined";
      case CHANGED_PURPOSE -> "changedPurpose";
      case LEFT -> "left";
      case TIMED_OUT -> "timedOut";
    };
  }
}
