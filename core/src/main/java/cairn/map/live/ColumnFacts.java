package cairn.map.live;

import cairn.map.Element;
import cairn.map.ElementId;
import cairn.map.EndingKind;
import cairn.map.JourneyMap;
import cairn.map.Moment;
import cairn.map.Step;
import cairn.map.StepRole;
import cairn.map.Team;
import cairn.map.Touchpoint;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a map says, or lets one guess, of a column that becomes a step. */
final class ColumnFacts {
  private static final Set<String> PERSON_WORDS =
      Set.of(
          "person",
          "customer",
          "student",
          "patient",
          "citizen",
          "user",
          "colleague",
          "mensch",
          "nutzer",
          "nutzerin",
          "kunde",
          "kundin",
          "studentin",
          "patientin",
          "bürger",
          "bürgerin",
          "kollege",
          "kollegin");

  private final JourneyMap map;

  ColumnFacts(JourneyMap map) {
    this.map = map;
  }

  /** What happens there: as the room said, or as an ending, an event or a contact suggests. */
  StepRole kind(JourneyMap.Column column, String event) {
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

  /** How long somebody may stay; empty where nobody said, or said it in no length of time. */
  static Optional<Duration> wait(JourneyMap.Column column) {
    return column
        .step()
        .map(Step::waitFor)
        .filter(text -> !text.isEmpty())
        .flatMap(ColumnFacts::duration);
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

  /** By which means, from the first contact that names one; empty where none does. */
  String channel(ElementId column) {
    return touchpoints(column).stream()
        .map(Touchpoint::channel)
        .filter(channel -> !channel.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Who works there first; empty where nobody is named. */
  String team(ElementId column) {
    return map.teams(column).stream()
        .findFirst()
        .flatMap(team -> map.state().find(Team.class, team))
        .map(Team::name)
        .orElse("");
  }

  /** Whether a moment that matters to the person lies there. */
  boolean mattersToThePerson(ElementId column) {
    return map.under(column).stream()
        .anyMatch(placed ->
            placed instanceof Moment moment && moment.matters() != Moment.Matters.ORGANISATION);
  }

  private static boolean isPerson(String words) {
    return PERSON_WORDS.contains(words.toLowerCase(Locale.ROOT));
  }
}
