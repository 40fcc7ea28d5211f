package cairn.map.live;

import cairn.map.EndingKind;
import cairn.map.StepRole;
import cairn.map.live.JourneyProposal.Beginning;
import cairn.map.live.JourneyProposal.StepProposal;
import cairn.map.live.JourneyProposal.Transition;
import cairn.map.live.JourneyProposal.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A proposed journey that only watches. It follows the same people by the same events and times,
 * and says nothing to anybody: no message, no question, no decision, no task. It runs beside the
 * real journey, under an id of its own, so that having been in the shadow counts for nothing later.
 */
public final class Shadow {
  /** What a shadow's id ends with. */
  public static final String SUFFIX = "-shadow";

  /** Where the real journey goes on at once, the shadow does so after this. */
  public static final Duration AT_ONCE = Duration.ofSeconds(1);

  private final JourneyProposal real;
  private final String name;

  private Shadow(JourneyProposal real, String name) {
    this.real = real;
    this.name = name;
  }

  /** The id of a journey's shadow. */
  public static String idOf(String journey) {
    return journey + SUFFIX;
  }

  /** Whether an id is that of a shadow. */
  public static boolean is(String journey) {
    return journey.endsWith(SUFFIX);
  }

  /**
   * The shadow of a proposal.
   *
   * @param name what it is called beside the real journey, in the language of the map
   */
  public static JourneyProposal of(JourneyProposal real, String name) {
    return new Shadow(real, name).proposal();
  }

  private JourneyProposal proposal() {
    var transitions = new ArrayList<Transition>();
    real.steps().forEach(step -> transitions.addAll(ways(step)));
    return new JourneyProposal(
        idOf(real.id()),
        name,
        real.purpose(),
        real.stages(),
        real.steps().stream().map(this::step).toList(),
        beginnings(),
        transitions,
        real.questions(),
        real.coverage());
  }

  /** It knows nobody's past, so it takes people in wherever they are first seen. */
  private List<Beginning> beginnings() {
    var beginnings = new ArrayList<>(real.beginnings());
    for (StepProposal step : real.steps()) {
      var begin = new Beginning(step.id(), step.event());
      boolean shows = step.kind() != StepRole.ENDING && !step.event().isEmpty();
      if (shows && !beginnings.contains(begin)) {
        beginnings.add(begin);
      }
    }
    return beginnings;
  }

  private StepProposal step(StepProposal step) {
    boolean ends = step.kind() == StepRole.ENDING;
    return new StepProposal(
        step.id(),
        step.stage(),
        step.source(),
        step.name(),
        step.description(),
        ends ? StepRole.ENDING : StepRole.WAIT_FOR,
        step.isGuessed(),
        event(step),
        step.stay(),
        step.channel(),
        step.team(),
        step.ending(),
        false);
  }

  /** A no is given by answer where the journey asks; nobody asks here, so an event can say it. */
  private String event(StepProposal step) {
    return step.event().isEmpty() && step.ending() == EndingKind.DECLINED
        ? real.id() + "." + step.id()
        : step.event();
  }

  private List<Transition> ways(StepProposal step) {
    var mine = real.transitions().stream().filter(way -> way.from().equals(step.id())).toList();
    return switch (step.kind()) {
      case OPEN, WAIT_FOR, SPLIT -> mine;
      case TALK, DECIDE -> after(step, mine, AT_ONCE);
      case ASK, HAND_OVER -> after(step, mine, step.stay().orElse(JourneyProposal.PATIENCE));
      case ENDING -> List.of();
    };
  }

  private static List<Transition> after(
      StepProposal step, List<Transition> mine, Duration duration) {
    Optional<Transition> next =
        mine.stream()
            .filter(way -> way.trigger() == Trigger.NEXT)
            .findFirst()
            .or(() -> mine.stream().findFirst());
    return next.stream()
        .map(way ->
            new Transition(
                step.id(), way.to(), Trigger.TIME, duration.toString(), "nobody is asked"))
        .toList();
  }
}
