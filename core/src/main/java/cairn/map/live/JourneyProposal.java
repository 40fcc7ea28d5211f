package cairn.map.live;

import cairn.map.ElementId;
import cairn.map.EndingKind;
import cairn.map.StepRole;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A journey as a map suggests it: complete where the map is, with a question where it is not.
 *
 * @param id made from the title: lower-case letters, digits and hyphens
 * @param purpose what the person is trying to do, in the words of the map
 * @param beginnings the ids of steps in which a journey may begin
 * @param questions what somebody has to answer before it can run, in the order of the map
 */
public record JourneyProposal(
    String id,
    String name,
    String purpose,
    List<StageProposal> stages,
    List<StepProposal> steps,
    List<Beginning> beginnings,
    List<Transition> transitions,
    List<Question> questions,
    Coverage coverage) {
  /** How long an answer or a colleague is waited for where the map does not say. */
  public static final Duration PATIENCE = Duration.ofDays(14);

  /** A stage, in the order of the map. */
  public record StageProposal(String id, ElementId source, String name, String description) {}

  /**
   * A step.
   *
   * @param source the step or stage of the map it comes from
   * @param kind what it is for; {@link StepRole#OPEN} where nobody has said and nothing suggests it
   * @param isGuessed whether the kind was guessed from the notes
   * @param event the event that shows that a person has come here; empty when nobody named one
   * @param stay how long a person may stay; empty when nobody said
   * @param channel by which means, from the touchpoints; empty when none is named
   * @param team who works on it; empty when nobody is named
   * @param ending how the journey ends here; {@link EndingKind#NONE} for every other step
   * @param asksHowItFelt whether people are asked what it felt like once they have gone on: where a
   *     moment matters to them
   */
  public record StepProposal(
      String id,
      String stage,
      ElementId source,
      String name,
      String description,
      StepRole kind,
      boolean isGuessed,
      String event,
      Optional<Duration> stay,
      String channel,
      String team,
      EndingKind ending,
      boolean asksHowItFelt) {}

  /** A journey begins at a step when this event occurs; empty while nobody named one. */
  public record Beginning(String step, String event) {}

  /** What makes a person go on. */
  public enum Trigger {
    /** An event occurs. */
    EVENT,
    /** The step is done. */
    NEXT,
    /** The person answers. */
    ANSWER,
    /** Time has passed. */
    TIME
  }

  /**
   * A way from one step to another.
   *
   * @param on the event, the answer, or the duration; empty for {@link Trigger#NEXT} and where it
   *     is still open
   */
  public record Transition(String from, String to, Trigger trigger, String on, String label) {}

  /** What is asked. */
  public enum About {
    NO_STEPS,
    BEGINNING,
    ENDING,
    A_WAY_TO_SAY_NO,
    /** What happens at a step. */
    KIND,
    /** What shows that a person has come to a step. */
    EVENT,
    /** Two steps are shown by the same event. */
    EVENT_TWICE,
    /** How long a person may stay. */
    WAIT,
    /** What happens after the wait. */
    AFTER_WAIT,
    CHANNEL,
    TEAM,
    /** By which rule the ways part. */
    RULE,
    /** Nothing takes a person on from a step. */
    NO_WAY_ON
  }

  /**
   * An open question.
   *
   * @param element what of the map it is about
   * @param isBlocking whether the journey cannot run without an answer
   */
  public record Question(
      Optional<ElementId> element, About about, String sentence, boolean isBlocking) {}

  /**
   * How much of what a running journey needs is on the map.
   *
   * @param answered facts that are there
   * @param asked facts that are needed
   */
  public record Coverage(int answered, int asked) {
    /** The share in per cent, rounded down, so that 100 means all; 0 for an empty map. */
    public int percent() {
      return asked == 0 ? 0 : (int) (100L * answered / asked);
    }
  }

  public JourneyProposal {
    stages = List.copyOf(stages);
    steps = List.copyOf(steps);
    beginnings = List.copyOf(beginnings);
    transitions = List.copyOf(transitions);
    questions = List.copyOf(questions);
  }

  /** Whether nothing blocking is open. */
  public boolean canRun() {
    return questions.stream().noneMatch(Question::isBlocking);
  }

  /** The same journey under another id. */
  public JourneyProposal under(String other) {
    return new JourneyProposal(
        other, name, purpose, stages, steps, beginnings, transitions, questions, coverage);
  }

  /** The ids of the steps as drawn from left to right, endings left out. */
  public List<String> mainWay() {
    return steps.stream()
        .filter(step -> step.kind() != StepRole.ENDING)
        .map(StepProposal::id)
        .toList();
  }
}
